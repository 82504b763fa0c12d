import type { Command, ProjectFacts } from "../../app/domain/case/commands";
import type { HandoverKind } from "../../app/domain/case/parts/handover";
import type { CheckPoint } from "../../app/domain/case/parts/project-commitment";
import type { ChangeableFacts } from "../../app/domain/case/parts/project-facts";
import type { SupervisionPoint } from "../../app/domain/pack/practice";

/** Demo centres by the code that starts their project numbers. */
export type CentreKey = "HY" | "DY" | "FX" | "KC" | "ZB";

/**
 * Who acts in a beat. `agent` is the officer of the story; `reviewer` is the reviewer of the department that decides the
 * item, or of the department a joint-review opinion speaks for; `investor` acts for the enterprise of the project.
 */
export type Part = "agent" | "intake" | "issuing" | "reviewer" | "manager" | "investor";

/** What a story leaves open: days, addresses and numbers that exist only once it is played. */
type LeftOpen =
  | "on"
  | "itemNo"
  | "itemNos"
  | "procedureId"
  | "extensionId"
  | "reviewId"
  | "noticeNo"
  | "acceptanceNo"
  | "decisionNo"
  | "replyBy"
  | "supplyBy"
  | "promiseNo"
  | "happenedOn"
  | "letterNo"
  | "upperNo"
  | "resultNo"
  | "meetOn"
  | "opinionNo"
  | "sources"
  | "handoverId"
  | "directionId"
  | "areaId"
  | "area"
  | "fromId";

