import { describe, expect, test } from "vitest";
import { availableActs } from "../../../../app/domain/case/available";
import type { Command } from "../../../../app/domain/case/commands";
import type { Actor } from "../../../../app/domain/case/context";
import { missingPrerequisites } from "../../../../app/domain/case/guards";
import { letterOf } from "../../../../app/domain/case/letter";
import { noticesOf } from "../../../../app/domain/case/notice-commitment/reads";
import { agent, type CaseStory, calendar, hengyang, packOf } from "../../../builders/case-story";
import {
  aChosenNotice,
  accepted,
  aGrantedNotice,
  aSignedNotice,
  aToldNotice,
  aWastePlan,
  choose,
  departmentOf,
  GRANTED,
  granting,
  intake,
  investor,
  letterOfNotice,
  MANNERS,
  manager,
  noticeOf,
  SIGNED,
  STANDARDS,
  signing,
  TOLD,
  telling,
  WASTE,
} from "../../../builders/notice-story";

/** The same story under a pack that says something else. */
const under = (rules: object, base = hengyang) => ({ ...base, rules: { ...base.rules, ...rules } }) as typeof hengyang;
const stated = <T>(value: T) => ({ value, assumed: false, source: "测试" });
const barred = (story: CaseStory, actor: Actor, on: string, command: Command) => {
  const context = { ...story.context(actor, on), unrepairedBreaches: 1 };
  return import("../../../../app/domain/case/decide").then(({ decide }) => decide(story.case, command, context));
};

describe("what notice commitment is open to", () => {
  test("R-330 (F21): it is open to the items the place lists; what it does not list, or leaves unstated, is refused", () => {
    const story = aWastePlan();
    expect(story.try(departmentOf(story), TOLD, telling(story)).ok).toBe(true);
    const unlisted = departmentOf(story, "planning-conditions");
    expect(story.refusal(unlisted, TOLD, telling(story, "planning-conditions"))).toMatchObject({ code: "notice-item-not-listed" });
    const local = departmentOf(story, "scheme-review");
    expect(story.refusal(local, TOLD, telling(story, "scheme-review"))).toMatchObject({ code: "notice-unstated-here" });
    expect(story.refusal(departmentOf(story, "land-grant"), TOLD, telling(story, "land-grant"))).toMatchObject({ code: "notice-item-not-listed" });
  });

  test("R-331: an item that directly concerns a domain the place excludes is refused, and only there", () => {
    const excluding = under({ noticeCommitmentExcludes: stated(["public-safety"]) });
    const concerned = {
      ...excluding,
      items: excluding.items.map((item) => (item.code === WASTE ? { ...item, noticeDomain: "public-safety" as const } : item)),
    };
    const story = aWastePlan(concerned);
    expect(story.refusal(departmentOf(story), TOLD, telling(story))).toMatchObject({ code: "notice-domain-excluded", domain: "public-safety" });
    const elsewhere = { ...hengyang, items: concerned.items };
    const open = aWastePlan(elsewhere);
    expect(open.try(departmentOf(open), TOLD, telling(open)).ok).toBe(true);
  });

  test("R-331: Zhejiang and Shandong exclude the EIA form, because its domain is theirs to exclude", () => {
    for (const id of ["zhejiang", "shandong"]) {
      const pack = packOf(id);
      const item = pack.items.find((one) => one.code === "env-form");
      expect(item?.noticeDomain).toBe("ecology");
      expect(pack.rules?.noticeCommitmentExcludes.value).toContain("ecology");
    }
  });

  test("R-332 (F32): an enterprise with an unrepaired breach may not promise where the place bars it, and may elsewhere", async () => {
    const told = aToldNotice();
    const chosen = aChosenNotice();
    const signed = accepted(aSignedNotice());
    const fresh = aWastePlan();
    const refused = { ok: false, error: { code: "notice-barred-by-credit", breaches: 1 } };
    expect(await barred(fresh, departmentOf(fresh), TOLD, telling(fresh))).toMatchObject(refused);
    const choice = { type: "choose-notice-commitment", itemNo: told.no(WASTE), manners: MANNERS, on: SIGNED } as const;
    expect(await barred(told, investor, SIGNED, choice)).toMatchObject(refused);
    expect(await barred(chosen, investor, SIGNED, signing(chosen))).toMatchObject({ ok: true });
    expect(await barred(signed, departmentOf(signed), GRANTED, granting(signed))).toMatchObject(refused);
    const lenient = aToldNotice({ pack: under({ noticeCommitmentBarredByBadCredit: stated(false) }) });
    expect(await barred(lenient, investor, SIGNED, { ...choice, itemNo: lenient.no(WASTE) })).toMatchObject({ ok: true });
  });

  test("R-330: what is decided, forwarded or under simulation is not told; nor is an item twice", () => {
    const story = aToldNotice();
    expect(story.refusal(departmentOf(story), TOLD, telling(story))).toMatchObject({ code: "notice-already-told", commitmentNo: `${story.no(WASTE)}-G1` });
    const granted = aGrantedNotice();
    expect(granted.refusal(departmentOf(granted), GRANTED, telling(granted, WASTE, GRANTED))).toMatchObject({ code: "notice-already-told" });
  });
});

