import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { NextStep } from "../../domain/case/next-steps/step";
import { checkLight } from "../../domain/clock/check-light";
import type { ClockLight } from "../../domain/clock/clock";
import { daysLeft } from "../../domain/clock/days-left";
import type { Words } from "../../domain/pack/pack";
import { departmentOf, nameOf } from "./item-view";
import type { CaseToday } from "./project-case";

/** A next step with names in place of codes, and how near its day is. */
export interface StepView extends Omit<NextStep, "departments" | "itemIds"> {
  readonly departments: readonly Words[];
  readonly items: readonly Words[];
  readonly light: ClockLight;
  /** Working days to `by`; negative once it has passed. */
  readonly workingDaysLeft: number | null;
}

/** What nobody can mend by hurrying: a day was missed, and somebody rules on it. */
const MISSED: readonly NextStep["code"][] = ["commitment-breach", "notice-over", "notice-rule"];

function lightOf({ code, who, by }: NextStep, today: CivilDay): ClockLight {
  if (MISSED.includes(code)) return "late";
  if (by === null || who === "nobody") return "none";
  return checkLight(by, today);
}

/** Puts next steps into names and lights as of today. */
export function viewSteps({ state, pack, calendar, today }: CaseToday, steps: readonly NextStep[]): readonly StepView[] {
  return steps.map(({ departments, itemIds, ...one }) => ({
    ...one,
    departments: departments.map((code) => departmentOf(pack, code)),
    items: itemIds.flatMap((id) => {
      const item = state.items[id];
      return item ? [nameOf(item)] : [];
    }),
    light: lightOf({ departments, itemIds, ...one }, today),
    workingDaysLeft: one.by === null ? null : daysLeft(calendar, today, one.by),
  }));
}
