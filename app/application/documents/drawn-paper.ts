import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Locale } from "../../i18n";
import { type Letter, letterPdf } from "../../pdf/papers/letter";
import { type ProgressReport, progressReportPdf } from "../../pdf/progress-report";
import type { Services } from "../services";

/** What is kept of a paper given out: enough to draw it again. */
export type PaperModel = Letter | ProgressReport;

/** The file of a paper with its SHA-256 in hex. Same model, same bytes. */
export async function drawnPaper(model: PaperModel): Promise<{ readonly pdf: Buffer; readonly digest: string }> {
  const pdf = await (model.kind === "letter" ? letterPdf(model) : progressReportPdf(model));
  return { pdf, digest: createHash("sha256").update(pdf).digest("hex") };
}

/** Name of a centre in one language. 1 statement. @throws when there is no such centre */
export async function centreName({ db }: Services, centreId: string, locale: Locale): Promise<string> {
  const [row] = await db.q.select({ zh: db.t.centre.nameZh, en: db.t.centre.nameEn }).from(db.t.centre).where(eq(db.t.centre.id, centreId));
  if (!row) throw new Error(`no centre ${centreId}`);
  return locale === "en" ? row.en || row.zh : row.zh;
}