describe("the telling", () => {
  test("R-333: the authority tells every condition in writing, how it is shown and by when", () => {
    const story = aWastePlan();
    const who = departmentOf(story);
    const tell = (says: Partial<ReturnType<typeof telling>>) => story.refusal(who, TOLD, { ...telling(story), ...says });
    expect(tell({ noticeNo: " " })).toMatchObject({ code: "text-missing", field: "noticeNo" });
    expect(tell({ standards: [] })).toMatchObject({ code: "notice-standards-missing" });
    const [one] = STANDARDS as [(typeof STANDARDS)[number]];
    expect(tell({ standards: [{ ...one, textZh: "" }] })).toMatchObject({ code: "text-missing", field: "text1" });
    expect(tell({ standards: [one, { ...one, shownBy: " " }] })).toMatchObject({ code: "text-missing", field: "shownBy2" });
    expect(tell({ standards: [{ ...one, metBy: "2026-02-30" }] })).toMatchObject({ code: "day-impossible", field: "metBy1" });
    expect(tell({ standards: [{ ...one, metBy: TOLD }] })).toMatchObject({ code: "day-before", field: "metBy1" });
    expect(tell({ replaces: ["没有的材料"] })).toMatchObject({ code: "notice-replaces-unasked" });
    expect(tell({ on: "2026-03-03" })).toMatchObject({ code: "day-in-future" });
    expect(story.refusal(departmentOf(story, "scheme-review"), TOLD, telling(story))).toMatchObject({ code: "not-allowed-other-department" });
    story.do(who, TOLD, telling(story));
    expect(noticeOf(story)).toMatchObject({ status: "told", commitmentNo: `${story.no(WASTE)}-G1`, standards: STANDARDS, departmentCode: "cg" });
  });

  test("R-334: a notice told by mistake is recalled with a reason until something is granted on it, and may be told anew", () => {
    for (const story of [aToldNotice(), aChosenNotice(), aSignedNotice()]) {
      const who = departmentOf(story);
      const recall = { type: "recall-notice-commitment", itemNo: story.no(WASTE), reason: "标准有误", on: SIGNED } as const;
      expect(story.refusal(who, SIGNED, { ...recall, reason: "" })).toMatchObject({ code: "text-missing" });
      story.do(who, SIGNED, recall);
      expect(noticeOf(story)).toMatchObject({ status: "recalled", reason: "标准有误", endedOn: SIGNED });
      story.do(who, SIGNED, telling(story, WASTE, SIGNED));
      expect(noticesOf(story.case, story.item(WASTE).id).map(({ commitmentNo }) => commitmentNo.slice(-3))).toEqual(["-G1", "-G2"]);
    }
    const granted = aGrantedNotice();
    const recall = { type: "recall-notice-commitment", itemNo: granted.no(WASTE), reason: "迟了", on: GRANTED } as const;
    expect(granted.refusal(departmentOf(granted), GRANTED, recall)).toMatchObject({ code: "notice-state-forbids", noticeStatus: "granted" });
  });
});

