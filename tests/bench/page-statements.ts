import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { openServices } from "../../app/application/open-services";
import { createApp } from "../../app/web/server";
import { countStatements } from "../support/statement-count";
import type { Walk } from "./pages";

/**
 * Statements of each page over HTTP, the session's among them: the built pages served by this very process, because a server tells
 * nobody what it asks its database. Asked twice, and the second time counted: the first builds what is kept.
 */
export async function pageStatements<Page extends string>(databasePath: string, today: string, walk: Walk<Page>): Promise<Readonly<Record<Page, number>>> {
  const folder = join(process.cwd(), "build");
  const services = await openServices({ databaseUrl: `file:${databasePath}`, today, filesFolder: `${databasePath}.files` });
  const build = (await import(/* @vite-ignore */ pathToFileURL(join(folder, "server", "index.js")).href)) as ServerBuild;
  const config = { production: false, sessionSecret: "for this measurement only, long enough", baseUrl: null, trustProxy: null, fileBytes: 50_000_000 };
  const app = createApp({ config, services, build, folder, running: { ready: true }, keepUp: services.keepUp });
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const { pages, leave } = await walk((server.address() as AddressInfo).port);
  const counted = {} as Record<Page, number>;
  for (const [page, ask] of Object.entries<(run: number) => Promise<unknown>>(pages)) {
    await ask(0);
    counted[page as Page] = (await countStatements(() => ask(1))).statements;
  }
  leave();
  await new Promise((done) => server.close(done));
  await services.db.close();
  return counted;
}
