import { COMMITMENT_FORMS } from "./commitment-forms";
import { choice, day, type Kind, NUMBER, optionalText, text } from "./kinds";
import { AREA_FIELDS, PASSAGE_FORMS } from "./passage-forms";
import { HENGYANG } from "./people";
import { TODAY } from "./project";
import type { Values } from "./shown-form";
import { SIMULATION_FORMS } from "./simulation-forms";
import { ITEM, type World } from "./world";

export interface Form {
  readonly who: string;
  readonly path: (world: World) => string;
  readonly right: Values;
  readonly fields: Readonly<Record<string, Kind>>;
}

const ofItem = (noun: string, name: string, who: string, right: Values, fields: Form["fields"]): Form => ({
  who,
  path: ({ item }) => `/desk/items/${item(name)}/${noun}`,
  right,
  fields,
});
const ofEarlierItem = (noun: string, name: string, who: string, right: Values, fields: Form["fields"]): Form => ({
  ...ofItem(noun, name, who, right, fields),
  path: ({ earlier }) => `/desk/items/${earlier(name)}/${noun}`,
});

const { agent, intake, issuing, manager, planning } = HENGYANG;
const REASON = 500;

const ofProject = (path: string, who: string, right: Values, fields: Form["fields"]): Form => ({
  who,
  path: ({ projectNo }) => `/desk/projects/${projectNo}/${path}`,
  right,
  fields,
});
const ofReview = (which: "visit" | "conference", noun: string, who: string, right: Values, fields: Form["fields"]): Form => ({
  who,
  path: ({ projectNo, reviews }) => `/desk/projects/${projectNo}/reviews/${reviews[which]}/${noun}`,
  right,
  fields,
});

/** Joint reviews and assessed areas. */
const REVIEW_FORMS: Readonly<Record<string, Form>> = {
  convene: ofProject(
    "review?stage=S1",
    agent,
    { mode: "drawing-review", on: TODAY, replyBy: "2026-03-20" },
    {
      mode: choice,
      departmentCodes: choice,
      on: day("2026-03-09"),
      place: optionalText(NUMBER),
      replyBy: { is: "day", optional: true, future: true, tooEarly: "2026-03-01" },
    },
  ),
  opinion: {
    who: planning,
    path: ({ projectNo, reviews }) => `/desk/projects/${projectNo}/opinion?review=${reviews.visit}`,
    right: { stance: "disagree", reason: "占用生态红线", on: TODAY },
    fields: { stance: choice, reason: optionalText(REASON), on: day("2026-03-12") },
  },
  hold: ofReview(
    "visit",
    "hold",
    agent,
    { "officials-zr": "肖文博\n旷晓琳", "officials-st": "蒋雪晴\n尹向东", minutes: "到场踏勘", on: TODAY },
    { minutes: text(4000), on: day("2026-03-12") },
  ),
  reschedule: ofReview(
    "visit",
    "reschedule",
    agent,
    { meetOn: "2026-03-20", meetTime: "14:00", place: "项目现场", replyBy: "2026-03-23", reason: "现场暴雨" },
    { meetOn: { is: "day", optional: true, future: true, tooEarly: "2026-03-01" }, place: optionalText(NUMBER), reason: text(REASON) },
  ),
  "cancel-review": ofReview("visit", "cancel-review", agent, { on: TODAY, reason: "改为书面征求意见" }, { on: day("2026-03-12"), reason: text(REASON) }),
  silence: {
    who: manager,
    path: ({ reviews }) => `${reviews.lapsed}/silence`,
    right: { departmentCode: "zr", outcome: "excused", reason: "电话确认无意见", on: TODAY },
    fields: { departmentCode: choice, outcome: choice, reason: optionalText(REASON), on: day("2026-03-06") },
  },
  settlement: ofReview(
    "conference",
    "settlement",
    planning,
    { relation: "single", text: "退让红线不少于10米", on: TODAY },
    { sources: choice, relation: choice, text: text(REASON), note: optionalText(REASON), on: day("2026-03-13") },
  ),
  merge: ofReview(
    "conference",
    "merge",
    planning,
    { stance: "agree-with-conditions", opinionNo: "衡联审〔2026〕961号", on: TODAY },
    { stance: choice, opinionNo: text(NUMBER), reason: optionalText(REASON), on: day("2026-03-13") },
  ),
  "place-area": ofProject("area", agent, { on: TODAY, reason: "园区成果已公布" }, { areaId: choice, reason: optionalText(REASON), on: day("2026-02-01") }),
  area: {
    who: HENGYANG.admin,
    path: () => "/admin/areas/new",
    right: {
      areaCode: "HY-TEST-01",
      nameZh: "试验园区",
      assessments: "geo-hazard",
      spares: "geo-hazard",
      validFrom: "2026-01-01",
      validTo: "2027-12-31",
      sourceDocument: "衡政函1号",
    },
    fields: AREA_FIELDS,
  },
};

