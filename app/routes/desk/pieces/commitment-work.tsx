import type { CommitmentWork } from "../../../application/queries/commitment-work";
import { Card, DueDate, Tag, useWords, type Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";

function noteOf({ inDays }: CommitmentWork, { t }: Words): string | null {
  if (inDays === null) return null;
  if (inDays === 0) return t("commitment.work.today");
  return inDays < 0 ? t("commitment.work.ago", { n: -inDays }) : t("commitment.work.in", { n: inDays });
}

/** Their day is that since which they wait, not one that could be missed. */
const SINCE: readonly CommitmentWork["group"][] = ["force", "check-day"];

/** A running publicity is waited for; everything else that has passed its day is late. */
const lightOf = ({ group, inDays }: CommitmentWork) =>
  inDays === null || group === "publicity-running" ? ("none" as const) : inDays < 0 && !SINCE.includes(group) ? ("late" as const) : ("warn" as const);

/** What project commitments ask of this person today; nothing while they ask nothing. */
export function CommitmentWorkCard({ rows, today }: { rows: readonly CommitmentWork[]; today: CivilDay }) {
  const words = useWords();
  const { t } = words;
  if (rows.length === 0) return null;
  return (
    <Card title={t("commitment.work.title")} flush id="commitment">
      <ul className="work" aria-label={t("commitment.work.title")}>
        {rows.map((row) => (
          <li key={row.key} className="work__row">
            <DueDate dueOn={row.on} light={lightOf(row)} today={today} note={noteOf(row, words)} />
            <div className="work__what">
              <a className="work__name" href={`${paths.desk.projectTab(row.projectNo, "commitment")}#${row.commitmentNo}`}>
                {row.point === null ? row.commitmentNo : `${row.commitmentNo} · ${t(`commitment.point.${row.point}`)}`}
              </a>
              <small>
                <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a>
              </small>
            </div>
            <div className="work__who">
              <Tag tone={lightOf(row) === "late" ? "late" : "plain"}>{t(`commitment.work.${row.group}`)}</Tag>
            </div>
            <div className="work__next">
              <a href={`${paths.desk.projectTab(row.projectNo, "commitment")}#${row.commitmentNo}`}>{t("commitment.work.open")}</a>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
