import { technical } from "../screening";
import type { Story } from "../story";
import {
  acceptedWithGaps,
  arrived,
  gapSupplied,
  granted,
  issued,
  noted,
  onTheSpot,
  papersHandedOver,
  planned,
  postedOut,
  prechecked,
  received,
  reviewed,
  story,
} from "../telling";

const centre = "FX" as const;
const agent = "demo-fx-agent";

/**
 * A technical upgrade, the kind of project the centre was founded for: one form at the comprehensive window, permits decided by the
 * bureau with the second name plate, one gap on a written promise, results by post.
 */
const castings = story(
  {
    key: "fx-castings",
    centre,
    agent,
    registeredAt: -26,
    project: {
      name: "精密铸件绿色铸造生产线技术改造",
      category: "TECH",
      projectCode: "2511-210900-89-02-512261",
      enterpriseName: "阜新北方精铸有限公司",
      creditCode: "91210900MA0Y57207E",
      contactName: "韩铁军",
      contactPhone: "13800041011",
      site: "阜新市阜新经济开发区精密铸造产业园",
      investmentWan: 7800,
      keyProject: false,
      greenChannel: true,
      attractedInvestment: true,
    },
  },
  planned(-25, technical({ eia: "form", energy: "review", discharge: "permit" })),
  onTheSpot(-24, "韩铁军", "project-code", "tech-filing"),
  prechecked(-17, ["energy-review"], "能耗平衡方案还在编制，可以容缺后补"),
  received(-16, "energy-review"),
  acceptedWithGaps(-16, "energy-review", 4, "韩铁军", "能耗平衡方案"),
  papersHandedOver(-16, 3, "energy-review"),
  reviewed(-15, "energy-review"),
  gapSupplied(-13, "energy-review", "能耗平衡方案"),
  granted(-12, "energy-review"),
  issued(-11, "energy-review"),
  postedOut(-11, "中国邮政速递", "EX210900118CN", "energy-review"),
  arrived(-9, "energy-review", "韩铁军"),
  received(-4, "env-form"),
  acceptedWithGaps(-4, "env-form", 8, "韩铁军", "公示截图"),
  reviewed(-3, "env-form"),
  noted(-2, "公示截图请在承诺的期限前补到综合窗口，寄来也可以，邮费由中心付。", "env-form"),
);

export const fuxin: readonly Story[] = [castings];
