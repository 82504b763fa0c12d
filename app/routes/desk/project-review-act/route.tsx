import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reviewPage } from "../../../application/queries/joint-reviews";
import { caseByNumber } from "../../../application/queries/project-case";
import { Card, KeyValues, useWords } from "../../../components";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActPage, NotNow } from "../acts/act-page";
import type { ActState } from "../acts/answer-act";
import { type ReviewAct, type ReviewActContext, reviewActByNoun } from "../acts/review-acts";
import { submitActOn } from "../acts/submit-act.server";
import { ReviewStatusTag, useMeeting, useReviewName } from "../pieces/review-words";

export const handle = titled<typeof loader>((t, { noun, context }) => `${t(`acts.${noun}.title`)} - ${context.page.head.name}`);

function actOf(noun: string | undefined): ReviewAct {
  const act = reviewActByNoun(noun);
  if (!act) throw answer.notFound();
  return act;
}

/** The act named in the address and the review it is about; 404 when either is not there for this person. */
async function seen(args: LoaderFunctionArgs) {
  const act = actOf(args.params.act);
  const actor = await requireActor(args, act.command);
  const page = await reviewPage(args.context.services, actor, args.params.projectNo ?? "", args.params.reviewId ?? "");
  if (!page) throw answer.notFound();
  const context: ReviewActContext = { page, chosen: new URL(args.request.url).searchParams.getAll("condition") };
  return { act, actor, context };
}

export async function loader(args: LoaderFunctionArgs) {
  const { act, context } = await seen(args);
  return { noun: act.noun, context };
}

export async function action(args: ActionFunctionArgs) {
  const about = await seen(args);
  const { act, actor, context } = about;
  const found = () => caseByNumber(args.context.services, actor, context.page.head.projectNo);
  return submitActOn(args, { ...about, found }, (projectNo) => paths.desk.review(projectNo, context.page.review.id), act.noun);
}

export default function ReviewActRoute() {
  const { t, pick, day } = useWords();
  const nameOf = useReviewName();
  const meeting = useMeeting();
  const { noun, context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const act = actOf(noun);
  const { head, review } = context.page;
  const why = context.page.waits[act.command as keyof typeof context.page.waits] ?? null;
  const possible = review.acts.includes(act.command as (typeof review.acts)[number]);
  return (
    <ActPage
      titleKey={`acts.${noun}.title`}
      back={{ href: paths.desk.review(head.projectNo, review.id), name: nameOf(review) }}
      fields={act.fields(context)}
      state={state}
      version={head.version}
      explainKey={act.explain?.(context) ?? `acts.${noun}.explain`}
      grave={act.grave}
      submitKey={`acts.${noun}.submit`}
      notNow={
        possible || state ? null : (
          <NotNow>
            <p>{why ? explain(t, why) : noun === "silence" ? t("acts.silence.not-now") : t("reviews.not-now", { lead: pick(review.lead) })}</p>
          </NotNow>
        )
      }
    >
      <Card title={nameOf(review)} tags={<ReviewStatusTag status={review.status} />} more={<a href={paths.desk.project(head.projectNo)}>{head.name}</a>}>
        <KeyValues
          rows={[
            { label: t("reviews.meet"), value: meeting(review) },
            { label: t("review.replyBy"), value: day(review.replyBy) },
            { label: t("review.opinions"), value: t("review.answered", { done: review.answered, all: review.bodies.length }) },
          ]}
        />
      </Card>
    </ActPage>
  );
}
