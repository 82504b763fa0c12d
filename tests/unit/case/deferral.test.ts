import { describe, expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import { decide } from "../../../app/domain/case/decide";
import type { DeferralOutcome } from "../../../app/domain/case/parts/deferral";
import { agent, aPerson, hengyang, intake, issuing, manager, packOf, reviewer } from "../../builders/case-story";
import { anItemWithGaps, aReceivedGapItem, decided, GAP_ITEM, GAPS, stated, theDeferral, withGaps, withRules } from "../../builders/gap-story";

const zr = reviewer("zr");
const supply = (itemNo: string, on: string, ...names: readonly string[]) => ({ type: "supply-deferred", itemNo, names, on }) as const;
const ruling = (itemNo: string, on: string, outcome: DeferralOutcome) =>
  ({ type: "rule-on-deferral", itemNo, outcome, reason: "逾期未补齐", decisionNo: "衡容结〔2026〕7号", on }) as const;

describe("acceptance with gaps", () => {
  test("R-170 (F21, D12): one act of the window accepts the item and grants the deferral of listed materials", () => {
    const story = aReceivedGapItem();
    story.do(intake, "2026-03-06", withGaps(story.no(GAP_ITEM), "2026-03-06"));
    expect(story.item(GAP_ITEM)).toMatchObject({ status: "accepted", acceptedOn: "2026-03-06", deemedAccepted: false, running: true });
    expect(theDeferral(story)).toMatchObject({ status: "open", missing: [GAPS[0], GAPS[1]], supplied: [], supplyBy: "2026-03-13", promisedBy: "陈志明" });
  });

  test("R-171 (F21): only materials on the item's published list may be missing, and only of items that allow it", () => {
    const story = aReceivedGapItem();
    const no = story.no(GAP_ITEM);
    expect(story.refusal(intake, "2026-03-06", withGaps(no, "2026-03-06", { missing: ["总平面图"] }))).toMatchObject({
      code: "material-not-deferrable",
      materials: ["总平面图"],
    });
    expect(story.refusal(intake, "2026-03-06", withGaps(no, "2026-03-06", { missing: [] }))).toMatchObject({ code: "gaps-missing", field: "missing" });
    const never = {
      ...hengyang,
      items: hengyang.items.map((item) => (item.code === GAP_ITEM ? { ...item, deferralAllowed: false, deferrableMaterials: [] } : item)),
    };
    const strict = aReceivedGapItem(never);
    expect(strict.refusal(intake, "2026-03-06", withGaps(no, "2026-03-06"))).toMatchObject({ code: "deferral-not-allowed" });
    expect(availableActs(strict.case, strict.item(GAP_ITEM), intake, never)).not.toContain("accept-with-gaps");
  });

  test("R-172: the deadline lies within the item's committed limit from acceptance", () => {
    const story = aReceivedGapItem();
    const no = story.no(GAP_ITEM);
    expect(story.refusal(intake, "2026-03-06", withGaps(no, "2026-03-06", { supplyBy: "2026-03-23" }))).toMatchObject({
      code: "deferral-too-long",
      latest: "2026-03-20",
    });
    expect(story.try(intake, "2026-03-06", withGaps(no, "2026-03-06", { supplyBy: "2026-03-20" })).ok).toBe(true);
    expect(story.refusal(intake, "2026-03-06", withGaps(no, "2026-03-06", { supplyBy: "2026-03-06" }))).toMatchObject({
      code: "day-before",
      field: "supplyBy",
    });
  });

  test("R-173: the written promise is needed where the place says so, and free where it says nothing", () => {
    const without = { promiseNo: null, promisedBy: null };
    const story = aReceivedGapItem();
    expect(story.refusal(intake, "2026-03-06", withGaps(story.no(GAP_ITEM), "2026-03-06", without))).toMatchObject({ code: "deferral-needs-promise" });
    const silent = aReceivedGapItem(withRules({ deferralNeedsPromise: { value: null, source: "未规定", assumed: false } }));
    silent.do(intake, "2026-03-06", withGaps(silent.no(GAP_ITEM), "2026-03-06", without));
    expect(theDeferral(silent)).toMatchObject({ promiseNo: null, promisedBy: null });
  });

  test("R-174 (F32): an enterprise with an unrepaired breach is refused where the place says so, and only there", () => {
    const barred = withRules({ deferralBarredByBadCredit: stated(true) });
    for (const [pack, code] of [
      [barred, "deferral-barred-by-credit"],
      [withRules({ deferralBarredByBadCredit: { value: null, source: "未规定", assumed: false } }), null],
    ] as const) {
      const story = aReceivedGapItem(pack);
      const outcome = decide(story.case, withGaps(story.no(GAP_ITEM), "2026-03-06"), { ...story.context(intake, "2026-03-06"), unrepairedBreaches: 1 });
      expect(outcome.ok ? null : outcome.error.code).toBe(code);
    }
  });

  test("what the law already counts as accepted is not deferred", () => {
    const story = aReceivedGapItem();
    expect(story.refusal(intake, "2026-03-13", withGaps(story.no(GAP_ITEM), "2026-03-13", { supplyBy: "2026-03-18" }))).toMatchObject({
      code: "deferral-after-deemed-acceptance",
    });
  });

  test("R-175 (F20): where the window keeps a checklist the gap is exactly what it lacks, and the core is there", () => {
    const story = aReceivedGapItem();
    const itemNo = story.no(GAP_ITEM);
    const brought = (...names: readonly string[]) =>
      story.do(intake, "2026-03-06", {
        type: "bring-materials",
        itemNo,
        materials: names.map((name) => ({ name, originals: 1, copies: 0, electronic: false })),
        note: null,
        on: "2026-03-06",
      });
    brought("设计方案文本", "总平面图");
    expect(story.refusal(intake, "2026-03-06", withGaps(itemNo, "2026-03-06"))).toMatchObject({
      code: "core-materials-missing",
      missing: ["规划条件/出让合同"],
    });
    brought("规划条件/出让合同", GAPS[2]);
    expect(story.refusal(intake, "2026-03-06", withGaps(itemNo, "2026-03-06", { missing: [GAPS[0]] }))).toMatchObject({
      code: "gaps-differ-from-checklist",
      materials: [GAPS[0], GAPS[1]],
    });
    expect(story.try(intake, "2026-03-06", withGaps(itemNo, "2026-03-06")).ok).toBe(true);
  });
});

describe("supplying later", () => {
  test("R-176 (F21): materials arrive one by one, the last one closes the deferral, and the clock never stopped", () => {
    const story = anItemWithGaps();
    const no = story.no(GAP_ITEM);
    story.do(agent, "2026-03-10", supply(no, "2026-03-10", GAPS[1]));
    expect(theDeferral(story)).toMatchObject({ status: "open", supplied: [{ name: GAPS[1], on: "2026-03-10" }] });
    story.do(agent, "2026-03-12", supply(no, "2026-03-12", GAPS[0]));
    expect(theDeferral(story)).toMatchObject({ status: "supplied", endedOn: "2026-03-12" });
    expect(story.item(GAP_ITEM)).toMatchObject({ dueOn: "2026-03-20", paused: false });
    expect(story.refusal(agent, "2026-03-13", supply(no, "2026-03-13", GAPS[0]))).toMatchObject({ code: "deferral-not-open" });
  });

  test("R-177: the day of arrival counts: entered after the deadline it is in time, arrived after it is not", () => {
    const story = anItemWithGaps();
    const no = story.no(GAP_ITEM);
    expect(story.refusal(agent, "2026-03-16", supply(no, "2026-03-16", GAPS[0]))).toMatchObject({ code: "deferral-deadline-passed", supplyBy: "2026-03-13" });
    story.do(agent, "2026-03-16", supply(no, "2026-03-13", GAPS[0], GAPS[1]));
    expect(theDeferral(story).status).toBe("supplied");
  });

  test("only what is outstanding can be supplied", () => {
    const story = anItemWithGaps();
    const no = story.no(GAP_ITEM);
    expect(story.refusal(agent, "2026-03-10", supply(no, "2026-03-10", GAPS[2]))).toMatchObject({ code: "material-not-outstanding", materials: [GAPS[2]] });
    expect(story.refusal(agent, "2026-03-10", supply(no, "2026-03-10"))).toMatchObject({ code: "gaps-missing", field: "names" });
    expect(story.refusal(agent, "2026-03-10", supply(no, "2026-03-05", GAPS[0]))).toMatchObject({ code: "day-before" });
  });

  test("R-178: a manager extends for force majeure with a reason, also after the deadline, and it must really be later", () => {
    const story = anItemWithGaps();
    const itemNo = story.no(GAP_ITEM);
    const extend = (on: string, supplyBy: string, reason = "台风停工") => ({ type: "extend-deferral", itemNo, supplyBy, reason, on }) as const;
    expect(story.refusal(manager, "2026-03-16", extend("2026-03-16", "2026-03-16"))).toMatchObject({ code: "deferral-not-extended", earliest: "2026-03-16" });
    expect(story.refusal(manager, "2026-03-16", extend("2026-03-16", "2026-03-18", " "))).toMatchObject({ code: "text-missing" });
    story.do(manager, "2026-03-16", extend("2026-03-16", "2026-03-18"));
    expect(theDeferral(story)).toMatchObject({ supplyBy: "2026-03-18", extendedFrom: "2026-03-13", extendedReason: "台风停工", proposedOn: null });
    expect(story.try(agent, "2026-03-17", supply(itemNo, "2026-03-17", GAPS[0])).ok).toBe(true);
  });

  test("R-175: what the checklist takes in closes the gap as well, and what closes the gap is marked brought there", () => {
    const story = aReceivedGapItem();
    const itemNo = story.no(GAP_ITEM);
    const bring = (on: string, ...names: readonly string[]) =>
      story.do(intake, on, {
        type: "bring-materials",
        itemNo,
        materials: names.map((name) => ({ name, originals: 1, copies: 0, electronic: false })),
        note: null,
        on,
      });
    bring("2026-03-06", "设计方案文本", "总平面图", "规划条件/出让合同", GAPS[2]);
    story.do(intake, "2026-03-06", withGaps(itemNo, "2026-03-06"));
    bring("2026-03-09", GAPS[1]);
    expect(theDeferral(story)).toMatchObject({ status: "open", supplied: [{ name: GAPS[1], on: "2026-03-09" }] });
    story.do(agent, "2026-03-10", { ...supply(itemNo, "2026-03-10", GAPS[0]), as: "electronic" });
    expect(theDeferral(story).status).toBe("supplied");
    expect(Object.values(story.case.materials).find((row) => row.name === GAPS[0])).toMatchObject({ status: "brought", electronic: true, originals: 0 });
  });
});

describe("the decision", () => {
  test("R-179: a decision waits while materials are outstanding, unless the place says it does not", () => {
    const story = anItemWithGaps();
    expect(() => decided(story, "2026-03-11")).toThrow("deferral-still-open");
    expect(availableActs(story.case, story.item(GAP_ITEM), zr, hengyang)).not.toContain("decide-item");
    story.do(agent, "2026-03-12", supply(story.no(GAP_ITEM), "2026-03-12", GAPS[0], GAPS[1]));
    const no = story.no(GAP_ITEM);
    story.do(zr, "2026-03-12", {
      type: "decide-item",
      itemNo: no,
      granted: true,
      decisionNo: "衡规〔2026〕7号",
      reason: null,
      overdueReason: null,
      on: "2026-03-12",
    });
    expect(story.item(GAP_ITEM)).toMatchObject({ status: "granted", grantedWithGap: false });
  });

  test("R-180 (F21): where the place allows it the grant carries the gap (code 12) and the deferral goes on", () => {
    const story = decided(anItemWithGaps(withRules({ deferralDecisionWaits: stated(false) })), "2026-03-11");
    expect(story.item(GAP_ITEM)).toMatchObject({ status: "granted", grantedWithGap: true });
    expect(theDeferral(story).status).toBe("open");
    story.do(issuing, "2026-03-12", { type: "issue-result", itemNo: story.no(GAP_ITEM), on: "2026-03-12" });
    story.do(agent, "2026-03-13", supply(story.no(GAP_ITEM), "2026-03-13", GAPS[0], GAPS[1]));
    expect(theDeferral(story).status).toBe("supplied");
    expect(story.item(GAP_ITEM)).toMatchObject({ status: "issued", grantedWithGap: true });
  });

  test("an item that is withdrawn ends its deferral with it", () => {
    const story = anItemWithGaps();
    story.do(agent, "2026-03-10", { type: "withdraw-item", itemNo: story.no(GAP_ITEM), reason: "改期", on: "2026-03-10" });
    expect(theDeferral(story)).toMatchObject({ status: "ended", endedOn: "2026-03-10" });
    expect(story.case.project.observeFrom).toBeNull();
  });
});

describe("the missed deadline", () => {
  test("R-181 (F21): the place's outcome is confirmed by a manager, and no other can be chosen", () => {
    const outcomes = [
      ["acceptance-revoked", "revoked"],
      ["deemed-withdrawn", "withdrawn"],
      ["refused", "refused"],
    ] as const;
    for (const [outcome, status] of outcomes) {
      const story = anItemWithGaps(withRules({ deferralFailedOutcome: stated(outcome) }));
      const no = story.no(GAP_ITEM);
      const other = outcomes.find(([one]) => one !== outcome)?.[0] ?? "refused";
      expect(story.refusal(manager, "2026-03-13", ruling(no, "2026-03-13", outcome))).toMatchObject({ code: "deferral-still-running" });
      expect(story.refusal(manager, "2026-03-16", ruling(no, "2026-03-16", other))).toMatchObject({ code: "outcome-set-by-place", outcomes: [outcome] });
      story.do(manager, "2026-03-16", ruling(no, "2026-03-16", outcome));
      expect(story.item(GAP_ITEM)).toMatchObject({ status, endedOn: "2026-03-16", running: false });
      expect(theDeferral(story)).toMatchObject({ status: "failed", outcome, outcomeReason: "逾期未补齐", endedByName: manager.name });
    }
  });

  test("R-182: where the place states nothing the manager chooses, with a reason and a numbered decision", () => {
    const story = anItemWithGaps();
    const no = story.no(GAP_ITEM);
    expect(story.refusal(manager, "2026-03-16", { ...ruling(no, "2026-03-16", "refused"), reason: " " })).toMatchObject({
      code: "text-missing",
      field: "reason",
    });
    expect(story.refusal(manager, "2026-03-16", { ...ruling(no, "2026-03-16", "refused"), decisionNo: null })).toMatchObject({ field: "decisionNo" });
    expect(story.refusal(manager, "2026-03-16", ruling(no, "2026-03-16", "grant-kept"))).toMatchObject({ code: "outcome-set-by-place" });
    story.do(manager, "2026-03-16", { ...ruling(no, "2026-03-16", "deemed-withdrawn"), decisionNo: null });
    expect(story.item(GAP_ITEM).status).toBe("withdrawn");
  });

  test("R-182: after a grant with the gap a manager revokes the grant or lets it stand", () => {
    for (const [outcome, status] of [
      ["grant-revoked", "revoked"],
      ["grant-kept", "granted"],
    ] as const) {
      const story = decided(anItemWithGaps(withRules({ deferralDecisionWaits: stated(false), deferralFailedOutcome: stated("refused") })), "2026-03-11");
      const no = story.no(GAP_ITEM);
      expect(story.refusal(manager, "2026-03-16", ruling(no, "2026-03-16", "refused"))).toMatchObject({ code: "outcome-set-by-place" });
      story.do(manager, "2026-03-16", ruling(no, "2026-03-16", outcome));
      expect(story.item(GAP_ITEM)).toMatchObject({ status, decidedOn: "2026-03-11" });
    }
  });

  test("R-093: who accepted the item cannot end it by ruling on its gap", () => {
    const story = anItemWithGaps();
    const both = { ...aPerson("两岗", "manager"), personId: intake.personId };
    expect(story.refusal(both, "2026-03-16", ruling(story.no(GAP_ITEM), "2026-03-16", "refused"))).toMatchObject({ code: "acceptor-cannot-decide" });
  });

  test("a refusal after the due day says publicly why, and is found overdue", () => {
    const story = anItemWithGaps();
    story.do(manager, "2026-03-24", ruling(story.no(GAP_ITEM), "2026-03-24", "refused"));
    expect(story.item(GAP_ITEM)).toMatchObject({ status: "refused", overdueReason: "逾期未补齐" });
    expect(Object.values(story.case.findings).map((finding) => finding.code)).toContain("overdue");
  });

  test("every place's rules name an outcome or leave it open, and the acts follow", () => {
    expect(packOf("kecheng-2023").rules?.deferralFailedOutcome.value).toBe("acceptance-revoked");
    expect(packOf("dongying-2019").rules?.deferralFailedOutcome.value).toBe("refused");
    expect(hengyang.rules?.deferralFailedOutcome.value).toBeNull();
  });
});
