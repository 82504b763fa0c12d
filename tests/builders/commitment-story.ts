import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import { checksOf, commitmentsOf, standardsOf } from "../../app/domain/case/commitment/reads";
import type { Actor } from "../../app/domain/case/context";
import type { CheckPoint, Commitment, Standard, SupervisionCheck } from "../../app/domain/case/parts/project-commitment";
import type { Pack } from "../../app/domain/pack/pack";
import type { CommitmentEffect } from "../../app/domain/pack/practice";
import { agent, aPerson, aPlannedCase, type CaseStory, hengyang, manager, reviewer } from "./case-story";
import { DIGEST, grant, investor } from "./simulation-story";

/** Days of the ordinary tale: proposed Monday, in force two weeks later, finished in August. */
export const PROPOSED: CivilDay = "2026-03-02";
export const APPRAISED: CivilDay = "2026-03-03";
export const HANDED_DOWN: CivilDay = "2026-03-04";
export const PROMISED: CivilDay = "2026-03-05";
export const PUBLIC: CivilDay = "2026-03-06";
export const IN_FORCE: CivilDay = "2026-03-16";
export const STARTED: CivilDay = "2026-04-10";
export const COMPLETED: CivilDay = "2026-08-20";

/** Housing and environment set the standards of the tale and look after them. */
export const housing = reviewer("zj");
export const environment = reviewer("st");
/** A second manager: nobody rules on their own. */
export const deputy = aPerson("孙丽", "manager");

export const commitmentIn = (story: CaseStory): Commitment => {
  const found = commitmentsOf(story.case).at(-1);
  if (!found) throw new Error("nothing was proposed");
  return found;
};
export const no = (story: CaseStory): string => commitmentIn(story).commitmentNo;
export const checkAt = (story: CaseStory, point: CheckPoint): SupervisionCheck => {
  const check = checksOf(story.case, commitmentIn(story).id).find((one) => one.point === point);
  if (!check) throw new Error(`no check ${point}`);
  return check;
};
export const standardsIn = (story: CaseStory): readonly Standard[] => standardsOf(story.case, commitmentIn(story).id);

export const propose = (story: CaseStory, on = PROPOSED): CaseStory => story.do(agent, on, { type: "propose-commitment", on });

export const aProposal = (pack: Pack = hengyang, added: readonly string[] = []): CaseStory => propose(aPlannedCase("2026-02-24", added, pack));

export const appraise = (story: CaseStory, ruling: "applicable" | "not-applicable" = "applicable", on = APPRAISED): CaseStory =>
  story.do(manager, on, { type: "appraise-commitment", commitmentNo: no(story), ruling, reason: "工业项目，负面清单以外", on });

/** What the tale promises: drawings after the start, the planning permit and the construction permit at once, and a figure of its own. */
export const PROMISES: readonly (readonly [string, string | null, CommitmentEffect | null, Actor])[] = [
  ["施工图符合强制性标准", "drawing-review", "after-start", housing],
  ["施工许可条件", "construction-permit", "at-once", housing],
  ["排放浓度", null, null, environment],
];

export function addStandard(
  story: CaseStory,
  indicator: string,
  code: string | null,
  effect: CommitmentEffect | null,
  who: Actor = housing,
  on: CivilDay = HANDED_DOWN,
): CaseStory {
  return story.do(who, on, {
    type: "add-standard",
    commitmentNo: no(story),
    indicator,
    condition: "设计和施工按国家标准",
    value: "100%",
    dueOn: null,
    departmentCode: who.departmentCode ?? "zj",
    itemNo: code === null ? null : story.no(code),
    effect,
    on,
  });
}

export function handDown(story: CaseStory, on: CivilDay = HANDED_DOWN): CaseStory {
  for (const [indicator, code, effect, who] of PROMISES) addStandard(story, indicator, code, effect, who, on);
  return story.do(housing, on, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "衡承标〔2026〕3号", on });
}

export const signPromise = (story: CaseStory, on: CivilDay = PROMISED): CaseStory =>
  story.do(investor, on, {
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
  });

export const precheck = (story: CaseStory, defects: readonly string[] = [], on: CivilDay = PROMISED): CaseStory =>
  story.do(housing, on, { type: "precheck-promise", commitmentNo: no(story), outcome: defects.length === 0 ? "pass" : "defects", defects, on });

export const publish = (story: CaseStory, on: CivilDay = PUBLIC): CaseStory =>
  story.do(agent, on, { type: "open-publicity", commitmentNo: no(story), at: "高新区政务公开栏", on });

export const CHECK_DAYS = [
  { point: "before-start", dueOn: "2026-03-31" },
  { point: "construction", dueOn: "2026-06-30" },
  { point: "completion", dueOn: null },
  { point: "operation", dueOn: null },
] as const;

