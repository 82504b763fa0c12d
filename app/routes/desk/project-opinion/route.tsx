import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card, KeyValues, useWords } from "../../../components";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import type { ActState } from "../acts/answer-act";
import { doProjectAct, loadProjectAct } from "../acts/project-act.server";
import { ProjectActPage } from "../acts/project-act-page";
import { giveOpinion } from "../acts/project-acts";
import { useMeeting } from "../pieces/review-words";

export const handle = titled<typeof loader>((t, { context }) => `${t("acts.opinion.title")} - ${context.page.head.name}`);

const reviewIn = (request: Request) => ({ reviewId: new URL(request.url).searchParams.get("review") });

export const loader = async (args: LoaderFunctionArgs) => ({ context: (await loadProjectAct(args, giveOpinion, reviewIn(args.request))).context });

export const action = (args: ActionFunctionArgs) => {
  const asked = reviewIn(args.request);
  return doProjectAct(args, giveOpinion, asked, (projectNo) => paths.desk.review(projectNo, asked.reviewId ?? ""));
};

export default function OpinionRoute() {
  const { t, pick, day } = useWords();
  const meeting = useMeeting();
  const { context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head, review } = context.page;
  const notNow = review?.answered ? t("acts.opinion.answered") : review?.open ? null : t("acts.opinion.closed");
  return (
    <ProjectActPage
      act={giveOpinion}
      context={context}
      state={state}
      backHref={review ? paths.desk.review(head.projectNo, review.id) : paths.desk.project(head.projectNo)}
      notNow={notNow}
    >
      {review && (
        <Card title={t("reviews.page", { mode: t(`review.mode.${review.mode}`), subject: pick(review.subject) })}>
          <KeyValues
            rows={[
              { label: t("review.lead"), value: pick(review.lead) },
              { label: t("review.convenedOn"), value: day(review.convenedOn) },
              { label: t("reviews.meet"), value: meeting(review.meeting) },
              { label: t("review.replyBy"), value: day(review.replyBy) },
            ]}
          />
          {review.items.length > 0 && (
            <>
              <h3>{t("reviews.files")}</h3>
              <ul className="plain-list">
                {review.items.map(({ itemNo, name }) => (
                  <li key={itemNo}>
                    <a href={paths.desk.item(itemNo)}>{pick(name)}</a> · <a href={paths.desk.materials(itemNo)}>{t("checklist.open")}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
      )}
    </ProjectActPage>
  );
}
