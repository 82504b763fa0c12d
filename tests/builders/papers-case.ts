import { letterDigest } from "../../app/application/letter-digest";
import { letterOf } from "../../app/domain/case/letter";
import type { Signature } from "../../app/domain/case/parts/signature";
import type { Item, JointReview, ProjectCase } from "../../app/domain/case/state";
import { hengyang } from "./case-story";
import { promisedParts } from "./commitment-papers";
import { aRichStory } from "./rich-story";
import { simulatedParts } from "./simulation-papers";

/** Day on which every paper of the case is looked at. */
export const PAPERS_TODAY = "2026-11-23";

/**
 * A case that gives rise to every paper: what the story cannot bring about in a few acts is put into the state by hand. Item by code:
 * planning-permit has a deferral, an extension and a letter upward; construction-permit is refused, wage-deposit not accepted.
 */
export function aCaseWithEveryPaper(): ProjectCase {
  return signedAsShown(withEveryPart());
}

/** The same with signatures over exactly what each letter says. */
function signedAsShown(state: ProjectCase): ProjectCase {
  const over = (one: Signature): Signature => {
    const letter = letterOf(one.letterKind, state, one.subjectId, papersPack);
    return letter ? { ...one, digest: letterDigest(letter) } : one;
  };
  return { ...state, signatures: Object.fromEntries(Object.values(state.signatures).map((one) => [one.id, over(one)])) };
}

function withEveryPart(): ProjectCase {
  const story = aRichStory(8);
  const { case: state } = story;
  const changed = (code: string, facts: Partial<Item>): Record<string, Item> => ({ [story.item(code).id]: { ...story.item(code), ...facts } });
  const permit = story.item("planning-permit");
  const simulated = simulatedParts(state);
  const promised = promisedParts(state);
  const received: Partial<Item> = { receivedOn: "2026-11-09", receivedByName: "王芳", completeOn: "2026-11-09" };
  return {
    ...state,
    project: { ...state.project, legalRepresentative: "刘国平" },
    items: {
      ...state.items,
      ...changed("planning-permit", { jointAcceptance: true, windowNameZh: "B07 综合窗口", windowNameEn: "Window B07" }),
      ...changed("wage-deposit", {
        ...received,
        status: "not-accepted",
        endedOn: "2026-11-11",
        decisionNo: "衡政务不受〔2026〕9号",
        decisionReason: "申请事项依法应当向项目所在地的县级人力资源和社会保障部门提出，不属于本中心受理范围。",
      }),
      ...changed("construction-permit", {
        ...received,
        status: "refused",
        acceptedOn: "2026-11-10",
        acceptanceNo: "衡受〔2026〕31号",
        decidedOn: "2026-11-20",
        endedOn: "2026-11-20",
        decisionNo: "衡住建不许〔2026〕3号",
        decisionReason: "消防设计不符合《建筑设计防火规范》第3.3.1条对防火分区面积的要求。",
        overdueReason: "方案多次修改",
        issuedOn: "2026-11-20",
        deliveredOn: "2026-11-23",
        deliveryMethod: "post",
      }),
    },
    extensions: {
      extension: {
        id: "extension",
        itemId: permit.id,
        workingDays: 5,
        reason: "涉及历史建筑保护，需补充论证。",
        requestedOn: "2026-11-17",
        requestedById: "person-zr",
        status: "approved",
        decidedOn: "2026-11-18",
        decidedById: "person-周建国",
        decisionReason: "同意",
      },
    },
    deferrals: {
      deferral: {
        id: "deferral",
        itemId: permit.id,
        noticeNo: "衡政务容〔2026〕4号",
        promiseNo: "华拓承〔2026〕1号",
        promisedBy: "陈志明",
        missing: ["批前公示报告", "日照分析报告"],
        supplied: [],
        waived: [],
        grantedOn: "2026-11-12",
        grantedById: "person-王芳",
        grantedByName: "王芳",
        supplyBy: "2026-11-27",
        extendedFrom: "2026-11-20",
        extendedReason: "暴雨致检测单位停工",
        extendedById: "person-周建国",
        proposedOn: null,
        status: "open",
        outcome: null,
        outcomeReason: null,
        outcomeNo: null,
        endedOn: null,
        endedById: null,
        endedByName: null,
      },
    },
    forwardings: {
      forwarding: {
        id: "forwarding",
        itemId: permit.id,
        ordinal: 1,
        level: "province",
        upperBody: "湖南省自然资源厅",
        personInCharge: "刘洋",
        letterNo: "衡自然资规报〔2026〕12号",
        sentOn: "2026-11-19",
        sentById: "person-zr",
        sentByName: "张工",
        upperReceiptOn: null,
        upperNo: null,
        upperLimitWorkingDays: null,
        returnedOn: null,
        returnReason: null,
        resultOn: null,
        granted: null,
        resultNo: null,
      },
    },
    handovers: {
      files: {
        id: "files",
        kind: "to-department",
        itemIds: [permit.id, story.item("drawing-review").id],
        departmentCode: permit.departmentCode,
        windowId: null,
        pieces: 14,
        contents: "申请表、总平面图及电子光盘",
        carrier: null,
        trackingNo: null,
        sentOn: "2026-11-13",
        sentById: "person-王芳",
        sentByName: "王芳",
        arrivedOn: "2026-11-13",
        receivedBy: "张工",
        identityChecked: null,
      },
      parcel: {
        id: "parcel",
        kind: "post-out",
        itemIds: [story.item("construction-permit").id],
        departmentCode: null,
        windowId: null,
        pieces: null,
        contents: null,
        carrier: "中国邮政",
        trackingNo: "EA123456789CN",
        sentOn: "2026-11-20",
        sentById: "person-赵静",
        sentByName: "赵静",
        arrivedOn: "2026-11-23",
        receivedBy: "陈志明",
        identityChecked: null,
      },
    },
    reviews: { visit: aReview("visit", "site-visit"), merged: { ...aReview("merged", "conference"), ...MERGED } },
    opinions: {
      "opinion-zr": opinion("zr", "agree-with-conditions", ["建筑后退用地红线不小于 5 米", "补充海绵城市专篇"]),
      "opinion-zj": opinion("zj", "agree", []),
    },
    silences: {
      "silence-st": {
        id: "silence-st",
        reviewId: "merged",
        departmentCode: "st",
        outcome: "counts-as-agreement",
        basis: "person",
        reason: "两次书面催告未答复",
        recordedOn: "2026-11-18",
        byId: "person-周建国",
        byName: "周建国",
      },
    },
    ...simulated,
    ...promised,
    signatures: { ...simulated.signatures, ...promised.signatures },
    settledConditions: { s1: settled(1, "建筑后退用地红线不小于 5 米"), s2: settled(2, "补充海绵城市专篇") },
  };
}

