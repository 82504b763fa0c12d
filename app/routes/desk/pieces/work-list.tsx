import type { RowDetail, WorkRow } from "../../../application/queries/work-rows";
import { ButtonLink, DueDate, useWords, type Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { paths } from "../../../web/paths";
import { itemActByCommand } from "../acts/item-acts";

/** Rows of work: the day, the item, who has it, and what to do next. A list, so that it reads in order on a phone too. */
export function WorkList({ rows, today, label }: { rows: readonly WorkRow[]; today: CivilDay; label: string }) {
  return (
    <ul className="work" aria-label={label}>
      {rows.map((row) => (
        <ItemWorkRow key={`${row.group} ${row.itemNo}`} row={row} today={today} />
      ))}
    </ul>
  );
}

/** One item that waits. */
export function ItemWorkRow({ row, today }: { row: WorkRow; today: CivilDay }) {
  const words = useWords();
  const { t, pick } = words;
  const { waitsFor } = row;
  return (
    <li className="work__row">
      {waitsFor.on === null && waitsFor.light === "none" ? (
        <NoDay row={row} />
      ) : (
        <DueDate
          dueOn={waitsFor.on}
          light={waitsFor.light}
          remaining={waitsFor.days}
          today={today}
          note={dayNote(row, words, today)}
          provisional={waitsFor.provisional}
          href={waitsFor.meaning === "due" ? paths.desk.itemDate(row.itemNo) : null}
        />
      )}
      <div className="work__what">
        <a className="work__name" href={paths.desk.item(row.itemNo)}>
          {pick({ zh: row.nameZh, en: row.nameEn })}
        </a>
        <small>
          <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a> · {row.enterpriseName}
        </small>
      </div>
      <div className="work__who">
        {t(`desk.holder.${row.holder}`, { department: pick(row.department) })}
        <small>{detailOf(row, words)}</small>
      </div>
      <div className="work__next">
        <Next row={row} />
      </div>
    </li>
  );
}

/** A row that waits for no day says what kind of work it is instead. */
function NoDay({ row }: { row: WorkRow }) {
  const { t } = useWords();
  return (
    <div className="due due--plain">
      <b className="due__day">{t(`desk.group.${row.group}`)}</b>
      <span className="due__label">{t(row.group === "ready" ? "desk.day.ready" : "desk.day.none")}</span>
    </div>
  );
}

/** The line under the day, where it is not the plain "n days left" of a clock. */
function dayNote({ waitsFor }: WorkRow, { t, day }: Words, today: CivilDay): string | null {
  if (waitsFor.light === "paused") return t("desk.day.paused");
  if (waitsFor.meaning === "due") return null;
  if (waitsFor.days === null) return t("desk.day.none");
  if (waitsFor.meaning === "accept-by") {
    if (waitsFor.light !== "late") return t("desk.day.accept-by", { n: waitsFor.days });
    return waitsFor.lawOn !== null && waitsFor.lawOn >= today ? t("desk.day.accept-promise-over", { day: day(waitsFor.lawOn) }) : t("desk.day.accept-over");
  }
  if (waitsFor.meaning === "supply-by")
    return waitsFor.days < 0 || waitsFor.light === "late"
      ? t("desk.day.supply-over", { n: Math.max(-waitsFor.days, 1) })
      : waitsFor.days === 0
        ? t("desk.day.supply-today")
        : t("desk.day.supply-by", { n: waitsFor.days });
  if (waitsFor.meaning === "reply-by")
    return waitsFor.days < 0 ? t("desk.day.reply-over", { n: -waitsFor.days }) : t("desk.day.reply-by", { n: waitsFor.days });
  if (waitsFor.meaning === "pickup-by")
    return waitsFor.days < 0 ? t("desk.day.pickup-over", { n: -waitsFor.days }) : t("desk.day.pickup-by", { n: waitsFor.days });
  return waitsFor.days < 0 ? t("desk.day.deliver-over", { n: -waitsFor.days }) : t("desk.day.deliver-by", { n: waitsFor.days });
}

function detailOf({ detail, agentName, status }: WorkRow, { t, pick, day }: Words): string {
  const say = (what: RowDetail): string => {
    switch (what.kind) {
      case "correction":
        return t("desk.detail.correction", { n: what.defects, day: day(what.notifiedOn) });
      case "procedure":
        return what.told === null
          ? t("desk.detail.procedure", { name: pick(what.name), day: day(what.openedOn), n: what.days })
          : t("desk.detail.procedure.told", { name: pick(what.name), day: day(what.openedOn), n: what.days, told: what.told });
      case "step":
        return what.next ? t("desk.detail.step", { step: pick(what.next) }) : t(what.above ? "desk.detail.forward" : "desk.detail.decide");
      case "returned":
        return t("item.holder.returned", { body: what.by, day: day(what.on), reason: what.reason });
      case "gap":
        return t(!what.missed ? "desk.detail.gap" : what.confirms ? "desk.detail.gap-missed" : "desk.detail.gap-missed.waits", {
          n: what.names.length,
          names: what.names,
        });
      case "reason-owed":
        return t(what.sentBack ? "explanation.owed.sent-back" : "explanation.owed.asked", { text: what.text });
      case "missed-correction":
        return t("desk.detail.correction-missed");
      case "path":
        return t("desk.detail.path");
      case "papers":
        return t("desk.detail.papers", { day: day(what.on) });
      case "extension":
        return t("desk.detail.extension", { day: day(what.requestedOn), n: what.workingDays, reason: what.reason });
    }
  };
  if (detail) return say(detail);
  return agentName ? t("desk.detail.state", { status: t(`item.status.${status}`), agent: agentName }) : t(`item.status.${status}`);
}

/** The act of this person as a button; when it is somebody else's turn, the way to see more. */
function Next({ row }: { row: WorkRow }) {
  const { t } = useWords();
  const act = row.act && itemActByCommand(row.act);
  if (act)
    return (
      <ButtonLink href={paths.desk.act(row.itemNo, act.noun)} second={row.waitsFor.light !== "late" && row.waitsFor.light !== "warn"}>
        {t(`acts.${act.noun}.button`)}
      </ButtonLink>
    );
  if (row.waitsFor.meaning === "due") return <a href={paths.desk.itemDate(row.itemNo)}>{t("desk.see-date")}</a>;
  return <a href={paths.desk.item(row.itemNo)}>{t("desk.see-item")}</a>;
}
