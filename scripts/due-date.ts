import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { beijingDay, type CivilDay, parseDay } from "../app/domain/calendar/calendar-date";
import { workingCalendar } from "../app/domain/calendar/working-calendar";
import type { ClockLight, ClockReading, ClockSpec, Pause } from "../app/domain/clock/clock";
import { readClock } from "../app/domain/clock/due-date";
import { loadCalendars } from "../db/load-calendars";

const USAGE = `npm run due-date -- --accepted 2026-03-02 --days 10 [--unit wd|cal] [--pause 2026-03-04..2026-03-10]... [--extend 5]
                    [--start T+1|T+0] [--pause-rule after|inclusive] [--asof 2026-03-05] [--json]

  --accepted    day of acceptance or receipt
  --days        limit, working days (wd, default) or calendar days (cal)
  --pause       first..last day of a pause; first.. for one still open; may be given several times
  --extend      approved extension, in the same days
  --start       T+1 (default): the day after is the first counted; T+0: the day itself is
  --pause-rule  after (default): the days after the first up to and including the last are left out; inclusive: the first too
  --asof        day to read the clock on; today in Beijing by default`;

const MOST_DAYS = 10_000;
const LIGHT_WORDS: Record<ClockLight, string> = { ok: "● 正常", warn: "▲ 临期", late: "■ 超期", paused: "‖ 暂停", none: "○ 未计时" };

/** Something the person typed that cannot be used. */
class InputError extends Error {}

function dayOf(option: string, text: string): CivilDay {
  const day = parseDay(text);
  if (day === null) throw new InputError(`--${option} ${text}: not an existing day written YYYY-MM-DD`);
  if (day < "1950-01-01" || day > "2150-12-31") throw new InputError(`--${option} ${text}: outside the years 1950 to 2150`);
  return day;
}

function wholeOf(option: string, text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > MOST_DAYS) throw new InputError(`--${option} ${text}: not a whole number from 0 to ${MOST_DAYS}`);
  return Number(text);
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (!found) throw new InputError(`--${option} ${text}: must be ${allowed.join(" or ")}`);
  return found;
}

function pauseOf(text: string, accepted: CivilDay): Pause {
  const [first, last, ...rest] = text.split("..");
  if (first === undefined || last === undefined || rest.length > 0)
    throw new InputError(`--pause ${text}: must be written first..last, or first.. while still open`);
  const from = dayOf("pause", first);
  const to = last === "" ? null : dayOf("pause", last);
  if (to !== null && to < from) throw new InputError(`--pause ${text}: ends before it begins`);
  if (from < accepted) throw new InputError(`--pause ${text}: begins before the clock starts on ${accepted}`);
  return { from, to, kind: "pause", by: "" };
}

/** The clock and the day to read it on, as typed. Throws an InputError naming the option at fault. */
function request(args: string[]): { spec: ClockSpec; asOf: CivilDay; json: boolean } {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    strict: true,
    allowPositionals: false,
    options: {
      accepted: text,
      days: text,
      unit: { ...text, default: "wd" },
      pause: { ...text, multiple: true },
      extend: { ...text, default: "0" },
      start: { ...text, default: "T+1" },
      "pause-rule": { ...text, default: "after" },
      asof: text,
      json: { type: "boolean", default: false },
    },
  });
  if (values.accepted === undefined) throw new InputError("--accepted is missing");
  if (values.days === undefined) throw new InputError("--days is missing");
  const startedOn = dayOf("accepted", values.accepted);
  return {
    spec: {
      startedOn,
      limitDays: wholeOf("days", values.days),
      unit: oneOf("unit", values.unit, ["wd", "cal"]),
      pauses: (values.pause ?? []).map((pause) => pauseOf(pause, startedOn)),
      extensionDays: wholeOf("extend", values.extend),
      startRule: oneOf("start", values.start, ["T+1", "T+0"]),
      pauseRule: oneOf("pause-rule", values["pause-rule"], ["after", "inclusive"]),
      endedOn: null,
      warnWorkingDays: 1,
    },
    asOf: values.asof === undefined ? beijingDay(new Date().toISOString()) : dayOf("asof", values.asof),
    json: values.json,
  };
}

/** One line for people, in Chinese. */
function sentence(reading: ClockReading, asOf: CivilDay): string {
  const due = reading.dueOn === null ? "暂停中，到期日待定" : `到期 ${reading.dueOn}${reading.provisional ? "（暂定：放假安排尚未公布）" : ""}`;
  const left = reading.overdueDays > 0 ? `超期 ${reading.overdueDays} 日` : reading.remainingDays === null ? "剩余待定" : `剩余 ${reading.remainingDays} 日`;
  return `${due}；截至 ${asOf}：已用 ${reading.usedDays} 日，${left}，暂停 ${reading.pausedDays} 日，${LIGHT_WORDS[reading.light]}`;
}

const isInputFault = (error: unknown): error is Error =>
  error instanceof InputError || (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

/** What the command prints and its exit code: 0 with the answer on stdout, or 2 with the fault and the usage on stderr. */
export function dueDate(args: string[]): { readonly exitCode: 0 | 2; readonly stdout: string; readonly stderr: string } {
  try {
    const { spec, asOf, json } = request(args);
    const calendar = workingCalendar(loadCalendars(fileURLToPath(new URL("../db/packs/calendar", import.meta.url))));
    const reading = readClock(spec, calendar, asOf);
    const { dueOn: due, provisional, usedDays: used, remainingDays: remaining, pausedDays: paused, light } = reading;
    return { exitCode: 0, stdout: `${json ? JSON.stringify({ due, provisional, used, remaining, paused, light }) : sentence(reading, asOf)}\n`, stderr: "" };
  } catch (error) {
    if (!isInputFault(error)) throw error;
    return { exitCode: 2, stdout: "", stderr: `due-date: ${error.message}\n\n${USAGE}\n` };
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { exitCode, stdout, stderr } = dueDate(process.argv.slice(2));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
}
