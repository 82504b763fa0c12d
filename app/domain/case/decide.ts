import { ok, type Result, refuse } from "../result";
import { acceptItem, acceptStage, receiveItems, refuseToAccept } from "./acceptance";
import { leaveArea, placeInArea } from "./area-placement";
import type { Command } from "./commands";
import { rewardCommitment, ruleOnBreach } from "./commitment/breach";
import { exitCommitment, openPublicity, precheckPromise, putInForce, recordObjection, ruleOnObjection, supplementPromise } from "./commitment/promise";
import { addStandard, appraiseCommitment, dropStandard, handDownStandards, proposeCommitment } from "./commitment/start";
import { recheckRectification, recordCheck, recordWorksCompletion, scheduleCheck } from "./commitment/supervision";
import type { Context } from "./context";
import { allowSecondCorrection, notifyCorrection, supplyCorrection } from "./correction";
import { ruleOnCorrection } from "./correction-ruling";
import { acceptWithGaps, extendDeferral, ruleOnDeferral, supplyDeferred } from "./deferral";
import { deliverResult, issueResult } from "./delivery";
import { answerPath, seekPath, signpostItem } from "./direction";
import { completeMilestone, withdrawItem } from "./ending";
import { correctEntry } from "./entry";
import type { CaseEvent } from "./events";
import { attachEvidence } from "./evidence";
import { askOverdueReason, explainOverdue, ruleOnExplanation, seekSecondList } from "./explanation/acts";
import { requestExtension, ruleOnExtension } from "./extension";
import { reportIrregularity, withFindings } from "./finding";
import { forwardItem, recordUpperReceipt, recordUpperResult, recordUpperReturn } from "./forwarding";
import { closingGaps, waiveAwaited } from "./gap-materials";
import { confirmHandover, handOverPapers, postMaterials, returnResult, sendResult } from "./handover";
import { acceptBundle, precheckItems } from "./intake";
import { cancelReview, conveneReview, holdReview, rescheduleReview } from "./joint-review/joint-review";
import { mergeOpinion, settleConditions } from "./joint-review/merged-opinion";
import { attachFile, bringMaterials, requireMaterial, returnMaterial, reuseMaterial } from "./material";
import { addNote } from "./note";
import { recordNoticeCheck, ruleOnNotice, setNoticeCheckDay } from "./notice-commitment/check";
import { chooseNotice, declineNotice, grantOnNotice, recallNotice, tellNotice } from "./notice-commitment/promise";
import { observeDay } from "./observe";
import { closeProcedure, openProcedure } from "./procedure";
import { answerScreening, assignAgent, confirmPlan, registerProject } from "./project";
import { changeFacts } from "./project-facts";
import { decideItem, recordStep, startReview } from "./review";
import { giveOpinion, recordSilence } from "./review-opinion";
import { signLetter, withdrawLetter } from "./signature";
import { convertItem, reviewDifferences, supplyConversionCorrection } from "./simulation/conversion";
import { withSavings } from "./simulation/days-saved";
import { moveExpectedDay } from "./simulation/delay";
import { refuseSimulatedNumbers } from "./simulation/formal-numbers";
import { giveSimulatedOpinion, notifySimulatedCorrection, startSimulatedReview, supplySimulatedCorrection } from "./simulation/review";
import { answerSimulation, applySimulation, recordTrigger, ruleOnSimulation, terminateSimulation } from "./simulation/run";
import type { ProjectCase } from "./state";

/**
 * What a command would do to a case: the events to record, or why not. Pure; `state` is null only before registration.
 * Roles are checked by `execute` against `access/permissions.ts`; scope inside the case (own department) is checked here.
 */
export function decide(state: ProjectCase | null, command: Command, context: Context): Result<readonly CaseEvent[]> {
  const decided = act(state, command, context);
  // What the system finds by looking comes with its findings already.
  if (!decided.ok || state === null || command.type === "observe-day") return decided;
  const simulated = refuseSimulatedNumbers(decided.value);
  if (simulated) return refuse(simulated);
  return ok(withSavings(state, withFindings(state, decided.value, context), context));
}

