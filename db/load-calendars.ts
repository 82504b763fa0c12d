import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { parseDay, weekdayOf, yearOf } from "../app/domain/calendar/calendar-date";
import type { CalendarYear } from "../app/domain/calendar/working-calendar";

/** A calendar file that cannot be trusted. The message names the file, the line where known, and the rule that was broken. */
export class CalendarFileError extends Error {
  override readonly name = "CalendarFileError";
}

const text = z.string({ error: "must be text" }).trim().min(1, "must not be empty");
const day = z.string({ error: "must be a day written YYYY-MM-DD" }).refine((value) => parseDay(value) !== null, "must be an existing day written YYYY-MM-DD");
const noticeNumber = z
  .string({ error: "must be text" })
  .regex(/^国办发明电〔\d{4}〕\d+号$/, "must be a State Council notice number such as 国办发明电〔2025〕7号");
const notice = { noticeNumber, noticeTitle: text, source: text };

const CalendarFile = z
  .strictObject({
    year: z.int("must be a year").min(2000, "must be 2000 or later").max(2099, "must be 2099 or earlier"),
    ...notice,
    amendments: z.array(z.strictObject(notice)).optional(),
    holidays: z.array(z.strictObject({ name: text, days: z.array(day).min(1, "must list at least one day") })).min(1, "must list the holidays of the year"),
    makeUpDays: z.array(day),
  })
  .superRefine((file, context) => {
    const seen = new Set<string>();
    const check = (value: string, path: (string | number)[]) => {
      const refuse = (message: string) => context.addIssue({ code: "custom", message, path });
      // New Year's holiday of a notice may begin in the December before.
      if (yearOf(value) !== file.year && !value.startsWith(`${file.year - 1}-12-`)) refuse(`${value} lies outside ${file.year} and December ${file.year - 1}`);
      if (seen.has(value)) refuse(`${value} is listed twice`);
      seen.add(value);
    };
    for (const [h, holiday] of file.holidays.entries()) for (const [d, value] of holiday.days.entries()) check(value, ["holidays", h, "days", d]);
    for (const [m, value] of file.makeUpDays.entries()) {
      check(value, ["makeUpDays", m]);
      if (weekdayOf(value) % 6 !== 0)
        context.addIssue({ code: "custom", message: `${value} is no Saturday or Sunday, so it cannot be a make-up day`, path: ["makeUpDays", m] });
    }
  });

/** Line of the deepest part of `path` that exists in the document. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

/**
 * Reads one calendar file.
 * @param name file name `YYYY.yaml`, also used in messages
 * @throws CalendarFileError listing every fault found
 */
export function parseCalendar(name: string, content: string): CalendarYear {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const syntax = document.errors[0];
  if (syntax) throw new CalendarFileError(`${name}: line ${lines.linePos(syntax.pos[0]).line}: not valid YAML: ${syntax.message.split("\n")[0]}`);
  const parsed = CalendarFile.safeParse(document.toJS());
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const line = lineOf(document, lines, issue.path);
      return `${name}:${line === null ? "" : ` line ${line}:`}${issue.path.length > 0 ? ` ${issue.path.join(".")}` : ""} ${issue.message}`;
    });
    throw new CalendarFileError(faults.join("\n"));
  }
  if (name !== `${parsed.data.year}.yaml`)
    throw new CalendarFileError(`${name}: line ${lineOf(document, lines, ["year"])}: year says ${parsed.data.year}; the file of a year is named after it`);
  const { amendments, ...year } = parsed.data;
  return amendments ? { ...year, amendments } : year;
}

/** No day may be settled by two years, and no year may be missing between the first and the last: a gap would read as plain weekdays. */
function checkTogether(years: readonly CalendarYear[]): void {
  const owners = new Map<string, number>();
  for (const [index, { year, holidays, makeUpDays }] of years.entries()) {
    const previous = years[index - 1];
    if (previous && year !== previous.year + 1)
      throw new CalendarFileError(`${previous.year + 1}.yaml is missing between ${previous.year}.yaml and ${year}.yaml`);
    for (const value of [...holidays.flatMap((holiday) => holiday.days), ...makeUpDays]) {
      const owner = owners.get(value);
      if (owner !== undefined) throw new CalendarFileError(`${year}.yaml: ${value} is already settled by ${owner}.yaml`);
      owners.set(value, year);
    }
  }
}

/**
 * Loads the published calendar years, oldest first. Every `.yaml` file of the folder is one year.
 * @param dir folder of the files; `db/packs/calendar` under the working directory by default
 * @throws CalendarFileError naming file, line and rule
 */
export function loadCalendars(dir = join(process.cwd(), "db", "packs", "calendar")): readonly CalendarYear[] {
  const years = readdirSync(dir)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => parseCalendar(name, readFileSync(join(dir, name), "utf8")));
  if (years.length === 0) throw new CalendarFileError(`${dir} holds no calendar file (YYYY.yaml)`);
  checkTogether(years);
  return years;
}
