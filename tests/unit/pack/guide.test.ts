import { describe, expect, test } from "vitest";
import { guideNumber, readGuideNumber } from "../../../app/application/documents/guide-number";
import { guideOf, type ItemGuide } from "../../../app/domain/pack/guide";
import { packOf } from "../../builders/case-story";

const hengyang = packOf("hengyang-2018");
const guide = (code: string, pack = hengyang): ItemGuide => {
  const found = guideOf(pack, code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};
const zh = (words: readonly { readonly name: { readonly zh: string } }[]): readonly string[] => words.map(({ name }) => name.zh);

describe("the guide of an item", () => {
  test("R-260 (F14): every item of every place has one, with its body, its flow and its limits", () => {
    for (const id of ["hengyang-2018", "dongying-2019", "fuxin-2019", "kecheng-2023", "zibo-2017"]) {
      const pack = packOf(id);
      for (const item of pack.items) {
        const found = guide(item.code, pack);
        expect(found.decidedBy.zh, item.code).not.toBe("");
        expect(found.flow[0], item.code).toMatchObject({ kind: "apply", by: "applicant" });
        expect(found.flow.length, item.code).toBeGreaterThan(1);
      }
    }
    expect(guideOf(hengyang, "no-such-item")).toBeNull();
  });

  test("R-261 (H24, Z20): the flow runs from application over acceptance and the place's own steps to delivery, each with who and how long", () => {
    const { flow } = guide("planning-permit");
    expect(flow.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      "apply applicant",
      "receive window",
      "accept window",
      "step department",
      "step department",
      "decide department",
      "deliver issuing",
    ]);
    expect(flow.filter(({ kind }) => kind === "step").map(({ name }) => name?.zh)).toEqual(["审查", "审核"]);
    expect(flow.find(({ kind }) => kind === "accept")?.limitWorkingDays?.value).toBe(5);
  });

  test("R-261: a milestone is followed to its result, a forwarded item is decided above", () => {
    expect(guide("land-grant").flow.map(({ kind }) => kind)).toEqual(["apply", "reach"]);
    const forwarded = hengyang.items.find((item) => item.forwardedTo);
    if (!forwarded) throw new Error("no forwarded item");
    const { flow, level } = guide(forwarded.code);
    expect(flow.slice(-3).map(({ kind, by }) => `${kind} ${by}`)).toEqual(["forward department", "decide upper", "deliver issuing"]);
    expect(level).toBe(forwarded.forwardedTo);
  });

  test("R-262 (D14): it says in which situations the item is needed and in which it is spared, from the questions of the place", () => {
    expect(guide("env-report").neededWhen.map(({ answers }) => answers.map(({ zh: answer }) => answer))).toEqual([["环境影响报告书"]]);
    expect(guide("planning-permit").neededWhen).toEqual([]);
    const spared = hengyang.items.find((item) => hengyang.questions.some((question) => question.options.some((option) => option.drops.includes(item.code))));
    if (!spared) throw new Error("no item is ever spared");
    expect(guide(spared.code).sparedWhen.length).toBeGreaterThan(0);
  });

  test("R-260: before and after are the two ends of the same link", () => {
    const permit = guide("planning-permit");
    expect(zh(permit.prerequisites)).toContain("建设用地规划许可证核发");
    for (const { code } of permit.successors) expect(guide(code).prerequisites.map((link) => link.code)).toContain("planning-permit");
  });
});

describe("numbers of what is published", () => {
  test("R-263: a number says whose, of which item and by which rules, and is read however it was typed", () => {
    const number = guideNumber("flow", "HY", "env-report", "3f2a9c1b".padEnd(64, "0"));
    expect(number).toBe("HY-LCQD-env-report-3f2a9c1b");
    const read = { kind: "flow", centreCode: "HY", itemCode: "env-report", digest: "3f2a9c1b" };
    for (const typed of [number, number.toLowerCase(), ` ${number} `, "ＨＹ-lcqd-env-report-3F2A9C1B"]) expect(readGuideNumber(typed)).toEqual(read);
    for (const typed of ["", "HY-XXXX-env-report-3f2a9c1b", "HY-LCQD-env-report-3f2a9c1", "7K3M-9QXW-P2RD", `HY-BSZN-${"a".repeat(90)}-3f2a9c1b`])
      expect(readGuideNumber(typed), typed).toBeNull();
  });
});
