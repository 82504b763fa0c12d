import type { CivilDay, Instant } from "../calendar/calendar-date";
import type { CorrectableEntry, ProjectFacts } from "./commands";
import type { Principal } from "./context";
import type { AreaEvent } from "./parts/area-placement";
import type { CorrectionRulingEvent } from "./parts/correction";
import type { DeferralEvent } from "./parts/deferral";
import type { DirectionEvent } from "./parts/direction";
import type { EvidenceEvent } from "./parts/evidence";
import type { ExplanationEvent } from "./parts/explanation";
import type { FindingEvent } from "./parts/finding";
import type { ForwardingEvent } from "./parts/forwarding";
import type { HandoverEvent } from "./parts/handover";
import type { IntakeEvent } from "./parts/intake";
import type { JointReviewEvent } from "./parts/joint-review";
import type { MaterialEvent } from "./parts/material";
import type { NoticeCommitmentEvent } from "./parts/notice-commitment";
import type { CommitmentEvent } from "./parts/project-commitment";
import type { ProjectFactsEvent } from "./parts/project-facts";
import type { SignatureEvent } from "./parts/signature";
import type { SimulationEvent } from "./parts/simulation";
import type { ReceiptChannel, WindowNamed } from "./parts/window";
import type { Item } from "./state";

/** An item as the plan fixed it; ids are given by the event so that replay gives the same rows. */
export type PlannedItem = Pick<
  Item,
  | "id"
  | "itemNo"
  | "ordinal"
  | "code"
  | "nameZh"
  | "nameEn"
  | "stage"
  | "type"
  | "departmentCode"
  | "prerequisites"
  | "required"
  | "planReason"
  | "committedWorkingDays"
  | "committedAssumed"
  | "statutoryDays"
  | "statutoryUnit"
  | "statutoryStartsAt"
  | "statutorySource"
>;

