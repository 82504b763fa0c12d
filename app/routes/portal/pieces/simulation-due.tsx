import type { SimulationDue } from "../../../application/queries/simulation-due";
import { SimTag, Tag, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { TodoLine } from "./todo-lines";

/** How near the day is, in a word and a colour. */
function DayTag({ due: { kind, on, inDays }, today }: { due: SimulationDue; today: CivilDay }) {
  const { t, shortDay } = useWords();
  if (on === null || inDays === null) return null;
  const when = inDays < 0 ? "over" : inDays === 0 ? "today" : "by";
  const tone = inDays < 0 ? "late" : inDays === 0 || kind === "validity" ? "warn" : "plain";
  const words = t(`portal.simulation.due.${kind === "trigger" ? "trigger" : "validity"}.${when}` as const, { day: shortDay(on, today), n: Math.abs(inDays) });
  return tone === "plain" ? <Tag>{words}</Tag> : <Tag tone={tone}>{words}</Tag>;
}

interface DueProps {
  readonly due: SimulationDue;
  readonly today: CivilDay;
  readonly href?: string;
  /** Shown where the list is of several projects. */
  readonly project?: string;
}

/** One thing a simulated run asks of its investor: what, by when, and how. */
export function SimulationDueLine({ due, today, href, project }: DueProps) {
  const { t, pick } = useWords();
  const title =
    due.kind === "trigger"
      ? t("portal.simulation.todo.trigger", { precondition: due.precondition && t(`simulation.precondition.${due.precondition}`) })
      : t(due.kind === "correct" ? "portal.simulation.todo.correct" : "portal.simulation.todo.validity", { item: due.item && pick(due.item) });
  return (
    <TodoLine
      title={title}
      href={href}
      tag={
        <>
          <SimTag>{t("simulation.mark")}</SimTag> <DayTag due={due} today={today} />
        </>
      }
    >
      {due.defects.length > 0 && (
        <ol className="defects">
          {due.defects.map((defect) => (
            <li key={defect}>{defect}</li>
          ))}
        </ol>
      )}
      {due.kind !== "correct" && (
        <p className="muted">{t(due.kind === "trigger" ? "portal.simulation.todo.trigger.text" : "portal.simulation.todo.validity.text")}</p>
      )}
      {project && <p className="muted">{project}</p>}
    </TodoLine>
  );
}
