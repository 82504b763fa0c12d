import { industry } from "../screening";
import type { Story } from "../story";
import { corrected, granted, noted, onTheSpot, planned, reached, received, reviewed, secondListSought, story, supplied } from "../telling";
import {
  commitmentProposed,
  foundApplicable,
  notRectified,
  objected,
  pointNotMet,
  promisedAndPublic,
  putInForce,
  standardsHandedDown,
  type ToldStandard,
} from "../telling-commitment";
import { grantedOnPromise, promised, type ToldCondition, told } from "../telling-notice";
import { converted, letterSigned, opined, simulated, simulationApplied, triggered } from "../telling-simulation";

/** What the other tales leave untold: one of each kind of thing that waits for a manager, and a run whose saving is known. */
const centre = "HY" as const;
const LAND = "国有建设用地使用权出让合同";
const investor = {
  enterpriseName: "衡阳南岳轴承制造有限公司",
  creditCode: "91430400MA4D7411XG",
  legalRepresentative: "胡宗明",
  contactName: "胡宗明",
  contactPhone: "13800007105",
} as const;

/** Applied and signed three working days ago: the manager's turn. */
const photovoltaics = story(
  {
    key: "hy-desk-photovoltaics",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -12,
    project: {
      ...investor,
      name: "云集光伏组件基地项目",
      category: "IND",
      projectCode: "2511-430400-04-01-534552",
      site: "衡阳市衡南县云集工业园",
      investmentWan: 52000,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: true,
    },
  },
  planned(-11, industry({ eia: "form" })),
  onTheSpot(-10, "胡宗明", "project-code", "ent-filing"),
  simulationApplied(-4, { "land-right": 14 }, "planning-conditions", "land-planning-permit", "scheme-review", "planning-permit"),
  letterSigned(-3),
  noted(-3, "承诺书已签署，请中心尽快评审。"),
);

/** The land did not come when it was expected: to wait on, or to end. */
const bearingsPark = story(
  {
    key: "hy-desk-bearings-park",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -66,
    project: {
      ...investor,
      name: "轴承产业园二期项目",
      category: "IND",
      projectCode: "2510-430400-04-01-535608",
      site: "衡阳高新区长丰大道以西",
      investmentWan: 28600,
      keyProject: true,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-65, industry({ eia: "form" })),
  onTheSpot(-64, "胡宗明", "project-code", "ent-filing"),
  simulated(-60, { "land-right": 52 }, "planning-conditions", "scheme-review"),
  opined(-58, -55, "planning-conditions"),
  opined(-54, -47, "scheme-review"),
);

/** Converted and decided: what it saved is counted. */
const castParts = story(
  {
    key: "hy-desk-cast-parts",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -58,
    project: {
      ...investor,
      name: "汽车精铸件智能化车间项目",
      category: "IND",
      projectCode: "2510-430400-04-01-536761",
      site: "衡阳市松木经开区新安路北侧",
      investmentWan: 19800,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: false,
    },
  },
  planned(-57, industry({ eia: "form" })),
  onTheSpot(-56, "胡宗明", "project-code", "ent-filing"),
  simulated(-54, { "land-right": 30 }, "planning-conditions", "land-planning-permit"),
  opined(-52, -48, "planning-conditions"),
  opined(-47, -44, "land-planning-permit"),
  triggered(-24, "land-right", LAND, "衡土让〔2026〕4号"),
  converted(-24, "planning-conditions"),
  reviewed(-24, "planning-conditions"),
  granted(-23, "planning-conditions"),
  reached(-23, "land-grant", "衡土让〔2026〕4号"),
  converted(-23, "land-planning-permit"),
  reviewed(-23, "land-planning-permit"),
  granted(-22, "land-planning-permit"),
);

/** Registered by the manager while every officer was out: nobody has it in hand. */
const warehouse = story({
  key: "hy-desk-warehouse",
  centre,
  agent: "demo-hy-manager",
  registeredAt: -2,
  project: {
    ...investor,
    name: "医药冷链仓储中心项目",
    category: "IND",
    projectCode: null,
    site: "衡阳市石鼓区角山镇",
    investmentWan: 6400,
    keyProject: false,
    greenChannel: false,
    attractedInvestment: true,
  },
});

/** What both promises below promise. */
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
  { department: "st", indicator: "污染物排放", condition: "环评批复的排放限值", value: "达标率100%", dueIn: null, item: null, effect: null },
];

