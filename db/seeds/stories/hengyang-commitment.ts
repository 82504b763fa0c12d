import type { ProjectFacts } from "../../../app/domain/case/commands";
import { industry } from "../screening";
import type { Story } from "../story";
import { handled, noted, onTheSpot, type Passage, planned, reached, story } from "../telling";
import {
  commitmentProposed,
  commitmentRevoked,
  decidedOnPromise,
  foundApplicable,
  notRectified,
  pointMet,
  pointNotMet,
  promisedAndPublic,
  putInForce,
  rectified,
  rewarded,
  standardsHandedDown,
  type ToldStandard,
  worksCompleted,
} from "../telling-commitment";

const centre = "HY" as const;
const WHO = "陈志远";

/** Hengyang's industrial commitment: drawings follow after the start, planning permit and construction permit are decided at once. */
const STANDARDS: readonly ToldStandard[] = [
  {
    department: "zj",
    indicator: "施工图设计深度",
    condition: "符合国家和省强制性标准，由有资质的单位设计并签章",
    value: "强制性条文零违反",
    dueIn: null,
    item: "drawing-review",
    effect: "after-start",
  },
  {
    department: "zr",
    indicator: "规划指标",
    condition: "容积率、建筑系数、退线按规划条件执行",
    value: "容积率≥1.0，建筑系数≥40%",
    dueIn: null,
    item: "planning-permit",
    effect: "at-once",
  },
  {
    department: "zj",
    indicator: "施工许可条件",
    condition: "施工、监理单位已确定，资金、质量安全措施已落实",
    value: "开工前全部到位",
    dueIn: null,
    item: "construction-permit",
    effect: "at-once",
  },
  { department: "st", indicator: "污染物排放", condition: "环评批复的排放限值", value: "达标率100%", dueIn: null, item: null, effect: null },
  {
    department: "fg",
    indicator: "投资强度",
    condition: "固定资产投资与用地面积之比，投产后一年内达到",
    value: "≥300万元/亩",
    dueIn: 250,
    item: null,
    effect: null,
  },
];

const BOARD = "高新区政务公开栏、市政务服务网";

/** From the plan to the day the promise hangs: `at` is the day of the proposal. */
const promised = (at: number): Passage => [
  commitmentProposed(at),
  foundApplicable(at + 1, "工业项目，不在负面清单内"),
  standardsHandedDown(at + 2, STANDARDS),
  promisedAndPublic(at + 3, "zj", BOARD),
];

/** Everything the start needs beside the promise: land, planning scheme, environment, water and soil, fire design. */
const beforeStart = (at: number): Passage => [
  onTheSpot(at, WHO, "project-code", "ent-filing", "water-soil-form"),
  handled("planning-conditions", at, at + 3, at + 4, WHO),
  handled("env-form", at, at + 8, at + 9, WHO),
  reached(at + 6, "land-grant", "国有建设用地使用权出让合同"),
  handled("land-planning-permit", at + 7, at + 8, at + 9, WHO),
  handled("scheme-review", at + 5, at + 11, at + 12, WHO),
];
/** On the promise: planning permit and construction permit on one day each, fire design the ordinary way between them. */
const permits = (at: number): Passage => [
  decidedOnPromise(at, WHO, "planning-permit"),
  handled("fire-design", at, at + 5, at + 6, WHO),
  onTheSpot(at + 6, WHO, "quality-safety"),
  decidedOnPromise(at + 7, WHO, "construction-permit"),
];

const project = (name: string, projectCode: string, site: string, investmentWan: number): ProjectFacts => ({
  name,
  category: "IND",
  projectCode,
  enterpriseName: "衡阳华拓机械有限公司",
  creditCode: "91430400MA4H20027E",
  legalRepresentative: "陈志远",
  contactName: WHO,
  contactPhone: "13800007101",
  site,
  investmentWan,
  keyProject: false,
  greenChannel: false,
  attractedInvestment: true,
});

