/** Papers of a case that are handed to somebody, in the order of its life. */
export const PAPER_KINDS = [
  "receipt-list",
  "correction-notice",
  "acceptance-notice",
  "deferral-promise",
  "deferral-notice",
  "non-acceptance",
  "procedure-notice",
  "extension-notice",
  "forwarding-letter",
  "refusal-decision",
  "delivery-receipt",
  "hand-over-receipt",
  "review-record",
  "merged-opinion",
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const isPaperKind = (kind: string): kind is PaperKind => (PAPER_KINDS as readonly string[]).includes(kind);
