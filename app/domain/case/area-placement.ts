import { ok, type Refusal, type Result, refuse } from "../result";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, plannedItems, refuseBefore, refuseBlank, refuseFuture } from "./guards";
import type { AreaCommand, AreaEvent, AreaFacts, AreaPlacement } from "./parts/area-placement";
import type { ProjectCase } from "./state";

type Of<T extends AreaCommand["type"]> = Extract<AreaCommand, { type: T }>;

/** The area the project stands in; null when in none. */
export const placementOf = (state: Pick<ProjectCase, "placements">): AreaPlacement | null =>
  Object.values(state.placements).find((placement) => placement.endedOn === null) ?? null;

/**
 * Codes of items the area spares this project, as far as they have not begun: an item already handed in goes on
 * (优化营商环境条例 art. 42: 不再要求单个项目评估).
 */
export function sparedItems(state: Pick<ProjectCase, "placements" | "items">): readonly string[] {
  const begun = new Set(plannedItems(state).flatMap((item) => (item.status === "planned" ? [] : [item.code])));
  return (placementOf(state)?.spares ?? []).filter((code) => !begun.has(code));
}

/** Whether the results of an area may be used on a day. */
export const isValidOn = ({ validFrom, validTo }: Pick<AreaFacts, "validFrom" | "validTo">, on: string): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

/** The results of an area may be used only while they are valid. */
function refuseOutsideValidity({ areaCode, validFrom, validTo }: AreaFacts, on: string): Refusal | null {
  if (on < validFrom) return { code: "area-not-valid-yet", field: "areaId", area: areaCode, validFrom };
  return validTo !== null && on > validTo ? { code: "area-expired", field: "areaId", area: areaCode, validTo } : null;
}

/**
 * Places the project in an assessed area, with the facts of the area as they stand. After the plan was confirmed this needs a reason, and
 * the plan changes only when it is confirmed again.
 */
export function placeInArea(state: ProjectCase, command: Of<"place-in-area">, context: Context): Result<readonly CaseEvent[]> {
  const { areaId, area, on } = command;
  const reason = command.reason?.trim() || null;
  if (!area) return refuse({ code: "area-unknown", field: "areaId" });
  const present = placementOf(state);
  const refusal = firstRefusal(
    refuseFuture(on, context),
    refuseBefore(on, state.project.registeredOn, "registered"),
    state.project.status === "completed" ? { code: "area-project-completed" } : null,
    present?.areaId === areaId ? { code: "area-already-placed", field: "areaId", area: area.areaCode } : null,
    refuseOutsideValidity(area, on),
    state.project.planConfirmedOn !== null && reason === null ? { code: "placement-needs-reason", field: "reason" } : null,
  );
  if (refusal) return refuse(refusal);
  const { personId: byId, name: byName } = context.actor;
  const placed: CaseEvent = { type: "area-placed", placementId: context.newId(), areaId, ...area, reason, on, byId, byName };
  return ok(present ? [{ type: "area-left", placementId: present.id, reason: area.areaCode, on }, placed] : [placed]);
}

/** Takes the project out of its area: what the area spared is asked for again when the plan is next confirmed. */
export function leaveArea(state: ProjectCase, command: Of<"leave-area">, context: Context): Result<readonly CaseEvent[]> {
  const present = placementOf(state);
  if (!present) return refuse({ code: "area-not-placed" });
  const refusal = firstRefusal(refuseFuture(command.on, context), refuseBefore(command.on, present.placedOn, "placed"), refuseBlank(command.reason, "reason"));
  if (refusal) return refuse(refusal);
  return ok([{ type: "area-left", placementId: present.id, reason: command.reason, on: command.on }]);
}

/** The state after the project was placed in an area or taken out of one. */
export function evolveArea(state: ProjectCase, event: AreaEvent): ProjectCase {
  if (event.type === "area-placed") {
    const { type: _, placementId: id, on: placedOn, ...facts } = event;
    return { ...state, placements: { ...state.placements, [id]: { id, ...facts, placedOn, endedOn: null, endedReason: null } } };
  }
  const placement = state.placements[event.placementId];
  if (!placement) throw new Error("area-left names a placement the case does not have");
  return { ...state, placements: { ...state.placements, [placement.id]: { ...placement, endedOn: event.on, endedReason: event.reason } } };
}
