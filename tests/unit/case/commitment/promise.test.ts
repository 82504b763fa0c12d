import { describe, expect, test } from "vitest";
import { refuseCommitment } from "../../../../app/domain/case/commitment/eligibility";
import { objectionsOf } from "../../../../app/domain/case/commitment/reads";
import { publicityUntil } from "../../../../app/domain/case/commitment/terms";
import { decide } from "../../../../app/domain/case/decide";
import { letterOf } from "../../../../app/domain/case/letter";
import { standingSignature } from "../../../../app/domain/case/signature";
import type { Pack } from "../../../../app/domain/pack/pack";
import { aPerson, aPlannedCase, type CaseStory, calendar, hengyang, packOf } from "../../../builders/case-story";
import {
  APPRAISED,
  addStandard,
  agent,
  anApplicable,
  anAwaited,
  anEnforced,
  aPromised,
  aProposal,
  aPublic,
  appraise,
  commitmentIn,
  deputy,
  enforce,
  environment,
  HANDED_DOWN,
  handDown,
  housing,
  IN_FORCE,
  investor,
  manager,
  no,
  PROMISED,
  PROPOSED,
  PUBLIC,
  precheck,
  publish,
  signPromise,
  standardsIn,
} from "../../../builders/commitment-story";
import { DIGEST } from "../../../builders/simulation-story";

const said = <T>(value: T) => ({ value, source: "test", assumed: false });
const here = (rules: Partial<NonNullable<Pack["rules"]>>, switches: Partial<Pack["switches"]> = {}): Pack => ({
  ...hengyang,
  switches: { ...hengyang.switches, ...switches },
  rules: { ...(hengyang.rules as NonNullable<Pack["rules"]>), ...rules },
});
const proposal = { type: "propose-commitment", on: PROPOSED } as const;
const withBreaches = (story: CaseStory, unrepairedBreaches: number) => decide(story.case, proposal, { ...story.context(agent, PROPOSED), unrepairedBreaches });

describe("proposing and appraising", () => {
  test("R-350 (H44, H30): only where the place has the system, for its kinds of project, once at a time, after the plan", () => {
    const none = aPlannedCase("2026-02-24", [], here({}, { commitment: { value: null, source: "", assumed: false } }));
    expect(none.refusal(agent, PROPOSED, proposal).code).toBe("commitment-unstated-here");
    const other = aPlannedCase("2026-02-24", [], here({}, { commitment: said(["SOC"]) }));
    expect(other.refusal(agent, PROPOSED, proposal)).toMatchObject({ code: "commitment-not-for-category", category: "IND" });
    const story = aProposal();
    expect(commitmentIn(story)).toMatchObject({ commitmentNo: "HY-2026-0001-C1", status: "proposed", proposedByName: agent.name });
    expect(story.refusal(agent, PROPOSED, proposal).code).toBe("commitment-already-there");
    expect(aPlannedCase("2026-02-24").refusal(agent, PROPOSED, { ...proposal, on: "2026-02-20" }).code).toBe("day-before");
    expect(refuseCommitment({ ...story.case, commitments: {}, items: {} }, hengyang, 0)?.code).toBe("commitment-needs-plan");
  });

  test("R-369 (F32): an unrepaired breach bars, repaired it does not; a place that lists its steps without barring does not bar", () => {
    const story = aPlannedCase("2026-02-24");
    expect(withBreaches(story, 1)).toMatchObject({ ok: false, error: { code: "commitment-barred-by-credit", breaches: 1 } });
    expect(withBreaches(story, 0).ok).toBe(true);
    const lenient = aPlannedCase("2026-02-24", [], here({ breachSteps: said(["rectify", "revoke"] as const) }));
    expect(withBreaches(lenient, 1).ok).toBe(true);
    const kecheng = packOf("kecheng-2023");
    expect(kecheng.rules?.breachSteps.value).toContain("barred-until-repaired");
  });

  test("R-351 (K23): no project with an item of the negative list, and where the place asks for it only in an assessed area", () => {
    const hazardous = aProposal(hengyang, ["safety-design"]);
    const ruling = { type: "appraise-commitment", commitmentNo: "HY-2026-0001-C1", ruling: "applicable", reason: "符合", on: APPRAISED } as const;
    expect(hazardous.refusal(manager, APPRAISED, ruling).code).toBe("commitment-on-negative-list");
    expect(commitmentIn(appraise(hazardous, "not-applicable"))).toMatchObject({ status: "not-applicable", endedOn: APPRAISED });
    const zhejiang = here({ commitmentConditions: said(["regional-assessment", "outside-negative-list"] as const) });
    const outside = aProposal(zhejiang);
    expect(outside.refusal(manager, APPRAISED, ruling).code).toBe("commitment-needs-assessed-area");
    outside.do(agent, APPRAISED, {
      type: "place-in-area",
      areaId: "area-1",
      area: {
        areaCode: "HY-A1",
        nameZh: "高新区一期",
        nameEn: "Zone one",
        assessments: ["geo-hazard"],
        spares: ["geo-hazard"],
        validFrom: "2025-01-01",
        validTo: "2028-12-31",
        sourceDocument: "衡政办〔2025〕1号",
      },
      reason: "在区内",
      on: APPRAISED,
    });
    expect(commitmentIn(appraise(outside))).toMatchObject({ status: "applicable", areaCode: "HY-A1" });
  });

  test("R-351 (K23): the ruling has a reason and is not made by the one who proposed", () => {
    const story = aProposal();
    const ruling = { type: "appraise-commitment", commitmentNo: no(story), ruling: "applicable", reason: "符合", on: APPRAISED } as const;
    expect(story.refusal({ ...manager, personId: agent.personId }, APPRAISED, ruling).code).toBe("own-application");
    expect(story.refusal(manager, APPRAISED, { ...ruling, reason: " " }).code).toBe("text-missing");
    expect(story.refusal(manager, APPRAISED, { ...ruling, commitmentNo: "HY-2026-0001-C9" }).code).toBe("commitment-unknown");
  });
});

