import { small } from "../screening";
import type { Story } from "../story";
import { accepted, corrected, correctionFailed, handled, notedInside, onTheSpot, planned, received, reviewed, story } from "../telling";

const centre = "KC" as const;
const agent = "demo-kc-agent";

/**
 * A small low-risk project: defects are told on the spot, in one list. For one item nothing came by the day set, so that by the
 * province's rule the application counts as withdrawn; the officer has it filed again, complete this time.
 */
const farmStay = story(
  {
    key: "kc-farm-stay",
    centre,
    agent,
    registeredAt: -24,
    project: {
      name: "七里乡桃源民宿集群配套用房",
      category: "SMALL",
      projectCode: "2510-330802-04-01-618377",
      enterpriseName: "衢州柯城桃源文旅发展有限公司",
      creditCode: "91330802MA29W3108X",
      contactName: "翁国梁",
      contactPhone: "13800042022",
      site: "衢州市柯城区七里乡桃源村",
      investmentWan: 1450,
      keyProject: false,
      greenChannel: false,
      attractedInvestment: true,
    },
  },
  planned(-23, small({ eia: "register" })),
  onTheSpot(-22, "翁国梁", "project-code", "ent-filing", "env-register"),
  received(-20, "planning-conditions"),
  corrected(-20, "planning-conditions", 5, "地块红线图未标注界址点坐标", "未附控制性详细规划图则"),
  correctionFailed(-14, "planning-conditions", "deemed-withdrawn", "补正期限届满，未收到补正材料"),
  notedInside(-14, "已电话告知可以重新申报，并约好上门一起核对红线图。"),
  planned(-12, small({ eia: "register" })),
  handled("planning-conditions", -12, -8, -7, "翁国梁"),
  // Nothing came by the day set: the system has found it, the window has yet to confirm what follows.
  received(-9, "wage-deposit"),
  corrected(-9, "wage-deposit", 4, "工资专户三方协议缺施工总承包单位盖章"),
  received(-2, "scheme-review"),
  corrected(-2, "scheme-review", 5, "总平面图缺消防车道标注"),
  received(-1, "quality-safety"),
  accepted(-1, "quality-safety"),
  reviewed(-1, "quality-safety"),
);

export const kecheng: readonly Story[] = [farmStay];
