import type { LoaderFunctionArgs } from "@remix-run/node";
import { isPlaceSample } from "../../../application/documents/guide-number";
import { answer } from "../../../web/answer";
import { guideResponse } from "../../../web/guide-response.server";

/** A blank letter of the applicant that is about no single item. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { kind = "" } = args.params;
  if (!isPlaceSample(kind)) throw answer.notFound();
  return guideResponse(args, kind);
}
