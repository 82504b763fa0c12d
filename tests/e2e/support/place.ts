import type { Answers } from "../../../db/seeds/screening";
import { type As, itemNumbers, REGISTERED_ON } from "./project";

/** The demo people of one place, by what they do. */
const staff = (centre: string) => ({
  agent: `demo-${centre}-agent`,
  intake: `demo-${centre}-intake`,
  issuing: `demo-${centre}-issuing`,
  manager: `demo-${centre}-manager`,
  admin: `demo-${centre}-admin`,
  investor: `demo-${centre}-investor`,
  /** A reviewer of a department; the second where a second hand is asked for. */
  of: (department: string, hand: "" | "2" = "") => `demo-${centre}-${department}${hand}`,
});

/** The enterprise that the place's demo investor acts for, and the code its projects carry. */
const investor = (enterpriseName: string, creditCode: string, contactName: string, site: string) => ({ enterpriseName, creditCode, contactName, site });

export const FUXIN = { ...staff("fx"), facts: investor("阜新北方精铸有限公司", "91210900MA0Y57207E", "韩铁军", "阜新市阜新经济开发区") };
export const KECHENG = { ...staff("kc"), facts: investor("衢州柯城桃源文旅发展有限公司", "91330802MA29W3108X", "翁国梁", "衢州市柯城区七里乡") };
export const ZIBO = { ...staff("zb"), facts: investor("淄博齐陶新材料有限公司", "91370300MA3C81501D", "焦鹏程", "淄博市淄川区罗村镇") };
export const DONGYING = { ...staff("dy"), facts: investor("东营海润石油装备有限公司", "91370502MA3D81131K", "燕国栋", "东营市东营区史口镇") };
export const HENGYANG_PLACE = { ...staff("hy"), facts: investor("衡阳华拓机械有限公司", "91430400MA4H20027E", "陈志远", "衡阳高新区白沙片区") };
export type PlacePeople = typeof FUXIN;

/** Registers a project of the place's investor, answers its screening and confirms its plan. @returns its number and those of its items */
export async function projectIn(as: As, place: PlacePeople, name: string, category: string, answers: Answers) {
  const agent = await as(place.agent);
  const facts = { name, category, projectCode: "", contactPhone: "13800049000", investmentWan: "8600", on: REGISTERED_ON, ...place.facts };
  const { location } = await agent.done("/desk/projects/new", facts);
  const projectNo = /projects\/([\w-]+)\//.exec(location ?? "")?.[1] ?? "";
  await agent.done(`/desk/projects/${projectNo}/screening`, answers);
  await agent.done(`/desk/projects/${projectNo}/plan`, { on: REGISTERED_ON }, { intent: "confirm" });
  return { projectNo, item: await itemNumbers(as, projectNo, place.agent) };
}

/** Has an item answered while the applicant waits, so that what comes after it can be received. */
export async function onTheSpot(as: As, place: PlacePeople, itemNo: string, department: string, on: string) {
  await (await as(place.intake)).done(`/desk/items/${itemNo}/receipt`, { on });
  await (await as(place.intake)).done(`/desk/items/${itemNo}/acceptance`, { on, acceptanceNo: "受〔2026〕990号" });
  await (await as(place.of(department))).done(`/desk/items/${itemNo}/decision`, { granted: "yes", on, decisionNo: "文〔2026〕990号" });
}
