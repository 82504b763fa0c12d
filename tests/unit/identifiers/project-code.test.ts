import { describe, expect, test } from "vitest";
import { readProjectCode } from "../../../app/domain/identifiers/project-code";

const read = (text: string) => {
  const reading = readProjectCode(text);
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.value;
};

describe("投资项目统一代码 (GB/T 40058-2021)", () => {
  test.each([
    ["2106-220203-04-01-950623"],
    ["2108-440305-04-01-333721"],
    ["2106-440100-04-01-237448"],
    ["2111-522323-04-01-342068"],
    ["2411-130202-89-01-637015"],
    ["2603-141124-89-05-346948"],
    ["2305-210900-89-01-100018"],
    ["2307-430400-04-01-200020"],
    ["2309-430400-07-02-300039"],
    ["2402-330802-04-01-400040"],
    ["2405-330802-07-02-500056"],
    ["2501-370300-89-01-600067"],
    ["2503-370502-89-01-700074"],
    ["2601-370502-89-05-800083"],
  ])("%s is a new code and its check digit holds", (code) => expect(read(code)).toMatchObject({ code, format: "new", warnings: [] }));

  test("R-057: a wrong check digit warns and never refuses", () =>
    expect(read("2605-440100-04-01-000001")).toMatchObject({ format: "new", warnings: ["project-code-check-digit"] }));
  test.each(["2018-440305-70-02-719006", "2020-441303-26-03-103763"])("%s is an old code, which has no check digit", (code) =>
    expect(read(code)).toMatchObject({ format: "old", warnings: [] }),
  );
  test("2011 and 2012 may be a year or November and December 2020: said as a doubt when the check digit does not hold", () => {
    expect(read("2011-430400-04-01-123456").warnings).toContain("project-code-ambiguous");
  });
  test("a month before the new code began is a year of the old one", () => expect(read("2008-430400-70-02-719006").format).toBe("old"));
  test("an unknown project type is a doubt", () => {
    expect(read("2307-430400-04-09-200020").warnings).toContain("project-code-type");
    expect(read("2018-440305-70-07-719006").warnings).toEqual(["project-code-type"]);
  });
  test("spaces, wide digits, long dashes and missing hyphens are put right", () => {
    for (const typed of [" 2307-430400-04-01-200020 ", "23074304000401200020", "2307—430400—04—01—200020", "２３０７-430400-04-01-200020"])
      expect(read(typed).code).toBe("2307-430400-04-01-200020");
  });
  test("the region is the second group", () => expect(read("2307-430400-04-01-200020").regionCode).toBe("430400"));
  test.each(["", "2307-430400-04-01-20002", "2307-43040-04-01-200020", "2313-430400-04-01-200020", "1907-430400-04-01-200020", "ABCD-430400-04-01-200020"])(
    "“%s” is not a project code",
    (text) => {
      expect(readProjectCode(text)).toMatchObject({ ok: false, error: { code: "project-code-format", field: "projectCode" } });
    },
  );
});
