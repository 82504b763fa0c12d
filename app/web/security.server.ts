import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Problem } from "./context";
import { FORM_BYTES } from "./form";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** What earlier steps leave for later ones on one answer. */
export interface Locals {
  requestId: string;
  nonce: string;
  problem?: Problem;
}

export const localsOf = (res: Response): Locals => res.locals as Locals;

/** A fresh nonce, then every protective header. Nothing inline runs or paints: one script by nonce, one stylesheet from here. */
export function securityHeaders(secure: boolean): RequestHandler[] {
  return [
    (_req, res, next) => {
      localsOf(res).nonce = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: [(_req, res) => `'nonce-${localsOf(res as Response).nonce}'`],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // `no-referrer` would send `Origin: null` with every form, which the check below refuses.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      crossOriginEmbedderPolicy: false,
      xFrameOptions: { action: "deny" },
    }),
    (_req, res, next) => {
      res.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
      next();
    },
  ];
}

/**
 * A request that changes something must come from a page of this site: the browser says so in `Sec-Fetch-Site`, older ones in
 * `Origin`. Neither: refused, because a browser with our cookies always sends one of them.
 */
export function sameOrigin(req: Request, res: Response, next: NextFunction): void {
  if (!SAFE.has(req.method) && !comesFromHere(req)) localsOf(res).problem ??= { status: 403, code: "other-origin" };
  next();
}

function comesFromHere(req: Request): boolean {
  const site = req.get("sec-fetch-site");
  const origin = req.get("origin");
  if (origin !== undefined && hostOf(origin) !== (req.get("x-forwarded-host") ?? req.get("host"))) return false;
  if (site !== undefined) return site === "same-origin" || site === "none";
  return origin !== undefined;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** Pages that take a file; they keep a limit of their own while reading, so that the page can say so with everything else on it. */
const UPLOADS = /^\/(?:desk\/items|portal\/projects)\/[^/]+\/materials\/file(?:\.data)?$/;
const takesFile = (req: Request): boolean => req.method === "POST" && UPLOADS.test(req.path);

/** Refuses a form that says it is too large before reading it; `readForm` stops those that do not say. */
export function bodyLimit(req: Request, res: Response, next: NextFunction): void {
  if (!takesFile(req) && Number(req.get("content-length") ?? 0) > FORM_BYTES) localsOf(res).problem ??= { status: 413, code: "too-large" };
  next();
}

/** An upload on which nothing has come for this long is cut off. */
const SILENT_MS = 60_000;

export function cutSilentUploads(req: Request, _res: Response, next: NextFunction): void {
  if (takesFile(req)) req.setTimeout(SILENT_MS, () => req.destroy());
  next();
}

/** Without a trusted proxy the forwarding headers are whatever the client wrote: nobody downstream may believe them. */
export function dropForwarding(req: Request, _res: Response, next: NextFunction): void {
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-for", "forwarded"]) delete req.headers[name];
  next();
}
