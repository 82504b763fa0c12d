import { resolve } from "node:path";

/**
 * Path of the SQLite file behind a database URL, or null when the URL names another engine.
 * @param url `file:data/daiban.sqlite` (relative to the working directory), `file:/srv/daiban.sqlite` or `file:///srv/daiban.sqlite`
 */
export function sqlitePath(url: string): string | null {
  return url.startsWith("file:") ? resolve(url.slice("file:".length).replace(/^\/\/(?=\/)/, "")) : null;
}
