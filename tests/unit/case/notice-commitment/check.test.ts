import { describe, expect, test } from "vitest";
import type { Actor } from "../../../../app/domain/case/context";
import { missingPrerequisites } from "../../../../app/domain/case/guards";
import { canMoveNotice, NOTICE_MOVES, type NoticeMovingType } from "../../../../app/domain/case/notice-commitment/moves";
import { signedName } from "../../../../app/domain/case/on-behalf";
import type { NoticeStatus } from "../../../../app/domain/case/parts/notice-commitment";
import { agent, type CaseStory, hengyang } from "../../../builders/case-story";
import {
  aChosenNotice,
  accepted,
  aFailedNotice,
  aGrantedNotice,
  aRectifyingNotice,
  aRevokedNotice,
  aSignedNotice,
  aToldNotice,
  checking,
  departmentOf,
  GRANTED,
  granting,
  intake,
  investor,
  letterOfNotice,
  MANNERS,
  manager,
  NOT_MET,
  noticeOf,
  revoking,
  SIGNED,
  signing,
  WASTE,
} from "../../../builders/notice-story";

const ON = "2026-04-01";

describe("the check", () => {
  test("R-339: a check says what was looked at, by at least two people, and names what was not met", () => {
    const story = aGrantedNotice();
    const who = departmentOf(story);
    const refused = (says: Parameters<typeof checking>[2]) => story.refusal(who, ON, checking(story, ON, says));
    expect(refused({ looked: " " })).toMatchObject({ code: "text-missing", field: "looked" });
    expect(refused({ inspectors: ["刘工", " 刘工 "] })).toMatchObject({ code: "notice-inspectors-few", n: 2 });
    expect(refused({ failed: [1] })).toMatchObject({ code: "notice-check-contradicts" });
    expect(refused({ ...NOT_MET, failed: [] })).toMatchObject({ code: "notice-failed-missing" });
    expect(refused({ ...NOT_MET, failed: [3] })).toMatchObject({ code: "notice-standard-unknown", n: 3 });
    expect(refused({ ...NOT_MET, rectifyBy: null })).toMatchObject({ code: "text-missing", field: "rectifyBy" });
    expect(refused({ ...NOT_MET, rectifyBy: ON })).toMatchObject({ code: "day-before", field: "rectifyBy" });
    expect(refused({ on: "2026-03-03" })).toMatchObject({ code: "day-before", what: "decided" });
    expect(story.refusal(departmentOf(story, "scheme-review"), ON, checking(story, ON))).toMatchObject({ code: "not-allowed-other-department" });
  });

  test("R-339: one person is enough where the place says so", () => {
    const rules = { ...hengyang.rules, noticeCommitmentCheckPersons: { value: 1, assumed: false, source: "测试" } } as typeof hengyang.rules;
    const story = aGrantedNotice({ pack: { ...hengyang, rules } as typeof hengyang });
    expect(story.try(departmentOf(story), ON, checking(story, ON, { inspectors: ["刘工"] })).ok).toBe(true);
    expect(story.refusal(departmentOf(story), ON, checking(story, ON, { inspectors: [] }))).toMatchObject({ code: "notice-inspectors-few", n: 1 });
  });

  test("R-340: found met it is closed for good, and the permit stands", () => {
    const story = aGrantedNotice();
    story.do(departmentOf(story), ON, checking(story, ON));
    expect(noticeOf(story)).toMatchObject({ status: "closed", checkedOn: ON, closedOn: ON, endedOn: ON, nextDueOn: null });
    expect(noticeOf(story).checks).toEqual([
      {
        on: ON,
        outcome: "met",
        looked: "查看 12 辆车和消纳场许可证",
        inspectors: ["刘工", "陈工"],
        reference: "现场照片 8 张",
        failed: [],
        byId: departmentOf(story).personId,
        byName: departmentOf(story).name,
      },
    ]);
    expect(story.item(WASTE).status).toBe("granted");
    expect(story.refusal(departmentOf(story), ON, checking(story, ON))).toMatchObject({ code: "notice-state-forbids", noticeStatus: "closed" });
  });

  test("R-341: found not met it is put right by a day, and met then it is closed", () => {
    const story = aRectifyingNotice();
    expect(noticeOf(story)).toMatchObject({ status: "rectifying", rectifyBy: "2026-04-20", nextDueOn: "2026-04-20", checkedOn: ON });
    expect(noticeOf(story).checks[0]).toMatchObject({ outcome: "not-met", failed: [1] });
    story.do(departmentOf(story), "2026-04-10", checking(story, "2026-04-10"));
    expect(noticeOf(story)).toMatchObject({ status: "closed", closedOn: "2026-04-10", nextDueOn: null });
    expect(noticeOf(story).checks).toHaveLength(2);
  });

  test("R-341: while its day runs nothing is held against the enterprise", () => {
    const story = aRectifyingNotice();
    const early = checking(story, "2026-04-10", { ...NOT_MET, rectifyBy: null });
    expect(story.refusal(departmentOf(story), "2026-04-10", early)).toMatchObject({ code: "notice-rectification-running", day: "2026-04-20" });
    expect(story.refusal(manager, "2026-04-20", revoking(story, "2026-04-20"))).toMatchObject({ code: "notice-rectification-running" });
    story.do(departmentOf(story), "2026-04-20", checking(story, "2026-04-20", { ...NOT_MET, rectifyBy: null }));
    expect(noticeOf(story)).toMatchObject({ status: "failed", nextDueOn: "2026-04-20", rectifyBy: "2026-04-20" });
  });
});

