import type { UIMatch } from "@remix-run/react";
import type { Translate } from "../i18n";

/** What a page says about itself to `root.tsx`, through Remix's `handle`. */
export interface PageHandle<Data = unknown> {
  /** Title of the page without the product's name; `data` is what the loader answered. */
  title(t: Translate, data: Data): string;
}

/** `export const handle = titled<typeof loader>((t, page) => …)` names the browser's tab; the product's name is added. */
export const titled = <Loader extends (...args: never[]) => unknown = () => unknown>(
  title: PageHandle<Loaded<Loader>>["title"],
): PageHandle<Loaded<Loader>> => ({ title });

type Loaded<Loader extends (...args: never[]) => unknown> = Loader extends (...args: never[]) => Promise<infer R>
  ? Plain<R>
  : Loader extends (...args: never[]) => infer R
    ? Plain<R>
    : unknown;
/** What is left of a loader's answers when responses are taken away. */
type Plain<R> = Exclude<R, Response> extends infer Rest ? (Rest extends { type: "DataWithResponseInit"; data: infer D } ? D : Rest) : never;

/** Title of the innermost page that names itself, or null. */
export function titleOf(matches: readonly UIMatch[], t: Translate): string | null {
  for (const match of [...matches].reverse()) {
    const handle = match.handle as PageHandle | undefined;
    if (typeof handle?.title === "function") return match.data === undefined ? null : handle.title(t, match.data);
  }
  return null;
}
