import type { NoticeWork } from "../../../application/queries/notice-work";
import { Card, DueDate, Tag, useWords, type Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";

function noteOf({ ahead, inDays, on }: NoticeWork, { t, day }: Words): string {
  if (!ahead) return t("notice.work.since", { day: day(on) });
  if (inDays === 0) return t("notice.work.last");
  return inDays < 0 ? t("notice.work.over", { n: -inDays }) : t("notice.work.left", { n: inDays });
}

/** What notice commitments ask of this person today; nothing while they ask nothing. */
export function NoticeWorkCard({ rows, today }: { rows: readonly NoticeWork[]; today: CivilDay }) {
  const words = useWords();
  const { t, pick } = words;
  if (rows.length === 0) return null;
  const late = rows.some(({ light }) => light === "late");
  return (
    <Card title={t("notice.work.title")} tone={late ? "late" : "warn"} flush id="notices">
      <ul className="work" aria-label={t("notice.work.title")}>
        {rows.map((row) => (
          <li key={row.key} className="work__row">
            <DueDate dueOn={row.on} light={row.light} today={today} note={noteOf(row, words)} />
            <div className="work__what">
              <a className="work__name" href={`${paths.desk.item(row.itemNo)}#notice`}>
                {pick(row.name)}
              </a>
              <small>
                <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a>
              </small>
            </div>
            <div className="work__who">
              <Tag tone={row.light === "late" ? "late" : row.light === "warn" ? "warn" : "plain"}>{t(`notice.work.${row.group}`)}</Tag>
            </div>
            <div className="work__next">
              <a href={paths.desk.item(row.itemNo)}>
                {t("notice.work.open")}
                <span className="visually-hidden"> {row.commitmentNo}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
