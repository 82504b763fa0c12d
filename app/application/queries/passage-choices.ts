import type { CivilDay } from "../../domain/calendar/calendar-date";
import { checklistBegun } from "../../domain/case/checklist";
import { openPaths } from "../../domain/case/direction";
import { mayConfirm, openHandovers } from "../../domain/case/handover";
import type { HandoverKind } from "../../domain/case/parts/handover";
import type { Item } from "../../domain/case/state";
import { isAbove } from "../../domain/pack/level";
import type { Words } from "../../domain/pack/pack";
import type { UpperLevel } from "../../domain/pack/values";
import { departmentOf } from "./item-view";
import type { CaseInView } from "./project-case";

/** A hand-over this person may sign for. */
export interface OpenHandover {
  readonly id: string;
  readonly kind: HandoverKind;
  readonly department: Words | null;
  readonly carrier: string | null;
  readonly trackingNo: string | null;
  readonly sentOn: CivilDay;
}

/** What the fields of hand-overs, questions and forwarding choose from. */
export interface PassageChoices {
  readonly handovers: readonly OpenHandover[];
  readonly paths: readonly { readonly id: string; readonly text: string; readonly askedOn: CivilDay }[];
  /** Levels above the place, the highest first, and the one the rules name for this item. */
  readonly levels: readonly UpperLevel[];
  readonly usualLevel: UpperLevel | null;
  readonly officer: string | null;
  /** The window kept the checklist of the item: it shows whether the file is complete. */
  readonly listed: boolean;
}

const UPPER_LEVELS: readonly UpperLevel[] = ["state", "province", "city"];

export function passageChoices({ state, pack, actor }: CaseInView, item: Item): PassageChoices {
  return {
    handovers: openHandovers(state, item.id)
      .filter((handover) => mayConfirm(handover, actor))
      .map(({ id, kind, departmentCode, carrier, trackingNo, sentOn }) => ({
        id,
        kind,
        department: departmentCode === null ? null : departmentOf(pack, departmentCode),
        carrier,
        trackingNo,
        sentOn,
      })),
    paths: openPaths(state, item.id).map(({ id, text, askedOn }) => ({ id, text, askedOn })),
    levels: UPPER_LEVELS.filter((level) => isAbove(level, pack)),
    usualLevel: pack.items.find((candidate) => candidate.code === item.code)?.forwardedTo ?? null,
    officer: state.project.agentName,
    listed: checklistBegun(state, item.id),
  };
}
