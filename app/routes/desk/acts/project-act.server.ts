import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { projectActPage } from "../../../application/queries/project-act";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import type { ProjectAct, ProjectActContext } from "./project-acts";
import { submitActOn } from "./submit-act.server";

interface Asked {
  readonly withAgents?: boolean;
  readonly withAreas?: boolean;
  readonly reviewId?: string | null;
  readonly stage?: string | null;
  /** An item of the project, in place of a stage. */
  readonly itemNo?: string | null;
}

/** Loads what a project-level act is about; 404 when project, stage or review is not there for this person. */
export async function loadProjectAct(args: LoaderFunctionArgs, act: ProjectAct, asked: Asked = {}) {
  const actor = await requireActor(args, act.command);
  const seen = await projectActPage(args.context.services, actor, args.params.projectNo ?? "", asked);
  if (!seen) throw answer.notFound();
  const stage = asked.stage === undefined ? null : (seen.page.stages.find((candidate) => candidate.code === asked.stage) ?? null);
  const about = asked.itemNo ? seen.page.item : stage;
  if ((asked.stage !== undefined && !about) || (asked.reviewId !== undefined && !seen.page.review?.mine)) throw answer.notFound();
  const context: ProjectActContext = { page: seen.page, stage };
  return { actor, found: seen.found, context };
}

/** Reads the form, does the act, and leads to `to`; a form with errors or a refusal comes back with everything typed. */
export async function doProjectAct(args: ActionFunctionArgs, act: ProjectAct, asked: Asked, to: (projectNo: string) => string) {
  return submitActOn(args, { act, ...(await loadProjectAct(args, act, asked)) }, to, act.noun);
}