describe("the choice", () => {
  test("R-334: only the enterprise chooses, says of every standard how it is met, and is never made to", () => {
    const story = aToldNotice();
    const itemNo = story.no(WASTE);
    const stranger: Actor = { ...investor, enterpriseIds: ["enterprise-2"] };
    const choice = { type: "choose-notice-commitment", itemNo, manners: MANNERS, on: SIGNED } as const;
    expect(story.refusal(stranger, SIGNED, choice)).toMatchObject({ code: "not-allowed-to-sign" });
    expect(story.refusal(agent, SIGNED, choice)).toMatchObject({ code: "not-allowed-to-sign" });
    expect(story.refusal(investor, SIGNED, { ...choice, manners: [MANNERS[0]] })).toMatchObject({ code: "text-missing", field: "manner2" });
    expect(story.refusal(investor, SIGNED, { ...choice, manners: [...MANNERS, "多"] })).toMatchObject({ code: "notice-manners-differ" });
    story.do(investor, SIGNED, { type: "decline-notice-commitment", itemNo, reason: null, on: SIGNED });
    expect(noticeOf(story)).toMatchObject({ status: "declined", endedOn: SIGNED });
    // The ordinary way is as open as ever.
    accepted(story);
    const who = departmentOf(story);
    story.do(who, GRANTED, { type: "start-review", itemNo, on: GRANTED });
    expect(story.item(WASTE).status).toBe("in-review");
  });

  test("R-334: an item decided the ordinary way while nothing is signed takes the notice with it", () => {
    const story = accepted(aChosenNotice());
    const [one, two] = [departmentOf(story, WASTE, "甲"), departmentOf(story, WASTE, "乙")];
    const itemNo = story.no(WASTE);
    story.do(one, GRANTED, { type: "start-review", itemNo, on: GRANTED });
    story.do(one, GRANTED, { type: "record-step", itemNo, step: "review", remark: null, on: GRANTED });
    story.do(two, GRANTED, { type: "decide-item", itemNo, granted: true, decisionNo: "衡城许1", reason: null, overdueReason: null, on: GRANTED });
    expect(noticeOf(story)).toMatchObject({ status: "lapsed", endedOn: GRANTED });
    expect(story.refusal(two, GRANTED, granting(story))).toMatchObject({ code: "notice-state-forbids", noticeStatus: "lapsed" });
  });

  test("R-334: an item withdrawn takes its notice with it", () => {
    const story = aSignedNotice();
    story.do(intake, SIGNED, { type: "withdraw-item", itemNo: story.no(WASTE), reason: "不办了", on: SIGNED });
    expect(noticeOf(story)).toMatchObject({ status: "lapsed", nextDueOn: null });
  });
});

