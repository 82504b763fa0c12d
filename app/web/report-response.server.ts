import type { LoaderFunctionArgs } from "@remix-run/node";
import { progressReport } from "../application/documents/progress-report";
import type { Actor } from "../domain/case/context";
import { LOCALES } from "../i18n";
import { answer } from "./answer";
import { paths } from "./paths";

/** The progress report of a project as PDF, in the language asked for or the reader's own. Recorded as issued. */
export async function reportResponse({ context, params, request }: LoaderFunctionArgs, actor: Actor): Promise<Response> {
  const url = new URL(request.url);
  const asked = url.searchParams.get("lang");
  const report = await progressReport(context.services, actor, {
    projectNo: params.projectNo ?? "",
    locale: LOCALES.find((one) => one === asked) ?? context.locale,
    verifyUrl: (code) => new URL(paths.verify(code), context.baseUrl ?? url.origin).href,
  });
  if (!report.ok) throw report.status === 404 ? answer.notFound() : answer.forbidden();
  return new Response(new Uint8Array(report.pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(report.pdf.byteLength),
      "Content-Disposition": `inline; filename="${report.number}.pdf"`,
      // A case changes from one minute to the next, and the paper names people.
      "Cache-Control": "private, no-store",
    },
  });
}
