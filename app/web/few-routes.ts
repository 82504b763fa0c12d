import type { ServerBuild } from "@remix-run/node";

/**
 * Handlers that know only the routes an address could belong to. Remix walks through all routes of its build several times for each
 * page (it matches twice and hands every route to the page's router), which with a hundred routes costs more than the page's queries.
 * Which of the few it is, Remix still decides. As a page's framework data (`….data`) belongs to no route, it is not found: no script asks for it.
 * @param make called once for each set of routes
 * @returns the handler for the path of a request
 */
export function byFewRoutes<H>(build: ServerBuild, make: (build: ServerBuild) => H): (pathname: string) => H {
  const routes = Object.keys(build.routes).map((id) => ({ branch: branchOf(build, id), pattern: patternOf(build, id) }));
  const handlers = new Map<string, H>();
  return (pathname) => {
    const address = partsOf(pathname);
    const ids =
      address === null ? Object.keys(build.routes) : [...new Set(routes.filter(({ pattern }) => fits(pattern, address)).flatMap(({ branch }) => branch))];
    const key = ids.join("\n");
    const known = handlers.get(key) ?? make(withOnly(build, ids));
    handlers.set(key, known);
    return known;
  };
}

/** A route and its layouts, outermost first. */
function branchOf({ routes }: ServerBuild, id: string): readonly string[] {
  const parent = routes[id]?.parentId;
  return [...(parent === undefined ? [] : branchOf({ routes } as ServerBuild, parent)), id];
}

const split = (path: string): readonly string[] => path.split("/").filter(Boolean);
const patternOf = (build: ServerBuild, id: string) => branchOf(build, id).flatMap((one) => split((build.routes[one]?.path ?? "").toLowerCase()));

/** Null for spellings that are better left to Remix as they are. */
const partsOf = (pathname: string) => (/%|\/\/|[^!-~]/.test(pathname) ? null : split(pathname.toLowerCase()));

/** Whether an address could be of this pattern: `fixed`, `:any`, `optional?` and `*` for all that follows. */
function fits([first, ...pattern]: readonly string[], address: readonly string[]): boolean {
  if (first === undefined) return address.length === 0;
  if (first === "*" || (first.endsWith("?") && fits(pattern, address))) return true;
  const [part, ...rest] = address;
  return part !== undefined && (first.startsWith(":") || first.replace(/\?$/, "") === part) && fits(pattern, rest);
}

/** The build with some of its routes. */
export function withOnly(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const among = <R>(all: Readonly<Record<string, R>>) => Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));
  return { ...build, routes: among(build.routes) as ServerBuild["routes"], assets: { ...build.assets, routes: among(build.assets.routes) } };
}
