import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(".");
let folder = "";

/** One line each that the linter must refuse: the file, the line, the reason it gives. */
const faults = [
  ["app/domain/day.ts", "export const now = () => new Date();\n", "noRestrictedGlobals"],
  ["app/domain/zone.ts", "export const zone = () => process.env.TZ;\n", "noRestrictedGlobals"],
  ["app/domain/load.ts", 'export const load = () => fetch("/");\n', "noRestrictedGlobals"],
  ["app/domain/id.ts", "export const id = () => crypto.randomUUID();\n", "noRestrictedGlobals"],
  ["app/domain/chance.ts", "export const chance = () => Math.random();\n", "Rules are pure"],
  ["app/components/red.tsx", 'export const Red = () => <p style={{ color: "red" }} />;\n', "inline styles"],
  ["app/components/hello.tsx", "export const Hello = () => <p>Hello</p>;\n", "Words for people"],
  ["app/routes/desk/title.tsx", 'export const Title = () => <abbr title="Case" />;\n', "Words for people"],
  ["app/application/name.ts", 'export const name = "代办";\n', "Words for people"],
] as const;

/** Lines that look alike and are allowed. */
const allowed = {
  "app/domain/calendar/calendar-date.ts": 'export const ordinal = (day: string) => Date.parse(day);\nexport const largest = Math.max(1, "a".length);\n',
  "app/components/dot.tsx": 'export const Dot = () => <b className="dot">· 1</b>;\n',
  "app/application/chance.ts": "export const chance = () => Math.random();\n",
  "db/seeds/name.ts": 'export const name = "代办";\n',
} as const;

/** What biome says about one file. */
function lint(path: string): { readonly passed: boolean; readonly said: string } {
  const run = spawnSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "lint", path], { cwd: folder, encoding: "utf8" });
  return { passed: run.status === 0, said: run.stdout + run.stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "daiban-lint-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  cpSync(join(root, ".biome.json"), join(folder, ".biome.json"));
  cpSync(join(root, "scripts/lint"), join(folder, "scripts/lint"), { recursive: true });
  for (const [path, text] of [...faults, ...Object.entries(allowed)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(faults)("%s is refused for: %s", (path, _line, reason) => {
  const { passed, said } = lint(path);
  expect(said).toContain(reason);
  expect(passed).toBe(false);
});

test.each(Object.keys(allowed))("%s is allowed", (path) => {
  expect(lint(path)).toMatchObject({ passed: true });
});
