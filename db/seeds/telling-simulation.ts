import type { ChangeableFacts } from "../../app/domain/case/parts/project-facts";
import type { SimulatedStance } from "../../app/domain/case/parts/simulation";
import type { Beat, Part, Telling } from "./story";
import type { Passage } from "./telling";

const beat = (at: number, by: Part, tell: Telling): Beat => ({ at, by, tell });

/** The officer applies, the enterprise signs its risk letter, the manager agrees a day later. */
export const simulated = (at: number, expectedIn: Readonly<Record<string, number>>, ...items: readonly string[]): Passage => [
  simulationApplied(at, expectedIn, ...items),
  beat(at, "investor", { type: "sign-letter", letterKind: "simulation-risk" }),
  beat(at + 1, "manager", { type: "rule-on-simulation", ruling: "accept", reason: "重点项目，用地公告已发布，前置条件明确，同意模拟审批" }),
];
export const letterSigned = (at: number): Passage => beat(at, "investor", { type: "sign-letter", letterKind: "simulation-risk" });
export const simulationApplied = (at: number, expectedIn: Readonly<Record<string, number>>, ...items: readonly string[]): Passage =>
  beat(at, "agent", { type: "apply-simulation", kind: "whole", items, expectedIn });

/** Taken up by the department on one day, its simulated opinion given on another. */
export const opined = (from: number, to: number, item: string, stance: SimulatedStance = "agree", ...conditions: readonly string[]): Passage => [
  simulatedReview(from, item),
  beat(to, "reviewer", { type: "give-simulated-opinion", item, stance, conditions }),
];
export const simulatedReview = (at: number, item: string): Passage => beat(at, "reviewer", { type: "start-simulated-review", item });
export const simulatedList = (at: number, item: string, ...defects: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "notify-simulated-correction", item, defects });

/** The document that meets the precondition is presented. */
export const triggered = (at: number, obtained: string, name: string, number: string): Passage =>
  beat(at, "agent", { type: "record-trigger", obtained: [obtained], name, number });
export const converted = (at: number, item: string): Passage => beat(at, "intake", { type: "convert-item", item });
export const factsChanged = (at: number, reason: string, changed: Partial<ChangeableFacts>): Passage =>
  beat(at, "agent", { type: "change-facts", reason, changed });
export const differencesConfirmed = (at: number, item: string, note: string): Passage =>
  beat(at, "reviewer", { type: "review-differences", item, outcome: "confirm", note, defects: [] });
