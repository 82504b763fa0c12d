import { writeRow } from "../../../application/batch";
import type { WaitingRow } from "../../../application/queries/waiting-queue";
import { DueDate, Field, Form, HiddenFields, Select, SimTag, Tag, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { FormState } from "../../../i18n/message";
import { paths } from "../../../web/paths";
import { waitingReason, waitingSince } from "../pieces/waiting-words";

interface QueueListProps {
  readonly rows: readonly WaitingRow[];
  readonly today: CivilDay;
  readonly label: string;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly state: FormState | undefined;
}

/** The rows of the queue with what may be done to several at once: nothing that has a legal effect. */
export const QueueList = ({ rows, today, label, officers, state }: QueueListProps) => (
  <Form state={state}>
    <HiddenFields />
    <ul className="queue" aria-label={label}>
      {rows.map((row) => (
        <Row key={`${row.kind} ${row.subjectId}`} row={row} today={today} />
      ))}
    </ul>
    <Batch officers={officers} />
  </Form>
);

function Row({ row, today }: { row: WaitingRow; today: CivilDay }) {
  const words = useWords();
  const { t, pick } = words;
  const { kind, projectNo, subjectId } = row;
  const what = t(`queue.kind.${kind}`);
  const name = row.item ? pick(row.item.name) : row.projectName;
  return (
    <li className="queue__row">
      <label className="queue__pick">
        <input type="checkbox" name="row" value={writeRow(row)} />
        <span className="visually-hidden">{t("queue.pick", { what, name })}</span>
      </label>
      {row.due === null ? (
        <div className="due">
          <b className="due__day">{t("queue.waited", { n: row.waitedWorkingDays })}</b>
          <span className="due__label">{t("queue.no-day")}</span>
        </div>
      ) : (
        <DueDate dueOn={row.due} light={row.light} today={today} remaining={row.daysLeft} />
      )}
      <div className="queue__what">
        <a className="queue__name" href={paths.desk.queueReview(kind, projectNo, subjectId)}>
          {what}
          {row.item && <> · {name}</>}
        </a>{" "}
        {kind.startsWith("simulation") && <SimTag>{t("simulation.mark")}</SimTag>}
        {row.own && <Tag tone="warn">{t("queue.own.tag")}</Tag>}
        {row.seen && <Tag>{t("queue.seen")}</Tag>}
        <small>
          <a href={paths.desk.project(projectNo)}>{row.projectName}</a> · {row.enterpriseName}
        </small>
        <small>{waitingReason(row, words)}</small>
      </div>
      <div className="queue__who">
        <small>{waitingSince(row, today, words)}</small>
        <small>{row.agentName ?? t("project.agent.none")}</small>
      </div>
    </li>
  );
}

function Batch({ officers }: { officers: QueueListProps["officers"] }) {
  const { t } = useWords();
  return (
    <fieldset className="queue__batch">
      <legend>{t("queue.batch")}</legend>
      <p className="muted">{t("queue.batch.explain")}</p>
      <button type="submit" className="button button--second" name="act" value="mark-seen">
        {t("queue.batch.seen")}
      </button>
      <details>
        <summary>{t("queue.batch.assign")}</summary>
        <div className="queue__assign">
          <Select
            name="agentId"
            label={t("queue.batch.agent")}
            blank={t("acts.choose")}
            options={officers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field name="reason" label={t("acts.field.reason")} maxLength={500} size="medium" />
          <button type="submit" className="button" name="act" value="assign-agent">
            {t("queue.batch.assign.submit")}
          </button>
        </div>
      </details>
    </fieldset>
  );
}
