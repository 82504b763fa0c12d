import { government } from "../screening";
import type { Story } from "../story";
import {
  accepted,
  acceptedTogether,
  agreed,
  convened,
  granted,
  handled,
  noted,
  notedInside,
  onTheSpot,
  planned,
  reached,
  received,
  reviewed,
  story,
} from "../telling";

const centre = "DY" as const;
const agent = "demo-dy-agent";

/** Overdue in stage one: the feasibility study should have been answered days ago. */
const sewers = story(
  {
    key: "dy-sewers",
    centre,
    agent,
    registeredAt: -46,
    project: {
      name: "城南片区污水管网改造工程",
      category: "GOV",
      projectCode: "2505-370502-89-01-524520",
      enterpriseName: "东营市东营区市政设施养护中心",
      creditCode: "12370502MB2D71373J",
      contactName: "任海涛",
      contactPhone: "13800027863",
      site: "东营市东营区黄河路街道、文汇街道",
      investmentWan: 13400,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: false,
    },
  },
  planned(-45, government({ eia: "register", "soil-water": "none" })),
  onTheSpot(-44, "任海涛", "project-code", "env-register"),
  handled("gov-proposal", -44, -40, -39, "任海涛"),
  handled("planning-conditions", -44, -40, -39, "任海涛"),
  handled("site-preview", -38, -32, -31, "任海涛"),
  received(-15, "gov-feasibility"),
  accepted(-15, "gov-feasibility"),
  reviewed(-14, "gov-feasibility"),
  notedInside(-2, "可研批复超期，已向分管领导报告并书面催办。", "gov-feasibility"),
  noted(-1, "可研批复因材料会签延误，预计三个工作日内办结，超期原因将在办结时公开说明。", "gov-feasibility"),
);

/** A school in stage four: accepted together, reviewed together, opinions coming in. */
const school = story(
  {
    key: "dy-school",
    centre,
    agent,
    registeredAt: -205,
    project: {
      name: "东营区第三实验小学新建项目",
      category: "GOV",
      projectCode: "2501-370502-89-01-555170",
      enterpriseName: "东营市东营区教育装备与校舍中心",
      creditCode: "12370502MB2D72747R",
      contactName: "鲁秀芳",
      contactPhone: "13800028974",
      site: "东营市东营区辽河路以北、胜利大街以西",
      investmentWan: 15200,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: false,
    },
  },
  planned(-204, government({ eia: "register", "soil-water": "form" })),
  onTheSpot(-203, "鲁秀芳", "project-code", "env-register", "water-soil-form"),
  handled("gov-proposal", -203, -199, -198, "鲁秀芳"),
  handled("planning-conditions", -203, -199, -198, "鲁秀芳"),
  handled("site-preview", -198, -192, -191, "鲁秀芳"),
  handled("gov-feasibility", -190, -182, -181, "鲁秀芳"),
  reached(-178, "land-grant", "划拨决定书第4号"),
  handled("land-planning-permit", -177, -175, -174, "鲁秀芳"),
  handled("land-registration", -177, -176, -176, "鲁秀芳"),
  handled("gov-prelim", -174, -166, -165, "鲁秀芳"),
  handled("scheme-review", -174, -166, -165, "鲁秀芳"),
  handled("planning-permit", -164, -160, -159, "鲁秀芳"),
  reached(-138, "bidding", "中标通知书 DYZB-0058"),
  handled("drawing-review", -136, -130, -129, "鲁秀芳"),
  onTheSpot(-128, "鲁秀芳", "quality-safety", "wage-deposit"),
  onTheSpot(-127, "鲁秀芳", "construction-permit"),
  handled("line-setting", -125, -124, -124, "鲁秀芳"),
  reached(-14, "joint-survey", "联合测绘成果报告 CH-092"),
  received(-3, "planning-verify", "land-verify", "archive-acceptance", "quality-acceptance"),
  acceptedTogether(-2, "S4"),
  reviewed(-2, "planning-verify", "land-verify", "archive-acceptance", "quality-acceptance"),
  convened(-2, "S4", 3, "zr", "zj", "da"),
  agreed(-1, "S4", "zr"),
  agreed(-1, "S4", "zj", "操场排水坡度现场复测合格后出具意见"),
  granted(-1, "land-verify"),
);

export const dongyingPublic: readonly Story[] = [sewers, school];