export const FORMS: Readonly<Record<string, Form>> = {
  ...REVIEW_FORMS,
  ...PASSAGE_FORMS,
  ...SIMULATION_FORMS,
  ...COMMITMENT_FORMS,
  receipt: ofEarlierItem("receipt", ITEM.registration, intake, { on: TODAY }, { on: day("2026-02-24") }),
  acceptance: ofItem("acceptance", ITEM.water, intake, { on: TODAY, acceptanceNo: "衡政务受961" }, { on: day("2026-03-10"), acceptanceNo: text(NUMBER) }),
  correction: ofItem(
    "correction",
    ITEM.water,
    intake,
    { on: TODAY, noticeNo: "衡政务告961", defects: "缺图", replyBy: "2026-03-20" },
    { on: day("2026-03-10"), noticeNo: text(NUMBER), defects: { is: "lines" }, replyBy: { is: "day", optional: true, future: true, tooEarly: "2026-03-01" } },
  ),
  "notice-telling": ofItem(
    "notice-telling",
    ITEM.wages,
    intake,
    { on: TODAY, noticeNo: "衡政务告961", text1: "开工前存储保证金", en1: "Deposit before work starts", shownBy1: "缴款凭证", metBy1: "2026-04-30" },
    {
      on: day("2026-03-10"),
      noticeNo: text(NUMBER),
      text1: text(REASON),
      en1: optionalText(REASON),
      shownBy1: text(NUMBER),
      metBy1: { is: "day", optional: true, future: true, tooEarly: TODAY },
      text2: optionalText(REASON),
    },
  ),
  "second-correction": ofItem("second-correction", ITEM.wages, manager, { reason: "首次未能发现" }, { reason: text(REASON) }),
  "second-list": ofItem(
    "second-list",
    ITEM.wages,
    intake,
    { defects: "账户开户行与合同不符", reason: "补来合同后才看得出", on: TODAY },
    { defects: { is: "lines" }, reason: text(REASON), on: day("2026-03-12") },
  ),
  supply: ofItem("supply", ITEM.safety, agent, { on: TODAY, note: "已补" }, { on: day("2026-03-11"), note: optionalText(REASON) }),
  refusal: ofItem(
    "refusal",
    ITEM.water,
    intake,
    { on: TODAY, decisionNo: "衡政务不受961", reason: "不属于本机关职权" },
    { on: day("2026-03-10"), decisionNo: text(NUMBER), reason: text(REASON) },
  ),
  review: ofItem("review", ITEM.registration, HENGYANG.registry, { on: TODAY }, { on: day("2026-03-13") }),
  step: ofItem(
    "step",
    ITEM.permit,
    planning,
    { step: "review", on: TODAY, remark: "符合条件" },
    { step: choice, on: day("2026-03-12"), remark: optionalText(REASON) },
  ),
  procedure: ofItem(
    "procedure",
    ITEM.permit,
    planning,
    { kind: "hearing", on: TODAY, noticeNo: "衡自然资规特961", toldWorkingDays: "10", reason: "申请人要求听证" },
    {
      kind: choice,
      on: day("2026-03-12"),
      noticeNo: optionalText(NUMBER),
      toldWorkingDays: { is: "whole", optional: true },
      reason: text(REASON),
    },
  ),
  "procedure-end": ofItem(
    "procedure-end",
    ITEM.environment,
    HENGYANG.environment,
    { on: TODAY, outcome: "评审通过" },
    { procedureId: choice, on: day("2026-03-11"), outcome: text(REASON) },
  ),
  extension: ofEarlierItem(
    "extension",
    ITEM.permit,
    planning,
    { workingDays: "3", on: TODAY, reason: "需补充论证" },
    { workingDays: { is: "whole" }, on: day("2026-03-12"), reason: text(REASON) },
  ),
  "extension-ruling": ofItem(
    "extension-ruling",
    ITEM.permit,
    manager,
    { approved: "yes", on: TODAY, reason: "情况属实" },
    { extensionId: choice, approved: choice, on: day("2026-03-12"), reason: text(REASON) },
  ),
  decision: ofItem(
    "decision",
    ITEM.scheme,
    planning,
    { granted: "yes", on: TODAY, decisionNo: "衡自然资规961" },
    { granted: choice, on: day("2026-03-13"), decisionNo: text(NUMBER), reason: optionalText(REASON) },
  ),
  issue: ofItem("issue", ITEM.code, issuing, { on: TODAY }, { on: day("2026-02-25") }),
  delivery: ofItem(
    "delivery",
    ITEM.filing,
    issuing,
    { receivedBy: "陈志远", identityChecked: "yes", on: TODAY },
    { receivedBy: text(NUMBER), on: day("2026-02-28") },
  ),
  milestone: ofItem("milestone", ITEM.power, agent, { on: TODAY, reference: "供用电合同" }, { on: day("2026-02-24"), reference: text(NUMBER) }),
  withdrawal: ofItem("withdrawal", ITEM.water, agent, { on: TODAY, reason: "申请人不再申请" }, { on: day("2026-03-10"), reason: text(REASON) }),
  "material-waiver": ofItem(
    "material-waiver",
    ITEM.water,
    manager,
    { name: "水土保持承诺书", reason: "电子证照可查", on: TODAY },
    { name: choice, reason: text(REASON), on: day("2026-01-01") },
  ),
  "extra-material": ofItem(
    "extra-material",
    ITEM.water,
    intake,
    { name: "弃渣场租赁合同", reason: "涉及外运弃渣", on: TODAY },
    { name: text(NUMBER), reason: text(REASON), on: day("2026-01-01") },
  ),
  note: ofItem("note", ITEM.water, agent, { text: "已电话联系" }, { text: text(REASON) }),
  "entry-correction": ofItem(
    "entry-correction",
    ITEM.water,
    manager,
    { entry: "receivedOn", value: "2026-03-12", reason: "登记笔误" },
    { entry: choice, value: text(NUMBER), reason: text(REASON) },
  ),
  precheck: ofEarlierItem(
    "precheck",
    ITEM.registration,
    intake,
    { verdict: "lacking", remarks: "缺红线图", on: TODAY },
    { verdict: choice, on: day("2026-02-23") },
  ),
  papers: ofItem("papers", ITEM.water, intake, { pieces: "3", on: TODAY }, { pieces: { is: "whole" }, contents: optionalText(NUMBER), on: day("2026-03-10") }),
  "parcel in": ofItem(
    "parcel-in",
    ITEM.safety,
    agent,
    { carrier: "中国邮政", trackingNo: "EMS961", on: TODAY },
    { carrier: text(NUMBER), trackingNo: text(NUMBER), contents: optionalText(NUMBER), on: day("2026-02-23") },
  ),
  posting: ofItem(
    "posting",
    ITEM.filing,
    issuing,
    { carrier: "中国邮政", trackingNo: "EMS962", on: TODAY },
    { carrier: text(NUMBER), trackingNo: text(NUMBER), on: day("2026-02-28") },
  ),
  "accepting together": {
    who: intake,
    path: ({ projectNo }) => `/desk/window/${projectNo}?do=accept`,
    right: { bundle: "own", acceptanceNo: "衡政务受963", on: TODAY },
    fields: { bundle: choice, acceptanceNo: text(NUMBER), on: day("2026-03-10") },
  },
  "gap acceptance": ofItem(
    "gap-acceptance",
    ITEM.wages,
    intake,
    {
      missing: "专户协议",
      supplyBy: "2026-03-17",
      on: TODAY,
      acceptanceNo: "衡政务受963",
      noticeNo: "衡政务容963",
      promiseNo: "衡政务诺963",
      promisedBy: "陈志远",
    },
    {
      missing: choice,
      supplyBy: { is: "day", future: true, tooEarly: "2026-03-01" },
      on: day(),
      acceptanceNo: text(NUMBER),
      noticeNo: text(NUMBER),
      promiseNo: text(NUMBER),
      promisedBy: text(NUMBER),
    },
  ),
  "gap supply": ofEarlierItem("gap-supply", ITEM.scheme, agent, { names: "日照分析", on: TODAY }, { names: choice, on: day("2026-03-12") }),
  "gap extension": ofEarlierItem(
    "gap-extension",
    ITEM.scheme,
    manager,
    { supplyBy: "2026-03-27", on: TODAY, reason: "台风停工" },
    { supplyBy: { is: "day", future: true }, on: day("2026-03-12"), reason: text(REASON) },
  ),
  irregularity: ofItem(
    "irregularity",
    ITEM.water,
    intake,
    { code: "off-system", happenedOn: TODAY, evidence: "企业持有科室自行出具的收件条" },
    { code: choice, happenedOn: { is: "day", optional: true }, evidence: text(REASON) },
  ),
  "stage acceptance": {
    who: intake,
    path: ({ projectNo }) => `/desk/stages/${projectNo}/S1/acceptance`,
    right: { on: TODAY, acceptanceNo: "衡政务受962" },
    fields: { on: day("2026-03-10"), acceptanceNo: text(NUMBER) },
  },
  "note on the project": {
    who: agent,
    path: ({ projectNo }) => `/desk/projects/${projectNo}/note`,
    right: { text: "已电话联系" },
    fields: { text: text(REASON) },
  },
  "naming a stand-in": {
    who: manager,
    path: () => "/desk/cover/new",
    right: { since: "2026-04-01", until: "2026-04-03", reason: "休假" },
    fields: {
      standInId: choice,
      scope: choice,
      since: { is: "day", future: true, tooEarly: "2026-03-01" },
      until: { is: "day", future: true, tooEarly: "2026-03-20" },
      reason: text(REASON),
    },
  },
  "naming an officer": {
    who: manager,
    path: ({ projectNo }) => `/desk/projects/${projectNo}/agent`,
    right: { reason: "岗位调整" },
    fields: { agentId: choice, reason: text(REASON) },
  },
  "joint review": {
    who: agent,
    path: ({ projectNo }) => `/desk/projects/${projectNo}/review?stage=S1`,
    right: { on: TODAY, replyBy: "2026-03-20" },
    fields: { departmentCodes: choice, on: day(), replyBy: { is: "day", optional: true, future: true, tooEarly: "2026-03-01" } },
  },
};
