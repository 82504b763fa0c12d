import { industry } from "../../../db/seeds/screening";
import { HENGYANG } from "./people";
import { textOf } from "./shown-form";
import type { Visitor } from "./visitor";

/** The day every browser test lives on (demo-server.mjs); a Monday. */
export const TODAY = "2026-03-16";
/** A Wednesday, the day after the Spring Festival's first working day; projects of these tests are registered then. */
export const REGISTERED_ON = "2026-02-25";

/** Facts of a project for the enterprise that demo-hy-investor acts for. */
export const projectFacts = (name: string) => ({
  name,
  category: "IND",
  projectCode: "",
  enterpriseName: "衡阳华拓机械有限公司",
  creditCode: "91430400MA4H20027E",
  contactName: "陈志远",
  contactPhone: "13800001402",
  site: "衡阳高新区白沙片区蒸水大道",
  investmentWan: "12600",
  on: REGISTERED_ON,
});

export type As = (signInName: string) => Promise<Visitor>;

/** Posts `fields` on the page of one act of one item. */
export const act = async (as: As, who: string, itemNo: string, noun: string, fields: Readonly<Record<string, string>>) =>
  (await as(who)).done(`/desk/items/${itemNo}/${noun}`, fields);

/** Registers a project and answers its screening; its plan is not confirmed yet. @returns its number */
export async function screenedProject(as: As, name: string): Promise<string> {
  const agent = await as(HENGYANG.agent);
  const { location } = await agent.done("/desk/projects/new", projectFacts(name));
  const projectNo = /projects\/([\w-]+)\//.exec(location ?? "")?.[1] ?? "";
  await agent.done(`/desk/projects/${projectNo}/screening`, industry());
  return projectNo;
}

/** Registers an industrial project and confirms its plan on the day of registration. @returns its number */
export async function plannedProject(as: As, name: string): Promise<string> {
  const projectNo = await screenedProject(as, name);
  await (await as(HENGYANG.agent)).done(`/desk/projects/${projectNo}/plan`, { on: REGISTERED_ON }, { intent: "confirm" });
  return projectNo;
}

/** Numbers of the items of a project by their Chinese names. */
export async function itemNumbers(as: As, projectNo: string, officer: string = HENGYANG.agent): Promise<(name: string) => string> {
  const { html } = await (await as(officer)).read(`/desk/projects/${projectNo}/stages`);
  const links = [...html.matchAll(/href="\/desk\/items\/([\w-]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  const numbers = new Map(links.map(([, itemNo = "", label = ""]) => [textOf(label), itemNo]));
  return (name) => {
    const found = numbers.get(name);
    if (!found) throw new Error(`${projectNo} has no item ${name}, only ${[...numbers.keys()].join(", ")}`);
    return found;
  };
}

/** How many things were ever recorded of a project: the number of its latest entry in the history. */
export async function recorded(as: As, projectNo: string, officer: string = HENGYANG.agent): Promise<number> {
  const { html } = await (await as(officer)).read(`/desk/projects/${projectNo}/history`);
  return Math.max(0, ...[...textOf(html).matchAll(/第 (\d+) 条/g)].map(([, seq]) => Number(seq)));
}
