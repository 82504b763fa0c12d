// Writes the next migration of both engines from db/schema. Read what it wrote before you commit it:
//   npm run db:generate -- --name add-deferral
//   npm run db:generate -- --name append-only --custom      (an empty file to fill by hand: triggers, search)
// On SQLite a rebuilt table loses its triggers: a migration with DROP TABLE must create them again.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const kit = fileURLToPath(new URL("../node_modules/drizzle-kit/bin.cjs", import.meta.url));
const options = process.argv.slice(2);
if (!options.some((option) => option === "--name" || option.startsWith("--name="))) {
  console.error("usage: npm run db:generate -- --name <what-changes> [--custom]");
  process.exit(2);
}
for (const engine of ["sqlite", "postgres"]) {
  const { status } = spawnSync(process.execPath, [kit, "generate", "--config", `db/drizzle.${engine}.config.ts`, ...options], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
