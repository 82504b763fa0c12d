import type { PortalRun } from "../../../application/queries/portal-simulation";
import { Card, SimTag, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";
import { TodoLine } from "../pieces/todo-lines";

interface SimulationProps {
  readonly runs: readonly PortalRun[];
  readonly projectNo: string;
  readonly today: CivilDay;
}

/** What the investor must do for a simulated run: sign, put right, present. Lines of the list of things to do. */
export function SimulationTodos({ runs, projectNo, today }: SimulationProps) {
  const { t, pick, shortDay } = useWords();
  return (
    <>
      {runs.flatMap((run) => [
        ...(run.toSign
          ? [
              <TodoLine
                key={`sign ${run.runNo}`}
                title={t("portal.simulation.todo.sign")}
                href={paths.portal.letter(projectNo, "simulation-risk", run.id)}
                tag={<SimTag>{t("simulation.mark")}</SimTag>}
              >
                <p className="muted">{t("portal.simulation.todo.sign.text", { n: run.items.length })}</p>
              </TodoLine>,
            ]
          : []),
        ...run.items
          .filter(({ status }) => status === "correcting" || status === "conversion-correcting")
          .map((item) => (
            <TodoLine
              key={`${run.runNo} ${item.itemNo}`}
              title={t("portal.simulation.todo.correct", { item: pick(item.name) })}
              tag={<SimTag>{t("simulation.mark")}</SimTag>}
            >
              <ol className="defects">
                {item.defects.map((defect) => (
                  <li key={defect}>{defect}</li>
                ))}
              </ol>
            </TodoLine>
          )),
        ...run.outstanding.map((one) => (
          <TodoLine key={`${run.runNo} ${one.code}`} title={t("portal.simulation.todo.trigger", { precondition: t(`simulation.precondition.${one.code}`) })}>
            <p className="muted">{t("portal.simulation.todo.trigger.text", { day: shortDay(one.expectedOn, today) })}</p>
          </TodoLine>
        )),
      ])}
    </>
  );
}

/** What runs as simulated, in plain words. */
export function SimulationCard({ runs, projectNo }: SimulationProps) {
  const { t, pick, day } = useWords();
  if (runs.length === 0) return null;
  return (
    <Card title={t("portal.simulation.title")} tone="sim" tags={<SimTag>{t("simulation.mark")}</SimTag>} flush>
      <p className="card__note">{t("portal.simulation.lead")}</p>
      <ul className="todos">
        {runs.map((run) => (
          <li key={run.runNo} className="todo">
            <details className="fold" open={run.live}>
              <summary>
                <b>{run.runNo}</b> <SimTag>{t(`simulation.run.status.${run.status}`)}</SimTag>
              </summary>
              <p>
                <a href={paths.portal.letter(projectNo, "simulation-risk", run.id)}>{t("portal.simulation.read")}</a>
              </p>
              {run.outstanding.length > 0 && (
                <p>{t("portal.simulation.waits", { preconditions: run.outstanding.map(({ code }) => t(`simulation.precondition.${code}`)) })}</p>
              )}
              <dl className="plain-list">
                {run.items.map((item) => (
                  <div key={item.itemNo}>
                    <dt>
                      <b>{pick(item.name)}</b>
                    </dt>
                    <dd>
                      {t(`portal.simulation.state.${item.status}`, { defects: item.defects })}
                      {item.validTo && <span className="sim-days">{t("portal.simulation.validity", { day: day(item.validTo) })}</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
