import { describe, expect, test } from "vitest";
import { complexityOf } from "../../app/domain/pack/complexity";
import type { Pack, Sourced } from "../../app/domain/pack/pack";
import type { ServiceRules } from "../../app/domain/pack/practice";
import { questionsFor } from "../../app/domain/pack/screening";
import { countsTowards, targetOf } from "../../app/domain/pack/targets";
import { windowMayAccept } from "../../app/domain/pack/windows";
import { loadPacks } from "../../db/load-packs";

/** The five places against their checklists: F Fuxin, H Hengyang, K Kecheng, Z Zibo, D Dongying District. */

const packs = loadPacks();
const pack = (id: string): Pack => {
  const found = packs.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no pack ${id}`);
  return found;
};
const [fuxin, hengyang, kecheng, zibo, dongying] = ["fuxin-2019", "hengyang-2018", "kecheng-2023", "zibo-2017", "dongying-2019"].map(pack) as [
  Pack,
  Pack,
  Pack,
  Pack,
  Pack,
];
const places = [fuxin, hengyang, kecheng, zibo, dongying];
const item = (of: Pack, code: string) => {
  const found = of.items.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};
const rule = (of: Pack, key: keyof ServiceRules): Sourced<unknown> => of.rules?.[key] as Sourced<unknown>;
const kind = (of: Pack, code: string) => (of.windowKinds ?? []).find((candidate) => candidate.code === code);
const names = (entries: readonly { readonly name: { readonly zh: string } }[] = []) => entries.map((entry) => entry.name.zh);

describe("every place", () => {
  test("has every part of the practice", () => {
    for (const one of packs) {
      for (const part of ["targets", "processes", "complexity", "bundles", "windowKinds", "windowAreas", "ratings", "agency", "rules", "transfers"] as const)
        expect(one[part], `${one.id} ${part}`).toBeDefined();
      expect(Object.keys(one.rules ?? {})).toEqual(Object.keys(pack("national").rules ?? {}));
    }
  });
  test("F04, K04, Z32: the place's own basis stands first and says from when it holds", () => {
    for (const one of places) expect(one.basis[0]).toMatchObject({ source: expect.stringMatching(/[FHKZD]\d\d|2018年7月20日/), validFrom: one.validFrom });
  });
  test("no basis is listed twice along the inheritance", () => {
    for (const one of packs) expect(new Set(one.basis.map((basis) => basis.title)).size, one.id).toBe(one.basis.length);
  });
  test("what a place does not say is null with a note on where it was looked for in that place", () => {
    const own = { "fuxin-2019": /答复函|F\d\d/, "hengyang-2018": /报告|H\d\d/ } as Record<string, RegExp>;
    for (const [id, where] of Object.entries(own)) {
      const unstated = Object.values(pack(id).rules ?? {}).filter((value: Sourced<unknown>) => value.value === null);
      expect(unstated.length).toBeGreaterThan(10);
      for (const value of unstated) expect(value.source).toMatch(where);
    }
  });
  test("R-063: F23, H26, Z04, D27 and 浙江规定 art. 30: the agency is free of charge everywhere, as a sourced fact", () => {
    for (const one of places) expect(one.agency?.free).toMatchObject({ value: true, assumed: false });
  });
  test("R-073: a missed notice is a deemed acceptance after the 5 working days of the law, however short the local notice period", () => {
    for (const one of places) {
      expect(rule(one, "missedNoticeOutcome")).toMatchObject({ value: "deemed-accepted", assumed: false });
      expect(rule(one, "deemedAcceptanceWorkingDays")).toMatchObject({ value: 5, assumed: false });
    }
  });
  test("ratings have the five levels of GB/T 39046 with 1 as the best; which count as good is an assumption", () => {
    for (const one of places) {
      expect(one.ratings?.levels.value?.map((level) => level.name.zh)).toEqual(["非常满意", "满意", "基本满意", "不满意", "非常不满意"]);
      expect(one.ratings?.goodLevels).toMatchObject({ value: [1, 2, 3], assumed: true });
    }
  });
  test("H17: 一审一核件 exists in Hengyang only; elsewhere its items are promised-time cases", () => {
    expect(hengyang.itemTypes.map((type) => type.code)).toContain("ONE_REVIEW");
    for (const one of places.filter((place) => place !== hengyang)) {
      expect(
        one.itemTypes.map((type) => type.code),
        one.id,
      ).toEqual(["INSTANT", "COMMIT", "MILESTONE", "SERVICE"]);
      expect(item(one, "construction-permit").type).toBe("COMMIT");
    }
  });
  test("has an English text for every Chinese one", () => {
    for (const one of packs) {
      const words = [
        ...names(one.targets).map((_, index) => one.targets?.[index]?.scope),
        ...[one.targets, one.processes, one.complexity, one.bundles?.menu, one.windowKinds, one.windowAreas].flatMap((list) =>
          (list ?? []).map((entry) => entry.name),
        ),
        one.agency?.principles.value,
        ...(one.windowKinds ?? []).flatMap((window) => window.serves),
      ];
      for (const word of words) if (word) expect(word.en, word.zh).toMatch(/[A-Za-z]/);
    }
  });
});

describe("Fuxin 2019", () => {
  test("F02: three processes, of which market access lies outside this product and technical upgrade is one of its own", () => {
    expect(fuxin.processes?.map((process) => [process.code, process.categories.join(" ")])).toEqual([
      ["market-access", ""],
      ["construction", "GOV SOC LANDPLAN SMALL IND"],
      ["technical-upgrade", "TECH"],
    ]);
  });
  test("F06: permits are decided by the bureau with the second name plate and supervised by their department; the list is an assumption", () => {
    expect(item(fuxin, "planning-permit")).toMatchObject({ department: "zr", decidingDepartment: "spj" });
    expect(item(fuxin, "state-security").decidingDepartment).toBe("ga");
    expect(fuxin.transfers).toMatchObject([{ to: "spj", kinds: ["permit"], assumed: true }]);
  });
  test("F07: 20 windows of one department and 1 comprehensive window for 10 departments", () => {
    expect(kind(fuxin, "independent")?.count).toMatchObject({ value: 20, assumed: false });
    expect(kind(fuxin, "comprehensive")?.count.value).toBe(1);
    expect(kind(fuxin, "comprehensive")?.serves).toHaveLength(10);
  });
  test("F17: 80 % of the items can be handled online, law excepted", () => {
    expect(targetOf(fuxin, "online-available")).toMatchObject({ percent: { value: 80, assumed: false }, by: null, excludes: ["law"] });
  });
  test("F27: one visit at most is an aim without a share", () => expect(targetOf(fuxin, "one-visit")?.percent).toMatchObject({ value: null, assumed: false }));
  test("F23: the principles of the agency, word for word", () =>
    expect(fuxin.agency?.principles.value?.zh).toBe("企业自愿、自助委托、属地为主、部门联动、无偿服务"));
  test("F24: the whole way or part of it", () => expect(fuxin.agency?.scope.value).toEqual(["full", "partial"]));
  test("stage leads, caps and the outcome of a failed correction are not stated: 未规定", () => {
    expect(fuxin.stages.every((stage) => stage.leadDepartment.value === null)).toBe(true);
    expect(fuxin.categories.every((category) => category.budgetWorkingDays.value === null)).toBe(true);
    expect(fuxin.parameters.correctionFailedOutcome.value).toBeNull();
    expect(rule(fuxin, "deferralFailedOutcome").value).toBeNull();
  });
  test("acceptance with gaps needs a promise and good credit, as one department does it: assumed for the city", () => {
    expect(rule(fuxin, "deferralNeedsPromise")).toMatchObject({ value: true, assumed: true });
    expect(rule(fuxin, "deferralBarredByBadCredit")).toMatchObject({ value: true, assumed: true });
  });
});

describe("Hengyang 2018", () => {
  test("H14: every item with one visit by the end of 2019, individual items excepted", () => {
    expect(targetOf(hengyang, "one-visit")).toMatchObject({ percent: { value: 100 }, by: "2019-12-31", excludes: ["individual"] });
  });
  test("H26: the principles of the agency, word for word", () => expect(hengyang.agency?.principles.value?.zh).toBe("无偿代办、全程服务、合法高效"));
  test("H51: windows stand in areas A and B", () => expect(names(hengyang.windowAreas)).toEqual(["A区", "B区"]));
  test("H25, H46: the agency window takes construction projects in and hands their results out", () => {
    expect(kind(hengyang, "agency")).toMatchObject({ accepts: "investment", issues: true });
    expect(hengyang.agency?.entitled.value).toEqual(["construction"]);
  });
});

describe("Kecheng 2023 under the rules of Zhejiang", () => {
  test("K01: the district states no consequence of its own; they are the province's", () => {
    const zhejiang = pack("zhejiang");
    expect(kecheng.inherits).toBe("zhejiang");
    for (const key of ["deferralFailedOutcome", "breachSteps", "breachFines", "noticeCommitmentCheckWorkingDays", "successorStart"] as const)
      expect(rule(kecheng, key)).toBe(rule(zhejiang, key));
  });
  test("R-074: 浙江规定 art. 11: defects are told on the spot; uncorrected is withdrawn, still defective not accepted, an unclosed gap revokes acceptance", () => {
    expect(kecheng.parameters.correctionNoticeWorkingDays).toMatchObject({ value: 0, assumed: false });
    expect(kecheng.parameters.correctionFailedOutcome).toMatchObject({ value: "deemed-withdrawn", assumed: false });
    expect(rule(kecheng, "correctionStillDefectiveOutcome").value).toBe("not-accepted");
    expect(rule(kecheng, "deferralFailedOutcome")).toMatchObject({ value: "acceptance-revoked", assumed: false });
    expect(rule(kecheng, "deferralNeedsPromise").value).toBeNull();
  });
  test("R-075: 浙江规定 art. 14: a promise is checked within 60 working days; broken it is rectified, revoked, recorded and bars until repaired", () => {
    expect(rule(kecheng, "noticeCommitmentCheckWorkingDays").value).toBe(60);
    expect(rule(kecheng, "breachSteps").value).toEqual(["rectify", "revoke", "credit-record", "barred-until-repaired", "warning", "fine"]);
    expect(rule(kecheng, "noticeCommitmentExcludes").value).toContain("ecology");
    expect(item(kecheng, "env-form").noticeCommitment).toBe("no");
  });
  test("浙江规定 art. 44: harm costs 10,000 to 100,000 yuan, serious harm 100,000 to 300,000", () => {
    expect(kecheng.rules?.breachFines.value?.map((fine) => [fine.fromYuan, fine.toYuan])).toEqual([
      [10000, 100000],
      [100000, 300000],
    ]);
  });
  test("R-076: 浙江规定 art. 5: a successor starts on written notice of its predecessor's result", () =>
    expect(rule(kecheng, "successorStart").value).toBe("on-notice-of-result"));
  test("R-077: 浙江规定 art. 23: an evaluation of the whole area spares the project its own", () => {
    const question = questionsFor(kecheng, "IND").find((candidate) => candidate.code === "zj-regional-assessment");
    expect(question?.options.find((option) => option.code === "both")?.drops).toEqual(["seismic-safety", "water-soil-report"]);
    expect(questionsFor(dongying, "IND").some((candidate) => candidate.code === "zj-regional-assessment")).toBe(false);
  });
  test("浙江规定 art. 24: enterprises may promise a whole project under four conditions; government projects may not", () => {
    expect(kecheng.switches.commitment.value).toEqual(["SOC", "LANDPLAN", "SMALL", "IND", "TECH"]);
    expect(rule(kecheng, "commitmentConditions").value).toEqual(["regional-assessment", "outside-negative-list", "written-promise", "publicity"]);
  });
  test("浙江规定 art. 28: an intermediary's time is outside only when the law requires its report", () => {
    expect(rule(kecheng, "intermediaryTime").value).toBe("outside-when-law-requires");
    expect(kecheng.procedures.every((procedure) => procedure.stops === "both")).toBe(true);
  });
  test("浙江规定 art. 30: free agency for enterprise projects, the whole way or part of it", () => {
    expect(kecheng.agency).toMatchObject({ entitled: { value: ["enterprise-investment"] }, scope: { value: ["full", "partial"] } });
  });
  test("K14: 97 % through the one network", () => expect(targetOf(kecheng, "one-network")?.percent).toMatchObject({ value: 97, assumed: false }));
  test("K20: one visit or none is an aim without a share, and the province's exception list leaves it", () => {
    expect(targetOf(kecheng, "one-visit")).toMatchObject({ percent: { value: null }, excludes: ["law"] });
  });
  test("K22: comprehensive windows by five areas; investment is one of them", () => {
    expect(names(kecheng.windowAreas)).toEqual(["投资项目审批", "商事登记", "不动产交易登记", "医保社保", "公安服务"]);
    expect(kind(kecheng, "comprehensive")?.accepts).toBe("own-area");
  });
});

describe("Zibo 2017", () => {
  test("Z08: only the investment window accepts investment items", () => {
    const accepting = (zibo.windowKinds ?? []).filter((one) => windowMayAccept(one, { investment: true, own: true })).map((one) => one.code);
    expect(accepting).toEqual(["investment"]);
  });
  test("Z07: the rules on the agency are named as a basis, although their text was not seen", () =>
    expect(zibo.basis.find(({ title }) => title === "投资项目代办服务办法")?.source).toContain("Z07"));
  test("Z24: who accepts issues", () => expect(zibo.windowKinds?.every((one) => one.issues)).toBe(true));
  test("Z13: land, planning and fire belong to the departments of 2017, each with its successor", () => {
    expect(zibo.items.filter((entry) => entry.department === "zr").map((entry) => entry.code)).toEqual([]);
    expect([item(zibo, "land-grant").department, item(zibo, "planning-permit").department, item(zibo, "fire-design").department]).toEqual(["gt", "gh", "xf"]);
    expect(zibo.departments.filter((one) => one.succeededBy).map((one) => `${one.code} ${one.succeededBy}`)).toEqual(["gt zr", "gh zr", "xf zj"]);
    expect(item(zibo, "planning-permit").decidingDepartment).toBe("gh");
  });
  test("Z15: 90 % can be handled online from beginning to end by the end of 2017; law and secrecy leave the denominator", () => {
    const target = targetOf(zibo, "whole-online");
    expect(target).toMatchObject({ percent: { value: 90, assumed: false }, by: "2017-12-31", excludes: ["law", "secrecy"] });
    expect(target && zibo.items.filter((entry) => !countsTowards(target, entry)).map((entry) => entry.code)).toEqual(["state-security"]);
  });
  test("Z16: 100 % with one errand at most", () =>
    expect(targetOf(zibo, "one-visit")).toMatchObject({ percent: { value: 100 }, by: "2017-12-31", excludes: [] }));
  test("Z04: one officer for one investment project, the whole way", () => {
    expect(zibo.agency).toMatchObject({ officersPerProject: { value: 1 }, entitled: { value: ["investment"] }, scope: { value: ["full"] } });
  });
  test("caps and leads come from later or neighbouring texts and are assumed; there was no approval bureau to lead stage 3", () => {
    expect(
      zibo.categories
        .filter((one) => one.budgetWorkingDays.value !== null)
        .map((one) => [one.code, one.budgetWorkingDays.value, one.budgetWorkingDays.assumed]),
    ).toEqual([
      ["GOV", 70, true],
      ["SOC", 45, true],
      ["IND", 50, true],
    ]);
    expect(zibo.stages.map((stage) => stage.leadDepartment.value)).toEqual(["fg", "gh", null, "zj", null]);
  });
});

describe("R-079: Zibo and Dongying where only a nearby text speaks", () => {
  test.each<[keyof ServiceRules, unknown]>([
    ["deferralFailedOutcome", "refused"],
    ["correctionStillDefectiveOutcome", "refused"],
    ["deferralDecisionWaits", true],
    ["successorStart", "prepared-decides-on-result"],
    ["twoLevelItems", "either-level-accepts"],
    ["complaintWorkingDays", 5],
    ["complaintExtensionWorkingDays", 10],
    ["badRatingRectifyWorkingDays", 5],
    ["badRatingCallBackPercent", 100],
  ])("%s is assumed", (key, value) => {
    for (const one of [zibo, dongying]) expect(rule(one, key)).toMatchObject({ value, assumed: true, source: expect.stringMatching(/滨州|济南|德州/) });
  });
  test("R-078: 山东条例 art. 29: a broken promise is rectified, then revoked; four domains are excluded", () => {
    for (const one of [zibo, dongying]) {
      expect(rule(one, "breachSteps")).toMatchObject({ value: ["rectify", "revoke"], assumed: false });
      expect(rule(one, "noticeCommitmentExcludes").value).toHaveLength(4);
    }
  });
  test("滨州规定 art. 12: the check of a promise has no term", () => {
    for (const one of [zibo, dongying])
      expect(rule(one, "noticeCommitmentCheckWorkingDays")).toMatchObject({ value: null, source: expect.stringContaining("合理期限") });
  });
});

describe("Dongying District 2019", () => {
  test("D04: the transfer is sourced, its list assumed", () =>
    expect(dongying.transfers).toMatchObject([{ to: "spj", assumed: true, source: expect.stringMatching(/^D04/) }]));
  test("D05, D11: five service areas and one for starting a business", () => {
    expect(dongying.windowAreas?.map((area) => area.code)).toEqual(["market", "investment", "social", "farming", "culture", "start-up"]);
  });
  test("D08: 9 comprehensive windows accept everything and issue nothing, 4 windows only issue", () => {
    expect(kind(dongying, "comprehensive")).toMatchObject({ accepts: "everything", issues: false, count: { value: 9 } });
    expect(kind(dongying, "issuing")).toMatchObject({ accepts: "nothing", issues: true, count: { value: 4 } });
  });
  test("D16–D18: bundles of four steps at most with half the materials; the four named ones are no investment items", () => {
    expect(dongying.bundles).toMatchObject({ maxSteps: { value: 4, assumed: false }, materialReductionPercent: { value: 50, assumed: false } });
    expect(names(dongying.bundles?.menu)).toEqual(["我要开饭店", "我要开旅馆", "我要开诊所", "我要办培训机构"]);
    expect(dongying.bundles?.menu.every((bundle) => bundle.items.length === 0)).toBe(true);
  });
  test("D19: every item decided in the district has a class, and its committed days keep to it", () => {
    const counted = dongying.items.filter((entry) => entry.type !== "MILESTONE" && entry.type !== "SERVICE" && !entry.forwardedTo);
    const by = (code: string) => counted.filter((entry) => complexityOf(dongying, entry)?.code === code);
    expect(by("simple").length + by("fairly-complex").length + by("complex").length).toBe(counted.length);
    expect(by("simple").every((entry) => (entry.committed.value ?? 0) <= 1)).toBe(true);
    expect(by("complex").map((entry) => entry.code)).toEqual(["env-report", "water-intake"]);
  });
  test("D23: a fault-finding window that neither accepts nor issues", () =>
    expect(kind(dongying, "fault-finding")).toMatchObject({ accepts: "nothing", issues: false }));
  test("R-080: D24: the window may not refuse", () => expect(rule(dongying, "windowMayRefuse")).toMatchObject({ value: false, assumed: false }));
  test("D26: investment, major and attracted projects are entitled", () =>
    expect(dongying.agency?.entitled.value).toEqual(["investment", "major", "attracted"]));
});
