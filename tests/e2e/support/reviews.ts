import { HENGYANG } from "./people";
import type { As } from "./project";

/** Joint reviews of the world's project, by what the tests need of them, and one of the demo. */
export interface Reviews {
  /** A site visit planned for tomorrow; one body has answered, the other has until tonight. */
  readonly visit: string;
  /** A conference in writing that everybody has answered, with equal and with contradicting conditions. */
  readonly conference: string;
  /** Address of a conference of the demo whose lead has let its day pass: no invitation entered today could have one that passed. */
  readonly lapsed: string;
}

/** The newest review of a demo project, by the project's name. */
async function newestOf(as: As, name: string): Promise<string> {
  const manager = await as(HENGYANG.manager);
  const found = /\/desk\/projects\/HY-\d{4}-\d{4}(?=")/.exec((await manager.read(`/desk/projects?q=${encodeURIComponent(name)}`)).html)?.[0] ?? "";
  return /\/desk\/projects\/[\w-]+\/reviews\/[\w-]+(?=")/.exec((await manager.read(`${found}/reviews`)).html)?.[0] ?? "";
}

/** Convenes both about stage one, in which planning (the lead), environment and registry have an accepted item. */
export async function makeReviews(as: As, projectNo: string): Promise<Reviews> {
  const { agent, planning, environment, registry } = HENGYANG;
  const convene = async (values: Record<string, string | readonly string[]>) => {
    const officer = await as(agent);
    await officer.done(`/desk/projects/${projectNo}/review?stage=S1`, values);
    const { html } = await officer.read(`/desk/projects/${projectNo}/reviews`);
    // Newest first by the day it was convened.
    return [...html.matchAll(/\/reviews\/([\w-]+)"/g)].map(([, id = ""]) => id);
  };
  const answer = async (who: string, review: string, values: Record<string, string>) =>
    (await as(who)).done(`/desk/projects/${projectNo}/opinion?review=${review}`, { on: "2026-03-16", ...values });
  const [visit = ""] = await convene({
    mode: "site-visit",
    departmentCodes: ["zr", "st"],
    meetOn: "2026-03-17",
    meetTime: "09:30",
    place: "白沙洲工业园北门",
    materialsWanted: "总平面图\n现状地形图",
    on: "2026-03-13",
    replyBy: "2026-03-16",
  });
  await answer(environment, visit, { stance: "agree-with-conditions", conditions: "雨污分流" });
  const [conference = ""] = await convene({ mode: "conference", departmentCodes: ["zr", "bdc"], on: "2026-03-16", replyBy: "2026-03-20" });
  await answer(planning, conference, { stance: "agree-with-conditions", conditions: "退让红线不少于 10 米。\n主入口设在东侧" });
  await answer(registry, conference, { stance: "agree-with-conditions", conditions: "退让红线不少于10米\n主入口设在南侧" });
  return { visit, conference, lapsed: await newestOf(as, "滨江和园") };
}
