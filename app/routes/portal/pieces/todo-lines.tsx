import type { ReactNode } from "react";
import type { ToCollect, ToComplete, ToSubmit, ToSupply } from "../../../application/queries/portal-todo";
import { Tag, type Tone, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";

/** One thing to do: what, how pressing, and how. */
export function TodoLine({ title, href, tag, children }: { title: string; href?: string; tag?: ReactNode; children?: ReactNode }) {
  return (
    <li className="todo">
      <p className="todo__title">
        {href ? <a href={href}>{title}</a> : <b>{title}</b>} {tag}
      </p>
      {children && <div className="todo__how">{children}</div>}
    </li>
  );
}

/** By when a list must be answered; red once that day has passed. */
export function ReplyTag({ supply: { replyBy, daysLeft }, today }: { supply: ToSupply; today: CivilDay }) {
  const { t, shortDay } = useWords();
  if (replyBy === null || daysLeft === null) return <Tag tone="warn">{t("portal.todo.supply.open")}</Tag>;
  const tone: Tone = replyBy < today ? "late" : "warn";
  const key = replyBy < today ? "portal.todo.supply.over" : daysLeft === 0 ? "portal.todo.supply.today" : "portal.todo.supply.by";
  return <Tag tone={tone}>{t(key, { day: shortDay(replyBy, today), n: Math.abs(daysLeft) })}</Tag>;
}

/** By when deferred materials must be there; red once that day has passed. */
export function DeadlineTag({ complete: { supplyBy, daysLeft }, today }: { complete: ToComplete; today: CivilDay }) {
  const { t, shortDay } = useWords();
  const key = supplyBy < today ? "portal.todo.supply.over" : daysLeft === 0 ? "portal.todo.supply.today" : "portal.todo.supply.by";
  return <Tag tone={supplyBy < today ? "late" : "warn"}>{t(key, { day: shortDay(supplyBy, today), n: Math.abs(daysLeft) })}</Tag>;
}

/** By when a result must be collected; a place that states no day is said to. */
export function PickupTag({ collect: { pickupBy, daysLeft }, today }: { collect: ToCollect; today: CivilDay }) {
  const { t, shortDay } = useWords();
  if (pickupBy === null || daysLeft === null) return <Tag>{t("portal.todo.collect.unstated")}</Tag>;
  const late = pickupBy < today;
  return (
    <Tag tone={late ? "late" : "warn"}>{t(late ? "portal.todo.collect.late" : "portal.todo.collect.by", { day: shortDay(pickupBy, today), n: -daysLeft })}</Tag>
  );
}

/** What the window said when it looked the papers over before receipt. */
export function LastPrecheck({ item: { precheck }, today }: { item: ToSubmit; today: CivilDay }) {
  const { t, shortDay } = useWords();
  if (!precheck) return null;
  return (
    <>
      <p>
        {t("portal.todo.precheck", { day: shortDay(precheck.checkedOn, today) })}{" "}
        <Tag tone={precheck.verdict === "fit" ? "ok" : "warn"}>{t(`prechecks.${precheck.verdict}`)}</Tag>
      </p>
      {precheck.verdict === "fit" && <p>{t("portal.todo.precheck.fit")}</p>}
      {precheck.remarks.length > 0 && (
        <ol className="defects">
          {precheck.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** The materials of one ready item. */
export function Materials({ item: { core, deferrable } }: { item: ToSubmit }) {
  const { t } = useWords();
  if (core.length + deferrable.length === 0) return <p className="muted">{t("portal.todo.submit.none")}</p>;
  return (
    <>
      {core.length > 0 && (
        <>
          <h3>{t("portal.todo.submit.core")}</h3>
          <ul className="ticks">
            {core.map((material) => (
              <li key={material}>{material}</li>
            ))}
          </ul>
        </>
      )}
      {deferrable.length > 0 && (
        <>
          <h3>{t("portal.todo.submit.deferrable")}</h3>
          <ul className="ticks ticks--later">
            {deferrable.map((material) => (
              <li key={material}>{material}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
