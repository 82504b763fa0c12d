import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The product's day is Beijing's; a test must not turn green or red with the machine's own zone.
process.env.TZ = "Asia/Shanghai";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    reporters: ["default"],
    projects: [
      {
        extends: true,
        // Pure rules: one shared module graph per thread is safe and several times quicker than a fresh one per file.
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], testTimeout: 30_000, pool: "threads", isolate: false },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: ["tests/support/integration.setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          include: ["tests/contract/**/*.test.ts"],
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 120_000,
          globalSetup: ["tests/support/contract.setup.ts"],
        },
      },
    ],
  },
});