describe("the standards list", () => {
  test("R-352 (H44): a department writes its own standards, each with indicator, condition, value, day and authority, no indicator twice", () => {
    const story = addStandard(anApplicable(), "投资强度", null, null);
    const another = { type: "add-standard", commitmentNo: no(story), indicator: "投资强度", condition: "建成后", value: "350 万元/亩" } as const;
    const rest = { dueOn: "2027-03-31", departmentCode: "zj", itemNo: null, effect: null, on: HANDED_DOWN } as const;
    expect(story.refusal(housing, HANDED_DOWN, { ...another, ...rest }).code).toBe("standard-twice");
    expect(story.refusal(environment, HANDED_DOWN, { ...another, ...rest, indicator: "排放" }).code).toBe("not-allowed-other-department");
    expect(story.refusal(manager, HANDED_DOWN, { ...another, ...rest, departmentCode: "xx" }).code).toBe("department-unknown");
    expect(story.refusal(housing, HANDED_DOWN, { ...another, ...rest, indicator: "税收", dueOn: "2026-03-01" }).code).toBe("day-before");
    expect(story.refusal(housing, HANDED_DOWN, { ...another, ...rest, indicator: "税收", value: "" }).code).toBe("text-missing");
    story.do(housing, HANDED_DOWN, { ...another, ...rest, indicator: "亩均税收" });
    expect(standardsIn(story).map(({ indicator, dueOn }) => [indicator, dueOn])).toEqual([
      ["投资强度", null],
      ["亩均税收", "2027-03-31"],
    ]);
    story.do(housing, HANDED_DOWN, { type: "drop-standard", commitmentNo: no(story), standardId: standardsIn(story)[0]?.id ?? "", on: HANDED_DOWN });
    expect(standardsIn(story)).toHaveLength(1);
  });

  test("R-352 (H44): item and effect are said together, one effect for one item, and only effects the place allows", () => {
    const story = addStandard(anApplicable(), "图审", "drawing-review", "after-start");
    const about = (itemNo: string | null, effect: "at-once" | "after-start" | null, indicator = "另一条") =>
      ({
        type: "add-standard",
        commitmentNo: no(story),
        indicator,
        condition: "条件",
        value: "1",
        dueOn: null,
        departmentCode: "zj",
        itemNo,
        effect,
        on: HANDED_DOWN,
      }) as const;
    expect(story.refusal(housing, HANDED_DOWN, about(null, "at-once")).code).toBe("standard-effect-without-item");
    expect(story.refusal(housing, HANDED_DOWN, about(story.no("drawing-review"), null)).code).toBe("standard-item-without-effect");
    expect(story.refusal(housing, HANDED_DOWN, about(story.no("drawing-review"), "at-once")).code).toBe("standard-effect-differs");
    expect(story.refusal(housing, HANDED_DOWN, about("HY-2026-0001-99", "at-once")).code).toBe("item-unknown");
    const direct = addStandard(anApplicable(here({ commitmentEffects: said(["at-once"] as const) })), "许可", "construction-permit", "at-once");
    expect(direct.refusal(housing, HANDED_DOWN, { ...about(direct.no("drawing-review"), "after-start"), commitmentNo: no(direct) }).code).toBe(
      "promise-effect-not-here",
    );
  });

  test("R-360 (H44): EIA, soil-water and energy are promised nowhere; nor is what excludes commitment, nor the permit after the start", () => {
    const story = anApplicable();
    const tell = (code: string, effect: "at-once" | "after-start", from: CaseStory) =>
      from.refusal(manager, HANDED_DOWN, {
        type: "add-standard",
        commitmentNo: no(from),
        indicator: code,
        condition: "条件",
        value: "1",
        dueOn: null,
        departmentCode: "zj",
        itemNo: from.no(code),
        effect,
        on: HANDED_DOWN,
      }).code;
    expect(tell("construction-permit", "after-start", story)).toBe("promise-item-excluded");
    expect(tell("land-grant", "at-once", story)).toBe("promise-item-excluded");
    expect(tell("joint-acceptance", "at-once", story)).toBe("promise-item-excluded");
    const stops = appraise(aProposal(hengyang, ["env-form", "energy-review", "water-soil-form", "fire-design"]));
    for (const code of ["env-form", "energy-review", "water-soil-form"])
      for (const effect of ["at-once", "after-start"] as const) expect(tell(code, effect, stops)).toBe("promise-legal-stop");
    expect(tell("fire-design", "after-start", stops)).toBe("promise-item-excluded");
    const intake = aPerson("王芳", "intake");
    stops.do(intake, HANDED_DOWN, { type: "receive-items", itemNos: [stops.no("planning-conditions")], on: HANDED_DOWN });
    stops.do(intake, HANDED_DOWN, { type: "receive-items", itemNos: [stops.no("quality-safety")], on: HANDED_DOWN });
    expect(tell("quality-safety", "at-once", stops)).toBe("promise-item-has-begun");
  });

  test("R-353 (H44): handed down under a number the list is closed, and the letter says exactly this list", () => {
    const story = anApplicable();
    expect(story.refusal(housing, HANDED_DOWN, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: HANDED_DOWN }).code).toBe(
      "standards-missing",
    );
    expect(letterOf("project-commitment", story.case, commitmentIn(story).id, hengyang)).toBeNull();
    handDown(story);
    expect(letterOf("project-commitment", story.case, commitmentIn(story).id, hengyang)).toMatchObject({
      kind: "project-commitment",
      commitmentNo: no(story),
      standardsNo: "衡承标〔2026〕3号",
      round: 1,
      standards: [
        { ordinal: 1, effect: "after-start", item: { itemNo: story.no("drawing-review") } },
        { ordinal: 2, effect: "at-once" },
        { ordinal: 3, effect: null, item: null, departmentCode: "st" },
      ],
      laws: ["environment", "soil-water", "energy"],
      publicityDays: 7,
      points: ["before-start", "construction", "completion", "operation"],
      breachSteps: null,
    });
    expect(story.refusal(housing, HANDED_DOWN, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "2号", on: HANDED_DOWN }).code).toBe(
      "commitment-state-forbids",
    );
  });
});

