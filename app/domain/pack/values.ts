/** A number or switch of a place with where it comes from. `value: null` means the place does not say: shown as 未规定. */
export interface Sourced<T> {
  readonly value: T | null;
  readonly source: string;
  /** A working value chosen by the software, never to be shown as a fact about the place. */
  readonly assumed: boolean;
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type CategoryCode = "GOV" | "SOC" | "LANDPLAN" | "SMALL" | "IND" | "TECH";

/** Levels above a place to which an item may be forwarded (转报). */
export type UpperLevel = "city" | "province" | "state";
