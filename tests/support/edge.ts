import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import { diskFiles } from "../../app/application/files/disk-files";
import { hashPassword } from "../../app/application/passwords";
import type { Services } from "../../app/application/services";
import type { Actor, Role } from "../../app/domain/case/context";
import { answerUnread, createApp, type Running } from "../../app/web/server";
import { calendar, hengyang, packOf } from "../builders/case-story";
import { aCentre, type TestCentre } from "../builders/centre-rows";
import { type TestDatabase, testDatabase } from "./databases";

const FOLDER = join(process.cwd(), "build");
const BUNDLE = join(FOLDER, "server", "index.js");

/** The edge runs the built pages; `npm test` builds them first. */
export const PASSWORD = "correct horse battery";

/** The real express app with the built pages, on a port of its own and an empty database. */
export class Edge {
  readonly log: string[] = [];
  private constructor(
    readonly base: string,
    readonly database: TestDatabase,
    readonly centre: TestCentre,
    readonly services: Services,
    readonly running: Running,
    private readonly server: Server,
    readonly filesFolder: string,
    log: string[],
  ) {
    this.log = log;
  }

  static async start(options: { readonly production?: boolean; readonly trustProxy?: number; readonly fileBytes?: number } = {}): Promise<Edge> {
    const database = await testDatabase("sqlite", "");
    const centre = await aCentre(database.db, "HY");
    const lines: string[] = [];
    const filesFolder = mkdtempSync(join(tmpdir(), "daiban-files-"));
    const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
    const services: Services = {
      db: database.db,
      now: () => "2026-03-02T02:00:00.000Z",
      today: () => "2026-03-02",
      calendarOf: () => calendar,
      calendars: [],
      pack: (key) => (key === hengyang.digest ? hengyang : packOf(key)),
      packs: [],
      files: diskFiles(filesFolder),
      log: pino({ level: "info" }, sink),
    };
    const running: Running = { ready: true };
    const build = (await import(/* @vite-ignore */ pathToFileURL(BUNDLE).href)) as ServerBuild;
    const config = {
      production: options.production ?? false,
      sessionSecret: "a secret for this test only, long enough",
      baseUrl: null,
      trustProxy: options.trustProxy ?? null,
      fileBytes: options.fileBytes ?? 50_000_000,
    };
    const app = createApp({ config, services, build, folder: FOLDER, running, keepUp: async () => {} });
    const server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, "127.0.0.1", () => resolve(listening)).on("clientError", answerUnread);
    });
    return new Edge(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, database, centre, services, running, server, filesFolder, lines);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    await this.database.remove();
    rmSync(this.filesFolder, { recursive: true, force: true });
  }

  /** A person who can sign in with `PASSWORD`, in the roles given. */
  async person(signInName: string, ...roles: readonly Role[]): Promise<Actor> {
    const { db } = this.database;
    const actor = this.centre.person(signInName, roles[0] ?? "agent");
    const passwordHash = await hashPassword(PASSWORD);
    await db.tx(async (q) => {
      await q.insert(db.t.person).values({ id: actor.personId, signInName, name: actor.name, passwordHash, locale: "zh-CN", active: true });
      for (const role of roles) await q.insert(db.t.personRole).values({ centreId: this.centre.id, personId: actor.personId, role, departmentCode: null });
    });
    return actor;
  }

  /** Reads a page; redirects are not followed. */
  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(this.base + path, { redirect: "manual", headers: { "Accept-Language": "zh-CN", ...headers } });
  }

  /** Posts a form as a browser on one of our pages does. */
  post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send(path, new URLSearchParams(fields).toString(), { Origin: this.base, "Sec-Fetch-Site": "same-origin", ...headers });
  }

  send(path: string, body: BodyInit, headers: Readonly<Record<string, string>>): Promise<Response> {
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      redirect: "manual",
      duplex: "half",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "Accept-Language": "zh-CN", ...headers },
      body,
    };
    return fetch(this.base + path, init);
  }

  /** Signs in and answers the cookies of the session. */
  async signIn(name: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    return cookiesOf(await this.post("/sign-in", { name, password: PASSWORD, ...fields }));
  }
}

/** `Cookie` header that a browser would send back after this answer. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
