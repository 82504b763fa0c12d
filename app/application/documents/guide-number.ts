import { PLACE_SAMPLES, type PlaceSample } from "../../domain/pack/samples";

/** What is published of an item: its guide, its flow list, samples of the promise to supply deferred materials and of notice commitment. */
export type ItemKind = "guide" | "flow" | "promise" | "notice";
/** Everything published: of an item, or a blank sample for the whole place. */
export type GuideKind = ItemKind | PlaceSample;

export const isPlaceSample = (kind: string): kind is PlaceSample => (PLACE_SAMPLES as readonly string[]).includes(kind);

/** Part of the number: 办事指南, 流程清单, 承诺书, 告知承诺, 风险承诺, 项目承诺, 授权委托. */
const MARK: Readonly<Record<GuideKind, string>> = {
  guide: "BSZN",
  flow: "LCQD",
  promise: "CNS",
  notice: "GZCN",
  risk: "FXCN",
  project: "XMCN",
  collection: "SQWT",
};
/** Digits of the rules' digest in the number: enough to tell the versions of one place apart. */
const DIGEST_DIGITS = 8;
export const GUIDE_NUMBER_MAX = 80;

/** What a number says: whose, of which item, by which version of the rules. */
export interface GuideNumber {
  readonly kind: GuideKind;
  readonly centreCode: string;
  /** Null for what is about no single item. */
  readonly itemCode: string | null;
  readonly digest: string;
}

/**
 * The number of something published, e.g. `HY-BSZN-site-preview-3f2a9c1b`, or `HY-FXCN-3f2a9c1b` where it is about no item. It follows from
 * its content, so nothing is recorded when somebody reads a guide, and everybody who reads the same one holds the same paper.
 */
export const guideNumber = (kind: GuideKind, centreCode: string, itemCode: string | null, packDigest: string): string =>
  [centreCode, MARK[kind], ...(itemCode === null ? [] : [itemCode]), packDigest.slice(0, DIGEST_DIGITS)].join("-");

const PATTERN = new RegExp(`^([a-z0-9]+)-(${Object.values(MARK).join("|")})(?:-([a-z0-9-]+))?-([0-9a-f]{8})$`, "i");

/** A number as it was typed, read; null when it cannot be one. */
export function readGuideNumber(typed: string): GuideNumber | null {
  const plain = typed.normalize("NFKC").trim().replace(/[–—]/g, "-");
  const found = PATTERN.exec(plain);
  const kind = (Object.keys(MARK) as GuideKind[]).find((one) => MARK[one] === found?.[2]?.toUpperCase());
  const itemCode = found?.[3]?.toLowerCase() ?? null;
  if (!found || !kind || plain.length > GUIDE_NUMBER_MAX || isPlaceSample(kind) !== (itemCode === null)) return null;
  return { kind, centreCode: (found[1] ?? "").toUpperCase(), itemCode, digest: (found[4] ?? "").toLowerCase() };
}
