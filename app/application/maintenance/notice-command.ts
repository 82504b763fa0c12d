import type { Telling } from "../../../db/seeds/story";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import type { Command } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { letterOf } from "../../domain/case/letter";
import type { NoticeCommitmentCommand } from "../../domain/case/parts/notice-commitment";
import type { Item, ProjectCase } from "../../domain/case/state";
import type { Pack } from "../../domain/pack/pack";
import { letterDigest } from "../letter-digest";
import { signingCapacity } from "./signing-capacity";

type OfNotice = Extract<Telling, { item: string; type: NoticeCommitmentCommand["type"] }>;
type WithoutItem<T> = T extends unknown ? Omit<T, "item"> : never;

interface Scene {
  readonly day: CivilDay;
  readonly calendar: WorkingCalendar;
  /** Number of a paper about the item. */
  paper(kind: "correction" | "decision", item: Item, ordinal?: number): string;
}

/** Fills in what a story leaves open about the notice commitment of an item: days counted from the act, and the numbers of its papers. */
export function noticeCommand(told: WithoutItem<OfNotice>, item: Item, { day: on, calendar, paper }: Scene): Command {
  const { itemNo } = item;
  switch (told.type) {
    case "tell-notice-commitment":
      return { ...told, itemNo, on, noticeNo: paper("correction", item) };
    case "grant-on-notice-commitment":
      return { ...told, itemNo, on, decisionNo: paper("decision", item) };
    case "set-notice-check-day": {
      const { checkIn, ...said } = told;
      return { ...said, itemNo, on, checkDueOn: calendar.nthWorkingDayAfter(on, checkIn) };
    }
    case "record-notice-check": {
      const { rectifyIn, ...said } = told;
      return { ...said, itemNo, on, rectifyBy: rectifyIn === null ? null : calendar.nthWorkingDayAfter(on, rectifyIn) };
    }
    case "rule-on-notice-commitment":
      return { ...told, itemNo, on, decisionNo: told.ruling === "revoke" ? paper("decision", item, item.ordinal + 50) : null };
    default:
      return { ...told, itemNo, on };
  }
}

/** The signature under the letter that was chosen and waits for it. */
export function noticeSignature(state: ProjectCase, pack: Pack, actor: Actor): Command {
  const notice = Object.values(state.noticeCommitments).find(({ status }) => status === "chosen");
  const letter = notice && letterOf("notice-commitment", state, notice.id, pack);
  if (!notice || !letter) throw new Error(`${state.project.name} has no notice-commitment letter to sign`);
  const digest = letterDigest(letter);
  return {
    type: "sign-letter",
    letterKind: "notice-commitment",
    subjectId: notice.id,
    shownDigest: digest,
    digest,
    typedName: actor.name,
    ...signingCapacity(state, actor),
    method: "password",
    address: null,
  };
}
