import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { assignAgent } from "../acts/project-acts";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.agent.title")} - ${context.page.head.name}`);

const ASKED = { withAgents: true };

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, assignAgent, ASKED)).context });

export const action = (args: ActionFunctionArgs) => doProjectAct(args, assignAgent, ASKED, paths.desk.project);

export default function AgentRoute() {
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  return <ProjectActPage act={assignAgent} context={context} state={state} backHref={paths.desk.project(context.page.head.projectNo)} />;
}
