import { afterAll, beforeAll, expect, test } from "vitest";
import { recordBreach } from "../../app/application/credit";
import { execute } from "../../app/application/execute";
import { letterDigest, outdatedSignatures } from "../../app/application/letter-digest";
import { type Cast, raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStories } from "../../app/application/maintenance/play-stories";
import { openServices } from "../../app/application/open-services";
import { letterPage } from "../../app/application/queries/letter-page";
import { portalCommitments } from "../../app/application/queries/portal-commitment";
import { portalHome } from "../../app/application/queries/portal-home";
import { noticeTodos, portalNotices } from "../../app/application/queries/portal-notices";
import { portalRuns, simulationTodos } from "../../app/application/queries/portal-simulation";
import type { CaseInView } from "../../app/application/queries/project-case";
import { signedAnew } from "../../app/application/queries/signed-anew";
import type { Services } from "../../app/application/services";
import type { Command } from "../../app/domain/case/commands";
import type { Actor } from "../../app/domain/case/context";
import { type Letter, letterOf } from "../../app/domain/case/letter";
import type { Commitment } from "../../app/domain/case/parts/project-commitment";
import type { Signature } from "../../app/domain/case/parts/signature";
import type { SimulatedRun } from "../../app/domain/case/parts/simulation";
import { factsNow } from "../../app/domain/case/project-facts";
import type { ProjectCase } from "../../app/domain/case/state";
import { loadCase } from "../../db/repositories/case-rows";
import { hengyangCommitment } from "../../db/seeds/stories/hengyang-commitment";
import { hengyangDesk } from "../../db/seeds/stories/hengyang-desk";
import { uuidv7 } from "../../db/uuid";
import { hengyang } from "../builders/case-story";
import { aSignedNotice, noticeOf } from "../builders/notice-story";
import { type DatabasePlace, databasePlace } from "../support/databases";

const TODAY = "2026-03-16";
const STORIES = [...hengyangCommitment, ...hengyangDesk];

/** Letters that were signed in the demo and wait for a decision. */
let place: DatabasePlace;
let services: Services;
let cast: Cast;

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  services = await openServices({ databaseUrl: place.url, today: TODAY });
  await raiseDemoCentres(services, STORIES, "no password opens this");
  cast = await readCast(services);
  await playStories(services, STORIES, cast);
}, 120_000);
afterAll(async () => {
  await services.db.close();
  await place.remove();
});

async function caseNamed(name: string): Promise<ProjectCase> {
  const { q, t } = services.db;
  const rows = await q.select({ centreId: t.project.centreId, no: t.project.projectNo, name: t.project.name }).from(t.project);
  const row = rows.find((one) => one.name.includes(name));
  const loaded = row && (await loadCase(services.db, row.centreId, { projectNo: row.no }));
  if (!loaded) throw new Error(`no demo project ${name}`);
  return loaded.state;
}

const send = (who: string, { project }: ProjectCase, command: Command) =>
  execute(services, cast.named(who), command, { projectNo: project.projectNo, idempotencyKey: uuidv7() });

/** Another site is written into the case; the letter that names the old one was signed. */
const moved = (state: ProjectCase, site: string) =>
  send("demo-hy-agent", state, { type: "change-facts", facts: { ...factsNow(state.project), site }, reason: "选址调整", on: TODAY });

const inForce = (state: ProjectCase): Command => ({
  type: "put-in-force",
  commitmentNo: Object.values(state.commitments).at(-1)?.commitmentNo ?? "",
  checks: [
    { point: "before-start", dueOn: "2026-04-20" },
    { point: "construction", dueOn: null },
    { point: "completion", dueOn: null },
    { point: "operation", dueOn: null },
  ],
  on: TODAY,
});
const accepted = (state: ProjectCase): Command => ({
  type: "rule-on-simulation",
  runNo: Object.values(state.runs).at(-1)?.runNo ?? "",
  ruling: "accept",
  reason: "前置条件预期明确，同意模拟审批",
  on: TODAY,
});

