import { industry } from "../screening";
import type { Story } from "../story";
import { granted, noted, onTheSpot, planned, reached, reviewed, story } from "../telling";
import {
  converted,
  differencesConfirmed,
  factsChanged,
  opined,
  simulated,
  simulatedList,
  simulatedReview,
  simulationApplied,
  triggered,
} from "../telling-simulation";

const centre = "HY" as const;
const LAND = "国有建设用地使用权出让合同";

/** 先审后转 (H45): everything that waits for the land is examined, and the land is expected these days. */
const batteries = story(
  {
    key: "hy-key-batteries",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -40,
    project: {
      name: "年产5GWh储能电池基地项目",
      category: "IND",
      projectCode: "2511-430400-04-01-530142",
      enterpriseName: "衡阳南岳轴承制造有限公司",
      creditCode: "91430400MA4D7411XG",
      legalRepresentative: "胡宗明",
      contactName: "胡宗明",
      contactPhone: "13800007105",
      site: "衡阳高新区陆家新区蔡伦大道南侧",
      investmentWan: 86000,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: true,
    },
  },
  planned(-39, industry({ eia: "form" })),
  onTheSpot(-38, "胡宗明", "project-code", "ent-filing"),
  simulated(-36, { "land-right": 36 }, "planning-conditions", "land-planning-permit", "scheme-review", "planning-permit", "drawing-review", "fire-design"),
  opined(-34, -31, "planning-conditions"),
  opined(-31, -28, "land-planning-permit"),
  opined(-30, -22, "scheme-review", "agree-with-conditions", "东侧退让蔡伦大道红线不少于15米", "消防登高场地按修改意见调整"),
  opined(-21, -17, "planning-permit"),
  opined(-20, -14, "drawing-review"),
  simulatedReview(-10, "fire-design"),
  simulatedList(-6, "fire-design", "缺电池舱防火分隔计算书", "自动灭火系统选型依据不足"),
  noted(-5, "模拟审批进展顺利，土地预计这几天签约，合同拿到当天就可以转正。"),
);

/** The contract is signed: the first item is granted, the next one is ready, and one fact changed. */
const castings = story(
  {
    key: "hy-key-castings",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -46,
    project: {
      name: "高端铸件智能工厂项目",
      category: "IND",
      projectCode: "2510-430400-04-01-531877",
      enterpriseName: "衡阳南岳轴承制造有限公司",
      creditCode: "91430400MA4D7411XG",
      legalRepresentative: "胡宗明",
      contactName: "胡宗明",
      contactPhone: "13800007105",
      site: "衡阳市松木经开区江霞大道东侧",
      investmentWan: 42000,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: false,
    },
  },
  planned(-45, industry({ eia: "form" })),
  onTheSpot(-44, "胡宗明", "project-code", "ent-filing"),
  simulationApplied(-42, { "land-right": 38 }, "planning-conditions", "land-planning-permit", "scheme-review", "planning-permit"),
);

/** Nobody brought the land in a year: the opinions ran out. */
const storage = story(
  {
    key: "hy-key-storage",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -275,
    project: {
      name: "冷链物流产业园项目",
      category: "IND",
      projectCode: "2501-430400-04-01-532091",
      enterpriseName: "衡阳南岳轴承制造有限公司",
      creditCode: "91430400MA4D7411XG",
      legalRepresentative: "胡宗明",
      contactName: "胡宗明",
      contactPhone: "13800007105",
      site: "衡阳市蒸湘区雨母山镇",
      investmentWan: 15800,
      keyProject: true,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-274, industry({ eia: "form" })),
  onTheSpot(-273, "胡宗明", "project-code", "ent-filing"),
  simulated(-270, { "land-right": 60 }, "planning-conditions", "scheme-review"),
  opined(-268, -265, "planning-conditions"),
  opined(-264, -258, "scheme-review"),
);

/** Converted: the land came, the first permits are formal, the rest follows in the order of the law. */
const drives = story(
  {
    key: "hy-key-drives",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -50,
    project: {
      name: "特种电机及驱动系统产业化项目",
      category: "IND",
      projectCode: "2510-430400-04-01-533406",
      enterpriseName: "衡阳南岳轴承制造有限公司",
      creditCode: "91430400MA4D7411XG",
      legalRepresentative: "胡宗明",
      contactName: "胡宗明",
      contactPhone: "13800007105",
      site: "衡阳高新区华新大道北侧",
      investmentWan: 31500,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: true,
    },
  },
  planned(-49, industry({ eia: "form" })),
  onTheSpot(-48, "胡宗明", "project-code", "ent-filing"),
  simulated(-46, { "land-right": 42 }, "planning-conditions", "land-planning-permit", "scheme-review", "planning-permit"),
  opined(-43, -40, "planning-conditions"),
  opined(-40, -38, "land-planning-permit"),
  opined(-39, -31, "scheme-review"),
  opined(-30, -26, "planning-permit"),
  triggered(-4, "land-right", LAND, "衡土让〔2026〕7号"),
  converted(-4, "planning-conditions"),
  reviewed(-4, "planning-conditions"),
  granted(-3, "planning-conditions"),
  reached(-3, "land-grant", "衡土让〔2026〕7号"),
  factsChanged(-2, "出让合同载明宗地编号和用地面积", { parcelNo: "衡土挂2026-07号", floorAreaSqm: 58600 }),
  differencesConfirmed(-1, "land-planning-permit", "宗地编号后补，界址与模拟审查时一致"),
);

export const hengyangKey: readonly Story[] = [storage, drives, castings, batteries];
