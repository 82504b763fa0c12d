import type { LoaderFunctionArgs } from "@remix-run/node";
import { guideFile } from "../application/documents/guide-file";
import type { GuideKind } from "../application/documents/guide-number";
import { LOCALES } from "../i18n";
import { answer } from "./answer";
import { paths } from "./paths";
import { pdfResponse } from "./pdf-response";

/** Something published about an item as PDF, in the language asked for or the reader's own. Open to anyone; nothing is recorded. */
export async function guideResponse({ context, params, request }: LoaderFunctionArgs, kind: GuideKind): Promise<Response> {
  const url = new URL(request.url);
  const lang = url.searchParams.get("lang");
  const file = await guideFile(context.services, {
    kind,
    itemCode: params.code ?? null,
    centreCode: url.searchParams.get("centre"),
    locale: LOCALES.find((one) => one === lang) ?? context.locale,
    verifyUrl: (number) => new URL(paths.verify(number), context.baseUrl ?? url.origin).href,
  });
  if (!file) throw answer.notFound();
  return pdfResponse(file.pdf, file.number, "public, max-age=300");
}
