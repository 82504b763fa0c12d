import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { remediesOn } from "../../../domain/case/remedies";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import type { PaperSource } from "./source";

/** What the applicant may do against a decision, where and until when: every refusal says it (行政许可法 art. 38; K03). */
export function remediesBlock({ t, names, pack }: PaperSource, decidedOn: CivilDay): LetterBlock {
  const remedies = remediesOn(decidedOn);
  const place = names.pick(pack.place.name);
  return {
    is: "box",
    title: t("paper.remedies"),
    lines: [
      t(`paper.remedies.${remedies.reconsiderationBody}`, {
        n: remedies.reconsiderationDays,
        articles: remedies.reconsiderationArticles.map((article) => t(`paper.article.${article}`)),
        place,
      }),
      t("paper.remedies.court", { n: remedies.litigationMonths, article: t(`paper.article.${remedies.litigationArticle}`) }),
      t("paper.remedies.agent"),
    ],
  };
}
