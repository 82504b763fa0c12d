import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type ReviewPage, reviewPage } from "../../../application/queries/joint-reviews";
import { ButtonLink, Card, Columns, KeyValues, MeetingLink, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { REVIEW_ACTS } from "../acts/review-acts";
import { ItemLink } from "../pieces/item-link";
import { ProjectFrame } from "../pieces/project-frame";
import { ReviewStatusTag, StanceTag, useMeeting, useReviewName } from "../pieces/review-words";
import { BodiesCard } from "./bodies-card";
import { ConditionsCard, SettledCard } from "./conditions-cards";

export const handle = titled<typeof loader>((t, { head, review }) => `${t(`review.mode.${review.mode}`)} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const page = await reviewPage(args.context.services, actor, args.params.projectNo ?? "", args.params.reviewId ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** One joint review: who is called, who came and answered, conditions side by side, and the one opinion that comes of it. */
export default function JointReviewRoute() {
  const page: ReviewPage = useLoaderData<typeof loader>();
  return (
    <ProjectFrame head={page.head} tab="reviews">
      <Columns
        aside={
          <>
            <MergedCard page={page} />
            <ActsCard page={page} />
          </>
        }
      >
        <InvitationCard page={page} />
        <BodiesCard page={page} />
        <ConditionsCard page={page} />
        <SettledCard page={page} />
        <HeldCard page={page} />
      </Columns>
    </ProjectFrame>
  );
}

function InvitationCard({ page: { review, head, silenceRule } }: { page: ReviewPage }) {
  const { t, pick, day } = useWords();
  const nameOf = useReviewName();
  const meeting = useMeeting();
  return (
    <Card
      title={nameOf(review)}
      tags={<ReviewStatusTag status={review.status} />}
      more={<a href={paths.desk.projectTab(head.projectNo, "reviews")}>{t("reviews.back")}</a>}
    >
      <KeyValues
        wide
        rows={[
          {
            label: t("reviews.subject"),
            value: review.item ? (
              <ItemLink head={head} itemNo={review.item.itemNo}>
                {pick(review.item.name)}
              </ItemLink>
            ) : (
              t("reviews.of-stage", { stage: pick(review.stage) })
            ),
          },
          { label: t("review.lead"), value: pick(review.lead) },
          { label: t("review.convenedOn"), value: day(review.convenedOn) },
          {
            label: t("reviews.meet"),
            value: (
              <>
                {meeting(review)}
                {review.movedReason && <small className="cell-note">{t("reviews.meet.moved", { reason: review.movedReason })}</small>}
              </>
            ),
          },
          ...(review.link ? [{ label: t("reviews.link"), value: <MeetingLink link={review.link} /> }] : []),
          { label: t("review.replyBy"), value: day(review.replyBy) },
          {
            label: t("reviews.silence-rule"),
            value:
              silenceRule.value === null ? t("reviews.silence-rule.unknown") : t(`reviews.silence-rule.${silenceRule.value}`, { source: silenceRule.source }),
          },
        ].map((row) => ({ ...row, key: row.label }))}
      />
      {review.materialsWanted.length > 0 && (
        <>
          <h3>{t("reviews.materials")}</h3>
          <ul className="plain-list">
            {review.materialsWanted.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      {review.cancelled && (
        <p>
          {t("reviews.cancelled")}
          {t("list.colon")}
          {review.cancelled.reason}（{day(review.cancelled.on)}）
        </p>
      )}
    </Card>
  );
}

/** What this person may do now; the opinion of a called body first. */
function ActsCard({ page: { review, head } }: { page: ReviewPage }) {
  const { t } = useWords();
  const acts = REVIEW_ACTS.filter((act) => review.acts.some((possible) => possible === act.command));
  const mine = review.acts.includes("give-opinion");
  if (acts.length === 0 && !mine) return null;
  return (
    <Card title={t("item.acts")}>
      <div className="acts">
        {mine && <ButtonLink href={paths.desk.projectTab(head.projectNo, "opinion", { review: review.id })}>{t("acts.opinion.button")}</ButtonLink>}
        {acts.map((act, index) => (
          <ButtonLink key={act.noun} href={paths.desk.reviewAct(head.projectNo, review.id, act.noun)} second={mine || index > 0}>
            {t(`acts.${act.noun}.button`)}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}

/** The one opinion for all, or what it still waits for. */
function MergedCard({ page: { review, waitsFor, settled } }: { page: ReviewPage }) {
  const { t, pick, day } = useWords();
  const { merged } = review;
  if (!merged) {
    if (review.cancelled) return null;
    return (
      <Card title={t("reviews.merged")}>
        <p className="muted">{t("reviews.merged.none")}</p>
        {waitsFor.length > 0 && <p>{t("reviews.merged.waits", { departments: waitsFor.map(pick) })}</p>}
        {review.meetOn !== null && review.heldOn === null && <p>{t("reviews.merged.not-held")}</p>}
      </Card>
    );
  }
  return (
    <Card title={t("reviews.merged")} tone={merged.stance === "disagree" ? "late" : "ok"}>
      <KeyValues
        rows={[
          { label: t("reviews.merged.stance"), value: <StanceTag stance={merged.stance} /> },
          { label: t("reviews.merged.no"), value: <span className="mono">{merged.no}</span> },
          { label: t("reviews.merged.on"), value: day(merged.on) },
          { label: t("reviews.merged.by"), value: merged.by },
          ...(merged.reason ? [{ label: t("reviews.merged.reason"), value: merged.reason }] : []),
        ]}
      />
      {settled.length > 0 && (
        <ol className="conditions">
          {settled.map((one) => (
            <li key={one.ordinal}>{one.text}</li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function HeldCard({ page: { review } }: { page: ReviewPage }) {
  const { t, day } = useWords();
  if (review.heldOn === null) return null;
  return (
    <Card title={t("reviews.held")}>
      <KeyValues rows={[{ label: t("reviews.held.on"), value: day(review.heldOn) }]} />
      <h3>{t("reviews.minutes")}</h3>
      <p className="minutes">{review.minutes}</p>
    </Card>
  );
}
