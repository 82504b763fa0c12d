import { describe, expect, test } from "vitest";
import { isApplicationForm, missingCoreMaterials, missingMaterials, reusableFor } from "../../../app/domain/case/checklist";
import type { Command } from "../../../app/domain/case/commands";
import { agent, type CaseStory, intake, manager } from "../../builders/case-story";
import { aReceivedGapItem, GAP_ITEM } from "../../builders/gap-story";
import { accept, bring, CODE, coreOf, file, investor, line, lines, no, planned, received } from "../../builders/material-story";

describe("the checklist of an item", () => {
  test("R-150 (F20, H24): is the list of the place, the same for every case of the item, and has no row until something happens", () => {
    const [one, another] = [planned(), planned()];
    const named = (story: CaseStory) => lines(story, CODE).map(({ name, kind, status, row }) => ({ name, kind, status, row }));
    expect(named(one)).toEqual(named(another));
    expect(Object.keys(one.case.materials)).toHaveLength(0);
    const rule = one.pack.items.find((item) => item.code === CODE);
    expect(named(one).map(({ name }) => name)).toEqual([...(rule?.coreMaterials ?? []), ...(rule?.deferrableMaterials ?? [])]);
  });

  test("R-150 (D14): says of every material whether it is core, deferrable or asked for in addition", () => {
    const story = planned();
    story.do(intake, "2026-03-02", {
      type: "require-material",
      itemNo: no(story, CODE),
      name: "文物保护意见",
      reason: "地块紧邻保护范围",
      on: "2026-03-02",
    });
    expect(new Set(lines(story, CODE).map(({ kind }) => kind))).toEqual(new Set(["core", "deferrable", "extra"]));
    expect(lines(story, CODE).at(-1)).toMatchObject({ name: "文物保护意见", kind: "extra", status: "outstanding" });
  });
});

describe("submit once", () => {
  const NAME = "出让合同或划拨决定书";
  const reuse = (story: CaseStory, to: string, name: string, fromId: string, on = "2026-03-03"): Command => ({
    type: "reuse-material",
    itemNo: no(story, to),
    name,
    fromId,
    on,
  });
  const idOf = (story: CaseStory, code: string, name: string) => line(story, code, name).row?.id ?? "";

  test("R-155: a material brought for one item counts for another of the project, with its files", () => {
    const story = planned();
    story.do(agent, "2026-03-02", bring(story, CODE, [NAME]));
    story.do(investor, "2026-03-02", { type: "attach-file", itemNo: no(story, CODE), name: NAME, file: file() });
    const offered = reusableFor(story.case, story.item("land-registration"), story.pack);
    expect(offered.map(({ line: { name }, item }) => [name, item.code])).toEqual([[NAME, CODE]]);
    story.do(agent, "2026-03-03", reuse(story, "land-registration", NAME, offered[0]?.source.id ?? ""));
    expect(line(story, "land-registration", NAME)).toMatchObject({ status: "brought", source: { itemId: story.item(CODE).id } });
    expect(line(story, "land-registration", NAME).files).toHaveLength(1);
    expect(reusableFor(story.case, story.item("land-registration"), story.pack)).toEqual([]);
  });

  test("R-155: a chosen material of another name counts too, and always by the one that was brought itself", () => {
    const story = planned();
    story.do(agent, "2026-03-02", bring(story, CODE, [NAME]));
    const root = idOf(story, CODE, NAME);
    story.do(agent, "2026-03-03", reuse(story, "land-registration", NAME, root));
    const target = story.pack.items.find((item) => item.code === "planning-permit")?.coreMaterials.find((name) => name.includes("使用土地"));
    story.do(agent, "2026-03-03", reuse(story, "planning-permit", target ?? "", idOf(story, "land-registration", NAME)));
    expect(line(story, "planning-permit", target ?? "")).toMatchObject({ status: "brought", row: { reusedFromId: root } });
  });

  test("R-156 (F19): a stage has one application form; forms do not count across stages", () => {
    const story = planned();
    story.do(agent, "2026-03-02", bring(story, CODE, ["申请表"]));
    const from = idOf(story, CODE, "申请表");
    const other = story.pack.items.find((item) => item.code === "planning-permit");
    expect(other?.coreMaterials).toContain("申请表");
    expect(story.item("planning-permit").stage).not.toBe(story.item(CODE).stage);
    expect(story.refusal(agent, "2026-03-03", reuse(story, "planning-permit", "申请表", from)).code).toBe("form-of-another-stage");
    expect(reusableFor(story.case, story.item("planning-permit"), story.pack)).toEqual([]);
    const sameStage = Object.values(story.case.items).find(
      (item) => item.stage === story.item(CODE).stage && item.code !== CODE && lines(story, item.code).some(({ name }) => isApplicationForm(name)),
    );
    const form = lines(story, sameStage?.code ?? "").find(({ name }) => isApplicationForm(name))?.name ?? "";
    story.do(agent, "2026-03-03", reuse(story, sameStage?.code ?? "", form, from));
    expect(line(story, sameStage?.code ?? "", form).status).toBe("brought");
    expect(["申请表", "报装申请表", "申请函", "备案表", "用电申请", "登记表（网上填报）"].every(isApplicationForm)).toBe(true);
    expect(["总平面图", "出让合同", "申请表附图", "规划许可证"].some(isApplicationForm)).toBe(false);
  });

  test("R-155: what is not there, is the item's own or is unknown cannot be reused", () => {
    const story = planned();
    story.do(agent, "2026-03-02", bring(story, CODE, [NAME]));
    const from = idOf(story, CODE, NAME);
    expect(story.refusal(agent, "2026-03-03", reuse(story, CODE, "申请表", from)).code).toBe("material-source-same-item");
    expect(story.refusal(agent, "2026-03-03", reuse(story, "land-registration", NAME, "nowhere")).code).toBe("material-source-unknown");
    expect(story.refusal(agent, "2026-03-03", reuse(story, "land-registration", NAME, from, "2026-03-01")).code).toBe("day-before");
    story.do(agent, "2026-03-03", { type: "return-material", itemNo: no(story, CODE), name: NAME, reason: "登记有误", on: "2026-03-03" });
    expect(story.refusal(agent, "2026-03-03", reuse(story, "land-registration", NAME, from)).code).toBe("material-source-not-brought");
  });

  test("R-157: what is handed back is missing again wherever it was reused", () => {
    const story = planned();
    story.do(agent, "2026-03-02", bring(story, CODE, [NAME]));
    story.do(agent, "2026-03-03", reuse(story, "land-registration", NAME, idOf(story, CODE, NAME)));
    story.do(agent, "2026-03-04", { type: "return-material", itemNo: no(story, CODE), name: NAME, reason: "不是最终版", on: "2026-03-04" });
    expect(line(story, "land-registration", NAME).status).toBe("outstanding");
    expect(story.refusal(agent, "2026-03-04", { type: "return-material", itemNo: no(story, CODE), name: NAME, reason: "再退", on: "2026-03-04" }).code).toBe(
      "material-not-brought",
    );
  });
});

