import type { CivilDay } from "../../calendar/calendar-date";
import { canMoveCommitment } from "../commitment/moves";
import { pointFrom, undatedSince } from "../commitment/next";
import { checksOf, isRipe, objectionsOf, standardsOf } from "../commitment/reads";
import type { Commitment } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { earliestFirst, type NextStep, step } from "./step";

type Promised = Pick<ProjectCase, "standards" | "objections" | "supervisionChecks">;

/**
 * What a commitment waits for: who does what by which day. More than one where several points are open at once; nothing once it has ended.
 * The days are those of the commitment itself (commitment/days.ts) and of its checks. A letter that says something else since it was
 * signed is signed anew before anything that rests on it, but after the objections to what hangs.
 * @param outdated ids of signatures under letters that say something else by now
 */
export function commitmentSteps(state: Promised, commitment: Commitment, today: CivilDay, outdated: readonly string[]): readonly NextStep[] {
  const { id, status, dueOn, publicityTo, letterSignatureId } = commitment;
  const isOpen = objectionsOf(state, id).some((objection) => objection.status === "open");
  if (!isOpen && letterSignatureId !== null && outdated.includes(letterSignatureId) && canMoveCommitment("letter-withdrawn", status))
    return [step("commitment-sign-anew", "enterprise")];
  const departments = [...new Set(standardsOf(state, id).map(({ departmentCode }) => departmentCode))];
  switch (status) {
    case "proposed":
      return [step("commitment-appraise", "manager")];
    case "applicable":
      return [step("commitment-standards", "department", { departments })];
    case "awaiting-promise":
      return [step("commitment-sign", "enterprise")];
    case "in-precheck":
      return [step("commitment-precheck", "department", { departments, by: dueOn })];
    case "supplementing":
      return [step("commitment-supplement", "enterprise")];
    case "passed":
      return [step("commitment-publish", "agent")];
    case "in-publicity":
      if (isOpen) return [step("commitment-objection", "manager")];
      return publicityTo !== null && publicityTo < today ? [step("commitment-force", "manager")] : [step("commitment-public", "nobody", { by: publicityTo })];
    case "in-force":
    case "rectifying":
    case "verifying":
    case "in-operation":
      return supervised(state, commitment, departments, today);
    default:
      return [];
  }
}

/** What a manager must rule on, points not met, the next check, and the end of the works where nothing else is left before it. */
function supervised(state: Promised, commitment: Commitment, departments: readonly string[], today: CivilDay): readonly NextStep[] {
  const checks = checksOf(state, commitment.id);
  const broken = checks.filter((check) => isRipe(check, today)).map(({ point }) => step("commitment-breach", "manager", { point }));
  const open = checks
    .filter((check) => check.status === "rectifying" && !isRipe(check, today))
    .map(({ point, rectifyBy }) => step("commitment-rectify", "enterprise", { point, by: rectifyBy }));
  const planned = checks.filter(({ status }) => status === "planned");
  const dated = planned
    .filter(({ dueOn, point }) => dueOn !== null && pointFrom(commitment, point) !== null)
    .sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1))
    .slice(0, 1)
    .map(({ point, dueOn }) => step("commitment-check", "department", { departments, point, by: dueOn }));
  const undated = planned
    .filter((check) => undatedSince(state, commitment, check) !== null)
    .map(({ point }) => step("commitment-check-day", "manager", { point }));
  const next = [...broken, ...earliestFirst([...open, ...dated, ...undated])];
  if (next.length > 0 || commitment.completedOn !== null) return next;
  return [step("commitment-complete", "agent", { by: planned.find(({ point }) => point === "completion")?.dueOn ?? null })];
}
