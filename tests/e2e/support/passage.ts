import { industry, social } from "../../../db/seeds/screening";
import { HENGYANG } from "./people";
import { DONGYING, onTheSpot, projectIn, ZIBO } from "./place";
import { type As, act, plannedProject, recorded } from "./project";

/** Projects whose items pass from hand to hand, in the places that have these acts, and one that lies in an assessed area. */
export interface Passage {
  /** Where the window has no veto: an item nothing happened to, and one with a question that waits for its answer. */
  readonly unasked: string;
  readonly asked: string;
  /** Where the upper level decides: an item taken up here, and one that has gone up. */
  readonly ready: string;
  readonly sent: string;
  /** The enterprise of the place where the upper level decides; it broke a promise once. */
  readonly enterpriseId: string;
  readonly areaId: string;
  readonly placedNo: string;
  /** Everything recorded on these projects. */
  readonly recorded: () => Promise<number>;
}

const CODE = "投资项目赋码（在线平台申报）";
const FOREST = "建设项目使用林地审核";

/** An item of Zibo that the province decides, taken up by its department. */
async function takenUp(as: As, name: string) {
  const { projectNo, item } = await projectIn(as, ZIBO, name, "IND", industry({ forest: "uses" }));
  await onTheSpot(as, ZIBO, item(CODE), "fg", "2026-02-26");
  await act(as, ZIBO.intake, item(FOREST), "receipt", { on: "2026-03-02" });
  await act(as, ZIBO.intake, item(FOREST), "acceptance", { on: "2026-03-02", acceptanceNo: "淄政务投受〔2026〕961号" });
  await act(as, ZIBO.of("ly"), item(FOREST), "review", { on: "2026-03-03" });
  return { projectNo, forest: item(FOREST) };
}

/** `worker` keeps the names apart. */
export async function makePassage(as: As, worker: number): Promise<Passage> {
  const dongying = await projectIn(as, DONGYING, `钻具检测中心${worker}区`, "SOC", social({ traffic: "needed" }));
  const [unasked, asked] = [dongying.item("建设项目交通影响评价审查"), dongying.item(CODE)];
  await act(as, DONGYING.intake, asked, "path", { question: "检测中心是否按工业项目办理", on: "2026-03-12" });
  const ready = await takenUp(as, `浮法玻璃基地${worker}区一期`);
  const sent = await takenUp(as, `浮法玻璃基地${worker}区二期`);
  await act(as, ZIBO.of("ly"), sent.forest, "forwarding", {
    level: "province",
    upperBody: "山东省林业厅",
    personInCharge: "孟祥瑞",
    letterNo: "淄林资转〔2026〕961号",
    fileConfirmed: "yes",
    on: "2026-03-06",
  });
  const manager = await as(ZIBO.manager);
  const enterpriseId = /\/desk\/enterprises\/([\w-]+)\/credit"/.exec((await manager.read(`/desk/projects/${sent.projectNo}`)).html)?.[1] ?? "";
  await manager.done(`/desk/enterprises/${enterpriseId}/credit/breach`, { kind: "other", on: "2026-03-09", reason: "承诺的监测报告逾期未交" });
  const placedNo = await plannedProject(as, `精密铸造基地${worker}区四期`);
  const officer = await as(HENGYANG.agent);
  const areaId = (await officer.form(`/desk/projects/${placedNo}/area`, "idempotencyKey")).choices.areaId?.[0] ?? "";
  await officer.done(`/desk/projects/${placedNo}/area`, { areaId, on: "2026-03-02", reason: "位于评估范围内" });
  return {
    unasked,
    asked,
    ready: ready.forest,
    sent: sent.forest,
    enterpriseId,
    areaId,
    placedNo,
    recorded: async () => {
      const of = (projectNo: string, agent: string) => recorded(as, projectNo, agent);
      const all = [of(dongying.projectNo, DONGYING.agent), of(ready.projectNo, ZIBO.agent), of(sent.projectNo, ZIBO.agent), of(placedNo, HENGYANG.agent)];
      return (await Promise.all(all)).reduce((sum, one) => sum + one, 0);
    },
  };
}
