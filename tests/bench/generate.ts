import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { packShelf } from "../../app/application/pack-shelf";
import type { CategoryCode } from "../../app/domain/pack/pack";
import { openDb } from "../../db/open";
import { uuidv7 } from "../../db/uuid";
import { progressBar } from "../../scripts/progress-bar";
import { hengyang } from "../builders/case-story";
import { Copier, caseTables, insertInto } from "./copies";
import { storyTemplates } from "./story-templates";
import { type Progress, playTemplate, seeded, type Template } from "./templates";

/** The day of every measurement: a Friday. */
export const TODAY = "2026-03-20";
export const CENTRE_ID = "0190a000-0000-7000-8000-000000000001";
export const AGENTS = Array.from({ length: 40 }, (_, n) => ({ id: `0190a000-0000-7000-8001-${String(n).padStart(12, "0")}`, name: `代办员${n + 1}` }));

/** Rise when what is generated changes: older files are then made again. */
const GENERATOR = 10;
const COPIES_PER_COMMIT = 250;
/** Above this many projects only the start of each history is written, or the file would hold little else. */
const WHOLE_HISTORIES_UP_TO = 10_000;
const SHORT_HISTORY = 20;

const SHARES: readonly (readonly [Progress, number])[] = [
  ["registered", 0.03],
  ["planned", 0.07],
  ["running", 0.4],
  ["completed", 0.5],
];
const TEMPLATES_PER_KIND = 12;
/** Position of the share that a number between 0 and 1 falls on; -1 when it lies beyond them all. */
const shareAt = (shares: readonly number[], number: number): number =>
  shares.findIndex((_, at) => number < shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0));
const CATEGORIES: readonly CategoryCode[] = ["IND", "GOV", "SOC"];

const PLACES = ["滨海新区", "高新区", "蒸湘区", "雁峰区", "石鼓区", "珠晖区", "南岳区", "松木经开区", "衡南县", "衡阳县", "耒阳市", "常宁市"];
const THINGS = [
  "污水处理厂",
  "新能源减速器",
  "智能装备",
  "生物医药",
  "标准厂房",
  "学校",
  "农产品冷链",
  "光伏电站",
  "数据中心",
  "物流园",
  "养老院",
  "轨道配件",
  "陶瓷釉料",
  "人民医院",
  "老旧小区",
  "城市道路",
];
const DOINGS = ["新建项目", "扩建工程", "技术改造项目", "二期工程", "一期项目", "配套工程", "搬迁项目", "提质改造"];

export interface BenchDatabase {
  readonly path: string;
  readonly projects: number;
  /** Whether each case has all its events; `verify` only agrees then. */
  readonly wholeHistories: boolean;
}

/** A SQLite file with that many projects in one centre; made once and kept in the system's temporary folder. */
export async function benchDatabase(projects: number, { fresh = false } = {}): Promise<BenchDatabase> {
  const folder = join(tmpdir(), "daiban-bench");
  mkdirSync(folder, { recursive: true });
  const schema = createHash("sha256").update(readFileSync("db/migrations/sqlite/meta/_journal.json")).digest("hex").slice(0, 8);
  const path = join(folder, `${projects}-${GENERATOR}-${schema}.sqlite`);
  const wholeHistories = projects <= WHOLE_HISTORIES_UP_TO;
  if (fresh) for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
  if (!existsSync(path)) await generate(path, projects, wholeHistories ? Number.POSITIVE_INFINITY : SHORT_HISTORY);
  return { path, projects, wholeHistories };
}

