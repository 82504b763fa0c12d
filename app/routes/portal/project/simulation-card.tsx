import type { PortalRun } from "../../../application/queries/portal-simulation";
import { Card, NextSteps, SimTag, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";
import { SimulationDueLine } from "../pieces/simulation-due";
import { TodoLine } from "../pieces/todo-lines";

interface SimulationProps {
  readonly runs: readonly PortalRun[];
  readonly projectNo: string;
  readonly today: CivilDay;
}

/** What the investor must do for a simulated run: sign, put right, present. Lines of the list of things to do. */
export function SimulationTodos({ runs, projectNo, today }: SimulationProps) {
  const { t } = useWords();
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
        ...(run.outdated
          ? [
              <TodoLine
                key={`sign anew ${run.runNo}`}
                title={t("portal.simulation.todo.sign-anew")}
                href={paths.portal.letter(projectNo, "simulation-risk", run.id)}
                tag={<SimTag>{t("simulation.mark")}</SimTag>}
              >
                <p className="muted">{t("portal.simulation.todo.sign-anew.text")}</p>
              </TodoLine>,
            ]
          : []),
        ...run.dues.map((due) => <SimulationDueLine key={due.key} due={due} today={today} />),
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
                {run.mayLeave && <span className="muted"> {t("portal.simulation.may-leave")}</span>}
              </p>
              {run.moved.map((one) => (
                <p key={one.precondition} className="muted">
                  {t("portal.simulation.moved", {
                    precondition: t(`simulation.precondition.${one.precondition}`),
                    from: day(one.from),
                    to: day(one.to),
                    reason: one.reason,
                  })}
                </p>
              ))}
              <NextSteps steps={run.steps} to="enterprise" />
              <dl className="sim-list">
                {run.items.map((item) => (
                  <div key={item.itemNo}>
                    <dt>
                      <b>{pick(item.name)}</b> <SimTag>{t(`simulation.status.${item.status}`)}</SimTag>
                    </dt>
                    <dd>
                      {item.status === "ready" && item.convertBy === null
                        ? t("portal.simulation.state.ready.waits")
                        : t(`portal.simulation.state.${item.status}`, { defects: item.defects })}
                      {item.endCause && ` · ${t(`simulation.cause.${item.endCause}`)}`}
                      {item.convertBy && <span className="sim-days">{t("portal.simulation.convert-by", { day: day(item.convertBy) })}</span>}
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
