import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { byFewRoutes } from "../../app/web/few-routes";

/** Routes by what follows the root: `id: path`. */
const build = (paths: Readonly<Record<string, string>>): ServerBuild => {
  const routes = Object.fromEntries([["root", { id: "root", path: "" }], ...Object.entries(paths).map(([id, path]) => [id, { id, parentId: "root", path }])]);
  return { routes, assets: { routes } } as unknown as ServerBuild;
};
const idsOf = (few: ServerBuild) => Object.keys(few.routes);

describe("routes an address could belong to", () => {
  const pick = byFewRoutes(
    build({
      list: "desk/projects",
      fresh: "desk/projects/new",
      one: "desk/projects/:no",
      report: "desk/projects/:no/report.pdf",
      verify: "verify/:code?",
      other: "*",
    }),
    idsOf,
  );

  test.each([
    ["/desk/projects", ["root", "list", "other"]],
    ["/desk/projects/", ["root", "list", "other"]],
    ["/Desk/Projects", ["root", "list", "other"]],
    ["/desk/projects/new", ["root", "fresh", "one", "other"]],
    ["/desk/projects/HY-2026-000001", ["root", "one", "other"]],
    ["/desk/projects/HY-2026-000001/report.pdf", ["root", "report", "other"]],
    ["/verify", ["root", "verify", "other"]],
    ["/verify/ABC", ["root", "verify", "other"]],
    ["/", ["root", "other"]],
    ["/nowhere/at/all", ["root", "other"]],
    ["/desk/projects.data", ["root", "other"]],
  ])("%s", (address, ids) => expect(pick(address)).toEqual(ids));

  test.each(["/desk/%70rojects", "//desk/projects", "/desk/项目"])("an odd spelling is left to the framework whole: %s", (address) => {
    expect(pick(address)).toHaveLength(7);
  });

  test("a layout comes with the page inside it", () => {
    const layout = {
      root: { id: "root", path: "" },
      area: { id: "area", parentId: "root", path: "desk" },
      page: { id: "page", parentId: "area", path: "today" },
    };
    const inside = byFewRoutes({ routes: layout, assets: { routes: layout } } as unknown as ServerBuild, idsOf);
    expect(inside("/desk/today")).toEqual(["root", "area", "page"]);
    expect(inside("/desk")).toEqual(["root", "area"]);
  });

  test("the same routes are answered by the same handler, however many addresses are asked for", () => {
    const made: number[] = [];
    const handler = byFewRoutes(build({ one: "desk/projects/:no", other: "*" }), () => made.push(1));
    for (let n = 0; n < 500; n++) handler(`/desk/projects/${n}`);
    for (let n = 0; n < 500; n++) handler(`/nowhere/${n}/at/all`);
    expect(made).toHaveLength(2);
  });
});

describe("the pages as built", () => {
  let real: ServerBuild;
  beforeAll(async () => {
    real = (await import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), "build", "server", "index.js")).href)) as ServerBuild;
  });

  test("every page is among the few routes of its address, and they are few", () => {
    const pick = byFewRoutes(real, (few) => [idsOf(few), Object.keys(few.assets.routes)]);
    for (const { id, path } of Object.values(real.routes)) {
      if (path === undefined || path === "*") continue;
      const [routes, assets] = pick(`/${path}`.replace(/:\w+\??/g, "X1").replace("//", "/"));
      expect(routes, path).toContain(id);
      expect(assets, path).toEqual(routes);
      expect(routes?.length, path).toBeLessThanOrEqual(5);
    }
  });
});
