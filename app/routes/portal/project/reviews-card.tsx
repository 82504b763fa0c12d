import type { PortalReviews, SilenceEffect } from "../../../application/queries/portal-reviews";
import { Card, MeetingLink, Tag, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";

const SILENCES: readonly SilenceEffect[] = ["counted.place", "counted.person", "excused"];
const TONE = { agree: "ok", "agree-with-conditions": "warn", disagree: "late" } as const;

/** Where to be and what to bring for a joint visit, and the merged opinions in plain words. */
export function ReviewsCard({ reviews: { visits, merged }, today }: { reviews: PortalReviews; today: CivilDay }) {
  const { t, pick, day, shortDay } = useWords();
  if (visits.length + merged.length === 0) return null;
  return (
    <Card title={t("portal.reviews.title")} flush id="reviews">
      <ul className="todos">
        {visits.map((visit) => (
          <li key={visit.id} className="todo">
            <h3>
              {t(visit.time ? "portal.reviews.visit.time" : "portal.reviews.visit", {
                mode: t(`review.mode.${visit.mode}`),
                day: shortDay(visit.on, today),
                time: visit.time,
              })}
            </h3>
            {visit.place && <p>{t("portal.reviews.visit.place", { place: visit.place })}</p>}
            {visit.link && (
              <p>
                {t("portal.reviews.visit.link")} <MeetingLink link={visit.link} />
              </p>
            )}
            <p className="muted">{t("portal.reviews.subject", { subject: pick(visit.subject) })}</p>
            <p className="muted">{t("portal.reviews.visit.who", { departments: visit.departments.map(pick) })}</p>
            {visit.bring.length > 0 && (
              <>
                <p>{t("portal.reviews.visit.bring")}</p>
                <ul className="plain-list">
                  {visit.bring.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
        {merged.map((one) => (
          <li key={one.id} className="todo">
            <h3>
              {t("portal.reviews.merged", { mode: t(`review.mode.${one.mode}`), no: one.no, day: day(one.on) })}{" "}
              <Tag tone={TONE[one.stance]}>{t(`review.stance.${one.stance}`)}</Tag>
            </h3>
            <p>
              {t(one.unanimous || one.stance === "disagree" ? `portal.reviews.merged.${one.stance}` : `portal.reviews.merged.not-all.${one.stance}`, {
                n: one.conditions.length,
              })}
            </p>
            {one.conditions.length > 0 && (
              <ol className="conditions">
                {one.conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ol>
            )}
            {one.objections.length > 0 && (
              <ul className="plain-list">
                {one.objections.map(({ department, why }) => (
                  <li key={department.zh}>
                    <b>{pick(department)}</b>
                    {t("list.colon")}
                    {why}
                  </li>
                ))}
              </ul>
            )}
            {SILENCES.filter((effect) => one.silent[effect].length > 0).map((effect) => (
              <p key={effect}>{t(`portal.reviews.merged.${effect}`, { departments: one.silent[effect].map(pick) })}</p>
            ))}
            {one.reason && <p>{one.reason}</p>}
            <p className="muted">{t("portal.reviews.subject", { subject: pick(one.subject) })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
