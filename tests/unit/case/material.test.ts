import { describe, expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import type { Command } from "../../../app/domain/case/commands";
import { agent, aPerson, type CaseStory, intake, manager } from "../../builders/case-story";
import { accept, bring, CODE, coreOf, file, investor, line, lines, no, PLAN, paper, planned, received } from "../../builders/material-story";

describe("bringing materials", () => {
  test("R-151: several materials are brought by one act with their counts and their day, and only what changed is recorded", () => {
    const story = planned();
    const names = coreOf(story, CODE);
    story.do(agent, "2026-03-03", bring(story, CODE, names, "2026-03-02"));
    expect(line(story, CODE, names[0] ?? "")).toMatchObject({ status: "brought", row: { originals: 1, copies: 0, broughtOn: "2026-03-02", byName: "李敏" } });
    const again = story.try(agent, "2026-03-04", {
      type: "bring-materials",
      itemNo: no(story, CODE),
      materials: [paper(names[0] ?? ""), paper(names[1] ?? "", 1, 2)],
      on: "2026-03-04",
      note: "补复印件",
    });
    expect(again.ok && again.value[0]).toMatchObject({ materials: [{ name: names[1], copies: 2 }] });
    expect(story.refusal(agent, "2026-03-04", bring(story, CODE, names)).code).toBe("materials-unchanged");
  });

  test("R-151: a material stays brought on its first day when more copies come later", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    story.do(agent, "2026-03-02", bring(story, CODE, [name]));
    story.do(agent, "2026-03-05", { type: "bring-materials", itemNo: no(story, CODE), materials: [paper(name, 1, 3)], on: "2026-03-05", note: null });
    expect(line(story, CODE, name).row).toMatchObject({ copies: 3, broughtOn: "2026-03-02" });
  });

  test.each([
    ["a name that is not on the list", [paper("户口簿")], "material-not-listed"],
    ["no paper at all", [paper("申请表", 0)], "material-nothing-brought"],
    ["half a copy", [paper("申请表", 1.5)], "material-count-impossible"],
    ["fewer than none", [paper("申请表", -1)], "material-count-impossible"],
    ["more than anybody carries", [paper("申请表", 1000)], "material-count-impossible"],
    ["the same twice", [paper("申请表"), paper("申请表")], "material-twice"],
    ["nothing named", [], "materials-none-named"],
  ])("R-151: bringing %s is refused", (_, materials, code) => {
    const story = planned();
    expect(story.refusal(agent, "2026-03-02", { type: "bring-materials", itemNo: no(story, CODE), materials, on: "2026-03-02", note: null }).code).toBe(code);
  });

  test("R-151: nothing is brought on a day to come, before the project, or after the item has ended", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    expect(story.refusal(agent, "2026-03-02", bring(story, CODE, [name], "2026-03-03")).code).toBe("day-in-future");
    expect(story.refusal(agent, "2026-03-02", bring(story, CODE, [name], "2020-01-01")).code).toBe("day-before");
    story.do(agent, "2026-03-02", { type: "withdraw-item", itemNo: no(story, CODE), reason: "不再建设", on: "2026-03-02" });
    expect(story.refusal(agent, "2026-03-02", bring(story, CODE, [name])).code).toBe("item-state-forbids");
  });
});

describe("files of a material", () => {
  const attach = (story: CaseStory, name: string, stored = file()): Command => ({ type: "attach-file", itemNo: no(story, CODE), name, file: stored });

  test("R-152: officer, window and investor add versions; none replaces another, each says who and when", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    story
      .do(investor, "2026-03-02", attach(story, name, file("a")))
      .do(agent, "2026-03-03", attach(story, name, file("b")))
      .do(intake, "2026-03-04", attach(story, name, file("c")));
    const { row, files, status } = line(story, CODE, name);
    expect(status).toBe("brought");
    expect(row).toMatchObject({ electronic: true, broughtOn: "2026-03-02" });
    expect(row?.files.map(({ version, byName, addedAt }) => [version, byName, addedAt.slice(0, 10)])).toEqual([
      [1, "陈志明", "2026-03-02"],
      [2, "李敏", "2026-03-03"],
      [3, "王芳", "2026-03-04"],
    ]);
    expect(files.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test("R-152: the same content is not added twice while it lies there", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    story.do(investor, "2026-03-02", attach(story, name, file("a", "图.pdf")));
    expect(story.refusal(agent, "2026-03-02", attach(story, name, file("a", "另一个名字.pdf")))).toMatchObject({
      code: "file-already-there",
      name: "图.pdf",
      version: 1,
    });
  });

  test("R-152: what was handed back may come again, as a new version", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    story.do(investor, "2026-03-02", attach(story, name));
    story.do(intake, "2026-03-03", { type: "return-material", itemNo: no(story, CODE), name, reason: "缺页", on: "2026-03-03" });
    expect(line(story, CODE, name)).toMatchObject({ status: "outstanding", row: { returnedReason: "缺页", electronic: false } });
    story.do(investor, "2026-03-04", attach(story, name));
    expect(line(story, CODE, name)).toMatchObject({ status: "brought", row: { returnedReason: null } });
    expect(line(story, CODE, name).files).toHaveLength(2);
  });

  test("R-152: fifty versions are the most", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    for (let n = 0; n < 50; n++) story.do(agent, "2026-03-02", attach(story, name, { ...file(), digest: n.toString(16).padStart(64, "0") }));
    expect(story.refusal(agent, "2026-03-02", attach(story, name)).code).toBe("file-too-many-versions");
  });

  test("R-152: what storage did not name is no file", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    for (const bad of [
      { ...file(), digest: "../../etc/passwd" },
      { ...file(), bytes: 0 },
    ])
      expect(story.refusal(agent, "2026-03-02", attach(story, name, bad)).code).toBe("file-not-stored");
  });
});

