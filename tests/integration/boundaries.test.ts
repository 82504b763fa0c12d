import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(".");
const folders: string[] = [];

/** A small product in a temporary folder, with this repository's packages. Values are the files' text, keys their paths. */
function plant(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "daiban-boundaries-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of ["node_modules", "package.json", "tsconfig.json"]) symlinkSync(join(root, name), join(folder, name));
  return folder;
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
  readonly cycle?: readonly { readonly name: string }[];
}

/** Every rule broken in that folder, as `rule: importing file`; a cycle once for each of its files. */
function broken(folder: string): readonly string[] {
  const args = ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "--config", join(root, "scripts/boundaries.cjs"), "--output-type", "json"];
  const run = spawnSync(process.execPath, [...args, "app", "db", "scripts"], { cwd: folder, encoding: "utf8", maxBuffer: 64 << 20 });
  const report: { summary: { violations: readonly Violation[] } } = JSON.parse(run.stdout);
  return report.summary.violations.flatMap(({ from, rule, cycle = [] }) => [from, ...cycle.map(({ name }) => name)].map((file) => `${rule.name}: ${file}`));
}

/** A product that keeps every rule; each fault below changes one file of it or adds one. */
const clean = {
  "app/domain/case/state.ts": "export interface ProjectCase { readonly no: string }\nexport const first = 1;\n",
  "app/domain/case/decide.ts": 'import { first } from "./state";\nexport const decide = () => first;\n',
  "app/domain/access/permissions.ts": "export const may = () => true;\n",
  "app/i18n/index.ts": 'import type { ProjectCase } from "../domain/case/state";\nexport const words = (project: ProjectCase) => project.no;\n',
  "app/components/tag.tsx": 'import { words } from "../i18n";\nexport const Tag = () => <b>{words({ no: "1" })}</b>;\n',
  "app/pdf/report.ts": 'import PDFDocument from "pdfkit";\nimport { words } from "../i18n";\nexport const report = [PDFDocument, words];\n',
  "db/port.ts": 'import type { ProjectCase } from "../app/domain/case/state";\nexport interface Db { readonly load: () => ProjectCase }\n',
  "db/sqlite.ts": 'import Database from "better-sqlite3";\nexport const open = () => new Database(":memory:");\n',
  "app/application/execute.ts":
    'import { decide } from "../domain/case/decide";\nimport type { Db } from "../../db/port";\nexport const execute = (_: Db) => decide();\n',
  "app/web/server.ts":
    'import express from "express";\nimport { may } from "../domain/access/permissions";\nimport { execute } from "../application/execute";\nexport const server = [express, execute, may];\n',
  "app/web/session.server.ts": "export const session = 1;\n",
  "app/routes/desk/today.tsx":
    'import { session } from "../../web/session.server";\nimport type { ProjectCase } from "../../domain/case/state";\nimport { Tag } from "../../components/tag";\nexport const Page = (_: ProjectCase) => <Tag key={session} />;\n',
  "app/routes/portal/home.tsx": "export const Home = () => null;\n",
  "app/routes.ts": 'import { route } from "@remix-run/route-config";\nexport default [route("/", "routes/portal/home.tsx")];\n',
  "app/enhance/enhance.ts": "export const enhance = 1;\n",
  "scripts/verify.ts": 'import { execute } from "../app/application/execute";\nexport const verify = execute;\n',
  "tests/support/day.ts": 'export const day = "2026-03-02";\n',
} as const;

/** One planted fault per rule: the file, its first line, the rule that must name it. */
const faults = [
  ["no-cycles", "app/domain/case/state.ts", 'import { decide } from "./decide";\nexport type Decide = typeof decide;\n'],
  ["resolvable", "app/pdf/lost.ts", 'export * from "./nowhere";'],
  ["domain-knows-itself", "app/domain/plan/plan.ts", 'export type { words } from "../../i18n";'],
  ["domain-without-packages", "app/domain/plan/schema.ts", 'export { z } from "zod";'],
  ["domain-without-packages", "app/domain/plan/digest.ts", 'export { createHash } from "node:crypto";'],
  ["i18n-knows-domain-types", "app/i18n/page.ts", 'export type { server } from "../web/server";'],
  ["i18n-only-types-of-domain", "app/i18n/codes.ts", 'export { first } from "../domain/case/state";'],
  ["components-know-domain-i18n", "app/components/list.tsx", 'export { execute } from "../application/execute";'],
  ["pdf-knows-domain-i18n", "app/pdf/query.ts", 'export { open } from "../../db/sqlite";'],
  ["db-knows-domain", "db/repository.ts", 'export { execute } from "../app/application/execute";'],
  ["application-knows-below", "app/application/answer.ts", 'export { server } from "../web/server";'],
  ["web-knows-application", "app/web/query.ts", 'export { open } from "../../db/sqlite";'],
  ["web-decides-nothing", "app/web/decide.ts", 'export { decide } from "../domain/case/decide";'],
  ["routes-know-application", "app/routes/desk/query.tsx", 'export type { Db } from "../../../db/port";'],
  ["routes-know-application", "app/routes/desk/paper.tsx", 'export { report } from "../../pdf/report";'],
  ["routes-decide-nothing", "app/routes/desk/decide.tsx", 'export { decide } from "../../domain/case/decide";'],
  ["areas-apart", "app/routes/desk/borrow.tsx", 'export { Home } from "../portal/home";'],
  ["enhance-alone", "app/enhance/words.ts", 'export { words } from "../i18n";'],
  ["scripts-know-application", "scripts/page.ts", 'export { Home } from "../app/routes/portal/home";'],
  ["server-files-stay-on-the-server", "app/components/person.tsx", 'export { session } from "../web/session.server";'],
  ["browser-code-without-node", "app/components/file.tsx", 'export { readFileSync } from "node:fs";'],
  ["engines-behind-the-port", "app/application/engine.ts", 'export { default } from "better-sqlite3";'],
  ["engines-behind-the-port", "app/application/dialect.ts", 'export { pgTable } from "drizzle-orm/pg-core";'],
  ["no-development-packages-in-the-product", "app/application/compile.ts", 'export { build } from "vite";'],
  ["nothing-needs-tests", "scripts/borrow.ts", 'export { day } from "../tests/support/day";'],
] as const;

let found: readonly string[] = [];

beforeAll(() => {
  const planted: Record<string, string> = { ...clean };
  for (const [, path, line] of faults) planted[path] = line + (planted[path] ?? "");
  found = broken(plant(planted));
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("a product that keeps every boundary passes", () => {
  expect(broken(plant(clean))).toEqual([]);
});

test.each(faults)("%s is named when %s breaks it", (rule, path) => {
  expect(found).toContain(`${rule}: ${path}`);
});

test("every boundary has a planted fault", () => {
  const named = new Set<string>(faults.map(([rule]) => rule));
  const config: { forbidden: readonly { name: string }[] } = createRequire(import.meta.url)(join(root, "scripts/boundaries.cjs"));
  expect(config.forbidden.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});
