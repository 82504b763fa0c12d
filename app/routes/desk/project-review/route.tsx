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

/** About a stage (`?stage=S2`) or about one item (`?item=…`, 合署办理). */
function subjectIn(request: Request) {
  const { searchParams } = new URL(request.url);
  return { stage: searchParams.get("stage"), itemNo: searchParams.get("item") };
}

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, conveneReview, subjectIn(args.request))).context });

export const action = (args: ActionFunctionArgs) =>
  doProjectAct(args, conveneReview, subjectIn(args.request), (projectNo) => paths.desk.projectTab(projectNo, "reviews"));

export default function ReviewRoute() {
  const { t, pick } = useWords();
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { page, stage } = context;
  const { item } = page;
  const notNow = item
    ? item.accepted
      ? null
      : t("refusal.review-item-not-accepted")
    : (stage?.departments.length ?? 0) >= 2
      ? null
      : t("acts.convene.too-few");
  return (
    <ProjectActPage
      act={conveneReview}
      context={context}
      state={state}
      backHref={item ? paths.desk.item(item.itemNo) : paths.desk.projectTab(page.head.projectNo, "stages")}
      notNow={notNow}
    >
      {item ? (
        <Card title={pick(item.name)}>
          <p>{t("reviews.item.text")}</p>
        </Card>
      ) : (
        stage && (
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
        )
      )}
    </ProjectActPage>
  );
}
