import type { CommitmentWork } from "../../../application/queries/commitment-work";
import { Card, DueDate, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";

/** Their day is that since which they wait, not one that could be missed. */
const SINCE: readonly CommitmentWork["group"][] = ["force", "check-day"];

/** One line of work with project commitments. */
export function CommitmentWorkRow({ row, today }: { row: CommitmentWork; today: CivilDay }) {
  const { t } = useWords();
  const { group, inDays, point, commitmentNo } = row;
  const href = `${paths.desk.projectTab(row.projectNo, "commitment")}#${commitmentNo}`;
  const note =
    inDays === null
      ? null
      : SINCE.includes(group)
        ? t("queue.waited", { n: Math.max(0, -inDays) })
        : group === "publicity-running"
          ? t("commitment.work.until")
          : null;
  return (
    <li className="work__row">
      <DueDate dueOn={row.on} light={row.light} today={today} remaining={inDays} note={note} />
      <div className="work__what">
        <a className="work__name" href={href}>
          {t(`commitment.work.${group}`)}
          {point !== null && ` · ${t(`commitment.point.${point}`)}`}
        </a>
        <small>
          <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a> · <span className="mono">{commitmentNo}</span>
        </small>
      </div>
      <div className="work__who">{t("commitment.work.title")}</div>
      <div className="work__next">
        <a href={href}>
          {t("commitment.work.open")}
          <span className="visually-hidden"> {commitmentNo}</span>
        </a>
      </div>
    </li>
  );
}

/** What project commitments ask of this person today; nothing while they ask nothing. */
export function CommitmentWorkCard({ rows, today }: { rows: readonly CommitmentWork[]; today: CivilDay }) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <Card title={t("commitment.work.title")} flush id="commitment">
      <ul className="work" aria-label={t("commitment.work.title")}>
        {rows.map((row) => (
          <CommitmentWorkRow key={row.key} row={row} today={today} />
        ))}
      </ul>
    </Card>
  );
}
