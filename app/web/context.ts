import type { Services } from "../application/services";
import type { Locale } from "../i18n";
import type { Limits } from "./limits.server";
import type { Sessions } from "./session.server";
import type { SignIn } from "./sign-in.server";
import type { Signed } from "./signed";

/** Why there is no answer to a request: refused before any page saw it, or by a file; the page that says so is drawn in its place. */
export interface Problem {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 429 | 500 | 503;
  readonly code: string;
  /** 429: how long to wait. */
  readonly minutes?: number;
}

/** What every loader and action finds in `context`. Built once per request in `server.ts`. */
export interface LoadContext {
  readonly services: Services;
  readonly requestId: string;
  /** Nonce of this answer's content security policy. */
  readonly nonce: string;
  readonly locale: Locale;
  /** Address people reach the site at, for links on paper; null takes the address of the request. */
  readonly baseUrl: string | null;
  /** Address of the client, after trusted proxies. */
  readonly address: string;
  /** Address of the one script, with the digest of its content. */
  readonly enhance: string;
  readonly problem: Problem | null;
  /** Largest attachment, in bytes. */
  readonly fileBytes: number;
  /** Resolves when the client has taken what was sent so far; false when it has gone. */
  room(): Promise<boolean>;
  readonly secureCookies: boolean;
  /** Who is signed in; looked up once per request, null when nobody is. */
  signed(): Promise<Signed | null>;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly limits: Limits;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
