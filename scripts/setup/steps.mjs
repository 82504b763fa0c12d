/** Running other programs with visible progress: one line when a step starts, one when it ends, its output only when it fails. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, wherever the command was typed. */
export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** npm's own program. */
export const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** A failure a person can mend: its message is all they need, so no stack is shown. */
export class Unmet extends Error {}

const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** What runs, each with the words to say of it when it is stopped before it ended. */
const underWay = new Map();

/**
 * Stopping the script stops what it runs: a build or a demo that went on alone would be in the way of the next start. What a program
 * had said by then and was kept for its end is not lost with it.
 */
function stop(signal) {
  for (const [child, said] of underWay) {
    child.kill(signal);
    process.stdout.write(said());
  }
  process.exit(1);
}

const say = (line) => process.stdout.write(`${line}\n`);

/** Seconds since a `performance.now()`, with one decimal and the unit. */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs a piece of work under a name and says how long it took. Slow work reports every 15 seconds that it is still going. */
export async function step(name, work) {
  const since = performance.now();
  say(`▸ ${name}`);
  const pulse = setInterval(() => say(`  … ${name}, ${seconds(since)}`), 15_000);
  try {
    const result = await work();
    say(`  done in ${seconds(since)}`);
    return result;
  } finally {
    clearInterval(pulse);
  }
}

/**
 * Runs a program in the repository's root.
 * @param {{ env?: Record<string, string>, cwd?: string, show?: boolean }} [options] `show` passes the output on as it comes; otherwise it is kept.
 * @returns {Promise<{ code: number, output: string }>} never rejects; 127 when the program does not exist.
 */
export function run(command, args = [], { env = {}, cwd = root, show = false } = {}) {
  return new Promise((done) => {
    const stdio = show ? "inherit" : ["ignore", "pipe", "pipe"];
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
    const kept = [];
    child.stdout?.on("data", (chunk) => kept.push(chunk));
    child.stderr?.on("data", (chunk) => kept.push(chunk));
    const end = (result) => {
      underWay.delete(child);
      if (underWay.size === 0) for (const signal of STOPS) process.off(signal, stop);
      done(result);
    };
    if (underWay.size === 0) for (const signal of STOPS) process.on(signal, stop);
    const output = () => Buffer.concat(kept).toString("utf8");
    underWay.set(child, () => (kept.length > 0 ? `\n── stopped: ${[command, ...args].join(" ")}\n${output()}` : ""));
    child.on("error", (error) => end({ code: 127, output: error.message }));
    child.on("close", (code) => end({ code: code ?? 1, output: output() }));
  });
}

/** What a person needs of a long output: how it began, where compilers name the cause, and how it ended. */
function shortened(output) {
  const lines = output.trimEnd().split("\n");
  return lines.length <= 80 ? lines.join("\n") : [...lines.slice(0, 30), `  (${lines.length - 70} lines left out)`, ...lines.slice(-40)].join("\n");
}

/** Like `run`, but a failure ends the step: throws `Unmet` with the output. */
export async function must(command, args = [], options = {}) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const said = shortened(output);
  throw new Unmet(`${[command, ...args].join(" ")} ended with ${code}${said ? `:\n${said}` : ""}`);
}

/** Runs a package's program with this Node, without a shell and without asking npm. */
export const node = (args, options) => run(process.execPath, args, options);

/** For the last line of a script: an expected failure is shown as a sentence, any other with its stack. */
export function fail(error) {
  process.stderr.write(`\n${error instanceof Unmet ? error.message : error.stack}\n`);
  process.exit(1);
}
