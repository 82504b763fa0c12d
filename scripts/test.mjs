/**
 * `npm test`: installs what the tests need, runs every check and every test, and ends with one line `N passed, M failed`.
 * A failing step does not hide the others. Each step can be run alone; README.md lists them.
 * What needs one core runs two beside each other; the tests have workers of their own and run one suite after the other.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { browser } from "./setup/browser.mjs";
import { packages } from "./setup/packages.mjs";
import { postgres } from "./setup/postgres.mjs";
import { npm, root, run, seconds, Unmet } from "./setup/steps.mjs";
import { pdfReader } from "./setup/system.mjs";

const reports = join(root, "node_modules/.cache/daiban/reports");
const since = performance.now();

/** Reads what a test runner counted; null when it ended before it could write. */
function report(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

const heading = (name) => `\n── ${name}\n`;

/** Runs one command of package.json, so that it does here what it does alone. */
const command = async (name, args = [], env = {}) =>
  (await run(npm, ["run", "--silent", name, ...(args.length > 0 ? ["--", ...args] : [])], { show: true, env })).code;

/** A check counts as one: it passes or it fails. What it says is kept until it ends, for another runs beside it. */
const check = (name) => ({
  name,
  beside: true,
  work: async () => {
    const { code, output } = await run(npm, ["run", "--silent", `check:${name}`]);
    process.stdout.write(`${heading(name)}${output}`);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
});

/** Tests of one vitest project. A file that cannot be loaded has no tests of its own, yet it failed. */
const project = (name) => ({
  name: `${name} tests`,
  work: async () => {
    const file = join(reports, `${name}.json`);
    const code = await command(`test:${name}`, ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`]);
    const counted = report(file);
    const passed = counted?.numPassedTests ?? 0;
    const unloaded = (counted?.testResults ?? []).filter(
      (suite) => suite.status === "failed" && !suite.assertionResults.some((one) => one.status === "failed"),
    );
    const failed = (counted?.numFailedTests ?? 0) + unloaded.length;
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
  },
});

/** Tests in the browser against the built product. */
const browserTests = {
  name: "browser tests",
  work: async () => {
    const file = join(reports, "browser.json");
    const code = await command("test:e2e", [], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
    const { expected = 0, flaky = 0, unexpected = 0 } = report(file)?.stats ?? {};
    return { passed: expected + flaky, failed: code === 0 ? unexpected : Math.max(unexpected, 1) };
  },
};

const buildOnce = {
  name: "build",
  beside: true,
  work: async () => {
    if (!isBuilt()) await build();
    return { passed: 1, failed: 0 };
  },
};

/** Rows of steps one after another; rows of one round run beside each other. The types take as long as all the rest of their round. */
const rounds = [
  [[check("types")], [...["lint", "boundaries", "packs"].map(check), buildOnce]],
  [[project("unit"), project("integration"), project("contract"), browserTests]],
];

/** Does one step and counts it; what it throws is a failure like any other. */
async function perform({ name, work, beside = false }) {
  const start = performance.now();
  if (!beside) process.stdout.write(heading(name));
  const counts = await work().catch((error) => {
    if (beside) process.stdout.write(heading(name));
    process.stderr.write(`${error instanceof Unmet ? error.message : error.stack}\n`);
    return { passed: 0, failed: 1 };
  });
  return { name, ...counts, time: seconds(start) };
}

/** Does the steps of a row, one after another. */
async function inRow(steps) {
  const results = [];
  for (const step of steps) results.push(await perform(step));
  return results;
}

async function main() {
  await packages({ development: true });
  await pdfReader();
  await browser();
  await postgres();
  process.stdout.write(`Set up in ${seconds(since)}\n`);

  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const results = [];
  for (const rows of rounds) results.push(...(await Promise.all(rows.map(inRow))).flat());

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write("\n");
  for (const { name, passed, failed, time } of results) {
    process.stdout.write(
      `${failed > 0 ? "✗" : "✓"} ${name.padEnd(18)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${time.padStart(9)}\n`,
    );
  }
  process.stdout.write(`${" ".repeat(2)}all of it in ${seconds(since)}\n\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  process.exit(sum("failed") > 0 ? 1 : 0);
}

await main().catch((error) => {
  process.stderr.write(`\n${error instanceof Unmet ? error.message : error.stack}\n`);
  process.stdout.write("\n0 passed, 1 failed\n");
  process.exit(1);
});
