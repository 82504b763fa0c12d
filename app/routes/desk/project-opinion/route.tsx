import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card, KeyValues, useWords } from "../../../components";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { giveOpinion } from "../acts/project-acts";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.opinion.title")} - ${context.page.head.name}`);

const reviewIn = (request: Request) => ({ reviewId: new URL(request.url).searchParams.get("review") });

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, giveOpinion, reviewIn(args.request))).context });

export const action = (args: ActionFunctionArgs) =>
  doProjectAct(args, giveOpinion, reviewIn(args.request), (projectNo) => paths.desk.projectTab(projectNo, "stages"));

export default function OpinionRoute() {
  const { t, pick, day } = useWords();
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head, review } = context.page;
  const notNow = !review?.open ? t("acts.opinion.closed") : review.answered ? t("acts.opinion.answered") : null;
  return (
    <ProjectActPage act={giveOpinion} context={context} state={state} backHref={paths.desk.projectTab(head.projectNo, "stages")} notNow={notNow}>
      {review && (
        <Card title={t("desk.opinion.of", { stage: pick(review.stage) })}>
          <KeyValues
            rows={[
              { label: t("review.lead"), value: pick(review.lead) },
              { label: t("review.convenedOn"), value: day(review.convenedOn) },
              { label: t("review.replyBy"), value: day(review.replyBy) },
            ]}
          />
        </Card>
      )}
    </ProjectActPage>
  );
}
