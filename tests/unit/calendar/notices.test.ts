import independent from "chinese-days/dist/chinese-days.json";
import { describe, expect, test } from "vitest";
import { addDays, weekdayOf } from "../../../app/domain/calendar/calendar-date";
import { workingCalendar } from "../../../app/domain/calendar/working-calendar";
import { CalendarFileError, loadCalendars, parseCalendar } from "../../../db/load-calendars";

const good = `year: 2026
noticeNumber: 国办发明电〔2025〕7号
noticeTitle: 国务院办公厅关于2026年部分节假日安排的通知
source: 国务院办公厅，2025年11月4日。
holidays:
  - name: 元旦
    days: [2026-01-01, 2026-01-02, 2026-01-03]
makeUpDays: [2026-01-04]
`;
const faultOf = (name: string, content: string): string => {
  try {
    parseCalendar(name, content);
    return "";
  } catch (error) {
    if (error instanceof CalendarFileError) return error.message;
    throw error;
  }
};

describe("calendar files", () => {
  test("R-002: every day of 2017 to 2026 agrees with an independent list of the notices", () => {
    const calendar = workingCalendar(loadCalendars());
    const wrong: string[] = [];
    // Its data, not its functions: those answer differently in time zones west of Greenwich.
    const worked = (day: string) => day in independent.workdays || (weekdayOf(day) % 6 !== 0 && !(day in independent.holidays));
    for (let day = "2017-01-01"; day <= "2026-12-31"; day = addDays(day, 1)) if (calendar.isWorkingDay(day) !== worked(day)) wrong.push(day);
    expect(wrong).toEqual([]);
  });

  test("each year carries the number and title of its notice, and 2019 and 2020 their second one", () => {
    const years = loadCalendars();
    expect(years.map((year) => [year.year, year.noticeNumber])).toEqual([
      [2017, "国办发明电〔2016〕17号"],
      [2018, "国办发明电〔2017〕12号"],
      [2019, "国办发明电〔2018〕15号"],
      [2020, "国办发明电〔2019〕16号"],
      [2021, "国办发明电〔2020〕27号"],
      [2022, "国办发明电〔2021〕11号"],
      [2023, "国办发明电〔2022〕16号"],
      [2024, "国办发明电〔2023〕7号"],
      [2025, "国办发明电〔2024〕12号"],
      [2026, "国办发明电〔2025〕7号"],
    ]);
    expect(years.filter((year) => year.amendments).map((year) => [year.year, year.amendments?.[0]?.noticeNumber])).toEqual([
      [2019, "国办发明电〔2019〕3号"],
      [2020, "国办发明电〔2020〕1号"],
    ]);
    for (const year of years) {
      expect(year.noticeTitle).toBe(`国务院办公厅关于${year.year}年部分节假日安排的通知`);
      expect(year.source).toContain("国务院办公厅，");
    }
  });

  test("a good file is read as it stands", () => {
    expect(parseCalendar("2026.yaml", good)).toMatchObject({
      year: 2026,
      makeUpDays: ["2026-01-04"],
      holidays: [{ name: "元旦", days: ["2026-01-01", "2026-01-02", "2026-01-03"] }],
    });
  });

  test("a fault is told with file, line and rule", () => {
    expect(faultOf("2026.yaml", good.replace("2026-01-02", "2026-02-30"))).toBe(
      "2026.yaml: line 7: holidays.0.days.1 must be an existing day written YYYY-MM-DD",
    );
    expect(faultOf("2026.yaml", good.replace("[2026-01-04]", "[2026-01-05]"))).toBe(
      "2026.yaml: line 8: makeUpDays.0 2026-01-05 is no Saturday or Sunday, so it cannot be a make-up day",
    );
    expect(faultOf("2026.yaml", good.replace("2026-01-03", "2026-01-02"))).toBe("2026.yaml: line 7: holidays.0.days.2 2026-01-02 is listed twice");
    expect(faultOf("2026.yaml", good.replace("[2026-01-04]", "[2026-01-03]"))).toContain("makeUpDays.0 2026-01-03 is listed twice");
    expect(faultOf("2026.yaml", good.replace("2026-01-02", "2027-01-02"))).toContain("2027-01-02 lies outside 2026 and December 2025");
    expect(faultOf("2026.yaml", good.replace("国办发明电〔2025〕7号", "国办发[2025]7号"))).toContain(
      "line 2: noticeNumber must be a State Council notice number",
    );
    expect(faultOf("2025.yaml", good)).toBe("2025.yaml: line 1: year says 2026; the file of a year is named after it");
    expect(faultOf("2026.yaml", `${good}extra: 1\n`)).toContain("2026.yaml:");
    expect(faultOf("2026.yaml", good.replace("holidays:", "holidays: ["))).toMatch(/^2026\.yaml: line \d+: not valid YAML/);
  });
});
