import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { like } from "drizzle-orm";
import { pino } from "pino";
import { openServices } from "../application/open-services";
import type { Services } from "../application/services";
import { ConfigError, logLevel, readConfig } from "./config";
import { watchDays } from "./day-watch";
import { answerUnread, createApp, type Running } from "./server";

/** How long an idle connection is kept. */
const KEEP_ALIVE_MS = 75_000;
/** How long one request may take to arrive: a large file over a slow line. */
const REQUEST_MS = 15 * 60_000;
/** How long a stop waits for the answers under way. */
const DRAIN_MS = 10_000;
/** Sign-in names of the demo; their passwords are printed in the README. */
const DEMO_SIGN_INS = "demo-%";

const log = pino({ level: logLevel(process.env), base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

async function refuseDemoPeople({ db }: Services): Promise<void> {
  const [found] = await db.q.select({ name: db.t.person.signInName }).from(db.t.person).where(like(db.t.person.signInName, DEMO_SIGN_INS)).limit(1);
  if (found) throw new ConfigError(`this database holds demo sign-ins (${found.name} …), whose passwords are public: use an empty database in production`);
}

async function start(): Promise<void> {
  const config = readConfig(process.env, () => randomBytes(32).toString("base64url"));
  const folder = join(process.cwd(), "build");
  // The address is made at run time so that type checks and bundlers do not follow it into the build.
  const [services, build] = await Promise.all([
    openServices({ ...config, log }),
    import(/* @vite-ignore */ pathToFileURL(join(folder, "server", "index.js")).href) as Promise<ServerBuild>,
  ]);
  if (config.production) await refuseDemoPeople(services);
  const swept = await services.files.sweep();
  if (swept > 0) log.info({ swept }, "half-written files of earlier runs removed");

  const running: Running = { ready: true };
  const server = createApp({ config, services, build, folder, running, keepUp: services.keepUp }).listen(config.port, config.host, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : config.port;
    log.info({ host: config.host, port, engine: services.db.engine, today: services.today() }, "listening");
  });
  // Longer than proxies and browsers keep theirs, so that no request meets a connection being closed under it.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  server.requestTimeout = REQUEST_MS;
  server.on("error", fail);
  server.on("clientError", answerUnread);

  const endWatch = watchDays(services);

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    running.ready = false;
    log.info({ signal }, "stopping");
    server.close(async () => {
      await endWatch();
      await services.db.close();
      log.info("stopped");
      process.exit(0);
    });
    // Connections kept open for a next request end as soon as the present one is answered.
    server.closeIdleConnections();
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function fail(error: unknown): void {
  if (error instanceof ConfigError) log.fatal(error.message);
  else log.fatal({ err: error }, "could not start");
  process.exit(1);
}

process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
await start().catch(fail);