describe("the ruling", () => {
  test("R-342: a manager revokes by a numbered decision with a reason, once it was not put right", () => {
    const granted = aGrantedNotice();
    expect(granted.refusal(manager, ON, revoking(granted, ON))).toMatchObject({
      code: "notice-state-forbids",
      act: "notice-commitment-revoked",
      noticeStatus: "granted",
    });
    const story = aFailedNotice();
    const on = "2026-04-22";
    expect(story.refusal(manager, on, { ...revoking(story, on), decisionNo: null })).toMatchObject({ code: "text-missing", field: "decisionNo" });
    expect(story.refusal(manager, on, { ...revoking(story, on), reason: "" })).toMatchObject({ code: "text-missing", field: "reason" });
    expect(story.refusal(manager, on, { ...revoking(story, on), on: "2026-04-19" })).toMatchObject({ code: "day-before", what: "notice-checked" });
    story.do(manager, on, revoking(story, on));
    expect(noticeOf(story)).toMatchObject({ status: "revoked", revokedOn: on, revocationNo: "衡城撤〔2026〕1号", endedOn: on, nextDueOn: null });
    expect(story.item(WASTE)).toMatchObject({ status: "revoked", decisionNo: "衡城许〔2026〕9号" });
    // Nobody checked again, and the day passed: as good as a finding.
    const missed = aRectifyingNotice();
    missed.do(manager, "2026-04-21", revoking(missed, "2026-04-21"));
    expect(noticeOf(missed).status).toBe("revoked");
  });

  test("R-342: nobody rules on what they found themselves", () => {
    const story = aFailedNotice();
    const on = "2026-04-22";
    const finder: Actor = { ...manager, personId: departmentOf(story).personId };
    const inspector: Actor = { ...manager, name: "刘工" };
    const under: Actor = { ...manager, onBehalfOf: { personId: departmentOf(story).personId, name: "甲" } };
    for (const who of [finder, inspector, under]) expect(story.refusal(who, on, revoking(story, on))).toMatchObject({ code: "checker-cannot-rule" });
  });

  test("R-346: under a cover the own name counts as it is, not as it is signed, and so does the name of the one stood in for", () => {
    const story = aFailedNotice();
    const on = "2026-04-22";
    const cover = (own: string, other: string): Actor => {
      const under = { ...manager, name: own, onBehalfOf: { personId: "person-covered", name: other } };
      return { ...under, name: signedName(under) };
    };
    expect(story.refusal(cover("刘工", "周建国"), on, revoking(story, on))).toMatchObject({ code: "checker-cannot-rule", name: "刘工（代周建国）" });
    expect(story.refusal(cover("孙丽", "陈工"), on, revoking(story, on))).toMatchObject({ code: "checker-cannot-rule" });
    expect(story.try(cover("孙丽", "周建国"), on, revoking(story, on)).ok).toBe(true);
  });

  test("R-342: more time is given with a reason and a later day, before or after it passed", () => {
    const story = aRectifyingNotice();
    const more = { type: "rule-on-notice-commitment", itemNo: story.no(WASTE), ruling: "more-time", reason: "暴雨停运", decisionNo: null } as const;
    expect(story.refusal(manager, "2026-04-10", { ...more, rectifyBy: "2026-04-20", on: "2026-04-10" })).toMatchObject({
      code: "day-before",
      field: "rectifyBy",
    });
    expect(story.refusal(manager, "2026-04-10", { ...more, rectifyBy: null, on: "2026-04-10" })).toMatchObject({ code: "text-missing", field: "rectifyBy" });
    story.do(manager, "2026-04-10", { ...more, rectifyBy: "2026-04-30", on: "2026-04-10" });
    expect(noticeOf(story)).toMatchObject({ status: "rectifying", rectifyBy: "2026-04-30", nextDueOn: "2026-04-30", moreTimeReason: "暴雨停运" });
    const failed = aFailedNotice();
    failed.do(manager, "2026-04-22", { ...more, itemNo: failed.no(WASTE), rectifyBy: "2026-05-08", on: "2026-04-22" });
    expect(noticeOf(failed)).toMatchObject({ status: "rectifying", rectifyBy: "2026-05-08" });
  });

  test("R-343: a revoked permit satisfies no prerequisite, and the item may be filed anew", () => {
    const code = "quality-safety";
    const story = aRectifyingNotice({ code });
    const permit = story.item("construction-permit");
    const waits = () => missingPrerequisites(story.case, permit, "9999-12-31").map((item) => item.code);
    expect(waits()).not.toContain(code);
    story.do(manager, "2026-04-21", revoking(story, "2026-04-21", code));
    expect(waits()).toContain(code);
    const old = story.item(code).id;
    story.do(agent, "2026-04-22", { type: "confirm-plan", on: "2026-04-22", added: [{ code: WASTE, reason: "渣土处置" }], dropped: [] });
    const filings = Object.values(story.case.items).filter((item) => item.code === code);
    expect(filings.map(({ id, status }) => [id === old, status])).toEqual([
      [true, "revoked"],
      [false, "planned"],
    ]);
  });
});

