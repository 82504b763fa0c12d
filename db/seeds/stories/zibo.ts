import { industry } from "../screening";
import type { Story } from "../story";
import {
  accepted,
  delivered,
  forwardedUp,
  handled,
  issued,
  noted,
  onTheSpot,
  papersHandedOver,
  planned,
  received,
  reviewed,
  story,
  upperGranted,
  upperReceived,
} from "../telling";

const centre = "ZB" as const;
const agent = "demo-zb-agent";

/**
 * An industrial project that needs the province twice: everything comes in at the investment window, the file goes up complete and
 * with a named person who follows it; one result has come back, the other is awaited. Land and planning are still two bureaus.
 */
const ceramics = story(
  {
    key: "zb-ceramics",
    centre,
    agent,
    registeredAt: -34,
    project: {
      name: "先进陶瓷材料产业化项目",
      category: "IND",
      projectCode: "2510-370300-04-01-724581",
      enterpriseName: "淄博齐陶新材料有限公司",
      creditCode: "91370300MA3C81501D",
      contactName: "焦鹏程",
      contactPhone: "13800043033",
      site: "淄博市淄川区罗村镇先进制造产业园",
      investmentWan: 36000,
      keyProject: true,
      greenChannel: false,
      attractedInvestment: true,
    },
  },
  planned(-33, industry({ eia: "form", forest: "uses", mineral: "overlay", land: "farmland" })),
  onTheSpot(-32, "焦鹏程", "project-code", "ent-filing", "water-soil-form"),
  handled("planning-conditions", -32, -28, -27, "焦鹏程"),
  handled("site-preview", -31, -25, -24, "焦鹏程"),
  received(-30, "mineral-overlay"),
  accepted(-30, "mineral-overlay"),
  reviewed(-29, "mineral-overlay"),
  forwardedUp(-24, "mineral-overlay", "province", "山东省国土资源厅", "孟祥瑞"),
  upperReceived(-22, "mineral-overlay", 20),
  upperGranted(-9, "mineral-overlay"),
  issued(-8, "mineral-overlay"),
  delivered(-7, "焦鹏程", "mineral-overlay"),
  received(-14, "forest-land"),
  accepted(-14, "forest-land"),
  reviewed(-13, "forest-land"),
  forwardedUp(-8, "forest-land", "province", "山东省林业厅", "孟祥瑞"),
  upperReceived(-6, "forest-land", 20),
  noted(-6, "使用林地材料齐全，已由代办员孟祥瑞专人转报省里，受理号见办件页。", "forest-land"),
  received(-5, "env-form"),
  accepted(-5, "env-form"),
  papersHandedOver(-5, 4, "env-form"),
  reviewed(-4, "env-form"),
);

export const zibo: readonly Story[] = [ceramics];