describe("the letter", () => {
  test("R-335: it says what was told, how each condition will be met, and what the place says follows", () => {
    const story = aChosenNotice();
    const letter = letterOf("notice-commitment", story.case, noticeOf(story).id, story.pack);
    expect(letter).toMatchObject({
      kind: "notice-commitment",
      commitmentNo: `${story.no(WASTE)}-G1`,
      itemNo: story.no(WASTE),
      standards: [
        { ...STANDARDS[0], manner: MANNERS[0] },
        { ...STANDARDS[1], manner: MANNERS[1] },
      ],
      promises: ["truthful", "conditions-known", "meet-conditions", "accept-check", "bear-consequences"],
      checkWorkingDays: null,
      consequences: [],
      barredUntilRepaired: true,
    });
    const zhejiang = letterOf("notice-commitment", story.case, noticeOf(story).id, packOf("kecheng-2023"));
    expect(zhejiang).toMatchObject({ checkWorkingDays: 60, consequences: ["rectify", "revoke", "credit-record", "barred-until-repaired", "warning", "fine"] });
    expect(letterOf("notice-commitment", story.case, "nobody", story.pack)).toBeNull();
  });

  test("R-335: it is signed once, after the choice, by the enterprise, over what was shown", () => {
    const told = aToldNotice();
    expect(told.refusal(investor, SIGNED, signing(told))).toMatchObject({ code: "notice-state-forbids", act: "letter-signed", noticeStatus: "told" });
    const story = aChosenNotice();
    expect(story.refusal(investor, SIGNED, { ...signing(story), digest: "e".repeat(64) })).toMatchObject({ code: "letter-changed" });
    expect(story.refusal(investor, SIGNED, { ...signing(story), typedName: "别人" })).toMatchObject({ code: "typed-name-differs" });
    expect(story.refusal({ ...investor, enterpriseIds: [] }, SIGNED, signing(story))).toMatchObject({ code: "not-allowed-to-sign" });
    // Chosen again in other words before signing: the letter is another one.
    const before = letterOf("notice-commitment", story.case, noticeOf(story).id, story.pack);
    choose(story, WASTE, SIGNED, ["自有车辆 5 辆", "使用城西消纳场"]);
    expect(letterOf("notice-commitment", story.case, noticeOf(story).id, story.pack)).not.toEqual(before);
    story.do(investor, SIGNED, signing(story));
    expect(noticeOf(story)).toMatchObject({ status: "signed", signedOn: SIGNED });
    expect(noticeOf(story).signatureId).not.toBeNull();
    expect(story.refusal(investor, SIGNED, signing(story))).toMatchObject({ code: "letter-already-signed" });
    const again = { type: "choose-notice-commitment", itemNo: story.no(WASTE), manners: MANNERS, on: SIGNED } as const;
    expect(story.refusal(investor, SIGNED, again)).toMatchObject({ code: "notice-state-forbids", act: "notice-commitment-chosen" });
  });

  test("R-335: it is taken back until the decision, and then not", () => {
    const story = aSignedNotice();
    const withdraw = { type: "withdraw-letter", ...letterOfNotice(story), reason: "改走普通程序" } as const;
    story.do(investor, GRANTED, withdraw);
    expect(noticeOf(story)).toMatchObject({ status: "withdrawn", signatureId: null, reason: "改走普通程序", endedOn: GRANTED });
    accepted(story);
    expect(story.refusal(departmentOf(story), GRANTED, granting(story))).toMatchObject({ code: "notice-state-forbids", noticeStatus: "withdrawn" });
    const granted = aGrantedNotice();
    const late = { ...withdraw, ...letterOfNotice(granted) };
    expect(granted.refusal(investor, GRANTED, late)).toMatchObject({ code: "notice-state-forbids", act: "letter-withdrawn", noticeStatus: "granted" });
  });
});

