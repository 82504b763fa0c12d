import type { SimulationWork } from "../../../application/queries/simulation-work";
import { Card, DueDate, SimTag, useWords, type Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";

/** Days that lie ahead and can be missed; the others only say since when something waits. */
const AHEAD: readonly SimulationWork["group"][] = ["validity", "trigger"];

function noteOf(row: SimulationWork, { t, day }: Words): string {
  if (row.group === "validity")
    return row.inDays < 0 ? t("simulation.valid.over") : row.inDays === 0 ? t("simulation.valid.last") : t("simulation.valid.left", { n: row.inDays });
  if (row.group === "trigger") return t("simulation.work.trigger", { precondition: row.precondition && t(`simulation.precondition.${row.precondition}`) });
  if (row.group === "conversion") return t("simulation.work.conversion", { day: day(row.on) });
  return t("simulation.work.since", { day: day(row.on) });
}

/** What simulated runs ask of this person today; nothing while they ask nothing. */
export function SimulationWorkCard({ rows, today }: { rows: readonly SimulationWork[]; today: CivilDay }) {
  const words = useWords();
  const { t, pick } = words;
  if (rows.length === 0) return null;
  return (
    <Card title={t("simulation.work.title")} tone="sim" tags={<SimTag>{t("simulation.mark")}</SimTag>} flush id="simulation">
      <ul className="work" aria-label={t("simulation.work.title")}>
        {rows.map((row) => (
          <li key={row.key} className="work__row">
            <DueDate
              dueOn={row.on}
              light={AHEAD.includes(row.group) && row.inDays <= 0 ? "late" : AHEAD.includes(row.group) ? "warn" : "none"}
              today={today}
              note={noteOf(row, words)}
            />
            <div className="work__what">
              <a
                className="work__name"
                href={row.item ? paths.desk.item(row.item.itemNo) : `${paths.desk.projectTab(row.projectNo, "simulation")}#${row.runNo}`}
              >
                {row.item ? pick(row.item.name) : t("simulation.run", { runNo: row.runNo })}
              </a>
              <small>
                <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a>
              </small>
            </div>
            <div className="work__who">
              <SimTag>{t(`simulation.group.${row.group}`)}</SimTag>
            </div>
            <div className="work__next">
              <a href={`${paths.desk.projectTab(row.projectNo, "simulation")}#${row.runNo}`}>{t("simulation.work.open")}</a>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
