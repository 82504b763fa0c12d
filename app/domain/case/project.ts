import { readCreditCode } from "../identifiers/credit-code";
import type { Pack } from "../pack/pack";
import { applicableItems, checkAnswers, openQuestions } from "../pack/screening";
import { isStartStop } from "../plan/legal-stops";
import { confirmable, type PlanItem, planOf } from "../plan/plan";
import { ok, type Refusal, type Result, refuse } from "../result";
import { placementOf, sparedItems } from "./area-placement";
import type { Command } from "./commands";
import { isInEffect } from "./commitment/moves";
import type { Context } from "./context";
import type { CaseEvent, PlannedItem } from "./events";
import { firstRefusal, isSetAside, plannedItems, refuseBefore, refuseFuture } from "./guards";
import { sparedByPromise, underPromise } from "./promised-items";
import { liveSimulated } from "./simulation/reads";
import type { Item, ItemStatus, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * Registers a project under the rules in force in the centre. The registering officer becomes its agent; a manager who registers
 * leaves it unassigned. A wrong credit code is refused (GB 32100); a doubtful project code is only warned about, elsewhere.
 */
export function registerProject(state: ProjectCase | null, command: Of<"register-project">, context: Context): Result<readonly CaseEvent[]> {
  if (state) return refuse({ code: "project-already-registered", projectNo: state.project.projectNo });
  const { type: _, on, ...facts } = command;
  const category = context.pack.categories.find((candidate) => candidate.code === command.category);
  const creditCode = readCreditCode(command.creditCode);
  const refusal = firstRefusal(refuseFuture(on, context), category ? null : { code: "category-unknown-here", field: "category", category: command.category });
  if (refusal) return refuse(refusal);
  if (!creditCode.ok) return creditCode;
  const { actor } = context;
  const isAgent = actor.role === "agent";
  return ok([
    {
      type: "project-registered",
      ...facts,
      creditCode: creditCode.value,
      id: context.newId(),
      centreId: actor.centreId,
      packDigest: context.pack.digest,
      budgetWorkingDays: category?.budgetWorkingDays.value ?? null,
      agentId: isAgent ? actor.personId : null,
      agentName: isAgent ? actor.name : null,
      on,
    },
  ]);
}

/** Names the one officer responsible for the project (H27, Z04). A change of officer needs a reason. */
export function assignAgent(state: ProjectCase, command: Of<"assign-agent">, _context: Context): Result<readonly CaseEvent[]> {
  const { agentId } = state.project;
  if (agentId === command.agentId) return refuse({ code: "agent-already-assigned", field: "agentId", name: command.agentName });
  if (agentId !== null && !command.reason?.trim()) return refuse({ code: "reassignment-needs-reason", field: "reason" });
  return ok([{ type: "agent-assigned", agentId: command.agentId, agentName: command.agentName, reason: command.reason }]);
}

/** Records the answers that choose which items apply: all questions of the place and category, each with an answer it offers. */
export function answerScreening(state: ProjectCase, command: Of<"answer-screening">, context: Context): Result<readonly CaseEvent[]> {
  const { category } = state.project;
  const checked = checkAnswers(context.pack, category, command.answers);
  if (!checked.ok) return checked;
  const [open] = openQuestions(context.pack, category, command.answers);
  if (open !== undefined) return refuse({ code: "question-not-answered", field: open, question: open });
  return ok([{ type: "screening-answered", answers: command.answers }]);
}

/** How an entry of the plan becomes an item of the case: rules are copied, so a later pack changes nothing here. */
function plannedItem(entry: PlanItem, ordinal: number, state: ProjectCase, context: Context): PlannedItem {
  const rule = context.pack.items.find((item) => item.code === entry.code);
  if (!rule) throw new Error(`the plan names ${entry.code}, which its own pack does not have`);
  return {
    id: context.newId(),
    itemNo: `${state.project.projectNo}-${String(ordinal).padStart(2, "0")}`,
    ordinal,
    code: rule.code,
    nameZh: rule.name.zh,
    nameEn: rule.name.en,
    stage: rule.stage,
    type: rule.type,
    departmentCode: rule.decidingDepartment,
    prerequisites: underPromise(rule, entry.prerequisites, sparedByPromise(state)),
    required: entry.required,
    planReason: entry.reason,
    committedWorkingDays: rule.committed.value,
    committedAssumed: rule.committed.assumed,
    statutoryDays: rule.statutory.days,
    statutoryUnit: rule.statutory.unit,
    statutoryStartsAt: rule.statutory.startsAt,
    statutorySource: rule.statutory.source,
  };
}

/**
 * Items the screening asks for and that the officer or an assessed area leaves out before they ever stood in the plan: they join it
 * dropped, so that the omission and its reason stay in the case. One already left out for the same reason is not recorded again.
 */
function leftOutNow(
  state: ProjectCase,
  command: Of<"confirm-plan">,
  held: ReadonlySet<string>,
  spared: readonly string[],
  context: Context,
): readonly PlanItem[] {
  const spares = sparedItems(state);
  const added = command.added.filter(({ code }) => !spares.includes(code));
  const whole = planOf(context.pack, state.project.category, state.project.screening, added, []);
  if (!whole.ok) return [];
  const told = Object.values(state.items).filter((item) => item.status === "dropped");
  const fresh = command.dropped.filter(({ code, reason }) => !held.has(code) && !told.some((item) => item.code === code && item.planReason === reason));
  const area = placementOf(state)?.areaCode ?? null;
  const untold = spared.filter((code) => !held.has(code) && !told.some((item) => item.code === code && item.sparedByArea === area));
  return whole.value.items.filter((entry) => fresh.some(({ code }) => code === entry.code) || untold.includes(entry.code));
}

const IN_VAIN: readonly ItemStatus[] = ["withdrawn", "not-accepted", "refused", "revoked", "signposted"];

/** Withdrawn, refused, not accepted, revoked or directed elsewhere: the item may be filed again, as a new one. */
export const endedInVain = ({ status }: Pick<Item, "status">): boolean => IN_VAIN.includes(status);

/**
 * Items the plan holds: those planned, without what ended in vain and was left out since.
 * @see RULES.md R-492
 */
export const heldItems = (state: Pick<ProjectCase, "items">): readonly Item[] =>
  plannedItems(state).filter(
    (item) =>
      !endedInVain(item) ||
      !Object.values(state.items).some(({ code, status, ordinal }) => code === item.code && status === "dropped" && ordinal > item.ordinal),
  );

/** What the plan holds, ended in vain and is still waited for: confirmed again it is filed anew, unless it is left out for a reason. */
export const toFileAnew = (state: Pick<ProjectCase, "items">): readonly Item[] => heldItems(state).filter((item) => endedInVain(item) && !isSetAside(item));

/** Codes of what the law asks for before the start and stands in the plan only because an officer added it: the screening does not ask for it. */
export function addedStops(state: Pick<ProjectCase, "project" | "items">, pack: Pack): readonly string[] {
  const { category, screening } = state.project;
  const asked = new Set(applicableItems(pack, category, screening).flatMap(({ code, required }) => (required ? [code] : [])));
  const added = plannedItems(state).filter((item) => !item.required && !endedInVain(item));
  return added.flatMap(({ code }) => (isStartStop(code) && !asked.has(code) ? [code] : []));
}

/** Whether what an officer added by mistake may leave the plan again: not while a promise is in effect, whose start rests on it. */
export const mayReturnStops = ({ commitments }: Pick<ProjectCase, "commitments">): boolean => !Object.values(commitments).some(isInEffect);

/**
 * What the law asks for before the start is not left out at anybody's discretion: it leaves the plan only when the screening no longer asks
 * for it or an assessed area spares it. What an officer added the screening never asked for; added, it stands all the same, until it is
 * dropped for a stated reason while no promise is in effect.
 * @param leaving items of the plan as it stands that the new one does not have
 * @see RULES.md
 */
function refuseDroppedStop(state: ProjectCase, { dropped }: Of<"confirm-plan">, leaving: readonly Item[], { pack }: Context): Refusal | null {
  const spared = sparedItems(state);
  const added = mayReturnStops(state) ? addedStops(state, pack) : [];
  const returned = new Set(dropped.map(({ code }) => code).filter((code) => added.includes(code)));
  const omitted = leaving.filter(({ required, code }) => !required && !spared.includes(code));
  const codes = [...dropped, ...omitted].map(({ code }) => code).filter((code) => isStartStop(code) && !returned.has(code));
  const stops = pack.items.filter((item) => codes.includes(item.code));
  return stops.length === 0 ? null : { code: "plan-legal-stop-stays", items: stops.map((item) => item.name.zh), itemsEn: stops.map((item) => item.name.en) };
}

/**
 * Fixes the list of items that is the project's plan, from the screening answers and the officer's additions and omissions, each
 * with a reason. Confirming again changes the plan: new items join at the end, items not yet begun may leave, and an
 * item that was withdrawn, refused, not accepted, revoked or directed elsewhere joins again as a new one unless it is dropped.
 */
export function confirmPlan(state: ProjectCase, command: Of<"confirm-plan">, context: Context): Result<readonly CaseEvent[]> {
  const refusal = firstRefusal(refuseFuture(command.on, context), refuseBefore(command.on, state.project.registeredOn, "registered"));
  if (refusal) return refuse(refusal);
  const planned = planOf(
    context.pack,
    state.project.category,
    state.project.screening,
    command.added,
    command.dropped,
    sparedItems(state),
    addedStops(state, context.pack),
  );
  if (!planned.ok) return planned;
  const complete = confirmable(planned.value);
  if (!complete.ok) return complete;
  const plan = complete.value;
  const current = plannedItems(state).filter((item) => !endedInVain(item));
  const entries = new Map(plan.items.map((entry) => [entry.code, entry]));
  const leaving = current.filter((item) => !entries.has(item.code));
  const stop = refuseDroppedStop(state, command, leaving, context);
  if (stop) return refuse(stop);
  const begun = leaving.filter((item) => item.status !== "planned" || liveSimulated(state, item.id) !== null);
  if (begun.length > 0) return refuse({ code: "plan-item-already-begun", items: begun.map((item) => item.nameZh), itemsEn: begun.map((item) => item.nameEn) });
  const held = new Set(current.map((item) => item.code));
  const start = Object.values(state.items).length;
  const joining = plan.items.filter((entry) => !held.has(entry.code));
  const leftOut = leftOutNow(state, command, held, plan.spared, context);
  const items = [...joining, ...leftOut].map((entry, index) => plannedItem(entry, start + index + 1, state, context));
  const droppedItems = [...leaving, ...items.slice(joining.length)];
  const relinked = current
    .map((item) => ({ item, prerequisites: underPromise(item, entries.get(item.code)?.prerequisites ?? item.prerequisites, sparedByPromise(state)) }))
    .filter(({ item, prerequisites }) => item.status === "planned" && prerequisites.join() !== item.prerequisites.join());
  const askedNow = current.filter((item) => !item.required && entries.get(item.code)?.required).map(({ id }) => id);
  if (items.length === 0 && leaving.length === 0 && askedNow.length === 0) return refuse({ code: "plan-unchanged" });
  const reasons = new Map(command.dropped.map(({ code, reason }) => [code, reason]));
  const area = placementOf(state)?.areaCode ?? null;
  const spared = area === null ? [] : droppedItems.filter((item) => plan.spared.includes(item.code)).map((item) => [item.id, area] as const);
  return ok([
    {
      type: "plan-confirmed",
      on: command.on,
      items,
      droppedItemIds: droppedItems.map((item) => item.id),
      dropReasons: Object.fromEntries(droppedItems.map((item) => [item.id, reasons.get(item.code) ?? ""])),
      relinked: Object.fromEntries(relinked.map(({ item, prerequisites }) => [item.id, prerequisites])),
      ...(spared.length > 0 ? { spared: Object.fromEntries(spared) } : {}),
      ...(askedNow.length > 0 ? { asked: askedNow } : {}),
    },
  ]);
}