describe("acceptance", () => {
  /** The project code item is the first of every plan and waits for nothing. */
  const FIRST = "project-code";

  test("R-158: without a checklist the window's word counts", () => {
    const story = received(planned(), FIRST);
    expect(missingMaterials(story.case, story.item(FIRST), story.pack)).toEqual({ core: [], deferrable: [] });
    expect(story.try(intake, "2026-03-02", accept(story, FIRST, "2026-03-02")).ok).toBe(true);
  });

  test("R-158: once the checklist was begun every core material must be there, and the refusal names the missing ones", () => {
    const story = received(planned(), FIRST);
    const [first = "", ...rest] = coreOf(story, FIRST);
    story.do(intake, "2026-03-02", bring(story, FIRST, [first]));
    expect(missingCoreMaterials(story.case, story.item(FIRST), story.pack)).toEqual(rest);
    expect(story.refusal(intake, "2026-03-02", accept(story, FIRST, "2026-03-02"))).toMatchObject({ code: "core-materials-missing", missing: rest });
  });

  test("R-158: a core material brought later than the day of acceptance was not there", () => {
    const story = received(planned(), FIRST);
    const rule = story.pack.items.find((item) => item.code === FIRST);
    story.do(intake, "2026-03-03", bring(story, FIRST, [...(rule?.coreMaterials ?? []), ...(rule?.deferrableMaterials ?? [])], "2026-03-03"));
    expect(story.refusal(intake, "2026-03-03", accept(story, FIRST, "2026-03-02")).code).toBe("core-materials-missing");
    expect(story.try(intake, "2026-03-03", accept(story, FIRST, "2026-03-03")).ok).toBe(true);
  });

  test("R-159: deferrable materials open plain acceptance only when they are there or no longer asked for", () => {
    const story = aReceivedGapItem();
    const rule = story.pack.items.find((item) => item.code === GAP_ITEM);
    story.do(intake, "2026-03-06", bring(story, GAP_ITEM, rule?.coreMaterials ?? [], "2026-03-06"));
    expect(story.refusal(intake, "2026-03-06", accept(story, GAP_ITEM, "2026-03-06"))).toMatchObject({
      code: "deferrable-materials-missing",
      missing: rule?.deferrableMaterials,
    });
    for (const name of rule?.deferrableMaterials ?? [])
      story.do(manager, "2026-03-06", { type: "waive-material", itemNo: no(story, GAP_ITEM), name, reason: "本人到场", on: "2026-03-06" });
    expect(story.try(intake, "2026-03-06", accept(story, GAP_ITEM, "2026-03-06")).ok).toBe(true);
  });

  test("R-160: a deemed acceptance is the law's and waits for no material", () => {
    const story = received(planned(), FIRST);
    story.do(intake, "2026-03-02", bring(story, FIRST, [coreOf(story, FIRST)[0] ?? ""]));
    const accepted = story.try(intake, "2026-03-20", accept(story, FIRST, "2026-03-20"));
    expect(accepted.ok && accepted.value[0]).toMatchObject({ type: "item-accepted", deemed: true });
  });

  test("R-157: what an accepted item rests on is not handed back", () => {
    const story = received(planned(), FIRST);
    const rule = story.pack.items.find((item) => item.code === FIRST);
    story.do(intake, "2026-03-02", bring(story, FIRST, [...(rule?.coreMaterials ?? []), ...(rule?.deferrableMaterials ?? [])]));
    story.do(intake, "2026-03-02", accept(story, FIRST, "2026-03-02"));
    const [name = ""] = rule?.coreMaterials ?? [];
    expect(story.refusal(intake, "2026-03-03", { type: "return-material", itemNo: no(story, FIRST), name, reason: "误登", on: "2026-03-03" })).toMatchObject({
      code: "material-relied-on",
      items: [story.item(FIRST).nameZh],
    });
  });
});