/** What happened, past tense, complete: replaying a project's events through `evolve` from nothing gives its rows. */
export type CaseEvent =
  | ({
      readonly type: "project-registered";
      readonly id: string;
      readonly centreId: string;
      readonly projectNo: string;
      readonly queryCode: string;
      readonly enterpriseId: string;
      readonly packId: string;
      readonly packDigest: string;
      readonly budgetWorkingDays: number | null;
      readonly agentId: string | null;
      readonly agentName: string | null;
      readonly on: CivilDay;
    } & ProjectFacts)
  | { readonly type: "agent-assigned"; readonly agentId: string; readonly agentName: string; readonly reason: string | null }
  | { readonly type: "screening-answered"; readonly answers: Readonly<Record<string, string>> }
  | {
      readonly type: "plan-confirmed";
      readonly on: CivilDay;
      readonly items: readonly PlannedItem[];
      readonly droppedItemIds: readonly string[];
      readonly dropReasons: Readonly<Record<string, string>>;
      /** Items not yet begun whose prerequisites the new list changes: item id → prerequisite codes. */
      readonly relinked: Readonly<Record<string, readonly string[]>>;
      /** Dropped items that an assessed area spares the project: item id → code of the area. Absent in earlier events. */
      readonly spared?: Readonly<Record<string, string>>;
      /** Items an officer had added that the screening asks for by now. Absent where there are none, and in earlier events. */
      readonly asked?: readonly string[];
    }
  | {
      readonly type: "item-received";
      readonly itemId: string;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
      /** Absent where nobody said, and in events recorded before there were windows; so is `window`. */
      readonly channel?: ReceiptChannel;
      readonly window?: WindowNamed;
    }
  | {
      readonly type: "correction-notified";
      readonly itemId: string;
      readonly correctionId: string;
      readonly ordinal: number;
      readonly noticeNo: string;
      readonly on: CivilDay;
      readonly defects: readonly string[];
      readonly replyBy: CivilDay | null;
    }
  | { readonly type: "second-correction-allowed"; readonly itemId: string; readonly byId: string; readonly byName: string; readonly reason: string }
  | { readonly type: "correction-supplied"; readonly itemId: string; readonly correctionId: string; readonly on: CivilDay; readonly note: string | null }
  | {
      readonly type: "item-accepted";
      readonly itemId: string;
      readonly on: CivilDay;
      readonly acceptanceNo: string;
      readonly byId: string;
      readonly byName: string;
      readonly joint: boolean;
      readonly deemed: boolean;
      readonly window?: WindowNamed;
      /** By somebody who sat at no window although the centre had some open: then no window has the item. Absent in events before this was asked. */
      readonly outsideWindows?: true;
      /** Deemed acceptance: first working day on which it could be found, because the notice period had passed. */
      readonly knownFrom?: CivilDay;
    }
  | {
      readonly type: "acceptance-refused";
      readonly itemId: string;
      readonly on: CivilDay;
      readonly reason: string;
      readonly decisionNo: string;
      readonly byId: string;
      readonly byName: string;
    }
  | { readonly type: "review-started"; readonly itemId: string; readonly on: CivilDay; readonly byId: string; readonly byName: string }
  | {
      readonly type: "step-recorded";
      readonly itemId: string;
      readonly stepId: string;
      readonly ordinal: number;
      readonly step: string;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
      readonly remark: string | null;
    }
  | {
      readonly type: "procedure-opened";
      readonly itemId: string;
      readonly procedureId: string;
      readonly kind: string;
      readonly stops: "both" | "committed";
      readonly noticeNo: string | null;
      readonly toldWorkingDays: number | null;
      readonly reason: string;
      readonly on: CivilDay;
      readonly byId: string;
    }
  | { readonly type: "procedure-closed"; readonly itemId: string; readonly procedureId: string; readonly on: CivilDay; readonly outcome: string }
  | {
      readonly type: "extension-requested";
      readonly itemId: string;
      readonly extensionId: string;
      readonly workingDays: number;
      readonly reason: string;
      readonly on: CivilDay;
      readonly byId: string;
    }
  | {
      readonly type: "extension-ruled";
      readonly itemId: string;
      readonly extensionId: string;
      readonly approved: boolean;
      readonly reason: string;
      readonly on: CivilDay;
      readonly byId: string;
    }
  | JointReviewEvent
  | AreaEvent
  | {
      readonly type: "item-decided";
      readonly itemId: string;
      readonly granted: boolean;
      readonly decisionNo: string;
      readonly reason: string | null;
      readonly overdueReason: string | null;
      /** 容缺通过: a deferred material was outstanding. Absent in events recorded before there were deferrals. */
      readonly withGap?: boolean;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
    }
  | { readonly type: "result-issued"; readonly itemId: string; readonly on: CivilDay; readonly byId: string; readonly byName: string }
  | { readonly type: "result-delivered"; readonly itemId: string; readonly method: "window" | "post"; readonly receivedBy: string; readonly on: CivilDay }
  | { readonly type: "item-withdrawn"; readonly itemId: string; readonly reason: string; readonly on: CivilDay }
  | {
      readonly type: "milestone-completed";
      readonly itemId: string;
      readonly reference: string;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
    }
  | {
      readonly type: "note-added";
      readonly noteId: string;
      readonly itemId: string | null;
      readonly text: string;
      readonly shownToInvestor: boolean;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
    }
  | {
      readonly type: "entry-corrected";
      readonly itemId: string;
      readonly entry: CorrectableEntry;
      readonly from: string | null;
      readonly to: string;
      readonly reason: string;
      /** Set when the corrected day shows the item as closed overdue. */
      readonly overdueReason: string | null;
    }
  | DeferralEvent
  | MaterialEvent
  | CorrectionRulingEvent
  | FindingEvent
  | IntakeEvent
  | HandoverEvent
  | DirectionEvent
  | ExplanationEvent
  | ForwardingEvent
  | NoticeCommitmentEvent
  | ProjectFactsEvent
  | EvidenceEvent
  | SignatureEvent
  | CommitmentEvent
  | SimulationEvent;

export type EventType = CaseEvent["type"];

/** An event as recorded: position in the project's chain, who, when it was entered, and the digest of the one before. */
export interface RecordedEvent {
  readonly seq: number;
  readonly event: CaseEvent;
  readonly actorId: string;
  readonly actorName: string;
  readonly actorRole: string;
  /** The manager in whose name the actor acted under a cover. */
  readonly onBehalfOf?: Principal | null;
  /** Day the thing happened; null for acts without a day of their own. */
  readonly happenedOn: CivilDay | null;
  readonly recordedAt: Instant;
  /** Entered on a later working day than it happened (H06, Z23). */
  readonly backDated: boolean;
  readonly hash: string;
  readonly previousHash: string;
}
