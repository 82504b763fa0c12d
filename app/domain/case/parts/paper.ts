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
  "simulation-letter",
  "simulation-refusal",
  "simulated-correction",
  "simulated-opinion",
  "conversion-certificate",
  "simulation-end",
  "notice-letter",
  "commitment-letter",
  "publicity-notice",
  "check-record",
  "rectification-notice",
  "breach-decision",
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const isPaperKind = (kind: string): kind is PaperKind => (PAPER_KINDS as readonly string[]).includes(kind);

/** What a paper belongs to, as pages group them in this order: the simulated way (模拟审批), a promise (告知承诺, 承诺制), or the course of an item or case. */
export const PAPER_AREAS = ["simulation", "commitment", "course"] as const;
export type PaperArea = (typeof PAPER_AREAS)[number];

const AREA_OF: { readonly [K in PaperKind]?: PaperArea } = {
  "simulation-letter": "simulation",
  "simulation-refusal": "simulation",
  "simulated-correction": "simulation",
  "simulated-opinion": "simulation",
  "conversion-certificate": "simulation",
  "simulation-end": "simulation",
  "notice-letter": "commitment",
  "commitment-letter": "commitment",
  "publicity-notice": "commitment",
  "check-record": "commitment",
  "rectification-notice": "commitment",
  "breach-decision": "commitment",
};
export const areaOfPaper = (kind: PaperKind): PaperArea => AREA_OF[kind] ?? "course";

/** One paper a case gives rise to: its kind and the thing it is about. */
export interface PaperSubject {
  readonly kind: PaperKind;
  /** Id of the item, correction list, procedure, simulated item … the paper is about. */
  readonly subjectId: string;
  /** Null for papers about several items or the whole case. */
  readonly itemId: string | null;
}
