import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Visitor } from "./visitor";

const PROGRAM = "build/main.js";
const START_MS = 30_000;

export interface BuiltServer {
  readonly port: number;
  /** From starting the process to its first answered page, in ms. */
  readonly startMs: number;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** Starts the built server on a database file and a free port of this machine; null when nothing was built. */
export async function startBuiltServer(databasePath: string, today: string): Promise<BuiltServer | null> {
  if (!existsSync(PROGRAM)) return null;
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_URL: `file:${databasePath}`,
    FILES_DIR: `${databasePath}.files`,
    NODE_ENV: "production" as const,
    DAIBAN_DEMO: "1",
    DAIBAN_TODAY: today,
    LOG_LEVEL: "error",
  };
  const begun = performance.now();
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ["ignore", "ignore", "inherit"] });
  const gone = once(child, "exit");
  process.once("exit", () => child.kill("SIGKILL"));
  const visitor = new Visitor(port);
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  for (;;) {
    try {
      await visitor.page("/sign-in");
      break;
    } catch (error) {
      if (child.exitCode !== null || performance.now() - begun > START_MS) {
        await stop();
        throw error;
      }
      await pause(5);
    }
  }
  visitor.leave();
  return { port, startMs: performance.now() - begun, stop };
}
