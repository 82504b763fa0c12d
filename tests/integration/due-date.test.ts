import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { dueDate } from "../../scripts/due-date";

const read = (...args: string[]) => JSON.parse(dueDate([...args, "--json"]).stdout);

/** Runs the command as people do, from another folder and in another time zone: neither may change the answer. */
function run(...args: string[]) {
  const root = resolve(import.meta.dirname, "../..");
  const command = [resolve(root, "node_modules/tsx/dist/cli.mjs"), resolve(root, "scripts/due-date.ts"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: tmpdir(), encoding: "utf8", env: { ...process.env, TZ: "America/New_York" } });
  return { status, stdout, stderr };
}

describe("npm run due-date", () => {
  test("answers with exactly due, provisional, used, remaining, paused and light", () => {
    expect(read("--accepted", "2026-03-02", "--days", "10", "--asof", "2026-03-05")).toEqual({
      due: "2026-03-16",
      provisional: false,
      used: 3,
      remaining: 7,
      paused: 0,
      light: "ok",
    });
  });

  test("takes unit, several pauses, extension, start rule and pause rule", () => {
    const pauses = ["--pause", "2026-03-04..2026-03-10", "--pause", "2026-03-09..2026-03-11"];
    expect(read("--accepted", "2026-03-02", "--days", "3", ...pauses, "--asof", "2026-03-12")).toEqual({
      due: "2026-03-12",
      provisional: false,
      used: 3,
      remaining: 0,
      paused: 5,
      light: "warn",
    });
    expect(
      read("--accepted", "2026-03-02", "--days", "3", ...pauses, "--pause-rule", "inclusive", "--extend", "1", "--start", "T+0", "--asof", "2026-03-02").due,
    ).toBe("2026-03-13");
    expect(read("--accepted", "2026-09-01", "--days", "30", "--unit", "cal", "--asof", "2026-10-09")).toEqual({
      due: "2026-10-08",
      provisional: false,
      used: 31,
      remaining: -1,
      paused: 0,
      light: "late",
    });
  });

  test("has no due day while a pause is open, and says when a date is provisional", () => {
    expect(read("--accepted", "2026-03-02", "--days", "10", "--pause", "2026-03-04..", "--asof", "2026-03-09")).toEqual({
      due: null,
      provisional: false,
      used: 2,
      remaining: null,
      paused: 3,
      light: "paused",
    });
    expect(read("--accepted", "2026-12-25", "--days", "10", "--asof", "2026-12-28")).toMatchObject({ due: "2027-01-08", provisional: true });
  });

  test("without --json one line in Chinese", () => {
    expect(dueDate(["--accepted", "2026-03-02", "--days", "10", "--asof", "2026-03-05"]).stdout).toBe(
      "到期 2026-03-16；截至 2026-03-05：已用 3 日，剩余 7 日，暂停 0 日，● 正常\n",
    );
  });

  test("without --asof it reads the clock today", () => {
    expect(read("--accepted", "2017-03-01", "--days", "1")).toMatchObject({ due: "2017-03-02", light: "late" });
  });

  test("what cannot be used is told on stderr with exit 2 and nothing on stdout", () => {
    const faults: [string[], string][] = [
      [["--days", "10"], "--accepted is missing"],
      [["--accepted", "2026-03-02"], "--days is missing"],
      [["--accepted", "2026-02-30", "--days", "10"], "--accepted 2026-02-30: not an existing day"],
      [["--accepted", "2026-03-02", "--days", "1.5"], "--days 1.5: not a whole number"],
      [["--accepted", "2026-03-02", "--days", "3", "--unit", "weeks"], "--unit weeks: must be wd or cal"],
      [["--accepted", "2026-03-02", "--days", "3", "--pause", "2026-03-10..2026-03-04"], "ends before it begins"],
      [["--accepted", "2026-03-02", "--days", "3", "--pause", "2026-03-10"], "must be written first..last"],
      [["--accepted", "2026-03-02", "--days", "3", "--pause", "2025-03-10.."], "begins before the clock starts"],
      [["--accepted", "2026-03-02", "--days", "3", "--haste"], "Unknown option '--haste'"],
      [["2026-03-02"], "Unexpected argument"],
    ];
    for (const [args, message] of faults) {
      const { exitCode, stdout, stderr } = dueDate(args);
      expect([exitCode, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(message);
    }
  });

  test("as a process it prints one answer and exits 0, or complains and exits 2", () => {
    const good = run("--accepted", "2026-02-12", "--days", "3", "--asof", "2026-02-13", "--json");
    expect([good.status, good.stdout]).toEqual([0, '{"due":"2026-02-24","provisional":false,"used":1,"remaining":2,"paused":0,"light":"ok"}\n']);
    const bad = run("--accepted", "2026-02-30", "--days", "3");
    expect([bad.status, bad.stdout]).toEqual([2, ""]);
    expect(bad.stderr).toContain("due-date: --accepted 2026-02-30: not an existing day written YYYY-MM-DD");
  });
});
