import type { CivilDay } from "../calendar/calendar-date";
import type { CategoryCode, StageCode } from "../pack/pack";
import type { AreaCommand } from "./parts/area-placement";
import type { CorrectionRulingCommand } from "./parts/correction";
import type { DeferralCommand } from "./parts/deferral";
import type { DirectionCommand } from "./parts/direction";
import type { EvidenceCommand } from "./parts/evidence";
import type { ExplanationCommand } from "./parts/explanation";
import type { FindingCommand } from "./parts/finding";
import type { ForwardingCommand } from "./parts/forwarding";
import type { HandoverCommand } from "./parts/handover";
import type { IntakeCommand } from "./parts/intake";
import type { JointReviewCommand } from "./parts/joint-review";
import type { MaterialCommand } from "./parts/material";
import type { NoticeCommitmentCommand } from "./parts/notice-commitment";
import type { CommitmentCommand } from "./parts/project-commitment";
import type { ProjectFactsCommand } from "./parts/project-facts";
import type { SignatureCommand } from "./parts/signature";
import type { SimulationCommand } from "./parts/simulation";
import type { ReceiptChannel } from "./parts/window";

/** Facts about the project as typed by the officer. */
export interface ProjectFacts {
  readonly name: string;
  readonly category: CategoryCode;
  readonly projectCode: string | null;
  readonly enterpriseName: string;
  readonly creditCode: string;
  /** 法定代表人; null where it is not known, absent in registrations from before it was asked for. */
  readonly legalRepresentative?: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly site: string;
  readonly investmentWan: number | null;
  readonly keyProject: boolean;
  readonly greenChannel: boolean;
  readonly attractedInvestment: boolean;
}

/** The day the thing happened, never later than today. The moment of entry is kept beside it by `execute`. */
interface Dated {
  readonly on: CivilDay;
}
interface OfItem {
  readonly itemNo: string;
}

/**
 * Every act on a case. `projectNo` says which case; `register-project` has none yet and receives number, query code
 * and enterprise id from `execute`, which takes them from the counters of the centre.
 */
export type Command =
  | ({
      readonly type: "register-project";
      readonly projectNo: string;
      readonly queryCode: string;
      readonly enterpriseId: string;
      readonly packId: string;
    } & ProjectFacts &
      Dated)
  | { readonly type: "assign-agent"; readonly agentId: string; readonly agentName: string; readonly reason: string | null }
  | { readonly type: "answer-screening"; readonly answers: Readonly<Record<string, string>> }
  | {
      readonly type: "confirm-plan";
      readonly on: CivilDay;
      readonly added: readonly { readonly code: string; readonly reason: string }[];
      readonly dropped: readonly { readonly code: string; readonly reason: string }[];
    }
  | ({ readonly type: "receive-items"; readonly itemNos: readonly string[]; readonly channel?: ReceiptChannel | null } & Dated)
  | ({ readonly type: "notify-correction"; readonly noticeNo: string; readonly defects: readonly string[]; readonly replyBy: CivilDay | null } & OfItem & Dated)
  | ({ readonly type: "allow-second-correction"; readonly reason: string } & OfItem)
  | ({ readonly type: "supply-correction"; readonly note: string | null } & OfItem & Dated)
  | ({ readonly type: "accept-item"; readonly acceptanceNo: string } & OfItem & Dated)
  /** 统一受理: every received item of the stage is accepted on one day by one act. */
  | ({ readonly type: "accept-stage"; readonly stage: StageCode; readonly acceptanceNo: string } & Dated)
  | ({ readonly type: "refuse-acceptance"; readonly reason: string; readonly decisionNo: string } & OfItem & Dated)
  | ({ readonly type: "start-review" } & OfItem & Dated)
  | ({ readonly type: "record-step"; readonly step: string; readonly remark: string | null } & OfItem & Dated)
  | ({
      readonly type: "open-procedure";
      readonly kind: string;
      readonly noticeNo: string | null;
      readonly toldWorkingDays: number | null;
      readonly reason: string;
    } & OfItem &
      Dated)
  | ({ readonly type: "close-procedure"; readonly procedureId: string; readonly outcome: string } & OfItem & Dated)
  | ({ readonly type: "request-extension"; readonly workingDays: number; readonly reason: string } & OfItem & Dated)
  | ({ readonly type: "rule-on-extension"; readonly extensionId: string; readonly approved: boolean; readonly reason: string } & OfItem & Dated)
  | JointReviewCommand
  | AreaCommand
  | ({
      readonly type: "decide-item";
      readonly granted: boolean;
      readonly decisionNo: string;
      readonly reason: string | null;
      readonly overdueReason: string | null;
    } & OfItem &
      Dated)
  | ({ readonly type: "issue-result" } & OfItem & Dated)
  | ({ readonly type: "deliver-result"; readonly method: "window" | "post"; readonly receivedBy: string; readonly identityChecked?: boolean } & OfItem & Dated)
  | ({ readonly type: "withdraw-item"; readonly reason: string } & OfItem & Dated)
  /** Milestones and services (land contract, tendering, surveys): tracked to their result, never accepted. */
  | ({ readonly type: "complete-milestone"; readonly reference: string } & OfItem & Dated)
  | { readonly type: "add-note"; readonly itemNo: string | null; readonly text: string; readonly shownToInvestor: boolean }
  /** 容错纠错: a recorded day or number was wrong. The old event stays; the correction has a reason. */
  | ({
      readonly type: "correct-entry";
      readonly entry: CorrectableEntry;
      readonly value: string;
      readonly reason: string;
      readonly overdueReason?: string | null;
    } & OfItem)
  | DeferralCommand
  | MaterialCommand
  | CorrectionRulingCommand
  | FindingCommand
  | IntakeCommand
  | HandoverCommand
  | DirectionCommand
  | ExplanationCommand
  | ForwardingCommand
  | NoticeCommitmentCommand
  | ProjectFactsCommand
  | EvidenceCommand
  | SignatureCommand
  | CommitmentCommand
  | SimulationCommand;

/** Fields of an item that a correction entry may put right. */
export type CorrectableEntry = "receivedOn" | "acceptedOn" | "decidedOn" | "decisionNo" | "acceptanceNo";

export type CommandType = Command["type"];