const MERGED: Partial<JointReview> = {
  status: "merged",
  mergedOn: "2026-11-19",
  mergedNo: "衡联审〔2026〕2号",
  mergedStance: "agree-with-conditions",
  mergedReason: "消防与规划对退距要求不一，以较大者为准。",
  mergedById: "person-zr",
  mergedByName: "张工",
};

const aReview = (id: string, mode: JointReview["mode"]): JointReview => ({
  id,
  stage: "S2",
  mode,
  itemId: null,
  leadDepartmentCode: "zr",
  convenedOn: "2026-11-13",
  replyBy: "2026-11-18",
  departmentCodes: ["zr", "zj", "st"],
  meetOn: "2026-11-17",
  meetTime: "09:30",
  place: "衡阳高新区白沙片区项目现场",
  link: null,
  materialsWanted: ["总平面图"],
  status: "held",
  movedReason: null,
  heldOn: "2026-11-17",
  attendance: [
    { departmentCode: "zr", officials: ["张工", "刘洋"] },
    { departmentCode: "zj", officials: ["何敏"] },
  ],
  minutes: "现场地形与图纸一致。\n西侧高压线走廊须退让 15 米。",
  mergedOn: null,
  mergedNo: null,
  mergedStance: null,
  mergedReason: null,
  mergedById: null,
  mergedByName: null,
  cancelledOn: null,
  cancelledReason: null,
});

const opinion = (department: string, stance: "agree" | "agree-with-conditions", conditions: readonly string[]) => ({
  id: `opinion-${department}`,
  reviewId: "merged",
  departmentCode: department,
  stance,
  conditions,
  reason: null,
  givenOn: "2026-11-17",
  byId: `person-${department}`,
  byName: "张工",
});

const settled = (ordinal: number, text: string) => ({
  id: `s${ordinal}`,
  reviewId: "merged",
  ordinal,
  text,
  relation: "single" as const,
  sources: [`opinion-zr#${ordinal}`],
  note: null,
  settledOn: "2026-11-19",
  byId: "person-zr",
  byName: "张工",
  replacedById: null,
});

/** The rules every paper of the case is written under. */
export const papersPack = hengyang;