function act(state: ProjectCase | null, command: Command, context: Context): Result<readonly CaseEvent[]> {
  if (command.type === "register-project") return registerProject(state, command, context);
  if (state === null) return refuse({ code: "project-unknown" });
  switch (command.type) {
    case "assign-agent":
      return assignAgent(state, command, context);
    case "answer-screening":
      return answerScreening(state, command, context);
    case "confirm-plan":
      return confirmPlan(state, command, context);
    case "receive-items":
      return receiveItems(state, command, context);
    case "notify-correction":
      return notifyCorrection(state, command, context);
    case "allow-second-correction":
      return allowSecondCorrection(state, command, context);
    case "supply-correction":
      return supplyCorrection(state, command, context);
    case "accept-item":
      return acceptItem(state, command, context);
    case "accept-stage":
      return acceptStage(state, command, context);
    case "refuse-acceptance":
      return refuseToAccept(state, command, context);
    case "start-review":
      return startReview(state, command, context);
    case "record-step":
      return recordStep(state, command, context);
    case "open-procedure":
      return openProcedure(state, command, context);
    case "close-procedure":
      return closeProcedure(state, command, context);
    case "request-extension":
      return requestExtension(state, command, context);
    case "rule-on-extension":
      return ruleOnExtension(state, command, context);
    case "convene-review":
      return conveneReview(state, command, context);
    case "reschedule-review":
      return rescheduleReview(state, command, context);
    case "hold-review":
      return holdReview(state, command, context);
    case "give-opinion":
      return giveOpinion(state, command, context);
    case "record-silence":
      return recordSilence(state, command, context);
    case "settle-conditions":
      return settleConditions(state, command, context);
    case "merge-opinion":
      return mergeOpinion(state, command, context);
    case "cancel-review":
      return cancelReview(state, command, context);
    case "place-in-area":
      return placeInArea(state, command, context);
    case "leave-area":
      return leaveArea(state, command, context);
    case "decide-item":
      return decideItem(state, command, context);
    case "issue-result":
      return issueResult(state, command, context);
    case "deliver-result":
      return deliverResult(state, command, context);
    case "withdraw-item":
      return withdrawItem(state, command, context);
    case "complete-milestone":
      return completeMilestone(state, command, context);
    case "bring-materials":
      return closingGaps(state, bringMaterials(state, command, context));
    case "attach-file":
      return closingGaps(state, attachFile(state, command, context));
    case "waive-material":
      return waiveAwaited(state, command, context);
    case "require-material":
      return requireMaterial(state, command, context);
    case "reuse-material":
      return closingGaps(state, reuseMaterial(state, command, context));
    case "return-material":
      return returnMaterial(state, command, context);
    case "precheck-items":
      return precheckItems(state, command, context);
    case "accept-bundle":
      return acceptBundle(state, command, context);
    case "hand-over-papers":
      return handOverPapers(state, command, context);
    case "return-result":
      return returnResult(state, command, context);
    case "post-materials":
      return postMaterials(state, command, context);
    case "send-result":
      return sendResult(state, command, context);
    case "confirm-handover":
      return confirmHandover(state, command, context);
    case "signpost-item":
      return signpostItem(state, command, context);
    case "seek-path":
      return seekPath(state, command, context);
    case "answer-path":
      return answerPath(state, command, context);
    case "ask-overdue-reason":
      return askOverdueReason(state, command, context);
    case "explain-overdue":
      return explainOverdue(state, command, context);
    case "seek-second-list":
      return seekSecondList(state, command, context);
    case "rule-on-explanation":
      return ruleOnExplanation(state, command, context);
    case "forward-item":
      return forwardItem(state, command, context);
    case "record-upper-receipt":
      return recordUpperReceipt(state, command, context);
    case "record-upper-return":
      return recordUpperReturn(state, command, context);
    case "record-upper-result":
      return recordUpperResult(state, command, context);
    case "change-facts":
      return changeFacts(state, command, context);
    case "propose-commitment":
      return proposeCommitment(state, command, context);
    case "appraise-commitment":
      return appraiseCommitment(state, command, context);
    case "add-standard":
      return addStandard(state, command, context);
    case "drop-standard":
      return dropStandard(state, command, context);
    case "hand-down-standards":
      return handDownStandards(state, command, context);
    case "precheck-promise":
      return precheckPromise(state, command, context);
    case "supplement-promise":
      return supplementPromise(state, command, context);
    case "open-publicity":
      return openPublicity(state, command, context);
    case "record-objection":
      return recordObjection(state, command, context);
    case "rule-on-objection":
      return ruleOnObjection(state, command, context);
    case "put-in-force":
      return putInForce(state, command, context);
    case "schedule-check":
      return scheduleCheck(state, command, context);
    case "record-check":
      return recordCheck(state, command, context);
    case "recheck-rectification":
      return recheckRectification(state, command, context);
    case "record-works-completion":
      return recordWorksCompletion(state, command, context);
    case "rule-on-breach":
      return ruleOnBreach(state, command, context);
    case "exit-commitment":
      return exitCommitment(state, command, context);
    case "reward-commitment":
      return rewardCommitment(state, command, context);
    case "attach-evidence":
      return attachEvidence(state, command, context);
    case "sign-letter":
      return signLetter(state, command, context);
    case "withdraw-letter":
      return withdrawLetter(state, command, context);
    case "apply-simulation":
      return applySimulation(state, command, context);
    case "answer-simulation":
      return answerSimulation(state, command, context);
    case "rule-on-simulation":
      return ruleOnSimulation(state, command, context);
    case "record-trigger":
      return recordTrigger(state, command, context);
    case "move-expected-day":
      return moveExpectedDay(state, command, context);
    case "terminate-simulation":
      return terminateSimulation(state, command, context);
    case "start-simulated-review":
      return startSimulatedReview(state, command, context);
    case "notify-simulated-correction":
      return notifySimulatedCorrection(state, command, context);
    case "supply-simulated-correction":
      return supplySimulatedCorrection(state, command, context);
    case "give-simulated-opinion":
      return giveSimulatedOpinion(state, command, context);
    case "review-differences":
      return reviewDifferences(state, command, context);
    case "supply-conversion-correction":
      return supplyConversionCorrection(state, command, context);
    case "convert-item":
      return convertItem(state, command, context);
    case "tell-notice-commitment":
      return tellNotice(state, command, context);
    case "recall-notice-commitment":
      return recallNotice(state, command, context);
    case "choose-notice-commitment":
      return chooseNotice(state, command, context);
    case "decline-notice-commitment":
      return declineNotice(state, command, context);
    case "grant-on-notice-commitment":
      return grantOnNotice(state, command, context);
    case "set-notice-check-day":
      return setNoticeCheckDay(state, command, context);
    case "record-notice-check":
      return recordNoticeCheck(state, command, context);
    case "rule-on-notice-commitment":
      return ruleOnNotice(state, command, context);
    case "add-note":
      return addNote(state, command, context);
    case "correct-entry":
      return correctEntry(state, command, context);
    case "accept-with-gaps":
      return acceptWithGaps(state, command, context);
    case "supply-deferred":
      return supplyDeferred(state, command, context);
    case "extend-deferral":
      return extendDeferral(state, command, context);
    case "rule-on-deferral":
      return ruleOnDeferral(state, command, context);
    case "rule-on-correction":
      return ruleOnCorrection(state, command, context);
    case "observe-day":
      return observeDay(state, command, context);
    case "report-irregularity":
      return reportIrregularity(state, command, context);
  }
}
