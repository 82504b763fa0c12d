import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadPacks, PackError, type PackFault, readPacks } from "../../db/load-packs";

/** Every rule of packs, broken in a copy of the real files: the message must name the file, the line and the rule. */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "packs-"));
  for (const name of ["national", "hengyang-2018", "shandong", "dongying-2019"]) cpSync(join("db/packs", name), join(dir, name), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Replaces the first `from` after `after` in a file and answers the 1-based line where the replacement begins. */
function edit(file: string, after: string, from: string, to: string): number {
  const path = join(dir, file);
  const text = readFileSync(path, "utf8");
  const start = text.indexOf(after);
  const at = start < 0 ? -1 : text.indexOf(from, start);
  if (at < 0) throw new Error(`${file} has no "${from}" after "${after}"`);
  writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split("\n").length;
}
const faultsOf = (): readonly PackFault[] => readPacks(dir).faults;
const HY = "hengyang-2018/pack.yaml";
const HYI = "hengyang-2018/items.yaml";
const NA = "national/pack.yaml";
const NAI = "national/items.yaml";
const DY = "dongying-2019/pack.yaml";
const SD = "shandong/pack.yaml";
const WINDOW = "windowKinds:\n  agency:\n    name: { zh: 建设项目代办窗口, en: Project agency window }\n    accepts: investment\n    issues: true";

test("the unbroken copies load", () =>
  expect(readPacks(dir)).toMatchObject({ faults: [], packs: [{ id: "national" }, { id: "hengyang-2018" }, { id: "shandong" }, { id: "dongying-2019" }] }));

describe("a broken rule is reported at its file and line", () => {
  // rule, what is wrong, file, text before it, what is replaced, by what
  test.each<[rule: string, what: string, file: string, after: string, from: string, to: string]>([
    [
      "pack-loosened",
      "a longer correction notice",
      HY,
      "correctionNoticeWorkingDays",
      "correctionNoticeWorkingDays: { value: 5",
      "correctionNoticeWorkingDays: { value: 6",
    ],
    [
      "pack-loosened",
      "a statutory limit longer than the law",
      HYI,
      "  env-report:",
      "  env-report:",
      "  env-form:\n    statutory: { days: 31, unit: wd, extension: null, from: receipt, source: 本地 }\n\n  env-report:",
    ],
    [
      "pack-loosened",
      "notice commitment where the law excludes it",
      HYI,
      "  relic-approval:",
      "  relic-approval:",
      "  relic-approval:\n    noticeCommitment: yes",
    ],
    [
      "pack-gap-unstated",
      "a null without a source",
      HY,
      "  SMALL:",
      "budgetWorkingDays: { value: null, source: 报告未单列小型低风险项目 }",
      "budgetWorkingDays: { value: null }",
    ],
    [
      "pack-number-unsourced",
      "a number without a source",
      HY,
      "  IND:",
      "budgetWorkingDays: { value: 10, source: H31：工业投资项目行政审批时间控制在10个工作日以内 }",
      "budgetWorkingDays: { value: 10 }",
    ],
    ["pack-assumed-nothing", "an assumption without a value", HY, "  IND:", "budgetMode: { value: union", "budgetMode: { value: null"],
    ["pack-department-unknown", "a department that does not exist", NAI, "  forest-land:", "department: ly", "department: lin"],
    ["pack-prerequisite-unknown", "a prerequisite that does not exist", NAI, "  forest-land:", "prerequisites: [project-code]", "prerequisites: [project-cod]"],
    ["pack-prerequisite-cycle", "a ring of prerequisites", NAI, "  planning-conditions:", "prerequisites: []", "prerequisites: [planning-conditions]"],
    [
      "pack-alternative-unknown",
      "a substitute that does not exist",
      NAI,
      "  line-setting:",
      "alternatives: { planning-permit: planning-permit-lp }",
      "alternatives: { planning-permit: planning-permit-x }",
    ],
    ["pack-type-limit", "an immediate case of two days", NAI, "  wage-deposit:", "committed: { value: 1", "committed: { value: 2"],
    [
      "pack-type-limit",
      "a promised-time case over ten days without a legal basis",
      HYI,
      "  env-report:",
      "    exceptionBasis: 《环境影响评价法》第二十一条、第二十二条：征求公众意见，审批期限六十日\n",
      "    committed: { value: 20, assumed: true }\n",
    ],
    ["pack-over-statutory", "a committed limit longer than the law", NAI, "  planning-permit:", "committed: { value: 5", "committed: { value: 21"],
    [
      "pack-exception-misplaced",
      "an exception for a one-review case",
      HYI,
      "  env-report:",
      "  env-report:",
      "  line-setting:\n    exceptionBasis: 某法\n\n  env-report:",
    ],
    [
      "pack-exception-too-long",
      "a complex matter longer than half the time",
      "dongying-2019/items.yaml",
      "  env-report:",
      "  env-report:",
      "  env-report:\n    committed: { value: 31, assumed: true }",
    ],
    ["pack-procedure-not-in-law", "publicity that stops both clocks", SD, "  publicity:", "stops: committed", "stops: both"],
    ["pack-item-unknown", "an answer that adds an item that does not exist", NA, "  forest:", "adds: [forest-land]", "adds: [forest]"],
    [
      "pack-question-contradiction",
      "an answer that adds and drops the same item",
      NA,
      "  chemicals:",
      "adds: [safety-design], drops: []",
      "adds: [safety-design], drops: [safety-design]",
    ],
    ["pack-switch-unknown", "a switch for a category that does not exist", HY, "  commitment:", "commitment: { value: [IND]", "commitment: { value: [FACTORY]"],
    [
      "pack-loosened",
      "another consequence of a broken promise than the province's",
      DY,
      "rules:",
      "rules:",
      "rules:\n  breachSteps: { value: [rectify], source: 区里 }",
    ],
    [
      "pack-type-unknown",
      "an item of a kind the place does not know",
      "dongying-2019/items.yaml",
      "  env-report:",
      "  env-report:",
      "  env-report:\n    type: ONE_REVIEW",
    ],
    ["pack-complexity-differs", "a class of complexity that contradicts the item types", DY, "  fairly-complex:", "value: 10", "value: 9"],
    ["pack-item-unknown", "a bundle with an item that does not exist", DY, "    open-hotel:", "items: []", "items: [hotel]"],
    [
      "pack-process-twice",
      "a category in two processes",
      HY,
      "targets:",
      "targets:",
      "processes:\n  one: { name: { zh: 甲, en: One }, categories: [IND], source: 某文 }\n  two: { name: { zh: 乙, en: Two }, categories: [IND], source: 某文 }\ntargets:",
    ],
    ["pack-window-no-issue", "windows that accept and none that issues", HY, "windowKinds:", WINDOW, WINDOW.replace("issues: true", "issues: false")],
    ["pack-basis-ended", "a basis that ended before the pack began", HY, "basis:", "validFrom: 2018-07-20 }", "validFrom: 2010-07-20, validTo: 2018-07-19 }"],
    ["pack-rating-unknown", "a good level that is no level", NA, "  goodLevels:", "[1, 2, 3]", "[1, 2, 6]"],
    [
      "pack-department-unknown",
      "a successor that does not exist",
      DY,
      "  gx:",
      "shortName: { zh: 工信局, en: Industry }",
      "shortName: { zh: 工信局, en: Industry }, succeededBy: nobody",
    ],
    ["pack-shape", "a rule that does not exist", DY, "  windowMayRefuse:", "  windowMayRefuse:", "  windowMayNotRefuse:"],
    ["pack-validity", "an end before the beginning", HY, "validTo: null", "validTo: null", "validTo: 2018-01-01"],
    ["pack-inherits-unknown", "a parent that does not exist", HY, "inherits:", "inherits: national", "inherits: hunan"],
    ["pack-id-folder", "a name other than the folder's", HY, "id:", "id: hengyang-2018", "id: hengyang-2019"],
    ["pack-shape", "a key that does not exist", HY, "parameters:", "  warnWorkingDays:", "  warningDays:"],
    ["pack-shape", "a day that does not exist", HY, "validFrom:", "validFrom: 2018-07-20", "validFrom: 2018-02-30"],
    ["pack-shape", "half a day", NAI, "  wage-deposit:", "committed: { value: 1", "committed: { value: 0.5"],
    ["pack-shape", "an unknown category", NAI, "  wage-deposit:", "categories: [GOV,", "categories: [GOVERNMENT,"],
    ["yaml-syntax", "a code written twice", HYI, "  water-intake:", "  water-intake:", "  env-report:"],
    ["yaml-syntax", "a bracket that never closes", HY, "  commitment:", "[IND], source: H44：工业项目承诺制“零审批”先建后验 }", "[IND, source: H44 }"],
  ])("%s: %s", (rule, _what, file, after, from, to) => {
    const line = edit(file, after, from, to);
    const found = faultsOf().filter((fault) => fault.rule === rule);
    const last = line + to.split("\n").length - 1;
    expect(found.map((fault) => fault.file.endsWith(`/${file}`))).toContain(true);
    const fault = found.find((candidate) => candidate.file.endsWith(`/${file}`) && candidate.line >= line && candidate.line <= last + 1);
    expect(fault, `${rule} expected at ${file}:${line}, found ${found.map((entry) => `${entry.file}:${entry.line}`).join(", ")}`).toBeDefined();
    expect(fault?.message.length).toBeGreaterThan(10);
  });

  test("the message prints as file:line: rule: message and loading throws all of them", () => {
    const line = edit(HY, "correctionNoticeWorkingDays", "value: 5", "value: 6");
    expect(() => loadPacks(dir)).toThrow(PackError);
    expect(() => loadPacks(dir)).toThrow(`hengyang-2018/pack.yaml:${line}: pack-loosened: parameters.correctionNoticeWorkingDays is 6, looser than 5`);
  });

  test("what is missing is reported at the heading it should stand under", () => {
    edit(NA, "  greenChannel:", "  greenChannel:", "  # greenChannel:");
    const heading = readFileSync(join(dir, NA), "utf8").split("\n").indexOf("switches:") + 1;
    expect(faultsOf()).toMatchObject([{ rule: "pack-gap-unstated", line: heading, message: expect.stringContaining("switches.greenChannel") }]);
  });

  test("packs that inherit from one another in a ring are refused", () => {
    edit(NA, "inherits:", "inherits: null", "inherits: hengyang-2018");
    expect(faultsOf().map((fault) => fault.rule)).toContain("pack-inherits-cycle");
  });

  test("a fault of the nation is reported once, not again for every place below it", () => {
    edit(NAI, "  forest-land:", "department: ly", "department: lin");
    const faults = faultsOf();
    expect(new Set(faults.map((fault) => fault.rule))).toEqual(new Set(["pack-department-unknown"]));
    expect(faults.every((fault) => fault.file.endsWith(NAI))).toBe(true);
  });
});

describe("R-058: the digest", () => {
  test("is the same for the same rules and changes with any of them", () => {
    const digest = () => loadPacks(dir).find((pack) => pack.id === "hengyang-2018")?.digest;
    const before = digest();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(digest()).toBe(before);
    edit(HY, "  IND:", "value: 10", "value: 9");
    expect(digest()).not.toBe(before);
  });
  test("changes for a place when the level above changes, and not with comments", () => {
    const digests = () => Object.fromEntries(loadPacks(dir).map((pack) => [pack.id, pack.digest]));
    const before = digests();
    edit(HY, "#", "#", "# 改一行注释\n#");
    expect(digests()).toEqual(before);
    edit(NAI, "  wage-deposit:", "农民工工资保证金存储与专户", "农民工工资保证金");
    expect(digests()["hengyang-2018"]).not.toBe(before["hengyang-2018"]);
  });
});