test("R-465 (H44, H45): a legal representative named or changed after the signature is another letter; the same name again is none", async () => {
  const renamed = (state: ProjectCase, legalRepresentative: string | null) =>
    send("demo-hy-agent", state, { type: "change-facts", facts: { ...factsNow(state.project), legalRepresentative }, reason: "变更登记", on: TODAY });
  const outdatedIn = (state: ProjectCase) => outdatedSignatures(state, services.pack(state.project.packDigest));
  const tools = await caseNamed("数控刀具");
  const { legalRepresentative: before } = tools.project;
  expect(before).not.toBeNull();
  expect(await renamed(tools, "周国平")).toMatchObject({ ok: true });
  expect(await send("demo-hy-manager", tools, inForce(tools))).toMatchObject({ ok: false, status: 409, error: { code: "signed-letter-outdated" } });
  expect(await renamed(tools, before)).toMatchObject({ ok: true });
  expect(outdatedIn(await caseNamed("数控刀具"))).toEqual([]);
  const run = await caseNamed("光伏");
  expect(await renamed(run, "周国平")).toMatchObject({ ok: true });
  expect(await send("demo-hy-manager", run, accepted(run))).toMatchObject({ ok: false, status: 409, error: { code: "signed-letter-outdated" } });
  expect(await renamed(run, run.project.legalRepresentative)).toMatchObject({ ok: true });
  expect(outdatedIn(await caseNamed("光伏"))).toEqual([]);
});

test("R-445 (H44, H45): nothing is decided on a letter that says something else by now", async () => {
  const tools = await caseNamed("数控刀具");
  const { site } = tools.project;
  expect(await moved(tools, "衡阳高新区另一地块")).toMatchObject({ ok: true });
  expect(await send("demo-hy-manager", tools, inForce(tools))).toMatchObject({ ok: false, status: 409, error: { code: "signed-letter-outdated" } });
  const run = await caseNamed("光伏");
  expect(await moved(run, "衡阳高新区另一地块")).toMatchObject({ ok: true });
  expect(await send("demo-hy-manager", run, accepted(run))).toMatchObject({ ok: false, status: 409, error: { code: "signed-letter-outdated" } });
  for (const { project } of [tools, run])
    expect(await moved(await caseNamed(project.name), project === tools.project ? site : run.project.site)).toMatchObject({ ok: true });
});

test("R-457 (H44, H45): the home and the page of the project ask the investor for letters that changed since they were signed, and only for those", async () => {
  const asked = async (state: ProjectCase) => {
    const home = await portalHome(services, investorOf(state), null);
    const own = home.projects.find(({ projectNo }) => projectNo === state.project.projectNo);
    return [...(own?.letters ?? []).map(({ anew }) => anew), ...(own?.commitments ?? []).map(({ kind }) => kind)];
  };
  const runTold = (state: ProjectCase) => portalRuns(inView(state))[0];
  const [tools, run] = [await caseNamed("数控刀具"), await caseNamed("光伏")];
  expect([await asked(tools), await asked(run)]).toEqual([[], []]);
  expect(runTold(run)).toMatchObject({ outdated: false, steps: [{ code: "run-rule" }] });
  for (const one of [tools, run]) expect(await moved(one, "衡阳高新区另一地块")).toMatchObject({ ok: true });
  expect(await asked(tools)).toEqual(["sign-anew"]);
  expect(await asked(run)).toEqual([true]);
  const changed = await caseNamed("光伏");
  expect(runTold(changed)).toMatchObject({ outdated: true, steps: [{ code: "run-sign-anew" }] });
  expect(simulationTodos(portalRuns(inView(changed)))).toBe(1);
  for (const { project } of [tools, run]) expect(await moved(await caseNamed(project.name), project.site)).toMatchObject({ ok: true });
  expect([await asked(tools), await asked(run)]).toEqual([[], []]);
});