describe("the promise", () => {
  test("R-354 (H44): signed it is due for its preliminary check within the place's days, and may be taken back before it", () => {
    const story = aPromised();
    expect(commitmentIn(story)).toMatchObject({ status: "in-precheck", promisedOn: PROMISED, dueOn: "2026-03-06" });
    story.do(investor, PROMISED, { type: "withdraw-letter", letterKind: "project-commitment", subjectId: commitmentIn(story).id, reason: "数值有误" });
    expect(commitmentIn(story)).toMatchObject({ status: "awaiting-promise", promisedOn: null, letterSignatureId: null, dueOn: null });
    expect(commitmentIn(precheck(signPromise(story))).status).toBe("passed");
  });

  test("R-354 (H44): it is signed once, over what was shown, by the enterprise, and not before the standards", () => {
    const story = anAwaited();
    const signing = {
      type: "sign-letter",
      letterKind: "project-commitment",
      subjectId: commitmentIn(story).id,
      shownDigest: DIGEST,
      digest: DIGEST,
      typedName: investor.name,
      capacity: "legal-representative",
      authorisation: null,
      method: "password",
      address: null,
    } as const;
    expect(story.refusal(investor, PROMISED, { ...signing, shownDigest: "e".repeat(64) }).code).toBe("letter-changed");
    expect(story.refusal({ ...investor, enterpriseIds: ["another"] }, PROMISED, signing).code).toBe("not-allowed-to-sign");
    signPromise(story);
    expect(story.refusal(investor, PROMISED, signing).code).toBe("letter-already-signed");
    const early = anApplicable();
    expect(early.refusal(investor, PROMISED, { ...signing, subjectId: commitmentIn(early).id }).code).toBe("letter-unknown");
  });

  test("R-355 (H44): defects come as one list; the enterprise supplements and promises anew under a new signature", () => {
    const story = aPromised();
    const check = { type: "precheck-promise", commitmentNo: no(story), on: PROMISED } as const;
    expect(story.refusal(housing, PROMISED, { ...check, outcome: "defects", defects: [" "] }).code).toBe("defects-missing");
    expect(story.refusal(housing, PROMISED, { ...check, outcome: "pass", defects: ["缺图"] }).code).toBe("passed-with-defects");
    precheck(story, ["缺附图"]);
    const first = Object.values(story.case.signatures)[0];
    story.do(agent, PUBLIC, { type: "supplement-promise", commitmentNo: no(story), note: "附图已补", on: PUBLIC });
    expect(commitmentIn(story)).toMatchObject({ status: "awaiting-promise", round: 2, letterSignatureId: null });
    expect(story.case.signatures[first?.id ?? ""]?.withdrawnOn).toBe(PUBLIC);
    expect(standingSignature(story.case, "project-commitment", commitmentIn(story).id)).toBeNull();
    expect(letterOf("project-commitment", story.case, commitmentIn(story).id, hengyang)).toMatchObject({ round: 2, supplement: "附图已补" });
    precheck(signPromise(story, PUBLIC), [], PUBLIC);
    expect(commitmentIn(story).status).toBe("passed");
  });

  test("R-407 (民法典 art. 203): a publicity that would end on a day off ends on the working day after it", () => {
    const until = (on: string, days: number) => publicityUntil(on, here({ commitmentPublicityDays: said(days) }), calendar);
    expect(until("2026-03-06", 7)).toBe("2026-03-13");
    // A Sunday, and a day of the spring festival.
    expect(until("2026-03-06", 9)).toBe("2026-03-16");
    expect(until("2026-02-06", 10)).toBe("2026-02-24");
  });

  test("R-356 (H44): it is public for the place's days, the first not counted, marked where they are assumed", () => {
    const story = aPublic();
    expect(commitmentIn(story)).toMatchObject({
      status: "in-publicity",
      publicityFrom: PUBLIC,
      publicityTo: "2026-03-13",
      publicityAssumed: true,
      dueOn: "2026-03-13",
    });
    const stated = publish(precheck(aPromised(here({ commitmentPublicityDays: said(10) }))));
    expect(commitmentIn(stated)).toMatchObject({ publicityTo: "2026-03-16", publicityAssumed: false });
  });

  test("R-357 (H44): in force only after the publicity, with no objection open, by a manager, over a standing signature", () => {
    const story = aPublic();
    const force = { type: "put-in-force", commitmentNo: no(story), checks: [] } as const;
    expect(story.refusal(manager, "2026-03-13", { ...force, on: "2026-03-13" }).code).toBe("publicity-running");
    story.do(agent, "2026-03-12", { type: "record-objection", commitmentNo: no(story), objector: "隔壁企业", text: "遮挡采光", on: "2026-03-12" });
    expect(story.refusal(manager, IN_FORCE, { ...force, on: IN_FORCE })).toMatchObject({ code: "objection-open", count: 1 });
    expect(story.refusal(agent, IN_FORCE, { type: "record-objection", commitmentNo: no(story), objector: "某人", text: "太晚", on: "2026-03-14" }).code).toBe(
      "publicity-over",
    );
    const [objection] = objectionsOf(story.case, commitmentIn(story).id);
    const ruling = { type: "rule-on-objection", commitmentNo: no(story), objectionId: objection?.id ?? "", reason: "日照分析合格", on: "2026-03-16" } as const;
    expect(story.refusal(manager, IN_FORCE, { ...ruling, ruling: "reject", objectionId: "x" }).code).toBe("objection-unknown");
    story.do(manager, IN_FORCE, { ...ruling, ruling: "reject" });
    expect(story.refusal(manager, IN_FORCE, { ...ruling, ruling: "reject" }).code).toBe("objection-already-ruled");
    expect(story.refusal(manager, IN_FORCE, { ...force, on: IN_FORCE, checks: [{ point: "before-start", dueOn: "2026-03-01" }] }).code).toBe("day-before");
    expect(commitmentIn(enforce(story)).status).toBe("in-force");
  });

  test("R-357 (H44): an objection upheld changes the standards, to be promised anew, or ends the commitment", () => {
    const objected = (ruling: "change" | "exit") => {
      const story = aPublic();
      story.do(agent, "2026-03-10", { type: "record-objection", commitmentNo: no(story), objector: "居民", text: "噪声限值太宽", on: "2026-03-10" });
      const [objection] = objectionsOf(story.case, commitmentIn(story).id);
      return story.do(manager, "2026-03-11", {
        type: "rule-on-objection",
        commitmentNo: no(story),
        objectionId: objection?.id ?? "",
        ruling,
        reason: "有理",
        on: "2026-03-11",
      });
    };
    const changed = objected("change");
    expect(commitmentIn(changed)).toMatchObject({ status: "applicable", round: 2, letterSignatureId: null, publicityTo: null });
    addStandard(changed, "噪声", null, null, environment, "2026-03-11");
    changed.do(housing, "2026-03-11", { type: "hand-down-standards", commitmentNo: no(changed), documentNo: "衡承标〔2026〕4号", on: "2026-03-11" });
    publish(precheck(signPromise(changed, "2026-03-12"), [], "2026-03-12"), "2026-03-12");
    expect(commitmentIn(enforce(changed, "2026-03-20"))).toMatchObject({ status: "in-force", standardsNo: "衡承标〔2026〕4号" });
    expect(commitmentIn(objected("exit"))).toMatchObject({ status: "exited", endReason: "有理" });
  });

  test("R-357 (H44): an item that began the ordinary way while the promise hung goes on so; the rest of the list holds", () => {
    const story = aPublic();
    story.do(agent, "2026-03-09", { type: "withdraw-item", itemNo: story.no("drawing-review"), reason: "另行委托", on: "2026-03-09" });
    enforce(story);
    expect(story.case.items[standardsIn(story)[0]?.itemId ?? ""]?.promisedAs).toBeNull();
    expect(story.item("construction-permit").promisedAs).toBe("at-once");
  });

  test("R-361 (H44): the points are the place's own, each with the day set for it or none yet", () => {
    const story = anEnforced();
    expect(Object.values(story.case.supervisionChecks).map(({ point, dueOn, status }) => [point, dueOn, status])).toEqual([
      ["before-start", "2026-03-31", "planned"],
      ["construction", "2026-06-30", "planned"],
      ["completion", null, "planned"],
      ["operation", null, "planned"],
    ]);
    expect(commitmentIn(story).dueOn).toBe("2026-03-31");
    const two = aPublic(here({ commitmentPoints: said(["before-start", "completion"] as const) }));
    const force = { type: "put-in-force", commitmentNo: no(two), on: IN_FORCE } as const;
    expect(two.refusal(manager, IN_FORCE, { ...force, checks: [{ point: "operation", dueOn: null }] }).code).toBe("point-not-here");
    two.do(deputy, IN_FORCE, { ...force, checks: [] });
    expect(Object.values(two.case.supervisionChecks).map(({ point }) => point)).toEqual(["before-start", "completion"]);
  });

  test("R-370 (H44): nobody is held before it is in force; afterwards it cannot be left", () => {
    const story = aPublic();
    const exit = { type: "exit-commitment", commitmentNo: no(story), reason: "改走普通路径", on: PUBLIC } as const;
    expect(story.refusal(agent, PUBLIC, { ...exit, reason: "" }).code).toBe("text-missing");
    expect(commitmentIn(story.do(agent, PUBLIC, exit))).toMatchObject({ status: "exited", endedOn: PUBLIC });
    const held = anEnforced();
    expect(held.refusal(manager, IN_FORCE, { ...exit, commitmentNo: no(held), on: IN_FORCE }).code).toBe("commitment-holds");
  });

  test("R-376 (H44, K23): Hengyang, Kecheng and Zibo each state their own terms, with what is assumed marked", () => {
    const rules = (id: string) => packOf(id).rules as NonNullable<Pack["rules"]>;
    expect(rules("hengyang-2018").commitmentEffects).toMatchObject({ value: ["at-once", "after-start"], assumed: true });
    expect(rules("kecheng-2023").commitmentEffects).toMatchObject({ value: ["at-once"], assumed: false });
    expect(rules("kecheng-2023").commitmentConditions.value).toContain("publicity");
    expect(rules("zibo-2017").commitmentEffects).toMatchObject({ value: ["after-start"], assumed: true });
    expect(rules("fuxin-2019").commitmentEffects.value).toBeNull();
    expect(rules("dongying-2019").commitmentPublicityDays).toMatchObject({ value: 7, assumed: true });
  });
});
