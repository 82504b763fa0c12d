import type { SimulationWork } from "../../../application/queries/simulation-work";
import { Card, DueDate, SimTag, useWords, type Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";

function noteOf({ group, inDays, light, precondition, on }: SimulationWork, { t, day }: Words): string {
  switch (group) {
    case "validity":
      return inDays < 0 ? t("simulation.valid.over") : inDays === 0 ? t("simulation.valid.last") : t("simulation.valid.left", { n: inDays });
    case "trigger":
      return t(inDays < 0 ? "simulation.work.trigger.over" : inDays === 0 ? "simulation.work.trigger.today" : "simulation.work.trigger", {
        precondition: precondition && t(`simulation.precondition.${precondition}`),
      });
    case "conversion":
      if (light === "none") return t("simulation.work.conversion", { day: day(on) });
      return inDays < 0
        ? t("simulation.work.convert.over", { n: -inDays })
        : inDays === 0
          ? t("simulation.work.convert.today")
          : t("simulation.work.convert.left", { n: inDays });
    default:
      return t("simulation.work.since", { day: day(on) });
  }
}

/** What stands in the way of a conversion, in a line; the word that nothing does where it may go ahead. */
function Waits({ row: { group, blockedBy } }: { row: SimulationWork }) {
  const { t } = useWords();
  if (group !== "conversion") return null;
  return (
    <small>{blockedBy.length === 0 ? t("simulation.block.none") : blockedBy.map((kind) => t(`simulation.work.block.${kind}`)).join(t("list.comma"))}</small>
  );
}

/** One line of simulated work. */
export function SimulationWorkRow({ row, today }: { row: SimulationWork; today: CivilDay }) {
  const words = useWords();
  const { t, pick } = words;
  const run = `${paths.desk.projectTab(row.projectNo, "simulation")}#${row.runNo}`;
  return (
    <li className="work__row">
      <DueDate dueOn={row.on} light={row.light} today={today} note={noteOf(row, words)} />
      <div className="work__what">
        <a className="work__name" href={row.item ? paths.desk.item(row.item.itemNo) : run}>
          {row.item ? pick(row.item.name) : t("simulation.run", { runNo: row.runNo })}
        </a>
        <small>
          <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a>
        </small>
      </div>
      <div className="work__who">
        <SimTag>{t(`simulation.group.${row.group}`)}</SimTag>
        <Waits row={row} />
      </div>
      <div className="work__next">
        <a href={run}>{t("simulation.work.open")}</a>
      </div>
    </li>
  );
}

/** What simulated runs ask of this person today; nothing while they ask nothing. */
export function SimulationWorkCard({ rows, today }: { rows: readonly SimulationWork[]; today: CivilDay }) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <Card title={t("simulation.work.title")} tone="sim" tags={<SimTag>{t("simulation.mark")}</SimTag>} flush id="simulation">
      <ul className="work" aria-label={t("simulation.work.title")}>
        {rows.map((row) => (
          <SimulationWorkRow key={row.key} row={row} today={today} />
        ))}
      </ul>
    </Card>
  );
}
