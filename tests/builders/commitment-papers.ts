import type { NoticeCommitment } from "../../app/domain/case/parts/notice-commitment";
import type { Commitment, Objection, Standard, SupervisionCheck } from "../../app/domain/case/parts/project-commitment";
import type { ProjectCase } from "../../app/domain/case/state";
import { anEvidenceRow, aPhotograph } from "./evidence";
import { aSignature } from "./simulation-rows";

type Parts = Pick<ProjectCase, "noticeCommitments" | "commitments" | "standards" | "objections" | "supervisionChecks" | "signatures" | "evidenceFiles">;

/** Promises on their way to the bad end, so that every paper of theirs exists: one of an item, one of the whole project. */
export function promisedParts(state: ProjectCase): Parts {
  const item = Object.values(state.items).find(({ code }) => code === "quality-safety");
  const permit = Object.values(state.items).find(({ code }) => code === "construction-permit");
  if (!item || !permit) throw new Error("the case lacks the promised items");
  const keyed = <T extends { readonly id: string }>(list: readonly T[]): Record<string, T> => Object.fromEntries(list.map((one) => [one.id, one]));
  const signed = { withdrawnOn: null, withdrawnReason: null, typedName: "陈志明", byName: "陈志明" };
  return {
    noticeCommitments: { notice: { ...NOTICE, itemId: item.id, code: item.code, departmentCode: item.departmentCode } },
    commitments: { commitment: COMMITMENT },
    standards: keyed([
      ...STANDARDS,
      { ...aStandard(4, "消防设计", "按审定方案施工，竣工后补验", "3.3.1", "zj"), itemId: permit.id, code: permit.code, effect: "after-start" },
    ]),
    objections: { objection: OBJECTION },
    supervisionChecks: keyed(CHECKS),
    evidenceFiles: keyed([
      anEvidenceRow("photo-1", "notice", { ...aPhotograph(1, "基坑东侧临边防护 2026-11-16.jpg"), subjectKind: "notice-check", afterwards: false }),
      anEvidenceRow("photo-2", "notice", { ...aPhotograph(2, "安全生产许可证.pdf"), subjectKind: "notice-check", bytes: 1_430_000 }),
      anEvidenceRow("photo-3", "verification", { ...aPhotograph(3, "消防车道净宽实测记录（竣工对标验收）.pdf"), afterwards: false }),
      anEvidenceRow("photo-4", "verification", { ...aPhotograph(4, "整改后车道.jpg"), subjectKind: "rectification", afterwards: false }),
    ]),
    signatures: {
      "notice-signature": aSignature("notice-signature", "notice", { ...signed, letterKind: "notice-commitment", method: "one-time-code" }),
      "commitment-signature": aSignature("commitment-signature", "commitment", { ...signed, letterKind: "project-commitment", address: null }),
    },
  };
}

const NOTICE: NoticeCommitment = {
  id: "notice",
  commitmentNo: "HY-2026-0007-07-G1",
  itemId: "",
  code: "",
  departmentCode: "",
  status: "revoked",
  noticeNo: "衡住建告〔2026〕1号",
  toldOn: "2026-11-02",
  toldById: "person-zj",
  toldByName: "何敏",
  standards: [
    { textZh: "施工单位具备安全生产许可证", textEn: "The builder holds a safety licence", shownBy: "许可证编号", metBy: null },
    { textZh: "质量保证体系和安全措施到位", textEn: "Quality system and safety measures are in place", shownBy: "现场查看和方案文本", metBy: "2026-12-31" },
  ],
  replaces: ["安全文明施工措施备案表"],
  chosenOn: "2026-11-03",
  chosenById: "person-3",
  chosenByName: "陈志明",
  manners: ["与衡阳二建签约，许可证（湘）JZ安许证字〔2024〕000123", "委托监理单位每周检查并留记录"],
  signatureId: "notice-signature",
  signedOn: "2026-11-03",
  decidedOn: "2026-11-04",
  decidedById: "person-zj",
  decidedByName: "何敏",
  lateReason: null,
  checkWorkingDays: 60,
  checkDueOn: "2027-02-01",
  checkSetById: null,
  checkSetByName: null,
  checkSetReason: null,
  checks: [
    {
      on: "2026-11-10",
      outcome: "not-met",
      looked: "现场临边防护缺失，专职安全员未到岗",
      inspectors: ["何敏", "刘洋"],
      reference: "现场照片 8 张，检查记录 ZJ-2026-118",
      failed: [2],
      byId: "person-zj",
      byName: "何敏",
    },
    {
      on: "2026-11-20",
      outcome: "not-met",
      looked: "临边防护已补，专职安全员仍未到岗",
      inspectors: ["何敏"],
      reference: null,
      failed: [2],
      byId: "person-zj",
      byName: "何敏",
    },
  ],
  checkedOn: "2026-11-20",
  rectifyBy: "2026-11-19",
  moreTimeReason: "春节前人员调配",
  nextDueOn: null,
  revocationNo: "衡住建撤〔2026〕1号",
  revokedOn: "2026-11-23",
  closedOn: null,
  endedOn: "2026-11-23",
  reason: "整改后专职安全员仍未到岗，不符合告知的第 2 条",
};

