import type { Services } from "../application/services";
import type { Actor } from "../domain/case/context";
import type { Locale } from "../i18n";

/** Somebody signed in: the session and the role chosen for it. */
export interface Signed {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly centreName: string;
  /** More than one role can be chosen, so the bar offers to change it. */
  readonly canChangeRole: boolean;
}

/** What every loader and action finds in `context`. Built once per request in `server.ts`. */
export interface LoadContext {
  readonly services: Services;
  readonly requestId: string;
  /** Content security policy nonce of this answer. */
  readonly nonce: string;
  readonly locale: Locale;
  /** Address of the client, after trusted proxies. */
  readonly address: string;
  /** Who is signed in; looked up once per request, null when nobody is. */
  signed(): Promise<Signed | null>;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