describe("deviations from the list", () => {
  const waive = (story: CaseStory, name: string, reason = "电子证照可查"): Command => ({
    type: "waive-material",
    itemNo: no(story, CODE),
    name,
    reason,
    on: "2026-03-02",
  });

  test("R-153 (H48): who dropped which requirement, when and why is kept, and the list of the place stays", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    story.do(manager, "2026-03-02", waive(story, name));
    expect(line(story, CODE, name)).toMatchObject({
      status: "waived",
      kind: "core",
      row: { waivedReason: "电子证照可查", waivedByName: "周建国", waivedById: manager.personId, waivedOn: "2026-03-02" },
    });
    expect(story.events.at(-1)).toMatchObject({ type: "material-waived", name, reason: "电子证照可查", byName: "周建国" });
    expect(lines(planned(), CODE).map(({ name }) => name)).toEqual(lines(story, CODE).map(({ name }) => name));
  });

  test("R-153 (H48): a requirement is not dropped without a reason, twice, or once the material is there", () => {
    const story = planned();
    const [name = "", other = ""] = coreOf(story, CODE);
    expect(story.refusal(manager, "2026-03-02", waive(story, name, " ")).code).toBe("text-missing");
    story.do(manager, "2026-03-02", waive(story, name)).do(agent, "2026-03-02", bring(story, CODE, [other]));
    expect(story.refusal(manager, "2026-03-02", waive(story, name)).code).toBe("material-already-waived");
    expect(story.refusal(manager, "2026-03-02", waive(story, other)).code).toBe("material-already-brought");
  });

  test("R-153: the officer drops nothing and asks for nothing; that is the window's and the manager's", () => {
    const story = planned();
    const acts = (actor: typeof agent) => availableActs(story.case, story.item(CODE), actor, story.pack);
    for (const act of ["waive-material", "require-material"] as const) {
      expect(acts(agent)).not.toContain(act);
      expect(acts(intake)).toContain(act);
      expect(acts(manager)).toContain(act);
    }
  });

  test("R-154 (F20): a material beyond the list needs a reason and is asked for before acceptance only", () => {
    const story = planned();
    const ask = (name: string, reason: string): Command => ({ type: "require-material", itemNo: no(story, PLAN), name, reason, on: "2026-03-02" });
    expect(story.refusal(intake, "2026-03-02", ask("安全承诺", "")).code).toBe("text-missing");
    expect(story.refusal(intake, "2026-03-02", ask(coreOf(story, PLAN)[0] ?? "", "重复")).code).toBe("material-already-listed");
    story.do(intake, "2026-03-02", ask("安全承诺", "涉及危化品"));
    expect(line(story, PLAN, "安全承诺").row).toMatchObject({ kind: "extra", extraReason: "涉及危化品" });
    story.do(agent, "2026-03-02", bring(story, PLAN, [...coreOf(story, PLAN), "安全承诺"]));
    acceptedWithPrerequisites(story);
    expect(story.refusal(intake, "2026-03-03", { ...ask("又一份", "想到"), on: "2026-03-03" } as Command).code).toBe("item-state-forbids");
  });

  test("R-154: a dropped requirement is restored with a reason", () => {
    const story = planned();
    const [name = ""] = coreOf(story, CODE);
    story.do(manager, "2026-03-02", waive(story, name));
    story.do(intake, "2026-03-02", { type: "require-material", itemNo: no(story, CODE), name, reason: "证照查不到", on: "2026-03-02" });
    expect(line(story, CODE, name)).toMatchObject({ status: "outstanding", kind: "core", row: { waivedReason: null, extraReason: "证照查不到" } });
  });
});

/** Makes the filing received and accepted, with what it waits for. */
function acceptedWithPrerequisites(story: CaseStory): void {
  for (const code of story.item(PLAN).prerequisites) {
    const before = story.item(code);
    if (before.status !== "planned") continue;
    received(story, code);
    story.do(intake, "2026-03-02", accept(story, code, "2026-03-02"));
    story.do({ ...aPerson("审核", "reviewer", before.departmentCode) }, "2026-03-02", {
      type: "decide-item",
      itemNo: before.itemNo,
      granted: true,
      decisionNo: "文1",
      reason: null,
      overdueReason: null,
      on: "2026-03-02",
    });
  }
  received(story, PLAN, "2026-03-03");
  story.do(intake, "2026-03-03", accept(story, PLAN, "2026-03-03"));
}
