import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import type { Command } from "../../app/domain/case/commands";
import type { Actor } from "../../app/domain/case/context";
import { latestNotice } from "../../app/domain/case/notice-commitment/reads";
import type { NoticeCommitment, NoticeStandard } from "../../app/domain/case/parts/notice-commitment";
import type { Pack } from "../../app/domain/pack/pack";
import { aPlannedCase, type CaseStory, hengyang, intake, manager, reviewer } from "./case-story";
import { DIGEST, investor } from "./simulation-story";

/** 建筑垃圾处置: one review and one check, needs no other item; Hengyang lists it for notice commitment. */
export const WASTE = "waste-disposal";

/** Days of the ordinary tale: told Monday, chosen and signed Tuesday, granted Wednesday. */
export const TOLD: CivilDay = "2026-03-02";
export const SIGNED: CivilDay = "2026-03-03";
export const GRANTED: CivilDay = "2026-03-04";

export const STANDARDS: readonly NoticeStandard[] = [
  { textZh: "运输车辆全部密闭并装有定位装置", textEn: "Every lorry is closed and carries a locator", shownBy: "车辆清单和现场查看", metBy: null },
  { textZh: "消纳场有合法手续", textEn: "The tip is licensed", shownBy: "消纳场许可证复印件", metBy: "2026-04-30" },
];
export const MANNERS = ["已与持证运输公司签约，12 辆车", "使用城东消纳场"] as const;

export const noticeOf = (story: CaseStory, code: string = WASTE): NoticeCommitment => {
  const notice = latestNotice(story.case, story.item(code).id);
  if (!notice) throw new Error(`nothing was told about ${code}`);
  return notice;
};

/** The department of an item, and another of its people. */
export const departmentOf = (story: CaseStory, code: string = WASTE, name = "甲"): Actor => reviewer(story.item(code).departmentCode, name);

export const telling = (story: CaseStory, code: string = WASTE, on: CivilDay = TOLD): Extract<Command, { type: "tell-notice-commitment" }> => ({
  type: "tell-notice-commitment",
  itemNo: story.no(code),
  noticeNo: "衡城告〔2026〕1号",
  standards: STANDARDS,
  replaces: [],
  on,
});

/** A planned project that needs a place for its rubble. */
export const aWastePlan = (pack: Pack = hengyang): CaseStory => aPlannedCase(TOLD, [WASTE], pack);

/** A planned case whose department has told the conditions of one item. */
export function aToldNotice({ code = WASTE, pack = hengyang }: { readonly code?: string; readonly pack?: Pack } = {}): CaseStory {
  const story = aWastePlan(pack);
  return story.do(departmentOf(story, code), TOLD, telling(story, code));
}

export const choose = (story: CaseStory, code: string = WASTE, on: CivilDay = SIGNED, manners: readonly string[] = MANNERS): CaseStory =>
  story.do(investor, on, { type: "choose-notice-commitment", itemNo: story.no(code), manners, on });

export const letterOfNotice = (story: CaseStory, code: string = WASTE) => ({ letterKind: "notice-commitment" as const, subjectId: noticeOf(story, code).id });

export const signing = (story: CaseStory, code: string = WASTE): Extract<Command, { type: "sign-letter" }> => ({
  type: "sign-letter",
  ...letterOfNotice(story, code),
  shownDigest: DIGEST,
  digest: DIGEST,
  typedName: investor.name,
  capacity: "legal-representative",
  authorisation: null,
  method: "password",
  address: "10.0.0.7",
});

type Told = Parameters<typeof aToldNotice>[0];

export const aChosenNotice = (about: Told = {}): CaseStory => choose(aToldNotice(about), about.code);

export function aSignedNotice(about: Told = {}): CaseStory {
  const story = aChosenNotice(about);
  return story.do(investor, SIGNED, signing(story, about.code));
}

/** The item is received and accepted by the window. */
export function accepted(story: CaseStory, code: string = WASTE, on: CivilDay = GRANTED): CaseStory {
  story.do(intake, on, { type: "receive-items", itemNos: [story.no(code)], on });
  return story.do(intake, on, { type: "accept-item", itemNo: story.no(code), acceptanceNo: "衡受〔2026〕9号", on });
}

export const granting = (story: CaseStory, code: string = WASTE, on: CivilDay = GRANTED): Extract<Command, { type: "grant-on-notice-commitment" }> => ({
  type: "grant-on-notice-commitment",
  itemNo: story.no(code),
  decisionNo: "衡城许〔2026〕9号",
  lateReason: null,
  on,
});

/** Accepted and granted on the promise on one day. */
export function aGrantedNotice(about: Told = {}): CaseStory {
  const story = accepted(aSignedNotice(about), about.code);
  return story.do(departmentOf(story, about.code), GRANTED, granting(story, about.code));
}

type Check = Extract<Command, { type: "record-notice-check" }>;

export const checking = (story: CaseStory, on: CivilDay, says: Partial<Check> = {}): Check => ({
  type: "record-notice-check",
  itemNo: story.no(WASTE),
  outcome: "met",
  looked: "查看 12 辆车和消纳场许可证",
  inspectors: ["刘工", "陈工"],
  reference: "现场照片 8 张",
  failed: [],
  rectifyBy: null,
  on,
  ...says,
});

export const NOT_MET = { outcome: "not-met", failed: [1], looked: "3 辆车没有密闭", rectifyBy: "2026-04-20" } as const;

/** Checked on the first of April and found not met: to be put right by the twentieth. */
export function aRectifyingNotice(about: Told = {}): CaseStory {
  const story = aGrantedNotice(about);
  return story.do(departmentOf(story, about.code), "2026-04-01", checking(story, "2026-04-01", { ...NOT_MET, itemNo: story.no(about.code ?? WASTE) }));
}

export const revoking = (story: CaseStory, on: CivilDay, code: string = WASTE): Extract<Command, { type: "rule-on-notice-commitment" }> => ({
  type: "rule-on-notice-commitment",
  itemNo: story.no(code),
  ruling: "revoke",
  reason: "整改期满仍有 3 辆车未密闭",
  decisionNo: "衡城撤〔2026〕1号",
  rectifyBy: null,
  on,
});

/** Found not met again on the day of the rectification. */
export function aFailedNotice(): CaseStory {
  const story = aRectifyingNotice();
  return story.do(departmentOf(story), "2026-04-20", checking(story, "2026-04-20", { ...NOT_MET, rectifyBy: null }));
}

export function aRevokedNotice(): CaseStory {
  const story = aFailedNotice();
  return story.do(manager, "2026-04-22", revoking(story, "2026-04-22"));
}

export { intake, investor, manager };
