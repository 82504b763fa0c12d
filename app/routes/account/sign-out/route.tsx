import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { paths, withQuery } from "../../../web/paths";

/** Ends the session here and in the database. Signing out twice is no error. */
export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = await context.sessions.end(request.headers.get("Cookie"));
  return redirect(withQuery(paths.signIn(), { done: "signed-out" }), { status: 303, headers: { "Set-Cookie": cookie } });
}

/** Somebody typed the address: nothing is changed by reading. */
export function loader() {
  return redirect(paths.home(), 303);
}
