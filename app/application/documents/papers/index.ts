import type { PaperKind } from "../../../domain/case/parts/paper";
import { acceptanceNotice } from "./acceptance-notice";
import { correctionNotice } from "./correction-notice";
import { deferralNotice } from "./deferral-notice";
import { deferralPromise } from "./deferral-promise";
import { deliveryReceipt } from "./delivery-receipt";
import { extensionNotice } from "./extension-notice";
import { forwardingLetter } from "./forwarding-letter";
import { handOverReceipt } from "./hand-over-receipt";
import { mergedOpinion } from "./merged-opinion";
import { nonAcceptance } from "./non-acceptance";
import { procedureNotice } from "./procedure-notice";
import { receiptList } from "./receipt-list";
import { refusalDecision } from "./refusal-decision";
import { reviewRecord } from "./review-record";
import type { PaperWriter } from "./source";

interface Paper {
  readonly write: PaperWriter;
  /** Part of the paper's number: 收, 补, 受 … by their initials. No two kinds share one, nor JD of the progress report. */
  readonly mark: string;
}

/** Every paper of a case by its kind. */
export const PAPERS: Readonly<Record<PaperKind, Paper>> = {
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
};
