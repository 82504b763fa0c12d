import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Duplex } from "node:stream";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import type { HouseRules } from "../application/house-rules";
import type { Services } from "../application/services";
import { DEFAULT_LOCALE, LOCALES, translator } from "../i18n";
import type { Config } from "./config";
import type { LoadContext } from "./context";
import { byFewRoutes } from "./few-routes";
import { DISCARD_BYTES } from "./form";
import { Limits } from "./limits.server";
import { localeOf } from "./locale";
import { withRefusalPages } from "./refusal-pages";
import { bodyLimit, cutSilentUploads, dropForwarding, localsOf, sameOrigin, securityHeaders } from "./security.server";
import { Sessions } from "./session.server";
import { SignIn } from "./sign-in.server";
import type { Signed } from "./signed";

export interface Running {
  /** False from the first moment of a stop: `/ready` answers 503 and the balancer sends nobody else. */
  ready: boolean;
}

interface AppParts {
  readonly config: Pick<Config, "production" | "sessionSecret" | "trustProxy" | "baseUrl" | "fileBytes">;
  readonly services: Services;
  /** Remix's server bundle. */
  readonly build: ServerBuild;
  /** Folder of the built files. */
  readonly folder: string;
  readonly running: Running;
  /** Learns what other processes have added to the rules; awaited before each page. */
  readonly keepUp: HouseRules["keepUp"];
}

/** Where a request that was refused at the door is sent inside: a page of its own that only says why. */
const REFUSED_PATH = "/refused";

/** The whole HTTP edge in front of the pages. Does not listen. */
export function createApp({ config, services, build, folder, running, keepUp }: AppParts): Express {
  const app = express();
  const limits = new Limits();
  const sessions = new Sessions(services.db, config.production);
  const signIn = new SignIn(services.db, config.sessionSecret, config.production);
  const enhance = enhancement(folder);

  app.disable("x-powered-by");
  if (config.trustProxy === null) app.use(dropForwarding);
  else app.set("trust proxy", config.trustProxy);

  app.use(requestLog(services));
  app.get(
    "/ready",
    (_req, res) =>
      void res
        .status(running.ready ? 200 : 503)
        .type("text")
        .send(running.ready ? "ready" : "not ready"),
  );
  app.get("/health", async (_req, res) => {
    const { db, log } = services;
    const alive = await db.q
      .select({ id: db.t.centre.id })
      .from(db.t.centre)
      .limit(1)
      .then(
        () => true,
        (error: unknown) => {
          log.error({ err: error }, "health: the database does not answer");
          return false;
        },
      );
    res.status(alive ? 200 : 503).json({ status: alive ? "ok" : "database" });
  });

  app.use(securityHeaders(config.production));
  app.use(gzipOnly, compression());
  const client = join(folder, "client");
  app.use(
    "/assets",
    express.static(join(client, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false }),
    (_req, res) => void res.status(404).type("text").send("Not found"),
  );
  app.get("/enhance.js", (_req, res) => void res.set("Cache-Control", "public, max-age=31536000, immutable").type("text/javascript").send(enhance.text));
  const file = express.static(client, { maxAge: "1h", index: false, redirect: false });
  const files = filesIn(client);
  // Only what is there is looked for on the disk: a page is no file.
  app.use((req, res, next) => (files.has(req.path) ? file(req, res, next) : next()));

  app.use(sameOrigin, bodyLimit, cutSilentUploads);
  app.use(["/progress", "/verify", "/guides"], async (req, res, next) => {
    if (isLookup(req)) {
      const minutes = await limits.lookup(req.ip ?? "");
      if (minutes > 0) localsOf(res).problem ??= { status: 429, code: "too-many", minutes };
    }
    next();
  });
  app.use(refuseAtDoor);

  const getLoadContext = (req: Request, res: Response): LoadContext & Record<string, unknown> => {
    const cookies = req.headers.cookie;
    let signed: Promise<Signed | null> | undefined;
    return {
      services,
      requestId: localsOf(res).requestId,
      nonce: localsOf(res).nonce,
      locale: localeOf(cookies, req.get("accept-language")),
      baseUrl: config.baseUrl,
      address: req.ip ?? "",
      enhance: enhance.href,
      problem: localsOf(res).problem ?? null,
      fileBytes: config.fileBytes,
      room: () => roomIn(res),
      secureCookies: config.production,
      signed: () => {
        signed ??= sessions.signed(cookies);
        return signed;
      },
      sessions,
      signIn,
      limits,
    };
  };
  const pageFor = byFewRoutes(withRefusalPages(build), (few) => createRequestHandler({ build: few, mode: "production", getLoadContext }));
  app.all("*", async (req, res, next) => {
    // A database that does not answer is for the page to say.
    await keepUp().catch((error: unknown) => services.log.warn({ err: error }, "could not look for new rules"));
    await pageFor(req.path)(req, res, next);
  });
  app.use(async (error: unknown, req: Request, res: Response, next: NextFunction) => {
    // Once: an address that is not to be drawn in its place either is for the last resort.
    if (!isBadAddress(error) || res.headersSent || localsOf(res).problem) return next(error);
    localsOf(res).problem = { status: 400, code: "bad-address" };
    await refuseAtDoor(req, res, () => void pageFor(REFUSED_PATH)(req, res, next));
  });
  app.use(lastResort(services));
  return app;
}

