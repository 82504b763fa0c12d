import type { ItemPage } from "../../../application/queries/item";
import { Card, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { ReviewStatusTag, useMeeting } from "../pieces/review-words";

/** Joint reviews about this item alone, whose merged opinion its decision waits for; nothing where there are none and none can be convened. */
export function CoHandling({ page: { reviews, mayConvene, item, head } }: { page: ItemPage }) {
  const { t } = useWords();
  const meeting = useMeeting();
  if (reviews.length === 0 && !mayConvene) return null;
  return (
    <Card
      title={t("reviews.item")}
      more={mayConvene && <a href={paths.desk.projectTab(head.projectNo, "review", { item: item.itemNo })}>{t("reviews.item.convene")}</a>}
    >
      <p className="muted">{t("reviews.item.text")}</p>
      {reviews.length > 0 && (
        <ul className="plain-list">
          {reviews.map((review) => (
            <li key={review.id}>
              <a href={paths.desk.review(head.projectNo, review.id)}>{t(`review.mode.${review.mode}`)}</a> <ReviewStatusTag status={review.status} />{" "}
              <span className="muted">
                {t("review.answered", { done: review.answered, all: review.bodies.length })} · {meeting(review)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