test("R-457 (H44): a signed notice commitment whose letter changed is told to the investor, who takes it back", () => {
  const story = aSignedNotice();
  const { id, signatureId } = noticeOf(story);
  const digest = letterDigest(letterOf("notice-commitment", story.case, id, hengyang) as Letter);
  const signature = { ...story.case.signatures[signatureId ?? ""], digest } as Signature;
  const signed = { ...story.case, signatures: { [signature.id]: signature } };
  const changed = { ...signed, project: { ...signed.project, site: "另一地块" } };
  const view = (state: ProjectCase) => portalNotices({ ...inView(state), pack: hengyang });
  expect(view(signed)).toMatchObject([{ status: "signed", outdated: false }]);
  expect(view(changed)).toMatchObject([{ status: "signed", outdated: true }]);
  expect([noticeTodos(view(signed)), noticeTodos(view(changed))]).toEqual([0, 1]);
  const anew = ({ project, ...state }: ProjectCase) => {
    const notices = Object.values(state.noticeCommitments).map((one) => ({ ...one, centreId: "", projectId: "" }));
    const signatures = Object.values(state.signatures).map((one) => ({ ...one, centreId: "", projectId: "" }));
    return [...signedAnew({ project, items: Object.values(state.items), runs: [], simulated: [], letters: [], notices, signatures }, hengyang)];
  };
  expect([anew(signed), anew(changed)]).toEqual([[], [id]]);
});

test("R-446 (F32): who is barred or no longer eligible is stopped at the decision", async () => {
  const tools = await caseNamed("数控刀具");
  const { enterpriseId } = tools.project;
  const breach = { kind: "deferral", reason: "容缺材料逾期未补", on: TODAY, key: uuidv7() } as const;
  expect(await recordBreach(services, cast.named("demo-hy-manager"), enterpriseId, breach)).toMatchObject({ ok: true });
  expect(await send("demo-hy-manager", tools, inForce(tools))).toMatchObject({ ok: false, status: 409, error: { code: "commitment-barred-by-credit" } });
});

/** Who signs for the enterprise of a case. */
function investorOf({ project }: ProjectCase): Actor {
  const found = ["demo-hy-investor", "demo-hy-investor2"]
    .map((name) => cast.named(name))
    .find(({ enterpriseIds }) => enterpriseIds.includes(project.enterpriseId));
  if (!found) throw new Error("nobody acts for that enterprise");
  return found;
}
const commitmentOf = (state: ProjectCase) => Object.values(state.commitments).at(-1) as Commitment;
const inView = (state: ProjectCase): CaseInView => ({
  state,
  pack: services.pack(state.project.packDigest),
  calendar: services.calendarOf(state.project.centreId),
  today: TODAY,
  actor: cast.named("demo-hy-investor"),
});
/** What the investor is told of the newest commitment. */
const told = (state: ProjectCase) => portalCommitments(inView(state))[0];

test("R-457 (H44): the investor is told of a plan without a construction permit and of a letter that changed since it was signed", async () => {
  const tools = await caseNamed("数控刀具");
  expect(told(tools)).toMatchObject({ mayWithdraw: true, outdated: false });
  expect(told(tools)?.stops.some(({ item }) => item === null)).toBe(false);
  const items = Object.fromEntries(Object.entries(tools.items).filter(([, { code }]) => !code.startsWith("construction-permit")));
  expect(told({ ...tools, items })?.stops).toContainEqual({ item: null, law: "construction-permit" });
  expect(told({ ...tools, project: { ...tools.project, site: "另一地块" } })).toMatchObject({ mayWithdraw: true, outdated: true });
});