/** One story in every state there is. */
const IN_STATE: Readonly<Record<NoticeStatus, () => CaseStory>> = {
  told: aToldNotice,
  chosen: aChosenNotice,
  signed: () => accepted(aSignedNotice()),
  declined: () => {
    const story = aToldNotice();
    return story.do(investor, SIGNED, { type: "decline-notice-commitment", itemNo: story.no(WASTE), reason: "不用", on: SIGNED });
  },
  withdrawn: () => {
    const story = aSignedNotice();
    return story.do(investor, SIGNED, { type: "withdraw-letter", ...letterOfNotice(story), reason: "不用" });
  },
  recalled: () => {
    const story = aToldNotice();
    return story.do(departmentOf(story), SIGNED, { type: "recall-notice-commitment", itemNo: story.no(WASTE), reason: "错", on: SIGNED });
  },
  lapsed: () => {
    const story = aToldNotice();
    return story.do(intake, SIGNED, { type: "withdraw-item", itemNo: story.no(WASTE), reason: "不办", on: SIGNED });
  },
  granted: aGrantedNotice,
  rectifying: aRectifyingNotice,
  failed: aFailedNotice,
  closed: () => {
    const story = aGrantedNotice();
    return story.do(departmentOf(story), ON, checking(story, ON));
  },
  revoked: aRevokedNotice,
};

