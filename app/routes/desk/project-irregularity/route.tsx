import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { reportIrregularity } from "../acts/project-acts";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.irregularity.title")} - ${context.page.head.name}`);

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, reportIrregularity)).context });

export const action = (args: ActionFunctionArgs) => doProjectAct(args, reportIrregularity, {}, paths.desk.project);

/** Reports what went wrong with the project as a whole, outside the system. */
export default function ProjectIrregularityRoute() {
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  return <ProjectActPage act={reportIrregularity} context={context} state={state} backHref={paths.desk.project(context.page.head.projectNo)} />;
}
