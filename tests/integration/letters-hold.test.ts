import { afterAll, beforeAll, expect, test } from "vitest";
import { recordBreach } from "../../app/application/credit";
import { execute } from "../../app/application/execute";
import { type Cast, raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStories } from "../../app/application/maintenance/play-stories";
import { openServices } from "../../app/application/open-services";
import type { Services } from "../../app/application/services";
import type { Command } from "../../app/domain/case/commands";
import { factsNow } from "../../app/domain/case/project-facts";
import type { ProjectCase } from "../../app/domain/case/state";
import { loadCase } from "../../db/repositories/case-rows";
import { hengyangCommitment } from "../../db/seeds/stories/hengyang-commitment";
import { hengyangDesk } from "../../db/seeds/stories/hengyang-desk";
import { uuidv7 } from "../../db/uuid";
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
  const loaded = row && (await loadCase(q, t, row.centreId, { projectNo: row.no }));
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

test("R-446 (F32): who is barred or no longer eligible is stopped at the decision", async () => {
  const tools = await caseNamed("数控刀具");
  const { enterpriseId } = tools.project;
  const breach = { kind: "deferral", reason: "容缺材料逾期未补", on: TODAY, key: uuidv7() } as const;
  expect(await recordBreach(services, cast.named("demo-hy-manager"), enterpriseId, breach)).toMatchObject({ ok: true });
  expect(await send("demo-hy-manager", tools, inForce(tools))).toMatchObject({ ok: false, status: 409, error: { code: "commitment-barred-by-credit" } });
});
