import { type Result, refuse } from "../result";
import { acceptItem, acceptStage, receiveItems, refuseToAccept } from "./acceptance";
import type { Command } from "./commands";
import type { Context } from "./context";
import { allowSecondCorrection, notifyCorrection, supplyCorrection } from "./correction";
import { deliverResult, issueResult } from "./delivery";
import { completeMilestone, withdrawItem } from "./ending";
import { correctEntry } from "./entry";
import type { CaseEvent } from "./events";
import { requestExtension, ruleOnExtension } from "./extension";
import { conveneReview, giveOpinion } from "./joint-review";
import { addNote } from "./note";
import { closeProcedure, openProcedure } from "./procedure";
import { answerScreening, assignAgent, confirmPlan, registerProject } from "./project";
import { decideItem, recordStep, startReview } from "./review";
import type { ProjectCase } from "./state";

/**
 * What a command would do to a case: the events to record, or why not. Pure; `state` is null only before registration.
 * Roles are checked by `execute` against `access/permissions.ts`; scope inside the case (own department) is checked here.
 */
export function decide(state: ProjectCase | null, command: Command, context: Context): Result<readonly CaseEvent[]> {
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
    case "give-opinion":
      return giveOpinion(state, command, context);
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
    case "add-note":
      return addNote(state, command, context);
    case "correct-entry":
      return correctEntry(state, command, context);
  }
}
