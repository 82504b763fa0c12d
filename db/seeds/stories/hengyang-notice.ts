import { industry } from "../screening";
import type { Story } from "../story";
import { accepted, noted, onTheSpot, planned, received, story } from "../telling";
import { checkDaySet, checkedMet, checkedNotMet, grantedOnPromise, promised, promiseRevoked, type ToldCondition, told } from "../telling-notice";

const centre = "HY" as const;

const WASTE: readonly ToldCondition[] = [
  {
    zh: "运输车辆全部密闭，并装有正常使用的卫星定位装置",
    en: "Every lorry is closed and carries a working satellite locator",
    shownBy: "车辆清单，现场查看",
    manner: "与持证的祥运渣土公司签约，12辆密闭车，均已接入市平台",
  },
  {
    zh: "消纳场有合法手续，有足够容量",
    en: "The tip is licensed and has room enough",
    shownBy: "消纳场许可证和消纳协议",
    manner: "运往松木消纳场，协议约定6万立方米",
  },
];

const SAFETY: readonly ToldCondition[] = [
  {
    zh: "施工、监理合同已签订，项目经理、总监到岗",
    en: "Builder and supervisor are under contract and their managers on the site",
    shownBy: "合同和人员社保记录",
    manner: "合同已签，项目经理邹志刚、总监彭立平已到岗",
  },
  {
    zh: "有危险性较大分部分项工程清单和安全管理措施",
    en: "There is a list of dangerous works with safety measures",
    shownBy: "清单和专项方案",
    manner: "清单已由总监签字，专项方案随开工报审",
  },
];

const WAGES: readonly ToldCondition[] = [
  {
    zh: "开工前存储农民工工资保证金或者提交保函",
    en: "Wage deposit or bank guarantee before work starts",
    shownBy: "缴款凭证或银行保函",
    manner: "",
  },
];

const REGISTER: readonly ToldCondition[] = [
  {
    zh: "项目属于登记表管理类别，不涉及环境敏感区",
    en: "The project falls under registration and touches no protected area",
    shownBy: "管理名录对照表和四至坐标图",
    manner: "对照名录第七十一类，厂界外500米内没有敏感区",
  },
];

/** 告知承诺: one checked and closed, one granted and to be checked, one signed and to be granted, one to be chosen. */
const bearings = story(
  {
    key: "hy-notice-bearings",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -66,
    project: {
      name: "精密主轴装配车间项目",
      category: "IND",
      projectCode: "2511-430400-04-01-541263",
      enterpriseName: "衡阳南岳轴承制造有限公司",
      creditCode: "91430400MA4D7411XG",
      legalRepresentative: "胡宗明",
      contactName: "胡宗明",
      contactPhone: "13800007105",
      site: "衡阳高新区二环东路北侧",
      investmentWan: 9800,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-65, industry({ eia: "register" }), { added: { "waste-disposal": "基坑开挖产生渣土，需核准处置" } }),
  onTheSpot(-64, "胡宗明", "project-code", "ent-filing"),
  told(-62, "waste-disposal", WASTE, "运输合同"),
  promised(-61, "waste-disposal", WASTE),
  grantedOnPromise(-60, "waste-disposal"),
  checkDaySet(-59, "waste-disposal", 40, "本地未规定核查期限，参照两个月内核查"),
  checkedMet(-22, "waste-disposal", "抽查12辆运输车，密闭和定位正常；核对消纳场许可证、协议和台账，一致", "城管核查〔2026〕18号，照片9张", "龙建华", "资小兵"),
  told(-9, "quality-safety", SAFETY),
  promised(-8, "quality-safety", SAFETY),
  grantedOnPromise(-7, "quality-safety"),
  checkDaySet(-6, "quality-safety", 11, "开工在即，先核查人员到岗和专项方案"),
  told(-3, "env-register", REGISTER),
  promised(-2, "env-register", REGISTER),
  received(0, "env-register"),
  accepted(0, "env-register"),
  told(-2, "wage-deposit", WAGES),
  noted(-1, "工资保证金可以用告知承诺办理，请登录看条件后自己选择，不选也按普通程序办。", "wage-deposit"),
);

/** 限期整改后仍不符合，撤销许可并记入信用; a second one was not put right in time and waits for the manager. */
const moulds = story(
  {
    key: "hy-notice-moulds",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -56,
    project: {
      name: "铸造模具扩建项目",
      category: "IND",
      projectCode: "2511-430400-04-01-548817",
      enterpriseName: "衡阳锐膜新材料有限公司",
      creditCode: "91430400MA4D727473",
      legalRepresentative: "罗建军",
      contactName: "陈志远",
      contactPhone: "13800001402",
      site: "衡阳市松木经开区新安路西侧",
      investmentWan: 5600,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-55, industry({ eia: "register" }), { added: { "waste-disposal": "厂房拆除产生建筑垃圾，需核准处置" } }),
  onTheSpot(-54, "陈志远", "project-code", "ent-filing"),
  told(-52, "waste-disposal", WASTE),
  promised(-51, "waste-disposal", WASTE),
  grantedOnPromise(-50, "waste-disposal"),
  checkDaySet(-49, "waste-disposal", 20, "拆除工期一个月，须在期内核查"),
  checkedNotMet(-34, "waste-disposal", 10, [1], "12辆车中5辆没有密闭，3辆定位不在线", "龙建华", "资小兵"),
  checkedNotMet(-23, "waste-disposal", null, [1], "仍有4辆车没有密闭，整改记录与现场不符", "龙建华", "资小兵"),
  told(-48, "quality-safety", SAFETY),
  promised(-47, "quality-safety", SAFETY),
  grantedOnPromise(-46, "quality-safety"),
  checkDaySet(-45, "quality-safety", 30, "施工准备期内核查"),
  checkedNotMet(-16, "quality-safety", 10, [1], "总监未到岗，签到记录由他人代签", "邓国梁", "谢雨桐"),
  promiseRevoked(-20, "waste-disposal", "整改期满仍有4辆运输车没有密闭，承诺未兑现"),
  onTheSpot(-12, "陈志远", "env-register"),
);

export const hengyangNotice: readonly Story[] = [bearings, moulds];
