import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card, useWords } from "../../../components";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { placeInArea } from "../acts/project-acts";
import { PlacementFacts } from "../pieces/placement";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.place-area.title")} - ${context.page.head.name}`);

const ASKED = { withAreas: true };

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, placeInArea, ASKED)).context });

export const action = (args: ActionFunctionArgs) => doProjectAct(args, placeInArea, ASKED, (projectNo) => paths.desk.projectTab(projectNo, "plan"));

/** Places the project in an assessed area that is valid today. */
export default function AreaRoute() {
  const { t } = useWords();
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head, placement, areas } = context.page;
  const others = areas.filter((area) => area.id !== placement?.areaId);
  return (
    <ProjectActPage
      act={placeInArea}
      context={context}
      state={state}
      backHref={paths.desk.projectTab(head.projectNo, "plan")}
      notNow={others.length === 0 ? t("acts.place-area.none") : null}
    >
      {placement && (
        <Card title={t("areas.project")} more={<a href={paths.desk.projectTab(head.projectNo, "area/end")}>{t("acts.leave-area.button")}</a>}>
          <PlacementFacts placement={placement} />
        </Card>
      )}
    </ProjectActPage>
  );
}