/** A neighbour objects while the promise hangs: nothing is put in force before the manager has ruled. */
const coating = story(
  {
    key: "hy-desk-coating",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -16,
    project: {
      ...investor,
      name: "汽车零部件涂装车间项目",
      category: "IND",
      projectCode: "2512-430400-04-01-537115",
      site: "衡阳市雁峰区岳屏工业园",
      investmentWan: 7600,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: true,
    },
  },
  planned(-15, industry({ eia: "form" })),
  commitmentProposed(-14),
  foundApplicable(-13, "工业项目，不在负面清单内"),
  standardsHandedDown(-12, STANDARDS),
  promisedAndPublic(-5, "zj", "雁峰区政务公开栏、市政务服务网"),
  objected(-2, "岳屏镇居民代表", "项目北侧80米有居民楼，请说明涂装废气的排放位置和收集措施。"),
);

/** Not put right by its day: the manager revokes or gives more time. */
const springs = story(
  {
    key: "hy-desk-springs",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -62,
    project: {
      ...investor,
      name: "精密弹簧热处理车间项目",
      category: "IND",
      projectCode: "2510-430400-04-01-539926",
      site: "衡阳市松木经开区化工路南侧",
      investmentWan: 6900,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-61, industry({ eia: "form" })),
  commitmentProposed(-60),
  foundApplicable(-59, "工业项目，不在负面清单内"),
  standardsHandedDown(-58, STANDARDS),
  promisedAndPublic(-55, "zj", "松木经开区政务公开栏、市政务服务网"),
  putInForce(-44, [
    { point: "before-start", days: 12 },
    { point: "construction", days: 90 },
    { point: "completion", days: null },
    { point: "operation", days: null },
  ]),
  pointNotMet(-34, "zj", "before-start", 15, ["施工图未经审图机构审查"], ["核查记录", "现场照片6张"]),
  notRectified(-19, "zj", "before-start", "审图合同已签，尚无审查意见", "复查记录"),
);

const SAFETY: readonly ToldCondition[] = [
  {
    zh: "施工、监理合同已签订，项目经理、总监到岗",
    en: "Builder and supervisor are under contract and their managers on the site",
    shownBy: "合同和人员社保记录",
    manner: "合同已签，项目经理、总监已到岗",
  },
];

/** Granted on a promise, and the place states no day for the check: the manager sets one. Another set came after its first list. */
const fasteners = story(
  {
    key: "hy-desk-fasteners",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -20,
    project: {
      ...investor,
      name: "高强度紧固件生产线项目",
      category: "IND",
      projectCode: "2512-430400-04-01-538840",
      site: "衡阳高新区芙蓉路西侧",
      investmentWan: 4300,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-19, industry({ eia: "form" })),
  onTheSpot(-18, "胡宗明", "project-code", "ent-filing"),
  told(-8, "quality-safety", SAFETY),
  promised(-7, "quality-safety", SAFETY),
  grantedOnPromise(-6, "quality-safety"),
  received(-9, "env-form"),
  corrected(-7, "env-form", 6, "缺危险废物处置协议", "废气收集效率未注明依据"),
  supplied(-2, "env-form", "两项均已补来，处置协议仍缺附件"),
  secondListSought(-1, "env-form", "处置协议补来后才看到其附件缺失，首次告知时无从发现", "危险废物处置协议缺附件二（处置单位资质）"),
);

export const hengyangDesk: readonly Story[] = [photovoltaics, bearingsPark, castParts, warehouse, coating, springs, fasteners];
