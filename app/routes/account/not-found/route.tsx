import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { answer } from "../../../web/answer";

/** Every address that is no page. A request the server refused at the door is sent here too and told why. */
export function loader({ context }: LoaderFunctionArgs) {
  const { problem } = context;
  throw problem ? data(problem, { status: problem.status }) : answer.notFound();
}

export function action() {
  throw answer.notFound();
}

export default function NotFound() {
  return null;
}
