import type { LoaderFunctionArgs } from "@remix-run/node";
import { progressReport } from "../../../application/documents/progress-report";
import { LOCALES } from "../../../i18n";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { paths } from "../../../web/paths";

/** The progress report of a project as PDF, in the language asked for or the reader's own. Recorded as issued. */
export async function loader(args: LoaderFunctionArgs) {
  const { services, locale } = args.context;
  const actor = await requireActor(args, "report:issue");
  const projectNo = args.params.projectNo ?? "";
  const url = new URL(args.request.url);
  const asked = url.searchParams.get("lang");
  const report = await progressReport(services, actor, {
    projectNo,
    locale: LOCALES.find((one) => one === asked) ?? locale,
    verifyUrl: (code) => new URL(paths.verify(code), url.origin).href,
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
