import type { PaperKind } from "../../../domain/case/parts/paper";
import { acceptanceNotice } from "./acceptance-notice";
import { breachDecision } from "./breach-decision";
import { checkRecord } from "./check-record";
import { commitmentLetter } from "./commitment-letter";
import { conversionCertificate } from "./conversion-certificate";
import { correctionNotice } from "./correction-notice";
import { deferralNotice } from "./deferral-notice";
import { deferralPromise } from "./deferral-promise";
import { deliveryReceipt } from "./delivery-receipt";
import { extensionNotice } from "./extension-notice";
import { forwardingLetter } from "./forwarding-letter";
import { handOverReceipt } from "./hand-over-receipt";
import { mergedOpinion } from "./merged-opinion";
import { nonAcceptance } from "./non-acceptance";
import { noticeCommitmentLetter } from "./notice-letter";
import { procedureNotice } from "./procedure-notice";
import { publicityNotice } from "./publicity-notice";
import { receiptList } from "./receipt-list";
import { rectificationNotice } from "./rectification-notice";
import { refusalDecision } from "./refusal-decision";
import { reviewRecord } from "./review-record";
import { simulatedCorrection } from "./simulated-correction";
import { simulatedOpinion } from "./simulated-opinion";
import { simulationEnd } from "./simulation-end";
import { simulationLetter } from "./simulation-letter";
import { simulationRefusal } from "./simulation-refusal";
import type { PaperWriter, SimulatedPaperWriter } from "./source";

/** Kinds without legal force; their writers cannot give a formal number, and those of all others no simulated one. */
type SimulatedPaperKind = "simulated-correction" | "simulated-opinion";

interface Paper<K extends PaperKind> {
  readonly write: K extends SimulatedPaperKind ? SimulatedPaperWriter : PaperWriter;
  /** Part of the paper's number: 收, 补, 受 … by their initials. No two kinds share one, nor JD of the progress report. */
  readonly mark: string;
}

/** Every paper of a case by its kind. */
export const PAPERS: { readonly [K in PaperKind]: Paper<K> } = {
  "receipt-list": { write: receiptList, mark: "SJ" },
  "correction-notice": { write: correctionNotice, mark: "BZ" },
  "acceptance-notice": { write: acceptanceNotice, mark: "SL" },
  "deferral-promise": { write: deferralPromise, mark: "RQC" },
  "deferral-notice": { write: deferralNotice, mark: "RQT" },
  "non-acceptance": { write: nonAcceptance, mark: "BSL" },
  "procedure-notice": { write: procedureNotice, mark: "TB" },
  "extension-notice": { write: extensionNotice, mark: "YQ" },
  "forwarding-letter": { write: forwardingLetter, mark: "ZB" },
  "refusal-decision": { write: refusalDecision, mark: "BXK" },
  "delivery-receipt": { write: deliveryReceipt, mark: "SD" },
  "hand-over-receipt": { write: handOverReceipt, mark: "JJ" },
  "review-record": { write: reviewRecord, mark: "LSJ" },
  "merged-opinion": { write: mergedOpinion, mark: "LSY" },
  "simulation-letter": { write: simulationLetter, mark: "FXCN" },
  "simulation-refusal": { write: simulationRefusal, mark: "MNBS" },
  "simulated-correction": { write: simulatedCorrection, mark: "MNBZ" },
  "simulated-opinion": { write: simulatedOpinion, mark: "MNYJ" },
  "conversion-certificate": { write: conversionCertificate, mark: "ZZ" },
  "simulation-end": { write: simulationEnd, mark: "MNZZ" },
  "notice-letter": { write: noticeCommitmentLetter, mark: "GZCN" },
  "commitment-letter": { write: commitmentLetter, mark: "XMCN" },
  "publicity-notice": { write: publicityNotice, mark: "GS" },
  "check-record": { write: checkRecord, mark: "HC" },
  "rectification-notice": { write: rectificationNotice, mark: "ZG" },
  "breach-decision": { write: breachDecision, mark: "WN" },
};
