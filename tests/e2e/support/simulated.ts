import { industry } from "../../../db/seeds/screening";
import { HENGYANG } from "./people";
import { type As, act, itemNumbers, projectFacts, REGISTERED_ON, recorded } from "./project";
import { formsWith } from "./shown-form";
import { ITEM } from "./world";

const { agent, investor, manager, planning } = HENGYANG;

/** The permit before construction, the fourth of the items the tests simulate. */
export const WORKS_PERMIT = "建设工程规划许可证核发";
/** Name of the person who signs for the enterprise of these projects. */
export const SIGNER = "陈志远";
export const APPLIED_ON = "2026-03-02";

export interface KeyProject {
  readonly projectNo: string;
  readonly item: (name: string) => string;
  readonly tab: string;
}

/** A key project of Hengyang with a confirmed plan: the only kind that may be simulated there. */
export async function keyProject(as: As, name: string, on = REGISTERED_ON): Promise<KeyProject> {
  const officer = await as(agent);
  const { location } = await officer.done("/desk/projects/new", { ...projectFacts(name), on, keyProject: "yes" });
  const projectNo = /projects\/([\w-]+)\//.exec(location ?? "")?.[1] ?? "";
  await officer.done(`/desk/projects/${projectNo}/screening`, industry());
  await officer.done(`/desk/projects/${projectNo}/plan`, { on }, { intent: "confirm" });
  return { projectNo, item: await itemNumbers(as, projectNo), tab: `/desk/projects/${projectNo}/simulation` };
}

/** Applies for simulated approval of these items while the land is awaited. @returns the address of the letter to sign */
export async function applied(
  as: As,
  { item, tab, projectNo }: KeyProject,
  names: readonly string[],
  expectedOn = "2026-03-16",
  on = APPLIED_ON,
): Promise<string> {
  const values = { kind: "whole", itemNos: names.map(item), missing: ["land-right"], "expected-land-right": expectedOn, on };
  await (await as(agent)).done(`${tab}/application`, values);
  const { html } = await (await as(investor)).read(`/portal/projects/${projectNo}`);
  return new RegExp(`"(/portal/projects/${projectNo}/letters/simulation-risk/[\\w-]+)"`).exec(html)?.[1] ?? "";
}

/** Signs the letter with a one-time code that the officer hands out. */
export async function signedByCode(as: As, projectNo: string, letter: string) {
  const officer = await as(agent);
  const path = `/desk/projects/${projectNo}/signing-code`;
  const shown = formsWith((await officer.read(path)).html, "personId")[0];
  const handed = await officer.post(path, {
    ...shown?.values,
    letter: shown?.choices.letter?.[0] ?? "",
    personId: shown?.choices.personId?.[0] ?? "",
    proof: "resident-id",
    checked: "yes",
  });
  const code = /<code[^>]*>([\w-]{9})<\/code>/.exec(handed.html)?.[1] ?? "";
  await (await as(investor)).done(letter, {
    typedName: SIGNER,
    capacity: "legal-representative",
    method: "one-time-code",
    signingCode: code,
    confirmed: "yes",
  });
}

/** Applied for, signed and agreed to on one day. */
export async function running(as: As, project: KeyProject, names: readonly string[], expectedOn?: string, on = APPLIED_ON) {
  await signedByCode(as, project.projectNo, await applied(as, project, names, expectedOn, on));
  await (await as(manager)).done(`${project.tab}/ruling`, { ruling: "accept", reason: "重点项目，用地已公告", on });
}

/** The department takes an item up and agrees. */
export async function opined(as: As, { item }: KeyProject, name: string, on: string) {
  await act(as, planning, item(name), "simulated-review", { on });
  await act(as, planning, item(name), "simulated-opinion", { stance: "agree", on });
}

/** The land contract is presented. */
export const landObtained = async (as: As, { tab }: KeyProject, on: string) =>
  (await as(agent)).done(`${tab}/trigger`, { obtained: "land-right", name: "国有建设用地使用权出让合同", number: "衡土让〔2026〕961号", documentOn: on, on });

/** Key projects with a simulated run in every state that has a form; made once per worker, changed by nobody. */
export interface Simulated {
  /** Nothing is simulated yet. */
  readonly bare: KeyProject;
  /** Applied for and asked back; the letter is not signed. */
  readonly applied: KeyProject;
  readonly letter: string;
  /** One item in each state of the simulated review. */
  readonly running: KeyProject;
  /** Something changed: one item is corrected, one waits for its department. */
  readonly converting: KeyProject;
  /** An item that can be converted. */
  readonly ready: KeyProject;
  readonly recorded: () => Promise<number>;
}

/** `worker` keeps the names apart. */
export async function makeSimulated(as: As, worker: number): Promise<Simulated> {
  const named = (what: string) => keyProject(as, `储能电芯基地${worker}区${what}`);
  const bare = await named("一期");
  const waiting = await named("二期");
  const letter = await applied(as, waiting, [ITEM.conditions, ITEM.scheme]);
  await (await as(manager)).done(`${waiting.tab}/ruling`, { ruling: "ask-back", reason: "请说明用地进展", on: APPLIED_ON });
  const under = await named("三期");
  await running(as, under, [ITEM.conditions, ITEM.permit, ITEM.scheme, WORKS_PERMIT]);
  await opined(as, under, ITEM.conditions, "2026-03-05");
  for (const name of [ITEM.scheme, WORKS_PERMIT]) await act(as, planning, under.item(name), "simulated-review", { on: "2026-03-06" });
  await act(as, planning, under.item(WORKS_PERMIT), "simulated-correction", { defects: "缺日照分析", on: "2026-03-09" });
  const [converting, ready] = [await named("四期"), await named("五期")];
  for (const project of [converting, ready]) {
    await running(as, project, [ITEM.conditions, ITEM.scheme]);
    await opined(as, project, ITEM.conditions, "2026-03-05");
    await opined(as, project, ITEM.scheme, "2026-03-09");
    await landObtained(as, project, "2026-03-12");
  }
  await (await as(agent)).done(`/desk/projects/${converting.projectNo}/facts`, { parcelNo: "衡土挂2026-07号", reason: "出让合同载明", on: "2026-03-12" });
  await act(as, planning, converting.item(ITEM.conditions), "difference-review", { outcome: "correct", defects: "补充界址图", on: "2026-03-13" });
  const all = [bare, waiting, under, converting, ready];
  return {
    bare,
    applied: waiting,
    letter,
    running: under,
    converting,
    ready,
    recorded: async () => (await Promise.all(all.map(({ projectNo }) => recorded(as, projectNo)))).reduce((sum, n) => sum + n, 0),
  };
}
