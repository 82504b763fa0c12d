import { Card, DataTable, useWords } from "../../../components";
import type { DaysSaved } from "../../../domain/case/simulation/days-saved";

/** Days saved against the ordinary path, and the way from the land contract to the construction permit. */
export function SavedCard({ saved }: { saved: DaysSaved }) {
  const { t, day } = useWords();
  const { runs, landToPermit: land } = saved;
  if (runs.length === 0 && !land) return null;
  const days = (n: number | null) => (n === null ? "--" : t("simulation.saved.n", { n }));
  return (
    <Card title={t("simulation.saved")}>
      <p className="muted">{t("simulation.saved.lead")}</p>
      {runs.length > 0 && (
        <DataTable
          caption={t("simulation.saved.table")}
          stacked
          rows={runs}
          rowKey={(run) => run.runNo}
          columns={[
            { key: "run", header: t("simulation.saved.run"), rowHeader: true, cell: (run) => <span className="mono">{run.runNo}</span> },
            { key: "ordinary", header: t("simulation.saved.ordinary"), cell: (run) => days(run.ordinaryWorkingDays) },
            { key: "expected", header: t("simulation.saved.expected"), cell: (run) => days(run.expectedWorkingDays) },
            {
              key: "actual",
              header: t("simulation.saved.actual"),
              cell: (run) => (run.actualWorkingDays === null ? t("simulation.saved.open") : days(run.actualWorkingDays)),
            },
            { key: "saved", header: t("simulation.saved.days"), cell: (run) => days(run.savedWorkingDays) },
          ]}
        />
      )}
      {land && (
        <section className="sim-land" aria-label={t("simulation.land")}>
          <h3>{t("simulation.land")}</h3>
          <p>
            {t(land.permitOn ? "simulation.land.done" : "simulation.land.open", {
              land: day(land.landOn),
              permit: land.permitOn && day(land.permitOn),
              n: land.workingDays,
              days: land.calendarDays,
            })}
          </p>
          {land.ordinaryWorkingDays !== null && <p className="muted">{t("simulation.land.ordinary", { n: land.ordinaryWorkingDays })}</p>}
        </section>
      )}
    </Card>
  );
}