describe("the grant", () => {
  test("R-336: the permit is granted by the item's own formal acceptance and decision, and whoever accepted does not decide", () => {
    const story = accepted(aSignedNotice());
    const acceptor: Actor = { ...departmentOf(story), personId: intake.personId };
    expect(story.refusal(acceptor, GRANTED, granting(story))).toMatchObject({ code: "acceptor-cannot-decide" });
    expect(story.refusal(departmentOf(story, "scheme-review"), GRANTED, granting(story))).toMatchObject({ code: "not-allowed-other-department" });
    expect(story.refusal(departmentOf(story), GRANTED, { ...granting(story), decisionNo: " " })).toMatchObject({ code: "text-missing", field: "decisionNo" });
    story.do(departmentOf(story), GRANTED, granting(story));
    expect(story.events.slice(-3).map(({ type }) => type)).toEqual(["review-started", "notice-commitment-granted", "item-decided"]);
    expect(story.item(WASTE)).toMatchObject({
      status: "granted",
      acceptedOn: GRANTED,
      decidedOn: GRANTED,
      decisionNo: "衡城许〔2026〕9号",
      acceptedByName: intake.name,
      decidedByName: departmentOf(story).name,
    });
    expect(story.item(WASTE).committedDueOn).not.toBeNull();
    expect(noticeOf(story)).toMatchObject({ status: "granted", decidedOn: GRANTED, lateReason: null });
  });

  test("R-336: nothing is granted before it is accepted, or beside a signed promise", () => {
    const planned = aSignedNotice();
    expect(planned.refusal(departmentOf(planned), SIGNED, granting(planned, WASTE, SIGNED))).toMatchObject({
      code: "item-state-forbids",
      act: "item-decided",
      status: "planned",
    });
    const story = accepted(aSignedNotice());
    const [one, two] = [departmentOf(story, WASTE, "甲"), departmentOf(story, WASTE, "乙")];
    const itemNo = story.no(WASTE);
    story.do(one, GRANTED, { type: "start-review", itemNo, on: GRANTED });
    story.do(one, GRANTED, { type: "record-step", itemNo, step: "review", remark: null, on: GRANTED });
    const decision = { type: "decide-item", itemNo, granted: true, decisionNo: "衡城许1", reason: null, overdueReason: null, on: GRANTED } as const;
    expect(story.refusal(two, GRANTED, decision)).toMatchObject({ code: "notice-awaits-grant" });
    story.do(two, GRANTED, { ...decision, granted: false, reason: "不属于本辖区" });
    expect(noticeOf(story).status).toBe("lapsed");
  });

  test("R-336: at once means on the day of acceptance and letter; a later day needs a reason", () => {
    const story = accepted(aSignedNotice());
    const who = departmentOf(story);
    const late = granting(story, WASTE, "2026-03-05");
    expect(story.refusal(who, "2026-03-05", late)).toMatchObject({ code: "notice-not-at-once", day: GRANTED });
    story.do(who, "2026-03-05", { ...late, lateReason: "系统停机一天" });
    expect(noticeOf(story).lateReason).toBe("系统停机一天");
    // Signed after the acceptance, at once is the day of the letter.
    const other = accepted(aChosenNotice(), WASTE, SIGNED);
    const before = { ...granting(other, WASTE, SIGNED) };
    expect(other.refusal(departmentOf(other), SIGNED, before)).toMatchObject({ code: "notice-state-forbids", noticeStatus: "chosen" });
    other.do(investor, "2026-03-05", signing(other));
    expect(other.refusal(departmentOf(other), "2026-03-05", granting(other, WASTE, "2026-03-04"))).toMatchObject({ code: "day-before", what: "notice-signed" });
    other.do(departmentOf(other), "2026-03-05", granting(other, WASTE, "2026-03-05"));
    expect(noticeOf(other).lateReason).toBeNull();
  });

  test("R-337: what the signed promise stands in for is not waited for at acceptance", () => {
    const story = aWastePlan();
    const [first, second] = (hengyang.items.find(({ code }) => code === WASTE)?.coreMaterials ?? []) as [string, string];
    const itemNo = story.no(WASTE);
    story.do(departmentOf(story), TOLD, { ...telling(story), replaces: [second, "消纳场证明"] });
    story.do(intake, TOLD, { type: "bring-materials", itemNo, materials: [{ name: first, originals: 1, copies: 0, electronic: false }], note: null, on: TOLD });
    choose(story);
    story.do(intake, SIGNED, { type: "receive-items", itemNos: [itemNo], on: SIGNED });
    const accept = { type: "accept-item", itemNo, acceptanceNo: "衡受1", on: SIGNED } as const;
    expect(story.refusal(intake, SIGNED, accept)).toMatchObject({ code: "core-materials-missing", missing: [second] });
    story.do(investor, SIGNED, signing(story));
    story.do(intake, SIGNED, accept);
    expect(story.item(WASTE).status).toBe("accepted");
  });

  test("R-338: the check falls due on the decision and as many working days as the place says", () => {
    const kecheng = packOf("kecheng-2023");
    const story = aGrantedNotice({ pack: kecheng });
    expect(noticeOf(story)).toMatchObject({ checkWorkingDays: 60, checkDueOn: calendar.nthWorkingDayAfter(GRANTED, 60), nextDueOn: "2026-06-01" });
    const day = { type: "set-notice-check-day", itemNo: story.no(WASTE), checkDueOn: "2026-06-30", reason: "忙", on: "2026-03-09" } as const;
    expect(story.refusal(manager, "2026-03-09", day)).toMatchObject({ code: "notice-check-set-by-place", n: 60 });
  });

  test("R-338: where the place states no days a manager sets one, with a reason", () => {
    const story = aGrantedNotice();
    expect(noticeOf(story)).toMatchObject({ checkWorkingDays: null, checkDueOn: null, nextDueOn: null });
    const day = { type: "set-notice-check-day", itemNo: story.no(WASTE), checkDueOn: "2026-05-29", reason: "参照三个月内核查", on: "2026-03-09" } as const;
    expect(story.refusal(manager, "2026-03-09", { ...day, reason: "" })).toMatchObject({ code: "text-missing", field: "reason" });
    expect(story.refusal(manager, "2026-03-09", { ...day, checkDueOn: "2026-03-09" })).toMatchObject({ code: "day-before", field: "checkDueOn" });
    expect(story.refusal(manager, "2026-03-09", { ...day, checkDueOn: "2026-13-01" })).toMatchObject({ code: "day-impossible" });
    expect(story.refusal(manager, "2026-03-09", { ...day, on: "2026-03-03" })).toMatchObject({ code: "day-before", what: "decided" });
    story.do(manager, "2026-03-09", day);
    expect(noticeOf(story)).toMatchObject({ status: "granted", checkDueOn: "2026-05-29", nextDueOn: "2026-05-29", checkSetByName: manager.name });
    story.do(manager, "2026-03-10", { ...day, checkDueOn: "2026-06-12", reason: "改期", on: "2026-03-10" });
    expect(noticeOf(story).checkDueOn).toBe("2026-06-12");
  });
});