/** Resolves when the client has taken what was sent so far, so that a large file is not put into memory for whoever reads slowly; false when it has gone. */
function roomIn(res: Response): Promise<boolean> {
  if (!res.writableNeedDrain || res.destroyed) return Promise.resolve(!res.destroyed);
  return new Promise((resolve) => {
    const done = () => {
      res.off("drain", done).off("close", done);
      resolve(!res.destroyed);
    };
    res.on("drain", done).on("close", done);
  });
}

/** Addresses of the files in a folder and its folders. */
const filesIn = (folder: string): ReadonlySet<string> =>
  new Set(existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => `/${String(name).split(sep).join("/")}`) : []);

/** A lookup asks about a case or a paper, or has a guide drawn as a file; the empty form and the pages of guides do not. */
const isLookup = (req: Request) =>
  req.baseUrl === "/guides"
    ? req.path.endsWith(".pdf")
    : req.method === "POST" || (req.baseUrl === "/verify" && req.path !== "/") || Object.keys(req.query).length > 0;

/** Turns a refused request into a plain reading of the page that says why, so that no action and no other page runs. */
async function refuseAtDoor(req: Request, res: Response, next: NextFunction): Promise<void> {
  const { problem } = localsOf(res);
  if (problem) {
    if (problem.minutes) res.setHeader("Retry-After", String(problem.minutes * 60));
    if (req.method !== "GET" && req.method !== "HEAD") await discardBody(req, res);
    req.method = req.method === "HEAD" ? "HEAD" : "GET";
    req.url = REFUSED_PATH;
    req.originalUrl = REFUSED_PATH;
  }
  if (!res.destroyed) next();
}

/** Lets the rest of a body go by, for a client that is still sending reads no answer and sees a broken connection; a flood is cut off. */
function discardBody(req: Request, res: Response): Promise<void> {
  let bytes = 0;
  res.setHeader("Connection", "close");
  req.on("data", (part: Buffer) => {
    bytes += part.length;
    if (bytes > DISCARD_BYTES) req.destroy();
  });
  return new Promise((resolve) => {
    req.once("end", resolve).once("close", resolve);
    req.resume();
  });
}

/** Brotli at its usual quality costs several times the page itself; gzip costs a millisecond or less. */
function gzipOnly(req: Request, _res: Response, next: NextFunction): void {
  if (/\bgzip\b(?!\s*;\s*q=0(\.0+)?\b)/.test(String(req.headers["accept-encoding"] ?? ""))) req.headers["accept-encoding"] = "gzip";
  else delete req.headers["accept-encoding"];
  next();
}

/** One line per request: no query, no code of a paper, nothing about a person. */
function requestLog({ log }: Services) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const started = performance.now();
    const requestId = randomUUID();
    const path = req.path.replace(/^\/verify\/.+/, "/verify/:code");
    const { method } = req;
    localsOf(res).requestId = requestId;
    res.setHeader("X-Request-Id", requestId);
    res.on("close", () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const line = { requestId, method, path, status: res.writableFinished ? res.statusCode : 499, ms };
      if (res.statusCode >= 500) log.error(line, "request");
      else if (path === "/health" || path === "/ready" || path.startsWith("/assets/")) log.debug(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}

/** An address that cannot be read: the framework's or the server's own complaint about percent signs, or about the host. */
const isBadAddress = (error: unknown): boolean =>
  error instanceof URIError || (error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL");

/**
 * Node's own complaint about a request that never became one, such as an address or cookies beyond what it reads. The language of the
 * reader is not known, so both are said; a connection that has gone is only closed.
 */
export function answerUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = error.code === "HPE_HEADER_OVERFLOW" ? [431, "Request Header Fields Too Large"] : [400, "Bad Request"];
  const said = LOCALES.map((locale) => {
    const t = translator(locale);
    return `<section lang="${locale}"><h1>${t("error.400.title")}</h1><p>${t(status === 431 ? "error.431.text" : "error.400.text")}</p><p><a href="/">${t("error.home")}</a></p></section>`;
  }).join("");
  const page = `<!DOCTYPE html><html lang="${DEFAULT_LOCALE}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${translator(DEFAULT_LOCALE)("error.400.title")}</title></head><body>${said}</body></html>`;
  const headers = ["Content-Type: text/html; charset=utf-8", "Content-Security-Policy: default-src 'none'", "Cache-Control: no-store", "Connection: close"];
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${headers.join("\r\n")}\r\nContent-Length: ${Buffer.byteLength(page)}\r\n\r\n${page}`);
}

/** What even the error page could not say. Plain text, no details. */
function lastResort({ log }: Services) {
  return (error: unknown, req: Request, res: Response, _next: NextFunction): void => {
    const { requestId } = localsOf(res);
    const bad = isBadAddress(error);
    if (!bad) log.error({ err: error, requestId }, "request failed");
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const t = translator(localeOf(req.headers.cookie, req.get("accept-language")));
    res.status(bad ? 400 : 500).type("text");
    res.send(bad ? t("error.400.title") : `${t("error.500.title")}\n${t("error.reference")} ${requestId}`);
  };
}

/** The one script with the address that changes when it does. */
function enhancement(folder: string): { readonly text: string; readonly href: string } {
  const file = join(folder, "enhance.js");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return { text, href: `/enhance.js?v=${createHash("sha256").update(text).digest("hex").slice(0, 12)}` };
}
