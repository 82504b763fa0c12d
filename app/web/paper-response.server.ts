import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { issuedPaper } from "../application/documents/issued-paper";
import type { Actor } from "../domain/case/context";
import { answer } from "./answer";
import { pdfResponse } from "./pdf-response";

/** The file of a paper that was handed out. 409 when it can no longer be drawn as it was and must be handed out again. */
export async function paperResponse({ context, params }: LoaderFunctionArgs, actor: Actor): Promise<Response> {
  const file = await issuedPaper(context.services, actor, params.code ?? "");
  if (!file.ok) throw file.status === 404 ? answer.notFound() : data({ code: "paper-drawn-otherwise" }, { status: 409 });
  return pdfResponse(file.pdf, file.number, "private, no-store");
}
