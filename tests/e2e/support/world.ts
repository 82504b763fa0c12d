import { type Commitments, makeCommitments } from "./commitment-forms";
import { makePassage, type Passage } from "./passage";
import { HENGYANG } from "./people";
import { type As, act, itemNumbers, plannedProject, recorded, screenedProject } from "./project";
import { makeReviews, type Reviews } from "./reviews";
import { makeSimulated, type Simulated } from "./simulated";

/** Items of the plan of an industrial project by what the tests call them. */
export const ITEM = {
  code: "投资项目赋码（在线平台申报）",
  conditions: "规划条件核提",
  land: "国有建设用地使用权出让（招拍挂）/划拨",
  permit: "建设用地规划许可证核发",
  registration: "国有建设用地使用权首次登记",
  filing: "企业投资项目备案",
  environment: "建设项目环境影响报告表审批",
  water: "水土保持方案审批（报告表，承诺制）",
  scheme: "建设工程设计方案审查（含批前公示）",
  safety: "工程质量安全监督手续",
  wages: "农民工工资保证金存储与专户",
  power: "高压供电报装",
} as const;

/** Two projects with an item in every state that has a form; made once per worker, changed by nobody. */
export interface World {
  readonly projectNo: string;
  readonly item: (name: string) => string;
  /** Items of a second project that is less far. */
  readonly earlier: (name: string) => string;
  readonly earlierNo: string;
  /** A project whose plan is not confirmed. */
  readonly unplannedNo: string;
  readonly reviews: Reviews;
  readonly passage: Passage;
  readonly simulated: Simulated;
  readonly commitments: Commitments;
}

/** A project whose land is granted. */
async function grantedLand(as: As, name: string) {
  const projectNo = await plannedProject(as, name);
  const item = await itemNumbers(as, projectNo);
  const { intake, planning, planning2, reform, agent } = HENGYANG;
  const received = (name: string, on: string) => act(as, intake, item(name), "receipt", { on });
  const accepted = async (name: string, on: string) => {
    await received(name, on);
    await act(as, intake, item(name), "acceptance", { on, acceptanceNo: "衡政务受〔2026〕951号" });
  };
  const decided = (name: string, who: string, on: string) => act(as, who, item(name), "decision", { granted: "yes", on, decisionNo: "文号951" });
  await accepted(ITEM.code, "2026-02-26");
  await decided(ITEM.code, reform, "2026-02-26");
  await accepted(ITEM.filing, "2026-02-27");
  await decided(ITEM.filing, reform, "2026-02-28");
  await accepted(ITEM.conditions, "2026-02-26");
  await act(as, planning, item(ITEM.conditions), "review", { on: "2026-02-26" });
  await act(as, planning, item(ITEM.conditions), "step", { on: "2026-02-26" });
  await act(as, planning2, item(ITEM.conditions), "step", { on: "2026-02-27" });
  await decided(ITEM.conditions, planning, "2026-03-02");
  await act(as, agent, item(ITEM.land), "milestone", { on: "2026-03-04", reference: "成交确认书" });
  await accepted(ITEM.permit, "2026-03-13");
  await act(as, planning, item(ITEM.permit), "review", { on: "2026-03-13" });
  return { projectNo, item, received, accepted };
}

/** `worker` keeps the names apart. Plays the projects through the forms of the product. */
export async function makeWorld(as: As, worker: number): Promise<World> {
  const { intake, planning, planning2, issuing } = HENGYANG;
  const earlier = await grantedLand(as, `精密铸造基地${worker}区一期`);
  await earlier.received(ITEM.scheme, "2026-03-13");
  await act(as, intake, earlier.item(ITEM.scheme), "gap-acceptance", {
    missing: "日照分析",
    supplyBy: "2026-03-23",
    on: "2026-03-13",
    acceptanceNo: "衡政务受〔2026〕952号",
    noticeNo: "衡政务容〔2026〕952号",
    promiseNo: "衡政务诺〔2026〕952号",
    promisedBy: "陈志远",
  });
  const { projectNo, item, received, accepted } = await grantedLand(as, `精密铸造基地${worker}区二期`);
  await act(as, issuing, item(ITEM.filing), "issue", { on: "2026-03-02" });
  await act(as, planning, item(ITEM.permit), "extension", { on: "2026-03-13", workingDays: "3", reason: "需实地核查" });
  await accepted(ITEM.registration, "2026-03-16");
  await accepted(ITEM.environment, "2026-03-10");
  await act(as, HENGYANG.environment, item(ITEM.environment), "review", { on: "2026-03-11" });
  await act(as, HENGYANG.environment, item(ITEM.environment), "procedure", {
    kind: "expert-review",
    on: "2026-03-12",
    noticeNo: "衡环特951",
    toldWorkingDays: "5",
    reason: "组织专家评审",
  });
  await received(ITEM.water, "2026-03-11");
  await received(ITEM.safety, "2026-03-11");
  await act(as, intake, item(ITEM.safety), "correction", { on: "2026-03-12", noticeNo: "衡政务告951", defects: "缺合同" });
  await received(ITEM.wages, "2026-03-11");
  await act(as, intake, item(ITEM.wages), "correction", { on: "2026-03-12", noticeNo: "衡政务告952", defects: "缺账户" });
  await act(as, intake, item(ITEM.wages), "supply", { on: "2026-03-13" });
  await accepted(ITEM.scheme, "2026-03-13");
  await act(as, planning, item(ITEM.scheme), "review", { on: "2026-03-13" });
  await act(as, planning, item(ITEM.scheme), "step", { on: "2026-03-13" });
  await act(as, planning2, item(ITEM.scheme), "step", { on: "2026-03-16" });
  const unplannedNo = await screenedProject(as, `精密铸造基地${worker}区三期`);
  return {
    projectNo,
    item,
    earlier: earlier.item,
    earlierNo: earlier.projectNo,
    unplannedNo,
    reviews: await makeReviews(as, projectNo),
    passage: await makePassage(as, worker),
    simulated: await makeSimulated(as, worker),
    commitments: await makeCommitments(as, worker),
  };
}

/** Everything recorded on the projects of the world. */
export const recordedIn = async (as: As, { projectNo, earlierNo, passage, simulated }: World) =>
  (await recorded(as, projectNo)) + (await recorded(as, earlierNo)) + (await passage.recorded()) + (await simulated.recorded());