const COMMITMENT: Commitment = {
  id: "commitment",
  commitmentNo: "HY-2026-0007-C1",
  status: "breached",
  proposedOn: "2026-10-27",
  proposedById: "person-1",
  proposedByName: "李敏",
  appraisedOn: "2026-10-28",
  appraisedById: "person-2",
  appraisedByName: "周建国",
  appraisalReason: "在区域评估范围内，不在负面清单",
  areaCode: "BS",
  standardsNo: "衡高新标〔2026〕6号",
  standardsOn: "2026-10-29",
  letterSignatureId: "commitment-signature",
  promisedOn: "2026-10-30",
  round: 1,
  precheckedOn: "2026-10-30",
  precheckedByName: "周建国",
  defects: [],
  supplementedOn: null,
  supplementNote: null,
  publicityFrom: "2026-11-02",
  publicityTo: "2026-11-08",
  publicityAssumed: true,
  publicityAt: "衡阳市投资项目在线审批平台公示栏",
  inForceOn: "2026-11-09",
  inForceByName: "周建国",
  completedOn: "2026-11-13",
  verifiedOn: null,
  fulfilledOn: null,
  reward: null,
  breachedOn: "2026-11-23",
  breachById: "person-2",
  breachByName: "周建国",
  breachNo: "衡代违〔2026〕1号",
  breachReason: "投资强度低于承诺，限期整改后仍未达到",
  penaltyYuan: 30_000,
  penaltyBasis: "承诺书约定和相关规定",
  endedOn: "2026-11-23",
  endReason: null,
  dueOn: null,
};

const aStandard = (ordinal: number, indicator: string, condition: string, value: string, departmentCode: string): Standard => ({
  id: `standard-${ordinal}`,
  commitmentId: "commitment",
  ordinal,
  indicator,
  condition,
  value,
  dueOn: ordinal === 1 ? "2026-12-31" : null,
  departmentCode,
  itemId: null,
  code: null,
  effect: null,
  addedOn: "2026-10-28",
  addedByName: "周建国",
  outcome: ordinal === 1 ? "not-met" : "met",
});

const STANDARDS: readonly Standard[] = [
  aStandard(1, "固定资产投资强度", "达产前不低于", "350 万元/亩", "fg"),
  aStandard(2, "亩均税收", "投产后第二年起不低于", "25 万元/亩", "fg"),
  aStandard(3, "单位能耗", "不高于", "0.35 吨标准煤/万元", "fg"),
];

const OBJECTION: Objection = {
  id: "objection",
  commitmentId: "commitment",
  ordinal: 1,
  objector: "邻地企业",
  text: "运输车辆夜间扰民",
  receivedOn: "2026-11-04",
  receivedByName: "李敏",
  status: "rejected",
  ruledOn: "2026-11-05",
  ruledByName: "周建国",
  rulingReason: "与承诺的标准无关，已转城管部门处理",
};

const aCheck = (id: string, point: SupervisionCheck["point"], says: Partial<SupervisionCheck>): SupervisionCheck => ({
  id,
  commitmentId: "commitment",
  point,
  status: "met",
  dueOn: "2026-11-11",
  doneOn: "2026-11-10",
  checkedById: null,
  checkedForId: null,
  checkedByName: "张工",
  departmentCode: "zr",
  outcome: "met",
  findings: [],
  evidence: ["现场照片 6 张", "定位放线成果"],
  rectifyBy: null,
  recheckedOn: null,
  recheckedById: null,
  recheckedForId: null,
  recheckedByName: null,
  recheckEvidence: [],
  recheckNote: null,
  looks: 0,
  ...says,
});

const CHECKS: readonly SupervisionCheck[] = [
  aCheck("before-start", "before-start", {}),
  aCheck("verification", "verification", {
    status: "failed",
    dueOn: null,
    doneOn: "2026-11-16",
    checkedByName: "李工",
    departmentCode: "fg",
    outcome: "not-met",
    findings: ["固定资产投资强度 210 万元/亩，低于承诺的 350 万元/亩", "二期厂房尚未封顶"],
    evidence: ["投资审计报告 衡审〔2026〕9号"],
    rectifyBy: "2026-11-20",
    recheckedOn: "2026-11-20",
    recheckedByName: "李工",
    recheckEvidence: ["复查照片 4 张"],
    recheckNote: "投资强度仍为 220 万元/亩",
    looks: 1,
  }),
];
