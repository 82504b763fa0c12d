/**
 * `npm start`: from a fresh clone to a running Daiban. Installs when the lock changed, builds when a source changed, creates and
 * migrates the database, plays the demo stories when there is no data yet, starts the server in this process and prints where it is.
 * With NODE_ENV=production nothing is played and nothing is guessed: a secret is asked for and demo sign-ins are refused.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt } from "./build.mjs";
import { packages } from "./setup/packages.mjs";
import { fail, must, node, root, step, Unmet } from "./setup/steps.mjs";

const say = (line = "") => process.stdout.write(`${line}\n`);

/** What a real installation must not lack. Asked before anything is installed, so that a mistake is told at once. */
function insistOnProduction() {
  if (process.env.DAIBAN_DEMO === "1") throw new Unmet("NODE_ENV=production does not go with DAIBAN_DEMO=1: the demo sign-ins are printed in the README.");
  if ((process.env.SESSION_SECRET ?? "").length < 32) {
    throw new Unmet("NODE_ENV=production needs SESSION_SECRET, 32 characters or more. Make one with: openssl rand -base64 48");
  }
}

/** Fails when something else listens already: asked first, because installing and building would be for nothing. */
function insistOnFreePort(port, host) {
  return new Promise((done, refuse) => {
    const probe = createServer();
    probe.once("error", ({ code }) =>
      refuse(new Unmet(`${host}:${port} cannot be listened on (${code}). Another address is chosen with: PORT=${Number(port) + 1} npm start`)),
    );
    probe.listen(Number(port), host, () => probe.close(done));
  });
}

/** The SQLite file behind a `file:` address, or null for another engine. */
const sqliteFile = (url) => (url.startsWith("file:") ? resolve(root, url.slice("file:".length).replace(/^\/\/(?=\/)/, "")) : null);

/** Whether a database file holds no person yet, as after a command that only created it. */
function isEmpty(file) {
  const Database = createRequire(import.meta.url)("better-sqlite3");
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare("select 1 from person limit 1").get() === undefined;
  } catch {
    return true;
  } finally {
    database.close();
  }
}

/**
 * Plays the demo stories where there is no data yet. A SQLite file gets its name only when the last story is told: a first start that
 * was interrupted begins again instead of leaving half a demo.
 */
async function playDemo(url) {
  const program = join(root, "build/seed.js");
  if (!existsSync(program)) return;
  const file = sqliteFile(url);
  if (!file) {
    await step("Demo stories, when there is no data yet", () => must(process.execPath, [program]));
    return;
  }
  if (existsSync(file)) {
    if (isEmpty(file)) await step("Demo stories", () => must(process.execPath, [program]));
    return;
  }
  const part = `${file}.part`;
  const clear = () => {
    for (const end of ["", "-wal", "-shm"]) rmSync(part + end, { force: true });
  };
  mkdirSync(dirname(file), { recursive: true });
  clear();
  await step("New database with the demo stories", () => must(process.execPath, [program], { env: { DATABASE_URL: `file:${part}` } }));
  renameSync(part, file);
  clear();
}

/** Waits for the server's first answer. Fails when none comes within half a minute. */
async function answered(address) {
  for (let tries = 0; tries < 600; tries++) {
    const reply = await fetch(`${address}/health`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Unmet(`The server did not answer at ${address}/health within 30 seconds.`);
}

/** Columns a terminal needs: a Chinese character is two wide. */
const width = (text) => [...text].reduce((sum, letter) => sum + (letter >= "\u2e80" ? 2 : 1), 0);
const pad = (text, columns) => text + " ".repeat(Math.max(0, columns - width(text)));

/** Prints the demo sign-ins that the stories made, one line each. */
async function printSignIns() {
  const program = join(root, "build/seed.js");
  if (!existsSync(program)) return;
  const { code, output } = await node([program, "--sign-ins"]);
  if (code !== 0) return;
  const people = JSON.parse(output);
  const columns = ["centre", "role", "name", "signIn", "password"];
  const widths = columns.map((column) => Math.max(...people.map((person) => width(String(person[column])))) + 2);
  say("  Sign in as 演示账号:");
  for (const person of people)
    say(
      `    ${columns
        .map((column, at) => pad(String(person[column]), widths[at]))
        .join("")
        .trimEnd()}`,
    );
  say();
}

async function main() {
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const production = process.env.NODE_ENV === "production";
  if (production) insistOnProduction();
  else process.env.DAIBAN_DEMO ||= "1";

  process.env.DATABASE_URL ||= "file:data/daiban.sqlite";
  process.env.PORT ||= "3000";
  process.env.HOST ||= production ? "0.0.0.0" : "127.0.0.1";
  await insistOnFreePort(process.env.PORT, process.env.HOST);

  const built = isBuilt();
  await packages({ development: !built });
  if (!built) await build();

  process.env.TZ ||= "Asia/Shanghai";
  // Libraries take this as "fast and quiet"; whether the demo is allowed is DAIBAN_DEMO's word, settled above.
  process.env.NODE_ENV ||= "production";
  // At a terminal the address and the sign-ins are the news, not one line per request.
  if (!production) process.env.LOG_LEVEL ||= "warn";
  if (process.env.DAIBAN_DEMO === "1") await playDemo(process.env.DATABASE_URL);

  const host = ["0.0.0.0", "::"].includes(process.env.HOST) ? "127.0.0.1" : process.env.HOST;
  const address = `http://${host}:${process.env.PORT}`;
  await import(pathToFileURL(join(root, "build/main.js")).href);
  await answered(address);
  say(`\n  Daiban 代办 is running at ${process.env.BASE_URL || address}\n`);
  if (process.env.DAIBAN_DEMO === "1") await printSignIns();
}

await main().catch(fail);
