/** What is published of an item: its guide, its flow list, the sample of the promise to supply deferred materials. */
export type GuideKind = "guide" | "flow" | "promise";

/** Part of the number: 办事指南, 流程清单, 承诺书. */
const MARK: Readonly<Record<GuideKind, string>> = { guide: "BSZN", flow: "LCQD", promise: "CNS" };
/** Digits of the rules' digest in the number: enough to tell the versions of one place apart. */
const DIGEST_DIGITS = 8;
export const GUIDE_NUMBER_MAX = 80;

/** What a number says: whose, of which item, by which version of the rules. */
export interface GuideNumber {
  readonly kind: GuideKind;
  readonly centreCode: string;
  readonly itemCode: string;
  readonly digest: string;
}

/**
 * The number of something published, e.g. `HY-BSZN-site-preview-3f2a9c1b`. It follows from its content, so nothing is recorded when
 * somebody reads a guide, and everybody who reads the same one holds the same paper.
 */
export const guideNumber = (kind: GuideKind, centreCode: string, itemCode: string, packDigest: string): string =>
  `${centreCode}-${MARK[kind]}-${itemCode}-${packDigest.slice(0, DIGEST_DIGITS)}`;

/** A number as it was typed, read; null when it cannot be one. */
export function readGuideNumber(typed: string): GuideNumber | null {
  const plain = typed.normalize("NFKC").trim().replace(/[–—]/g, "-");
  const found = /^([a-z0-9]+)-(bszn|lcqd|cns)-([a-z0-9-]+)-([0-9a-f]{8})$/i.exec(plain);
  const kind = (Object.keys(MARK) as GuideKind[]).find((one) => MARK[one] === found?.[2]?.toUpperCase());
  if (!found || !kind || plain.length > GUIDE_NUMBER_MAX) return null;
  return { kind, centreCode: (found[1] ?? "").toUpperCase(), itemCode: (found[3] ?? "").toLowerCase(), digest: (found[4] ?? "").toLowerCase() };
}
