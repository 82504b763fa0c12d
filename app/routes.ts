import { type RouteConfig, route } from "@remix-run/route-config";

/**
 * Every address of the product. One folder per page, named after what the page shows; `paths.ts` builds the same
 * addresses for links, and tests/e2e/access.spec.ts walks this table with every role: a new line needs a row there.
 * `/health`, `/ready` and the assets are answered by the server before this table (web/server.ts).
 */
export default [
  // account
  route("/", "routes/account/home/route.tsx"),
  route("sign-in", "routes/account/sign-in/route.tsx"),
  route("sign-in/role", "routes/account/sign-in-role/route.tsx"),
  route("sign-out", "routes/account/sign-out/route.tsx"),
  route("language", "routes/account/language/route.tsx"),

  // desk

  // portal

  // public

  // admin

  route("*", "routes/account/not-found/route.tsx"),
] satisfies RouteConfig;
