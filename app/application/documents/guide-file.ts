import type { Locale } from "../../i18n";
import { letterPdf } from "../../pdf/papers/letter";
import { guidePage } from "../queries/guides";
import type { Services } from "../services";
import { guideContent } from "./guide-content";
import { type GuideKind, guideNumber } from "./guide-number";

export interface GuideOrder {
  readonly kind: GuideKind;
  readonly itemCode: string;
  readonly centreCode: string | null;
  readonly locale: Locale;
  verifyUrl(number: string): string;
}

/**
 * Something published about an item as a file; null when there is no such centre or item, or no promise to sample because nothing of it
 * may follow later. Same rules and windows, same bytes: it is dated by the day its rules came into force, not by the reader's.
 */
export async function guideFile(services: Services, order: GuideOrder): Promise<{ readonly pdf: Buffer; readonly number: string } | null> {
  const page = await guidePage(services, order.itemCode, order.centreCode);
  if (!page) return null;
  const { guide, centre, rules } = page;
  if (order.kind === "promise" && (!guide.item.deferralAllowed || guide.item.deferrableMaterials.length === 0)) return null;
  const number = guideNumber(order.kind, centre.code, guide.item.code, rules.digest);
  const content = guideContent(order.kind, page, order.locale);
  const paper = { number, code: number, verifyUrl: order.verifyUrl(number), issuedAt: `${rules.validFrom}T00:00:00.000Z`, centre: content.issuer };
  return { pdf: await letterPdf({ kind: "letter", content, paper }), number };
}
