import type { CivilDay } from "../../domain/calendar/calendar-date";
import { forwardingsOf } from "../../domain/case/forwarding";
import { handoversOf } from "../../domain/case/handover";
import { prechecksOf } from "../../domain/case/intake";
import type { Direction } from "../../domain/case/parts/direction";
import type { Forwarding } from "../../domain/case/parts/forwarding";
import type { Handover } from "../../domain/case/parts/handover";
import type { Precheck } from "../../domain/case/parts/intake";
import type { Item } from "../../domain/case/state";
import { readItem } from "../../domain/clock/item-clocks";
import { decidingLevel, isDecidedAbove, type Level } from "../../domain/pack/level";
import type { Words } from "../../domain/pack/pack";
import { departmentOf } from "./item-view";
import type { CaseInView } from "./project-case";

/** How an item passed between window, back office, courier, manager and the level above, as its page tells it. */
export interface PassageRecords {
  readonly prechecks: readonly Precheck[];
  readonly handovers: readonly (Handover & { readonly department: Words | null })[];
  readonly directions: readonly Direction[];
  readonly forwardings: readonly Forwarding[];
  /** Due day of the upper level's own clock and its working days left; null where it told no limit. */
  readonly upper: { readonly dueOn: CivilDay | null; readonly remaining: number | null; readonly late: boolean } | null;
  readonly level: Level;
  readonly decidedAbove: boolean;
  /** Only for items decided above: either level may accept, or the place does not say. */
  readonly twoLevels: { readonly eitherAccepts: boolean; readonly assumed: boolean; readonly source: string } | null;
  /** The line department that supervises where another body decides (D04); null where it decides itself. */
  readonly supervisor: Words | null;
  readonly pickupAssumed: boolean;
}

export function passageRecords({ state, pack, calendar, today }: CaseInView, item: Item): PassageRecords {
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  const above = isDecidedAbove(item.code, pack);
  const reading = item.status === "forwarded" ? readItem(state, item, pack, calendar, today).upper : null;
  const twoLevels = pack.rules?.twoLevelItems;
  return {
    prechecks: prechecksOf(state, item.id),
    handovers: handoversOf(state, item.id).map((handover) => ({
      ...handover,
      department: handover.departmentCode === null ? null : departmentOf(pack, handover.departmentCode),
    })),
    directions: Object.values(state.directions).filter((direction) => direction.itemId === item.id),
    forwardings: forwardingsOf(state, item.id),
    upper: reading && { dueOn: reading.dueOn, remaining: reading.remainingDays, late: reading.overdueDays > 0 },
    level: decidingLevel(pack, rule),
    decidedAbove: above,
    twoLevels: above && twoLevels ? { eitherAccepts: twoLevels.value === "either-level-accepts", assumed: twoLevels.assumed, source: twoLevels.source } : null,
    supervisor: rule && rule.department !== item.departmentCode ? departmentOf(pack, rule.department) : null,
    pickupAssumed: pack.rules?.pickupWorkingDays?.assumed ?? false,
  };
}
