import type { Command, ProjectFacts } from "../../app/domain/case/commands";
import type { StageCode } from "../../app/domain/pack/pack";

/** Demo centres by the code that starts their project numbers. */
export type CentreKey = "HY" | "DY";

/**
 * Who acts in a beat. `agent` is the officer of the story; `reviewer` is the reviewer of the department that decides the
 * item, or of the department a joint-review opinion speaks for.
 */
export type Part = "agent" | "intake" | "issuing" | "reviewer" | "manager";

/** What a story leaves open: days, addresses and numbers that exist only once it is played. */
type LeftOpen = "on" | "itemNo" | "itemNos" | "procedureId" | "extensionId" | "reviewId" | "noticeNo" | "acceptanceNo" | "decisionNo" | "replyBy";

/** How a story names the thing that the command addresses by an id. */
interface Named {
  /** An item by its catalogue code, in place of `itemNo`. */
  "accept-item": { readonly item: string };
  "notify-correction": { readonly item: string; readonly replyIn: number | null };
  "allow-second-correction": { readonly item: string };
  "supply-correction": { readonly item: string };
  "refuse-acceptance": { readonly item: string };
  "start-review": { readonly item: string };
  "record-step": { readonly item: string };
  "open-procedure": { readonly item: string };
  /** The open procedure of this kind. */
  "close-procedure": { readonly item: string; readonly kind: string };
  "request-extension": { readonly item: string };
  /** The extension still waiting for a ruling. */
  "rule-on-extension": { readonly item: string };
  "decide-item": { readonly item: string };
  "issue-result": { readonly item: string };
  "deliver-result": { readonly item: string };
  "withdraw-item": { readonly item: string };
  "complete-milestone": { readonly item: string };
  "correct-entry": { readonly item: string };
  "add-note": { readonly item: string | null };
  "receive-items": { readonly items: readonly string[] };
  /** Working days given for the answers; null when none are set. */
  "convene-review": { readonly replyIn: number | null };
  /** The joint review of this stage, answered by this department. */
  "give-opinion": { readonly stage: StageCode; readonly department: string };
}

type TellingOf<C extends Command> = C extends Command ? Omit<C, LeftOpen> & (C["type"] extends keyof Named ? Named[C["type"]] : unknown) : never;

/** A command as a story tells it: `type` and what was said, without days, ids and paper numbers. */
export type Telling = TellingOf<Exclude<Command, { type: "register-project" | "assign-agent" }>>;

/** One thing that happens: on which working day (0 is today, -3 three working days before), by whom, what. */
export interface Beat {
  readonly at: number;
  readonly by: Part;
  readonly tell: Telling;
}

/** A demo project told as the commands people gave, on working days around a today that moves. */
export interface Story {
  /** Stable: part of the idempotency key of every command. */
  readonly key: string;
  readonly centre: CentreKey;
  /** Sign-in name of the officer who registers and carries the project. */
  readonly agent: string;
  /** Working day of registration. */
  readonly registeredAt: number;
  readonly project: ProjectFacts;
  /** In order of time; beats of one day in the order they happen. */
  readonly beats: readonly Beat[];
}
