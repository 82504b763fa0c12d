/** Reads one cookie of a request; null when absent. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

interface CookieOptions {
  readonly secure: boolean;
  /** Seconds it lives; left out: until the browser closes. 0 removes it. */
  readonly maxAge?: number;
  readonly path?: string;
}

/** A cookie no script can read and no other site can send along with a form. The value must be plain ASCII without `;`. */
export const writeCookie = (name: string, value: string, { secure, maxAge, path = "/" }: CookieOptions): string =>
  [`${name}=${value}`, `Path=${path}`, maxAge === undefined ? null : `Max-Age=${maxAge}`, "HttpOnly", "SameSite=Lax", secure ? "Secure" : null]
    .filter(Boolean)
    .join("; ");