/** What only one act leaves open: the stage of a review about an item follows from the item. */
interface AlsoOpen {
  readonly "convene-review": "stage";
  readonly "apply-simulation": "missing";
  readonly "rule-on-simulation": "runNo";
  readonly "record-trigger": "runNo" | "documentOn";
  readonly "terminate-simulation": "runNo";
  readonly "sign-letter": "subjectId" | "shownDigest" | "digest" | "typedName" | "capacity" | "authorisation" | "address" | "method";
  readonly "change-facts": "facts";
  readonly "appraise-commitment": "commitmentNo";
  readonly "add-standard": "commitmentNo" | "departmentCode" | "dueOn";
  readonly "drop-standard": "commitmentNo" | "standardId";
  readonly "hand-down-standards": "commitmentNo" | "documentNo";
  readonly "precheck-promise": "commitmentNo";
  readonly "supplement-promise": "commitmentNo";
  readonly "open-publicity": "commitmentNo";
  readonly "record-objection": "commitmentNo";
  readonly "rule-on-objection": "commitmentNo" | "objectionId";
  readonly "put-in-force": "commitmentNo" | "checks";
  readonly "schedule-check": "commitmentNo" | "checkId" | "dueOn";
  readonly "record-check": "commitmentNo" | "checkId" | "rectifyBy" | "failedStandardIds";
  readonly "recheck-rectification": "commitmentNo" | "checkId";
  readonly "record-works-completion": "commitmentNo" | "verifyBy";
  readonly "rule-on-breach": "commitmentNo" | "rectifyBy";
  readonly "exit-commitment": "commitmentNo";
  readonly "reward-commitment": "commitmentNo";
  readonly "set-notice-check-day": "checkDueOn";
  readonly "record-notice-check": "rectifyBy";
}

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
  /** Working days given for the missing materials. */
  "accept-with-gaps": { readonly item: string; readonly supplyIn: number };
  "supply-deferred": { readonly item: string };
  /** Working days from the day of the act. */
  "extend-deferral": { readonly item: string; readonly supplyIn: number };
  "rule-on-deferral": { readonly item: string };
  "rule-on-correction": { readonly item: string };
  "precheck-items": { readonly items: readonly string[] };
  "accept-bundle": { readonly items: readonly string[] };
  "hand-over-papers": { readonly items: readonly string[] };
  "return-result": { readonly item: string };
  "post-materials": { readonly items: readonly string[] };
  "send-result": { readonly items: readonly string[] };
  /** The open hand-over of this kind; `department` signs for papers. */
  "confirm-handover": { readonly item: string; readonly kind: HandoverKind };
  "signpost-item": { readonly item: string };
  "ask-overdue-reason": { readonly item: string };
  "explain-overdue": { readonly item: string };
  "seek-second-list": { readonly item: string };
  /** The one that was given and is not ruled on. */
  "rule-on-explanation": { readonly item: string };
  "seek-path": { readonly item: string };
  "answer-path": { readonly item: string };
  "forward-item": { readonly item: string };
  "record-upper-receipt": { readonly item: string };
  "record-upper-return": { readonly item: string };
  "record-upper-result": { readonly item: string };
  "bring-materials": { readonly item: string };
  "waive-material": { readonly item: string };
  "require-material": { readonly item: string };
  /** The material of that name brought for another item. */
  "reuse-material": { readonly item: string; readonly fromItem: string; readonly fromName: string };
  "report-irregularity": { readonly item: string | null };
  "add-note": { readonly item: string | null };
  "receive-items": { readonly items: readonly string[] };
  /** About a stage or an item by its catalogue code; working days given for the answers and until the visit, null when none are set. */
  "convene-review": { readonly about: string; readonly replyIn: number | null; readonly meetIn: number | null };
  /** The joint review about this stage or item, and the department that acts: the one that answers, or the lead. */
  "give-opinion": { readonly about: string; readonly department: string };
  "hold-review": { readonly about: string };
  /** Original conditions by their words. */
  "settle-conditions": { readonly about: string; readonly department: string; readonly conditions: readonly string[] };
  "merge-opinion": { readonly about: string; readonly department: string };
  /** Working days until each missing precondition is expected. */
  "apply-simulation": { readonly items: readonly string[]; readonly expectedIn: Readonly<Record<string, number>> };
  "start-simulated-review": { readonly item: string };
  "notify-simulated-correction": { readonly item: string };
  "supply-simulated-correction": { readonly item: string };
  "give-simulated-opinion": { readonly item: string };
  "review-differences": { readonly item: string };
  "supply-conversion-correction": { readonly item: string };
  "convert-item": { readonly item: string };
  "tell-notice-commitment": { readonly item: string };
  "recall-notice-commitment": { readonly item: string };
  "choose-notice-commitment": { readonly item: string };
  "decline-notice-commitment": { readonly item: string };
  "grant-on-notice-commitment": { readonly item: string };
  /** Working days from the day of the act. */
  "set-notice-check-day": { readonly item: string; readonly checkIn: number };
  "record-notice-check": { readonly item: string; readonly rectifyIn: number | null };
  "rule-on-notice-commitment": { readonly item: string };
  /** Department that writes the standard, checks the promise, or makes the check. */
  "add-standard": { readonly department: string; readonly item: string | null; readonly dueIn: number | null };
  "precheck-promise": { readonly department: string };
  /** Working days until the points of the place are due; null while nobody set them. */
  "put-in-force": { readonly checksIn: readonly { readonly point: SupervisionPoint; readonly days: number | null }[] };
  "schedule-check": { readonly point: CheckPoint; readonly dueIn: number };
  /** `failed`: standards by their indicators. */
  "record-check": { readonly department: string; readonly point: CheckPoint; readonly rectifyIn: number | null; readonly failed: readonly string[] };
  "recheck-rectification": { readonly department: string; readonly point: CheckPoint };
  "record-works-completion": { readonly verifyIn: number | null };
  "rule-on-breach": { readonly rectifyIn: number | null };
  /** Only what changes; the rest stays as it is. */
  "change-facts": { readonly changed: Partial<ChangeableFacts> };
  /** An assessed area of the demo by its code. */
  "place-in-area": { readonly areaCode: string };
}

type Open<T> = LeftOpen | (T extends keyof AlsoOpen ? AlsoOpen[T] : never);
type TellingOf<C extends Command> = C extends Command ? Omit<C, Open<C["type"]>> & (C["type"] extends keyof Named ? Named[C["type"]] : unknown) : never;

/** A command as a story tells it: `type` and what was said, without days, ids and paper numbers. */
export type Telling = TellingOf<
  Exclude<
    Command,
    {
      type:
        | "register-project"
        | "assign-agent"
        | "observe-day"
        | "reschedule-review"
        | "record-silence"
        | "cancel-review"
        | "leave-area"
        | "attach-file"
        | "attach-evidence"
        | "return-material"
        | "answer-simulation"
        | "move-expected-day"
        | "withdraw-letter";
    }
  >
>;

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
