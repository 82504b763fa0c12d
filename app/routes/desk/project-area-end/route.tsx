import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card, useWords } from "../../../components";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { leaveArea } from "../acts/project-acts";
import { PlacementFacts } from "../pieces/placement";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.leave-area.title")} - ${context.page.head.name}`);

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, leaveArea)).context });

export const action = (args: ActionFunctionArgs) => doProjectAct(args, leaveArea, {}, (projectNo) => paths.desk.projectTab(projectNo, "plan"));

/** Takes the project out of its assessed area. */
export default function AreaEndRoute() {
  const { t } = useWords();
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head, placement } = context.page;
  return (
    <ProjectActPage
      act={leaveArea}
      context={context}
      state={state}
      backHref={paths.desk.projectTab(head.projectNo, "plan")}
      notNow={placement ? null : t("areas.project.none")}
    >
      {placement && (
        <Card title={t("areas.project")}>
          <PlacementFacts placement={placement} />
        </Card>
      )}
    </ProjectActPage>
  );
}
