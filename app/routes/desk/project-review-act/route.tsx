import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reviewPage } from "../../../application/queries/joint-reviews";
import { caseByNumber } from "../../../application/queries/project-case";
import { Alert, Card, KeyValues, PageHead, Shell, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import type { ActState } from "../acts/answer-act";
import { type ReviewAct, type ReviewActContext, reviewActByNoun } from "../acts/review-acts";
import { submitAct } from "../acts/submit-act.server";
import { Happenings } from "../pieces/happenings";
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
  const { act, actor, context } = await seen(args);
  const { projectNo } = context.page.head;
  return submitAct(args, {
    actor,
    projectNo,
    fields: act.fields(context),
    toCommand: (values) => act.toCommand(context, values),
    found: () => caseByNumber(args.context.services, actor, projectNo),
    to: paths.desk.review(projectNo, context.page.review.id),
    done: act.noun,
  });
}

export default function ReviewActRoute() {
  const { t, pick, day } = useWords();
  const nameOf = useReviewName();
  const meeting = useMeeting();
  const { noun, context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const act = actOf(noun);
  const { head, review } = context.page;
  const back = paths.desk.review(head.projectNo, review.id);
  const fields = act.fields(context);
  const possible = review.acts.includes(act.command as (typeof review.acts)[number]);
  return (
    <Shell current="projects" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t(`acts.${noun}.title`)} over={<a href={back}>{t("acts.back-to", { name: nameOf(review) })}</a>} />
      {state?.changes && state.changes.events.length > 0 && (
        <Card title={t("acts.changed")} tone="warn">
          <p>{t("acts.changed.text")}</p>
          <Happenings events={state.changes.events} names={state.changes.names} />
        </Card>
      )}
      <Card title={nameOf(review)} tags={<ReviewStatusTag status={review.status} />} more={<a href={paths.desk.project(head.projectNo)}>{head.name}</a>}>
        <KeyValues
          rows={[
            { label: t("reviews.meet"), value: meeting(review) },
            { label: t("review.replyBy"), value: day(review.replyBy) },
            { label: t("review.opinions"), value: t("review.answered", { done: review.answered, all: review.bodies.length }) },
          ]}
        />
      </Card>
      {possible || state ? (
        <>
          <Consequences textKey={act.explain?.(context) ?? `acts.${noun}.explain`} grave={act.grave} />
          <ActForm
            fields={fields}
            state={state}
            version={head.version}
            submit={t(state?.refusal?.code === "case-changed" ? "acts.submit-anyway" : `acts.${noun}.submit`)}
            cancelHref={back}
          />
        </>
      ) : (
        <Alert tone="warning" title={t("acts.not-now")}>
          <p>{noun === "silence" ? t("acts.silence.not-now") : t("reviews.not-now", { lead: pick(review.lead) })}</p>
        </Alert>
      )}
    </Shell>
  );
}
