import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type Action, may } from "../domain/access/permissions";
import type { Actor } from "../domain/case/context";
import { paths } from "./paths";
import "./context";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/**
 * The person behind this request, if they may do this at all. Nobody signed in: 303 to the sign-in page, which leads
 * back here (a post leads back to the page the form was on). Not allowed: the 403 page. Scope (own projects, own
 * department, own centre) is the query's business and answers 404.
 */
export async function requireActor({ request, context }: Args, action: Action): Promise<Actor> {
  const signed = await context.signed();
  if (!signed) throw redirect(paths.signIn(returnPath(request)), 303);
  if (!may(signed.actor, action)) throw data({ code: "forbidden" }, { status: 403 });
  return signed.actor;
}

function returnPath(request: Request): string | null {
  const url = new URL(request.url);
  return url.pathname === "/" ? null : url.pathname + url.search;
}