async function generate(path: string, projects: number, mostEvents: number): Promise<void> {
  const part = `${path}.part`;
  for (const end of ["", "-wal", "-shm"]) rmSync(part + end, { force: true });
  const db = await openDb(`file:${part}`);
  const { t } = db;
  await db.tx(async (q) => {
    await q.insert(t.centre).values({
      id: CENTRE_ID,
      code: "HY",
      nameZh: "衡阳市政务服务中心",
      nameEn: "Hengyang Service Centre",
      level: "city",
      parentId: null,
      regionCode: "430400",
      packId: hengyang.id,
    });
    await q.insert(t.department).values(
      hengyang.departments.map(({ code, name, shortName }) => ({
        centreId: CENTRE_ID,
        code,
        nameZh: name.zh,
        nameEn: name.en,
        shortZh: shortName.zh,
        shortEn: shortName.en,
      })),
    );
    await q
      .insert(t.person)
      .values(AGENTS.map(({ id, name }, n) => ({ id, signInName: `agent${n}`, name, passwordHash: "-", locale: "zh-CN" as const, active: true })));
    await q.insert(t.personRole).values(AGENTS.map(({ id }) => ({ centreId: CENTRE_ID, personId: id, role: "agent" as const, departmentCode: null })));
  });
  await packShelf(db, [hengyang]);
  await db.close();

  const file = new Database(part);
  file.pragma("synchronous = OFF");
  const enterprises = makeEnterprises(file, Math.ceil(projects / 4));
  const statements = new Map(
    caseTables(t).map((table) => {
      const { name, sql } = insertInto(table);
      return [name, file.prepare(sql)] as const;
    }),
  );
  const random = seeded(20260320);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const copiersOf = (templates: readonly Template[]) => templates.map((template) => new Copier(t, template));
  const copiers = makeTemplates(random).map(copiersOf);
  // Of a fifth of the projects a simulated run or a promise is told, whatever else they do.
  const told = storyTemplates(CENTRE_ID, TODAY).map(({ share, templates }) => ({ share, copiers: copiersOf(templates) }));
  const [plainShares, toldShares] = [SHARES.map(([, share]) => share), told.map(({ share }) => share)];
  const show = progressBar(`generate ${projects}`);
  for (let made = 0; made < projects; ) {
    file.exec("BEGIN");
    for (const until = Math.min(projects, made + COPIES_PER_COMMIT); made < until; made++) {
      const kind = told[shareAt(toldShares, random())]?.copiers ?? copiers[Math.max(0, shareAt(plainShares, random()))];
      const enterprise = pick(enterprises);
      const agent = pick(AGENTS);
      const identity = {
        number: made + 1,
        projectNo: `HY-2026-${String(made + 1).padStart(6, "0")}`,
        name: `${pick(PLACES)}${pick(THINGS)}${pick(DOINGS)}`,
        enterpriseId: enterprise.id,
        enterpriseName: enterprise.name,
        creditCode: enterprise.creditCode,
        agentId: agent.id,
        agentName: agent.name,
        timeOfDay: new Date(Math.floor(random() * 14 * 3_600_000)).toISOString().slice(11, 23),
      };
      for (const { table, values } of pick(kind ?? []).copy(CENTRE_ID, identity, mostEvents).rows) statements.get(table)?.run(...values);
    }
    file.exec("COMMIT");
    show(made, projects);
  }
  file.pragma("wal_checkpoint(TRUNCATE)");
  file.close();
  renameSync(part, path);
}

/** Templates of each kind, in the order of `SHARES`. */
function makeTemplates(random: () => number): readonly (readonly Template[])[] {
  return SHARES.map(([progress]) => {
    const start = progress === "running" ? ["2026-02-09", "2026-02-24", "2026-03-04", "2026-03-11"] : ["2025-03-03", "2025-06-02"];
    return CATEGORIES.flatMap((category) =>
      Array.from({ length: TEMPLATES_PER_KIND }, (_, n) => playTemplate(CENTRE_ID, category, progress, start[n % start.length] ?? "2026-01-12", TODAY, random)),
    );
  });
}

function makeEnterprises(file: Database.Database, count: number): readonly { readonly id: string; readonly name: string; readonly creditCode: string }[] {
  const insert = file.prepare(`INSERT INTO "enterprise" ("centre_id", "id", "credit_code", "name") VALUES (?, ?, ?, ?)`);
  const enterprises = Array.from({ length: count }, (_, n) => ({
    id: uuidv7(),
    name: `${PLACES[n % PLACES.length]}${THINGS[n % THINGS.length]}有限公司${n}`,
    creditCode: `9143${String(n).padStart(13, "0")}X`,
  }));
  file.transaction(() => {
    for (const { id, creditCode, name } of enterprises) insert.run(CENTRE_ID, id, creditCode, name);
  })();
  return enterprises;
}