/** Every act as well prepared as it can be, so that only the state stands in its way. */
function attempts(story: CaseStory, on: string): Readonly<Record<NoticeMovingType, () => { readonly ok: boolean; readonly error?: unknown }>> {
  const itemNo = story.no(WASTE);
  const who = departmentOf(story, WASTE, "乙");
  return {
    "notice-commitment-chosen": () => story.try(investor, on, { type: "choose-notice-commitment", itemNo, manners: MANNERS, on }),
    "notice-commitment-declined": () => story.try(investor, on, { type: "decline-notice-commitment", itemNo, reason: null, on }),
    "letter-signed": () => story.try(investor, on, signing(story)),
    "letter-withdrawn": () => story.try(investor, on, { type: "withdraw-letter", ...letterOfNotice(story), reason: "改" }),
    "notice-commitment-recalled": () => story.try(who, on, { type: "recall-notice-commitment", itemNo, reason: "改", on }),
    "notice-commitment-granted": () => story.try(who, on, { ...granting(story, WASTE, on), lateReason: "迟" }),
    "notice-check-day-set": () => story.try(manager, on, { type: "set-notice-check-day", itemNo, checkDueOn: "2026-12-31", reason: "定", on }),
    "notice-commitment-checked": () => story.try(who, on, checking(story, on)),
    "notice-more-time-given": () => story.try(manager, on, { ...revoking(story, on), ruling: "more-time", rectifyBy: "2026-12-31" }),
    "notice-commitment-revoked": () => story.try(manager, on, revoking(story, on)),
  };
}

describe("the table", () => {
  test.each(Object.keys(IN_STATE) as NoticeStatus[])(
    "R-344: in state %s every act the table forbids is refused for that reason, and every other is done",
    (status) => {
      const on = "2026-05-08";
      const story = IN_STATE[status]();
      expect(noticeOf(story).status).toBe(status);
      for (const [event, attempt] of Object.entries(attempts(story, on)) as [NoticeMovingType, () => { readonly ok: boolean; readonly error?: unknown }][]) {
        const outcome = attempt();
        if (canMoveNotice(event, status)) expect(outcome, event).toMatchObject({ ok: true });
        else if (status === "signed" && event === "letter-signed") expect(outcome).toMatchObject({ error: { code: "letter-already-signed" } });
        else if (event === "letter-signed" && ["granted", "rectifying", "failed", "closed", "revoked"].includes(status))
          expect(outcome).toMatchObject({ error: { code: "letter-already-signed" } });
        else expect(outcome, event).toMatchObject({ ok: false, error: { code: "notice-state-forbids", act: event, noticeStatus: status } });
      }
      expect(Object.keys(NOTICE_MOVES)).toHaveLength(10);
    },
  );

  test("R-344: acts on an item about which nothing was told are refused as unknown", () => {
    const story = aToldNotice();
    const itemNo = story.no("scheme-review");
    const who = departmentOf(story, "scheme-review");
    expect(story.refusal(who, GRANTED, { ...granting(story), itemNo })).toMatchObject({ code: "notice-unknown" });
    expect(story.refusal(who, GRANTED, { ...checking(story, GRANTED), itemNo })).toMatchObject({ code: "notice-unknown" });
    expect(story.refusal(manager, GRANTED, { ...revoking(story, GRANTED), itemNo })).toMatchObject({ code: "notice-unknown" });
    expect(story.refusal(manager, GRANTED, { ...revoking(story, GRANTED), itemNo: "HY-0" })).toMatchObject({ code: "item-unknown" });
  });
});
