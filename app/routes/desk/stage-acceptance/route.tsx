import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert, Card, useWords } from "../../../components";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { acceptStage } from "../acts/project-acts";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.stage-acceptance.title")} - ${context.page.head.name}`);

const stageIn = (params: LoaderFunctionArgs["params"]) => ({ stage: params.stage ?? null });

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, acceptStage, stageIn(args.params))).context });

export const action = (args: ActionFunctionArgs) =>
  doProjectAct(args, acceptStage, stageIn(args.params), (projectNo) => paths.desk.projectTab(projectNo, "stages"));

export default function StageAcceptanceRoute() {
  const { t, pick, day } = useWords();
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { page, stage } = context;
  const received = stage?.received ?? [];
  const correcting = stage?.correcting ?? [];
  return (
    <ProjectActPage
      act={acceptStage}
      context={context}
      state={state}
      backHref={paths.desk.projectTab(page.head.projectNo, "stages")}
      notNow={correcting.length > 0 ? t("acts.stage-acceptance.correcting") : received.length === 0 ? t("acts.stage-acceptance.nothing") : null}
    >
      {stage && (
        <Card title={t("acts.stage-acceptance.items", { stage: pick(stage.name), n: received.length })}>
          <ul className="plain-list">
            {received.map((item) => (
              <li key={item.itemNo}>
                <a href={paths.desk.item(item.itemNo)}>{pick(item.name)}</a> <span className="muted">{pick(item.department)}</span>
              </li>
            ))}
          </ul>
          {correcting.length > 0 && (
            <Alert tone="warning">
              <p>{t("acts.stage-acceptance.waits", { items: correcting.map((item) => pick(item.name)), day: day(page.today) })}</p>
            </Alert>
          )}
        </Card>
      )}
    </ProjectActPage>
  );
}