describe("what pages offer", () => {
  test("R-330: an act is offered when it can be taken, to those who may take it", () => {
    const offered = (story: CaseStory, actor: Actor) => availableActs(story.case, story.item(WASTE), actor, story.pack).filter((act) => act.includes("notice"));
    const fresh = aWastePlan();
    expect(offered(fresh, departmentOf(fresh))).toEqual(["tell-notice-commitment"]);
    expect(offered(fresh, intake)).toEqual(["tell-notice-commitment"]);
    expect(offered(fresh, agent)).toEqual([]);
    expect(availableActs(fresh.case, fresh.item("scheme-review"), departmentOf(fresh, "scheme-review"), fresh.pack)).not.toContain("tell-notice-commitment");
    const signed = aSignedNotice();
    expect(offered(signed, departmentOf(signed))).toEqual(["recall-notice-commitment"]);
    expect(offered(accepted(signed), departmentOf(signed))).toEqual(["grant-on-notice-commitment", "recall-notice-commitment"]);
    const granted = aGrantedNotice();
    expect(offered(granted, departmentOf(granted))).toEqual(["record-notice-check"]);
    expect(offered(granted, manager)).toEqual(["set-notice-check-day"]);
  });

  test("R-336: an item granted on a promise counts for its successors like any other grant", () => {
    const story = aGrantedNotice({ code: "quality-safety" });
    const permit = story.item("construction-permit");
    expect(missingPrerequisites(story.case, permit, "9999-12-31").map(({ code }) => code)).not.toContain("quality-safety");
  });
});
