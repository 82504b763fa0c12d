import type { CivilDay } from "../../domain/calendar/calendar-date";
import { openPaths } from "../../domain/case/direction";
import { forwardingsOf, returnedSending } from "../../domain/case/forwarding";
import { missingPrerequisites, openProcedures } from "../../domain/case/guards";
import { isClosed, isTracked } from "../../domain/case/moves";
import { liveSimulated } from "../../domain/case/simulation/reads";
import type { Item, ItemStatus } from "../../domain/case/state";
import type { ClockLight } from "../../domain/clock/clock";
import { FORWARDING_PAUSE } from "../../domain/clock/forwarded";
import { lightOf } from "../../domain/clock/light";
import { decidingLevel, isDecidedAbove, type Level } from "../../domain/pack/level";
import type { ItemType, Pack, StageCode, Words } from "../../domain/pack/pack";
import type { UpperLevel } from "../../domain/pack/values";
import { translator } from "../../i18n";
import type { CaseToday } from "./project-case";

/** A forwarded file that the level above gave back: who did, since when and why. */
export interface ReturnedFile {
  readonly by: string;
  readonly on: CivilDay;
  readonly reason: string;
}

/** Who has the next move on an item. */
export type HolderNow =
  | { readonly kind: "prerequisites"; readonly waitsFor: readonly Words[] }
  | { readonly kind: "to-submit" | "to-reach" | "simulation" | "investor" | "window" | "manager" | "issuing" | "courier" | "nobody" }
  /** `returned`: what the level above gave back to it. */
  | { readonly kind: "department"; readonly name: Words; readonly returned: ReturnedFile | null }
  /** The level above has the file (转报). */
  | { readonly kind: "upper"; readonly level: UpperLevel; readonly name: Words; readonly since: CivilDay; readonly received: boolean }
  | { readonly kind: "procedure"; readonly name: Words; readonly department: Words; readonly since: CivilDay; readonly days: number };

/** One item as a card or a line shows it. */
export interface ItemView {
  readonly itemNo: string;
  readonly ordinal: number;
  readonly code: string;
  readonly name: Words;
  readonly stage: StageCode;
  readonly type: ItemType;
  readonly status: ItemStatus;
  readonly required: boolean;
  readonly planReason: string | null;
  readonly department: Words;
  /** Level of the body that decides, and whether that is above the place. */
  readonly level: Level;
  readonly decidedAbove: boolean;
  readonly holder: HolderNow;
  readonly light: ClockLight;
  readonly dueOn: CivilDay | null;
  readonly provisional: boolean;
  /** Working days to the due day; negative once it has passed, null without one. */
  readonly remaining: number | null;
  readonly limitWorkingDays: number | null;
  readonly limitAssumed: boolean;
  readonly acceptedOn: CivilDay | null;
  readonly endedOn: CivilDay | null;
  readonly closed: boolean;
  readonly tracked: boolean;
}

export const nameOf = (item: Pick<Item, "nameZh" | "nameEn">): Words => ({ zh: item.nameZh, en: item.nameEn });

/** The department by its code in the rules of the place; the code itself where they do not know it. */
export const departmentOf = (pack: Pack, code: string): Words =>
  pack.departments.find((department) => department.code === code)?.name ?? { zh: code, en: code };

/** A file at the level above stands still here like a procedure, and is none of the place's kinds. */
const FORWARDED: Words = { zh: translator("zh-CN")("forwardings.title"), en: translator("en")("forwardings.title") };

export const procedureName = (pack: Pack, kind: string): Words =>
  kind === FORWARDING_PAUSE ? FORWARDED : (pack.procedures.find((candidate) => candidate.code === kind)?.name ?? { zh: kind, en: kind });

/** Puts an item into words and numbers as of today. */
export function viewItem(found: CaseToday, item: Item): ItemView {
  const { pack, calendar, today } = found;
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  return {
    itemNo: item.itemNo,
    ordinal: item.ordinal,
    code: item.code,
    name: nameOf(item),
    stage: item.stage,
    type: item.type,
    status: item.status,
    required: item.required,
    planReason: item.planReason,
    department: departmentOf(pack, item.departmentCode),
    level: decidingLevel(pack, rule),
    decidedAbove: isDecidedAbove(item.code, pack),
    holder: holderOf(found, item),
    light: lightOf(item, today),
    dueOn: item.running ? item.dueOn : null,
    provisional: item.dueProvisional,
    remaining: item.running && item.dueOn !== null ? calendar.workingDaysBetween(today, item.dueOn) : null,
    limitWorkingDays: item.committedWorkingDays,
    limitAssumed: item.committedAssumed,
    acceptedOn: item.acceptedOn,
    endedOn: item.endedOn,
    closed: isClosed(item),
    tracked: isTracked(item),
  };
}

/** Whose turn it is, from the state alone. */
export function holderOf({ state, pack, calendar, today }: CaseToday, item: Item): HolderNow {
  switch (item.status) {
    case "planned": {
      if (openPaths(state, item.id).length > 0) return { kind: "manager" };
      if (liveSimulated(state, item.id)) return { kind: "simulation" };
      const waitsFor = missingPrerequisites(state, item, today);
      if (waitsFor.length > 0) return { kind: "prerequisites", waitsFor: waitsFor.map(nameOf) };
      return { kind: isTracked(item) ? "to-reach" : "to-submit" };
    }
    case "received":
      return { kind: openPaths(state, item.id).length > 0 ? "manager" : "window" };
    case "forwarded": {
      const sending = forwardingsOf(state, item.id).at(-1);
      if (!sending) throw new Error(`${item.itemNo} is forwarded and was never sent`);
      const { level, upperBody, sentOn, upperReceiptOn } = sending;
      return { kind: "upper", level, name: { zh: upperBody, en: upperBody }, since: upperReceiptOn ?? sentOn, received: upperReceiptOn !== null };
    }
    case "correcting":
      return { kind: "investor" };
    case "accepted":
    case "in-review": {
      const [open] = openProcedures(state, item.id);
      const department = departmentOf(pack, item.departmentCode);
      if (!open) {
        const back = returnedSending(state, item);
        return { kind: "department", name: department, returned: back && { by: back.upperBody, on: back.returnedOn, reason: back.returnReason ?? "" } };
      }
      return {
        kind: "procedure",
        name: procedureName(pack, open.kind),
        department,
        since: open.openedOn,
        days: calendar.workingDaysBetween(open.openedOn, today),
      };
    }
    case "granted":
    case "issued":
      return { kind: item.postedOn === null ? "issuing" : "courier" };
    case "refused":
      return { kind: item.deliveredOn !== null ? "nobody" : item.postedOn === null ? "issuing" : "courier" };
    default:
      return { kind: "nobody" };
  }
}
