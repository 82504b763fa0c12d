import type { BodyView, ReviewView } from "../../../application/queries/review-view";
import { Tag, type Tone, useWords } from "../../../components";
import type { Invitation, ReviewStatus, Stance } from "../../../domain/case/parts/joint-review";

const STATUS_TONE: Readonly<Record<ReviewStatus, Tone>> = { open: "warn", held: "warn", closed: "sim", merged: "ok", cancelled: "plain" };
const STANCE_TONE: Readonly<Record<Stance, Tone>> = { agree: "ok", "agree-with-conditions": "warn", disagree: "late" };

export function ReviewStatusTag({ status }: { status: ReviewStatus }) {
  const { t } = useWords();
  return <Tag tone={STATUS_TONE[status]}>{t(`review.status.${status}`)}</Tag>;
}

export function StanceTag({ stance }: { stance: Stance }) {
  const { t } = useWords();
  return <Tag tone={STANCE_TONE[stance]}>{t(`review.stance.${stance}`)}</Tag>;
}

/** What a body answered, or that it did not. */
export function Answer({ body }: { body: BodyView }) {
  const { t } = useWords();
  if (body.opinion) return <StanceTag stance={body.opinion.stance} />;
  if (body.silence) return <Tag tone="hold">{t(`reviews.silence.${body.silence.outcome}`)}</Tag>;
  return body.late ? <Tag tone="late">{t("reviews.answer.late")}</Tag> : <span className="muted">{t("reviews.answer.waiting")}</span>;
}

/** Name of a review: its kind and what it is about. */
export function useReviewName() {
  const { t, pick } = useWords();
  return ({ mode, item, stage }: Pick<ReviewView, "mode" | "item" | "stage">) =>
    t("reviews.page", { mode: t(`review.mode.${mode}`), subject: pick(item?.name ?? stage) });
}

/** Day, time and place in one line; `--` for a review in writing. */
export function useMeeting() {
  const { t, day } = useWords();
  return ({ meetOn, meetTime, place }: Pick<Invitation, "meetOn" | "meetTime" | "place">) => {
    if (meetOn === null) return t("reviews.meet.none");
    const when = meetTime === null ? day(meetOn) : t("reviews.meet.at", { day: day(meetOn), time: meetTime });
    return place === null ? when : `${when} · ${place}`;
  };
}
