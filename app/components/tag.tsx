import type { ReactNode } from "react";
import type { CivilDay } from "../domain/calendar/calendar-date";
import type { ClockLight } from "../domain/clock/clock";
import { classNames } from "./class-names";
import { useWords } from "./words";

export type Tone = "ok" | "warn" | "late" | "hold" | "sim" | "plain";

/** The mark that carries the meaning where colour does not: grey print, colour blindness. */
export const MARKS: Record<Tone, string> = { ok: "●", warn: "▲", late: "■", hold: "‖", sim: "", plain: "" };
export const TONE_OF_LIGHT: Record<ClockLight, Tone> = { ok: "ok", warn: "warn", late: "late", paused: "hold", none: "plain" };

/** A state in a word. Not a link, not a button, not a count. */
export const Tag = ({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag tag--${tone}`}>
    {MARKS[tone] && (
      <span className="tag__mark" aria-hidden="true">
        {MARKS[tone]}
      </span>
    )}
    {children}
  </span>
);

export type DayUnit = "wd" | "cal";

interface Remaining {
  /** Days left; negative when overdue, 0 on the due day itself. */
  readonly remaining?: number | null;
  readonly unit?: DayUnit;
}

/** 剩 2 个工作日 · 今日到期 · 已超期 1 个工作日 · 暂停计时 */
export function useRemainingText(): (light: ClockLight, remaining: number | null | undefined, unit?: DayUnit) => string {
  const { t } = useWords();
  return (light, remaining, unit = "wd") => {
    if (light === "paused") return t("light.paused");
    if (light === "none") return t("light.none");
    if (remaining === null || remaining === undefined) return t(`light.${light}`);
    if (remaining === 0 && light !== "late") return t("due.today");
    return remaining < 0 || light === "late" ? t(`due.over.${unit}`, { n: Math.abs(remaining) }) : t(`due.left.${unit}`, { n: remaining });
  };
}

/** The light of a clock: word and mark, and the days left where they are known. Nothing runs: nothing is shown. */
export function LightTag({ light, dueOn, remaining, unit }: { light: ClockLight; dueOn?: CivilDay | null } & Remaining) {
  const { t } = useWords();
  const text = useRemainingText();
  if (light === "none") return null;
  return (
    <Tag tone={TONE_OF_LIGHT[light]}>
      {remaining === undefined || remaining === null ? t(`light.${light}`) : text(light, remaining, unit)}
      {dueOn && light !== "paused" && <time dateTime={dueOn}>{dueOn.slice(5)}</time>}
    </Tag>
  );
}

interface DueDateProps extends Remaining {
  readonly dueOn: CivilDay | null;
  readonly light: ClockLight;
  /** Today, so that a day of another year shows its year. */
  readonly today?: CivilDay;
  /** Replaces the plain label: 专家评审，告知 10 日. */
  readonly note?: string | null;
  /** The calendar of that year is not published yet. */
  readonly provisional?: boolean;
  /** Where the date is explained day by day. */
  readonly href?: string | null;
}

/** A due day in a queue: the day in bold, what it means under it, a coloured bar beside it. Never without the label. */
export function DueDate({ dueOn, light, today, remaining, unit, note, provisional, href }: DueDateProps) {
  const { t, shortDay } = useWords();
  const text = useRemainingText();
  const tone = TONE_OF_LIGHT[light];
  const day = dueOn && light !== "paused" ? <time dateTime={dueOn}>{shortDay(dueOn, today)}</time> : t(light === "paused" ? "light.paused" : "due.none");
  const label = note ?? (light === "paused" ? t("due.paused") : light === "none" ? "" : text(light, remaining, unit));
  return (
    <div className={classNames("due", `due--${tone}`)}>
      <b className="due__day">{href ? <a href={href}>{day}</a> : day}</b>
      {label && (
        <span className="due__label">
          {MARKS[tone] && <span aria-hidden="true">{MARKS[tone]} </span>}
          {label}
        </span>
      )}
      {provisional && <span className="due__label">{t("due.provisional")}</span>}
    </div>
  );
}