export const enforce = (story: CaseStory, on: CivilDay = IN_FORCE): CaseStory =>
  story.do(manager, on, { type: "put-in-force", commitmentNo: no(story), checks: CHECK_DAYS, on });

/** Proposed, found applicable. */
export const anApplicable = (pack: Pack = hengyang): CaseStory => appraise(aProposal(pack));
/** With its standards handed down, waiting for the enterprise. */
export const anAwaited = (pack: Pack = hengyang): CaseStory => handDown(anApplicable(pack));
/** Signed, waiting for the preliminary check. */
export const aPromised = (pack: Pack = hengyang): CaseStory => signPromise(anAwaited(pack));
/** Made public. */
export const aPublic = (pack: Pack = hengyang): CaseStory => publish(precheck(aPromised(pack)));
/** In force, with its points. */
export const anEnforced = (pack: Pack = hengyang): CaseStory => enforce(aPublic(pack));

export const check = (story: CaseStory, point: CheckPoint, on: CivilDay, outcome: "met" | "not-met" = "met", rectifyBy: CivilDay | null = null): CaseStory =>
  story.do(housing, on, {
    type: "record-check",
    commitmentNo: no(story),
    checkId: checkAt(story, point).id,
    outcome,
    findings: outcome === "met" ? [] : ["消防通道宽度不足"],
    evidence: ["现场照片 12 张", "检测报告 JC-2026-7"],
    rectifyBy,
    failedStandardIds: outcome === "not-met" && point === "verification" ? [standardsIn(story)[0]?.id ?? ""] : [],
    on,
  });

export const recheck = (story: CaseStory, point: CheckPoint, on: CivilDay, outcome: "met" | "not-met" = "met"): CaseStory =>
  story.do(housing, on, {
    type: "recheck-rectification",
    commitmentNo: no(story),
    checkId: checkAt(story, point).id,
    outcome,
    evidence: ["复查记录"],
    note: outcome === "met" ? null : "仍不足 4 米",
    on,
  });

/** Grants everything the start needs under the promise, the permit last. */
export function getReady(story: CaseStory, on: CivilDay = "2026-04-01"): CaseStory {
  for (const code of ["project-code", "ent-filing", "env-form", "planning-conditions"]) if (planned(story, code)) grant(story, code, on);
  if (planned(story, "land-grant")) story.do(agent, on, { type: "complete-milestone", itemNo: story.no("land-grant"), reference: "衡土让〔2026〕3号", on });
  for (const code of ["land-planning-permit", "land-registration", "scheme-review", "planning-permit", "quality-safety"])
    if (planned(story, code)) grant(story, code, on);
  for (const code of ["bidding", "fire-design", "energy-review"]) if (planned(story, code)) reach(story, code, on);
  return story;
}

const planned = (story: CaseStory, code: string): boolean => Object.values(story.case.items).some((item) => item.code === code && item.status === "planned");

function reach(story: CaseStory, code: string, on: CivilDay): CaseStory {
  const item = story.item(code);
  if (item.type !== "MILESTONE" && item.type !== "SERVICE") return grant(story, code, on);
  return story.do(agent, on, { type: "complete-milestone", itemNo: item.itemNo, reference: "完成", on });
}

/** 凭承诺直接作出决定: accepted, and decided by the department without a review. */
export function decideAtOnce(story: CaseStory, code: string, on: CivilDay): CaseStory {
  const itemNo = story.no(code);
  const intake = aPerson("王芳", "intake");
  story.do(intake, on, { type: "receive-items", itemNos: [itemNo], on });
  story.do(intake, on, { type: "accept-item", itemNo, acceptanceNo: `衡受〔2026〕${itemNo.slice(-2)}号`, on });
  return story.do(reviewer(story.item(code).departmentCode), on, {
    type: "decide-item",
    itemNo,
    granted: true,
    decisionNo: `衡批〔2026〕${itemNo.slice(-2)}号`,
    reason: null,
    overdueReason: null,
    on,
  });
}

/** Everything done before the start, the permit granted at once, the check before the start met. */
export function aStarted(pack: Pack = hengyang): CaseStory {
  const story = decideAtOnce(getReady(anEnforced(pack)), "construction-permit", "2026-04-02");
  return check(story, "before-start", STARTED);
}

/** Built, with every point before the verification met. */
export function aCompleted(pack: Pack = hengyang): CaseStory {
  const story = check(aStarted(pack), "construction", "2026-06-15");
  story.do(agent, COMPLETED, { type: "record-works-completion", commitmentNo: no(story), reference: "竣工报告 2026-9", verifyBy: "2026-09-10", on: COMPLETED });
  return check(story, "completion", COMPLETED);
}

export { agent, investor, manager };
