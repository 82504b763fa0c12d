import type { NoticeWork } from "../../../application/queries/notice-work";
import { Card, DueDate, useWords, type Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";

/** How long it has waited, where there is no day that could be missed. */
const noteOf = ({ light, inDays }: NoticeWork, { t }: Words): string | null => (light === "none" ? t("queue.waited", { n: Math.max(0, -inDays) }) : null);

/** One line of work with notice commitments. */
export function NoticeWorkRow({ row, today }: { row: NoticeWork; today: CivilDay }) {
  const words = useWords();
  const { t, pick } = words;
  return (
    <li className="work__row">
      <DueDate dueOn={row.on} light={row.light} today={today} remaining={row.inDays} note={noteOf(row, words)} />
      <div className="work__what">
        <a className="work__name" href={`${paths.desk.item(row.itemNo)}#notice`}>
          {pick(row.name)}
        </a>
        <small>
          <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a>
        </small>
      </div>
      <div className="work__who">
        {t("notice.work.title")}
        <small>{t(`notice.work.${row.group}`)}</small>
      </div>
      <div className="work__next">
        <a href={paths.desk.item(row.itemNo)}>
          {t("notice.work.open")}
          <span className="visually-hidden"> {row.commitmentNo}</span>
        </a>
      </div>
    </li>
  );
}

/** What notice commitments ask of this person today; nothing while they ask nothing. */
export function NoticeWorkCard({ rows, today }: { rows: readonly NoticeWork[]; today: CivilDay }) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <Card title={t("notice.work.title")} flush id="notices">
      <ul className="work" aria-label={t("notice.work.title")}>
        {rows.map((row) => (
          <NoticeWorkRow key={row.key} row={row} today={today} />
        ))}
      </ul>
    </Card>
  );
}
