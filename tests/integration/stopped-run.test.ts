import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const STEPS = pathToFileURL(resolve("scripts/setup/steps.mjs")).href;
/** More than a pipe holds: once it is all written, whoever reads has what came before it. */
const FILLING = 1_000_000;

test("a script that is stopped says what its programs had said by then, though their output was kept for the end", async () => {
  const inner = `process.stdout.write("first finding\\n" + "x".repeat(${FILLING}), () => process.kill(process.ppid, "SIGTERM")); setInterval(() => {}, 1000);`;
  const outer = `import { run } from ${JSON.stringify(STEPS)}; await run(process.execPath, ["-e", ${JSON.stringify(inner)}]);`;
  const script = spawn(process.execPath, ["--input-type=module", "-e", outer], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  script.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const code = await new Promise((ended) => script.on("close", ended));
  expect(code).toBe(1);
  expect(said).toContain("── stopped: ");
  expect(said).toContain("first finding\n");
});
