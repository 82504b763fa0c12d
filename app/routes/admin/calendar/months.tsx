import type { CalendarDay, CalendarMonth, CalendarYearPage } from "../../../application/queries/calendar-year";
import { Card, classNames, useWords } from "../../../components";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const KINDS = ["working", "weekend", "holiday", "make-up", "closure"] as const;

/** Twelve small tables; each special day carries a word besides its colour. */
export function Months({ page: { year, months, today, closures } }: { page: CalendarYearPage }) {
  const { t } = useWords();
  return (
    <section className="year" aria-label={t("admin.calendar.title", { year })}>
      <ul className="year__key" aria-label={t("admin.calendar.legend")}>
        {KINDS.filter((kind) => kind !== "closure" || closures.length > 0).map((kind) => (
          <li key={kind}>
            <span className={classNames("cal__day", `cal__day--${kind}`)} aria-hidden="true">
              {kind === "working" || kind === "weekend" ? "1" : t(`admin.mark.${kind}`)}
            </span>
            {t(`admin.day.${kind}`)}
          </li>
        ))}
      </ul>
      <div className="year__months">
        {months.map((month) => (
          <Month key={month.month} year={year} month={month} today={today} />
        ))}
      </div>
    </section>
  );
}

function Month({ year, month: { month, workingDays, weeks }, today }: { year: number; month: CalendarMonth; today: string }) {
  const { t } = useWords();
  const name = t(`admin.month.${month}`);
  return (
    <Card title={name} more={<span className="muted">{t("admin.calendar.month.count", { n: workingDays })}</span>}>
      <table className="cal">
        <caption className="visually-hidden">{t("admin.calendar.month.full", { year, month: name, n: workingDays })}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {t(`admin.weekday.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={week.find((day) => day)?.day ?? index}>
              {week.map((day, column) => (day ? <Day key={day.day} of={day} isToday={day.day === today} /> : <td key={`empty-${column}`} />))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Day({ of: { day, kind, name }, isToday }: { of: CalendarDay; isToday: boolean }) {
  const { t } = useWords();
  const special = kind === "holiday" || kind === "make-up" || kind === "closure";
  return (
    <td>
      <span className={classNames("cal__day", `cal__day--${kind}`, isToday && "cal__day--today")} title={name ?? undefined}>
        <time dateTime={day} aria-current={isToday ? "date" : undefined}>
          {Number(day.slice(8))}
        </time>
        {special && <small aria-hidden="true">{t(`admin.mark.${kind}`)}</small>}
        {kind !== "working" && <span className="visually-hidden"> {name ?? t(`admin.day.${kind}`)}</span>}
        {isToday && <span className="visually-hidden"> {t("admin.calendar.today")}</span>}
      </span>
    </td>
  );
}
