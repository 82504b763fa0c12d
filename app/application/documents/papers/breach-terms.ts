import type { BreachStep } from "../../../domain/pack/practice";
import type { PaperSource } from "./source";

/** What follows a broken promise, step by step, in the words of the rules of a place. */
export const breachSteps = ({ t }: Pick<PaperSource, "t">, steps: readonly BreachStep[]): readonly string[] =>
  steps.map((step) => t(step === "fine" ? "pack.value.fine-step" : `pack.value.${step}`));
