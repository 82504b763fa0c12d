import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card, Empty, useWords } from "../../../components";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { conveneReview } from "../acts/project-acts";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.convene.title")} - ${context.page.head.name}`);

const stageIn = (request: Request) => ({ stage: new URL(request.url).searchParams.get("stage") });

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, conveneReview, stageIn(args.request))).context });

export const action = (args: ActionFunctionArgs) =>
  doProjectAct(args, conveneReview, stageIn(args.request), (projectNo) => paths.desk.projectTab(projectNo, "stages"));

export default function ReviewRoute() {
  const { t, pick } = useWords();
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { page, stage } = context;
  const enough = (stage?.departments.length ?? 0) >= 2;
  return (
    <ProjectActPage
      act={conveneReview}
      context={context}
      state={state}
      backHref={paths.desk.projectTab(page.head.projectNo, "stages")}
      notNow={enough ? null : t("acts.convene.too-few")}
    >
      {stage && (
        <Card title={pick(stage.name)}>
          {stage.departments.length === 0 ? (
            <Empty>{t("acts.convene.no-items")}</Empty>
          ) : (
            <ul className="plain-list">
              {stage.departments.map((department) => (
                <li key={department.code}>
                  <b>{pick(department.name)}</b> <span className="muted">{department.items.map(pick).join(t("list.comma"))}</span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </ProjectActPage>
  );
}