/** Built, verified against the standards, running and kept. */
const valves = story(
  {
    key: "hy-commitment-valves",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -232,
    project: project("智能阀门零部件项目", "2504-430400-04-01-610038", "衡阳高新区蒸水大道南侧", 8600),
  },
  planned(-231, industry({ eia: "form" })),
  promised(-230),
  beforeStart(-226),
  putInForce(-219, [
    { point: "before-start", days: 25 },
    { point: "construction", days: 90 },
    { point: "completion", days: 170 },
    { point: "operation", days: 214 },
  ]),
  permits(-212),
  pointMet(-203, "zj", "before-start", "图纸签章页", "质量安全措施核查表", "现场照片8张"),
  pointNotMet(-140, "zj", "construction", 15, ["二层北侧临边防护缺失"], ["巡查记录3号", "现场照片5张"]),
  rectified(-130, "zj", "construction", "整改复查单", "复查照片5张"),
  worksCompleted(-60, "竣工验收报告2025-117", 20),
  pointMet(-56, "zj", "completion", "实体检测报告", "竣工图"),
  pointMet(-48, "zj", "verification", "对标验收意见", "规划核实数据", "排放监测报告"),
  decidedOnPromise(-46, WHO, "drawing-review"),
  pointMet(-8, "st", "operation", "达产期排放监测报告", "投资强度审计报告"),
  rewarded(-6, "列入守诺企业名单，后续项目优先适用承诺制"),
  noted(-8, "承诺的五条标准全部达到，承诺兑现。"),
);

/** In force; the check during construction should have been made a week ago. */
const gears = story(
  {
    key: "hy-commitment-gears",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -84,
    project: project("精密齿轮箱扩能项目", "2511-430400-04-01-610272", "衡阳高新区芙蓉路北侧", 12400),
  },
  planned(-83, industry({ eia: "form" })),
  promised(-82),
  beforeStart(-78),
  putInForce(-71, [
    { point: "before-start", days: 25 },
    { point: "construction", days: 66 },
    { point: "completion", days: null },
    { point: "operation", days: null },
  ]),
  permits(-64),
  pointMet(-52, "zj", "before-start", "图纸签章页", "现场照片6张"),
  noted(-4, "建设期核查已到期，请住建局尽快安排。"),
);

/** Not met before the start, not put right: revoked, with the permit that rested on it. */
const coating = story(
  {
    key: "hy-commitment-coating",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -128,
    project: {
      ...project("金属表面涂装线项目", "2509-430400-04-01-610415", "衡阳市松木经开区上倪路", 5200),
      enterpriseName: "衡阳锐膜新材料有限公司",
      creditCode: "91430400MA4D727473",
      legalRepresentative: "罗建军",
    },
  },
  planned(-127, industry({ eia: "form" })),
  promised(-126),
  beforeStart(-122),
  putInForce(-115, [
    { point: "before-start", days: 20 },
    { point: "construction", days: 100 },
    { point: "completion", days: null },
    { point: "operation", days: null },
  ]),
  permits(-108),
  pointNotMet(-98, "zj", "before-start", 12, ["监理单位未到岗", "质量安全措施未落实"], ["核查记录", "现场照片9张"]),
  notRectified(-87, "zj", "before-start", "监理单位仍未到岗", "复查记录"),
  commitmentRevoked(-80, "限期整改后仍不符合承诺的开工条件", 30_000, "市工业项目承诺制办法第十八条（示例）"),
);

/** Handed down; the enterprise is to sign. */
const robots = story(
  {
    key: "hy-commitment-robots",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -9,
    project: project("协作机器人关节项目", "2602-430400-04-01-610587", "衡阳高新区长丰大道西侧", 15300),
  },
  planned(-8, industry({ eia: "form" })),
  commitmentProposed(-6),
  foundApplicable(-5, "工业项目，不在负面清单内"),
  standardsHandedDown(-3, STANDARDS),
);

/** The publicity is over without an objection; the manager puts it in force, and then it can be built. */
const tools = story(
  {
    key: "hy-commitment-tools",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -27,
    project: project("数控刀具生产基地项目", "2601-430400-04-01-610641", "衡阳高新区解放大道东侧", 6900),
  },
  planned(-26, industry({ eia: "form" })),
  promised(-25),
  beforeStart(-21),
  handled("planning-permit", -9, -6, -5, WHO),
  handled("fire-design", -5, -2, -1, WHO),
  onTheSpot(-2, WHO, "quality-safety"),
);

/** 承诺制: kept, a point overdue, broken, to be signed, to be put in force. */
export const hengyangCommitment: readonly Story[] = [valves, gears, coating, robots, tools];
