/**
 * The built product for the browser tests: an empty data folder of its own, the demo stories told on one fixed day,
 * then the same `build/main.js` that production runs. The folder goes when the server stops.
 * Needs `npm run build`. Environment: DAIBAN_E2E_PORT.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The day the browser tests live on: the one the demo stories are written around. */
const DEMO_DAY = "2026-03-16";

const folder = mkdtempSync(join(tmpdir(), "daiban-e2e-"));
const forget = () => rmSync(folder, { recursive: true, force: true });
const env = {
  ...process.env,
  HOST: "127.0.0.1",
  PORT: process.env.DAIBAN_E2E_PORT ?? "",
  DATABASE_URL: `file:${join(folder, "daiban.sqlite")}`,
  FILES_DIR: join(folder, "files"),
  NODE_ENV: "production",
  DAIBAN_TODAY: DEMO_DAY,
  DAIBAN_DEMO: "1",
  LOG_LEVEL: "warn",
};

const seeded = spawnSync(process.execPath, ["build/seed.js"], { env, encoding: "utf8" });
if (seeded.status !== 0) {
  process.stderr.write(seeded.stderr);
  forget();
  process.exit(seeded.status ?? 1);
}

const server = spawn(process.execPath, ["build/main.js"], { env, stdio: "inherit" });
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => {
  forget();
  process.exit(code ?? 0);
});