test("R-450 (H44): the enterprise takes the changed letter back, signs it as it is now, and the publicity starts again", async () => {
  const name = "数控刀具";
  const before = await caseNamed(name);
  const { id: subjectId, commitmentNo } = commitmentOf(before);
  const signed = Object.values(before.signatures).find((one) => one.subjectId === subjectId);
  const investor = investorOf(before);
  const by = (command: Command) => execute(services, investor, command, { projectNo: before.project.projectNo, idempotencyKey: uuidv7() });
  expect(await moved(before, "衡阳高新区另一地块")).toMatchObject({ ok: true });
  expect(told(await caseNamed(name))).toMatchObject({ outdated: true });
  expect(await by({ type: "withdraw-letter", letterKind: "project-commitment", subjectId, reason: "选址已调整" })).toMatchObject({ ok: true });
  const awaited = await caseNamed(name);
  expect(commitmentOf(awaited)).toMatchObject({ status: "awaiting-promise", publicityFrom: null, publicityTo: null });
  const shownDigest = letterDigest(letterOf("project-commitment", awaited, subjectId, services.pack(awaited.project.packDigest)) as Letter);
  const signing = {
    ...signed,
    type: "sign-letter",
    letterKind: "project-commitment",
    subjectId,
    shownDigest,
    digest: "",
    typedName: investor.name,
    method: "password",
    address: null,
  } as unknown as Command;
  expect(await by(signing)).toMatchObject({ ok: true });
  const housing = cast.named("demo-hy-manager");
  const precheck: Command = { type: "precheck-promise", commitmentNo, outcome: "pass", defects: [], on: TODAY };
  expect(await execute(services, housing, precheck, { projectNo: before.project.projectNo, idempotencyKey: uuidv7() })).toMatchObject({ ok: true });
  expect(await send("demo-hy-agent", before, { type: "open-publicity", commitmentNo, at: "高新区政务公开栏", on: TODAY })).toMatchObject({ ok: true });
  expect(commitmentOf(await caseNamed(name))).toMatchObject({ status: "in-publicity", publicityFrom: TODAY, publicityTo: "2026-03-23" });
  expect(told(await caseNamed(name))).toMatchObject({ outdated: false });
});

test("R-449 (H45): a run that was agreed to is left by its enterprise at its letter, and its day moves without touching what was signed", async () => {
  const runs = (state: ProjectCase) => Object.values(state.runs).at(-1) as SimulatedRun;
  const state = await caseNamed("光伏");
  expect(await send("demo-hy-manager", state, accepted(state))).toMatchObject({ ok: true });
  const { runNo, missing, id } = runs(state);
  const move: Command = {
    type: "move-expected-day",
    runNo,
    precondition: missing[0]?.code ?? "",
    expectedOn: "2026-09-30",
    pastValidity: false,
    reason: "挂牌延期",
    on: TODAY,
  };
  expect(await send("demo-hy-agent", state, move)).toMatchObject({ ok: true });
  const delayed = await caseNamed("光伏");
  expect(runs(delayed).missing[0]).toMatchObject({ expectedOn: missing[0]?.expectedOn, moved: [{ to: "2026-09-30", reason: "挂牌延期" }] });
  expect(outdatedSignatures(delayed, services.pack(delayed.project.packDigest))).toEqual([]);
  const investor = investorOf(delayed);
  const about = { projectNo: delayed.project.projectNo, kind: "simulation-risk", subjectId: id };
  expect((await letterPage(services, investor, about))?.page).toMatchObject({
    outdated: false,
    mayWithdraw: false,
    run: { runNo, mayLeave: true, moved: [{ to: "2026-09-30" }] },
  });
  const leave: Command = { type: "terminate-simulation", runNo, ground: "withdrawn", reason: "改用净地", on: TODAY };
  const outcome = await execute(services, investor, leave, { projectNo: delayed.project.projectNo, idempotencyKey: uuidv7() });
  expect(outcome).toMatchObject({ ok: true });
  expect((await letterPage(services, investor, about))?.page.run).toMatchObject({ mayLeave: false });
});
