import type { ComingVisit } from "../../../application/queries/coming-visits";
import { Card, DueDate, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";

/** Visits and meetings of the coming days, and those whose record is missing; nothing while there are none. */
export function VisitsCard({ visits, today }: { visits: readonly ComingVisit[]; today: CivilDay }) {
  const { t, pick } = useWords();
  if (visits.length === 0) return null;
  return (
    <Card title={t("desk.visits")} flush id="visits">
      <ul className="work" aria-label={t("desk.visits")}>
        {visits.map((visit) => (
          <li key={visit.reviewId} className="work__row work__row--three">
            <DueDate
              dueOn={visit.meetOn}
              light={visit.inDays < 0 ? "late" : visit.inDays <= 1 ? "warn" : "ok"}
              today={today}
              note={visit.inDays < 0 ? t("desk.visits.past") : visit.inDays === 0 ? t("desk.visits.today") : t("desk.visits.in", { n: visit.inDays })}
            />
            <div className="work__what">
              <a className="work__name" href={paths.desk.review(visit.projectNo, visit.reviewId)}>
                {t("reviews.page", { mode: t(`review.mode.${visit.mode}`), subject: pick(visit.itemName ?? visit.stageName) })}
              </a>
              <small>
                <a href={paths.desk.project(visit.projectNo)}>{visit.projectName}</a>
              </small>
            </div>
            <div className="work__who">{[visit.meetTime, visit.place].filter(Boolean).join(" · ")}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
