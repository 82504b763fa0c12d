/** npm packages: installed when the lock changed or something is missing, otherwise left alone. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { must, node, npm, root, run, step, Unmet } from "./steps.mjs";
import { compilers } from "./system.mjs";

const stampFile = join(root, "node_modules/.cache/daiban/packages");

/** What an installation depends on: the lock, and the Node whose binary interface the compiled parts were built for. */
function stamp() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return [createHash("sha256").update(lock).digest("hex"), process.platform, process.arch, process.versions.modules].join(" ");
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Whether npm's own note of what it installed holds every package of the lock, in its version. Packages for other machines may lack. */
function holdsLock({ development }) {
  const note = join(root, "node_modules/.package-lock.json");
  if (!existsSync(note)) return false;
  const installed = readJson(note).packages;
  return Object.entries(readJson(join(root, "package-lock.json")).packages).every(([path, wanted]) => {
    if (path === "" || wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !development)) return true;
    return installed[path]?.version === wanted.version;
  });
}

/** Opens an empty database in a process of its own: a binary for another Node may end the process instead of throwing. */
const sqliteWorks = async () => (await node(["-e", 'new (require("better-sqlite3"))(":memory:").close()'])).code === 0;

/** Node's own headers where it was installed with them, so that compiling downloads nothing. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
}

/** The ready binary where it can be had, else compiled here. */
async function sqlite() {
  if (await sqliteWorks()) return;
  const cwd = join(root, "node_modules/better-sqlite3");
  await step("better-sqlite3: ready binary", () => node([join(root, "node_modules/prebuild-install/bin.js")], { cwd }));
  if (await sqliteWorks()) return;
  await compilers();
  await step("better-sqlite3: no ready binary to be had, compiling (about 2 minutes)", () => must(npm, ["rebuild", "better-sqlite3"], { env: headers() }));
  if (!(await sqliteWorks())) throw new Unmet("better-sqlite3 was compiled but does not open a database with this Node. Remove node_modules and try again.");
}

/**
 * Makes node_modules agree with package-lock.json.
 * @param {{ development: boolean }} options whether the tools that build and test are wanted too.
 */
export async function packages({ development }) {
  const now = stamp();
  const before = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (before === `${now} development` || (before === now && !development)) return;
  if (!holdsLock({ development })) {
    const wanted = development ? "--include=dev" : "--omit=dev";
    // Scripts wait: better-sqlite3 has its own step, so that a compiler is only asked for when it is needed.
    await step("npm ci (packages of package-lock.json)", () => must(npm, ["ci", wanted, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]));
  }
  await sqlite();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, development ? `${now} development` : now);
}

/** Runs the install script of one package that `packages` left out. */
export const runInstallScript = (name) => run(npm, ["rebuild", name]);
