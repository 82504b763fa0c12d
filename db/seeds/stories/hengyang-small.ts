import { landWithDesign, small, technical } from "../screening";
import type { Story } from "../story";
import {
  accepted,
  acceptedWithGaps,
  corrected,
  granted,
  handled,
  issued,
  notAccepted,
  noted,
  notedInside,
  onTheSpot,
  planned,
  reached,
  received,
  reviewed,
  story,
} from "../telling";

const centre = "HY" as const;

/** Registered today for an investor who already has two projects here. */
const separators = story({
  key: "hy-separators",
  centre,
  agent: "demo-hy-agent",
  registeredAt: 0,
  project: {
    name: "锂电池隔膜涂覆线技术改造",
    category: "TECH",
    projectCode: "2506-430400-07-02-422283",
    enterpriseName: "衡阳锐膜新材料有限公司",
    creditCode: "91430400MA4D727473",
    contactName: "陈志远",
    contactPhone: "13800001402",
    site: "衡阳市雁峰区岳屏工业园3号厂房",
    investmentWan: 7400,
    keyProject: false,
    greenChannel: false,
    attractedInvestment: false,
  },
});

/** The ball is with the investor: two things are missing and there is a day to bring them. */
const bearings = story(
  {
    key: "hy-bearings",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -10,
    project: {
      name: "精密轴承智能化改造项目",
      category: "TECH",
      projectCode: "2506-430400-07-02-433423",
      enterpriseName: "衡阳南岳轴承制造有限公司",
      creditCode: "91430400MA4D7411XG",
      contactName: "胡宗明",
      contactPhone: "13800007105",
      site: "衡阳高新区长丰大道19号",
      investmentWan: 3200,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-9, technical({ eia: "form" })),
  onTheSpot(-8, "胡宗明", "project-code", "tech-filing"),
  received(-5, "env-form"),
  corrected(-3, "env-form", 6, "环境影响报告表缺危险废物处置协议", "废气收集效率取值未注明依据", "公示截图日期不足五个工作日"),
  noted(-3, "三处问题已一次性列出，补齐后当天可重新收件。", "env-form"),
);

/** No list was given in time, so the law counts it as accepted from the day it was received: the department is late already. */
const cooperative = story(
  {
    key: "hy-cooperative",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -26,
    project: {
      name: "农机合作社粮食烘干仓储",
      category: "SMALL",
      projectCode: "2505-430400-04-01-329243",
      enterpriseName: "衡阳县丰穗农机服务有限公司",
      creditCode: "91430400MA4D86444D",
      contactName: "左满仓",
      contactPhone: "13800013752",
      site: "衡阳市衡阳县西渡镇梅花村",
      investmentWan: 480,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-25, small(), { added: { "municipal-excavation": "合作社拟在村道一侧开设出入口，先行咨询" } }),
  onTheSpot(-24, "左满仓", "project-code", "ent-filing", "env-register"),
  received(-23, "municipal-excavation"),
  notAccepted(-22, "municipal-excavation", "拟开口处为村道，不属于城市道路，依法不需要办理本事项。"),
  handled("planning-conditions", -24, -20, -19, "左满仓"),
  reached(-18, "land-grant", "国有土地使用权成交确认书第31号"),
  handled("land-planning-permit", -17, -15, -15, "左满仓"),
  // Nobody told of defects in time: the system found the acceptance by law the morning after.
  received(-11, "scheme-review"),
  reviewed(-4, "scheme-review"),
  noted(-4, "窗口未在期限内告知补正，系统已按规定登记为自收件之日起视为受理。", "scheme-review"),
);

/** Everything held and handed over: the project is complete. */
const storehouse = story(
  {
    key: "hy-storehouse",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -180,
    project: {
      name: "珠晖区茶油小型仓储用房",
      category: "SMALL",
      projectCode: "2503-430400-04-01-381529",
      enterpriseName: "衡阳茶香油脂有限公司",
      creditCode: "91430400MA4D87818L",
      contactName: "阳志华",
      contactPhone: "13800014863",
      site: "衡阳市珠晖区茶山坳镇",
      investmentWan: 620,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-179, small({ "util-water": "needed", "util-power": "low" })),
  onTheSpot(-178, "阳志华", "project-code", "ent-filing", "env-register"),
  handled("planning-conditions", -178, -174, -173, "阳志华"),
  reached(-165, "land-grant", "国有土地使用权成交确认书第3号"),
  handled("land-planning-permit", -164, -162, -161, "阳志华"),
  handled("land-registration", -164, -163, -163, "阳志华"),
  handled("scheme-review", -160, -152, -151, "阳志华"),
  handled("planning-permit", -150, -146, -145, "阳志华"),
  handled("drawing-review", -144, -138, -137, "阳志华"),
  onTheSpot(-136, "阳志华", "quality-safety", "wage-deposit"),
  onTheSpot(-135, "阳志华", "construction-permit"),
  handled("line-setting", -134, -133, -133, "阳志华"),
  reached(-120, "util-power-lv", "供电公司装表单 3317"),
  reached(-120, "util-water", "供水公司通水单 0809"),
  reached(-118, "util-drain", "排水接入确认单 112"),
  reached(-40, "joint-survey", "联合测绘成果报告 CH-061"),
  handled("planning-verify", -38, -34, -33, "阳志华"),
  handled("land-verify", -38, -36, -35, "阳志华"),
  handled("archive-acceptance", -38, -34, -33, "阳志华"),
  handled("quality-acceptance", -38, -36, -35, "阳志华"),
  onTheSpot(-34, "阳志华", "fire-filing"),
  handled("joint-acceptance", -33, -25, -24, "阳志华"),
  onTheSpot(-23, "阳志华", "completion-filing"),
  handled("building-registration", -22, -20, -19, "阳志华"),
  noted(-19, "全部事项办结，证照已送达，感谢配合。"),
);

/** Land sold with its design: stages one and two close together, everything on time. */
const workshops = story(
  {
    key: "hy-workshops",
    centre,
    agent: "demo-hy-agent",
    registeredAt: -24,
    project: {
      name: "白沙绿岛标准厂房（带方案出让）",
      category: "LANDPLAN",
      projectCode: "2506-430400-04-01-402340",
      enterpriseName: "衡阳绿岛产业园运营有限公司",
      creditCode: "91430400MA4D89186C",
      contactName: "周世杰",
      contactPhone: "13800015974",
      site: "衡阳市雁峰区白沙绿岛军民融合产业园B区",
      investmentWan: 33000,
      keyProject: true,
      greenChannel: true,
      attractedInvestment: true,
    },
  },
  planned(-23, landWithDesign({ eia: "register", "soil-water": "form" })),
  onTheSpot(-22, "周世杰", "project-code", "ent-filing", "env-register", "water-soil-form"),
  handled("planning-conditions", -22, -18, -17, "周世杰"),
  reached(-12, "land-grant", "国有土地使用权成交确认书第22号（附设计方案）"),
  handled("land-planning-permit", -11, -9, -8, "周世杰"),
  handled("land-registration", -11, -10, -10, "周世杰"),
  received(-1, "planning-permit-lp"),
  accepted(-1, "planning-permit-lp"),
  reviewed(-1, "planning-permit-lp"),
  // The missing paper did not come by the day promised: a manager has to say what follows.
  received(-5, "drawing-review"),
  acceptedWithGaps(-5, "drawing-review", 3, "周世杰", "人防批复"),
  reviewed(-4, "drawing-review"),
  notedInside(-1, "人防批复仍未取得，企业称专家评审延后，请中心管理者决定。", "drawing-review"),
);

/** An approval waits for its paper to leave the department. */
const lampFactory = story(
  {
    key: "hy-lamps",
    centre,
    agent: "demo-hy-agent2",
    registeredAt: -16,
    project: {
      name: "LED灯具自动化产线改造",
      category: "TECH",
      projectCode: "2506-430400-07-02-438997",
      enterpriseName: "衡阳明珠照明科技有限公司",
      creditCode: "91430400MA4D90558W",
      contactName: "夏明亮",
      contactPhone: "13800016085",
      site: "衡阳市蒸湘区呆鹰岭镇工业小区",
      investmentWan: 2100,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: false,
    },
  },
  planned(-15, technical({ eia: "form", energy: "review" })),
  onTheSpot(-14, "夏明亮", "project-code", "tech-filing"),
  received(-12, "env-form", "energy-review"),
  accepted(-12, "env-form", "energy-review"),
  reviewed(-11, "env-form", "energy-review"),
  granted(-9, "energy-review"),
  issued(-8, "energy-review"),
  granted(-4, "env-form"),
);

export const hengyangSmall: readonly Story[] = [separators, bearings, cooperative, storehouse, workshops, lampFactory];
