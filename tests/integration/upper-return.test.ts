import { afterAll, beforeAll, expect, test } from "vitest";
import { execute } from "../../app/application/execute";
import { type Cast, raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStory } from "../../app/application/maintenance/play-stories";
import { openServices } from "../../app/application/open-services";
import { departmentInboxPage } from "../../app/application/queries/department-inbox";
import { itemPage } from "../../app/application/queries/item";
import { portalProject } from "../../app/application/queries/portal-project";
import { todayPage } from "../../app/application/queries/today";
import { GROUPS_OF } from "../../app/application/queries/work-groups";
import type { Services } from "../../app/application/services";
import type { Actor } from "../../app/domain/case/context";
import type { ProjectCase } from "../../app/domain/case/state";
import { loadCase } from "../../db/repositories/case-rows";
import { stories } from "../../db/seeds/stories";
import { uuidv7 } from "../../db/uuid";
import { type DatabasePlace, databasePlace } from "../support/databases";

const TODAY = "2026-03-16";
/** A project of Hengyang whose forest land item lies with the province. */
const TOLD = "hy-forest-works";

let place: DatabasePlace;
let services: Services;
let cast: Cast;
let projectNo: string;

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  services = await openServices({ databaseUrl: place.url, today: TODAY });
  await raiseDemoCentres(services, stories, "no password opens this");
  cast = await readCast(services);
  const story = stories.find((candidate) => candidate.key === TOLD);
  if (!story) throw new Error(`the story ${TOLD} is gone`);
  projectNo = await playStory(services, story, cast);
}, 120_000);

afterAll(async () => {
  await services.db.close();
  await place.remove();
});

async function theCase(): Promise<ProjectCase> {
  const centreId = cast.named("demo-hy-agent").centreId;
  const loaded = await loadCase(services.db, centreId, { projectNo });
  if (!loaded) throw new Error(`${projectNo} is gone`);
  return loaded.state;
}

/** The row of the item that the Today page of this person shows. */
async function rowOf(actor: Actor, itemNo: string) {
  const groups = GROUPS_OF[actor.role];
  const pages = await Promise.all(groups.map((group) => todayPage(services, actor, { group, after: null })));
  return pages.flatMap(({ rows }) => rows).find((row) => row.itemNo === itemNo);
}

test("R-469 (Z06): a file that came back stands with the department with who returned it, when and why; the inbox sends what is decided above up", async () => {
  const before = await theCase();
  const item = Object.values(before.items).find(({ code }) => code === "forest-land");
  if (!item) throw new Error("nothing was forwarded");
  const { itemNo } = item;
  const agent = cast.named("demo-hy-agent");
  const [reviewer] = cast.reviewers("HY", item.departmentCode);
  const investor = cast.actingFor("HY", before.project.enterpriseId);
  if (!reviewer) throw new Error(`nobody reviews for ${item.departmentCode}`);
  expect(item.status).toBe("forwarded");
  const command = { type: "record-upper-return", itemNo, reason: "补充补偿协议", on: TODAY } as const;
  expect(await execute(services, agent, command, { projectNo, idempotencyKey: uuidv7() })).toMatchObject({ ok: true });

  const returned = { by: "湖南省林业局", on: TODAY, reason: "补充补偿协议" };
  expect((await itemPage(services, reviewer, itemNo))?.item.holder).toMatchObject({ kind: "department", returned });
  const portal = await portalProject(services, investor, projectNo);
  const seen = portal?.stages.flatMap(({ items }) => items).find((one) => one.itemNo === itemNo);
  expect(seen?.holder).toMatchObject({ kind: "department", returned });
  expect(await rowOf(agent, itemNo)).toMatchObject({ detail: { kind: "returned", ...returned }, act: null });
  expect(await rowOf(reviewer, itemNo)).toMatchObject({ detail: { kind: "returned", ...returned }, act: "forward-item" });
  const inbox = await departmentInboxPage(services, reviewer, { show: null, after: null });
  expect(inbox.work.rows.map((row) => row.act)).not.toContain("decide-item");
});
