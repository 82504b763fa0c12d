import { type RouteConfig, route } from "@remix-run/route-config";

/**
 * Every address of the product. One folder per page, named after what the page shows; `paths.ts` builds the same
 * addresses for links, and tests/e2e/access.spec.ts walks this table with every role: a new line needs a row there.
 * `/health`, `/ready` and the assets are answered by the server before this table (web/server.ts).
 */
export default [
  // account
  route("sign-in", "routes/account/sign-in/route.tsx"),
  route("sign-in/role", "routes/account/sign-in-role/route.tsx"),
  route("sign-out", "routes/account/sign-out/route.tsx"),
  route("language", "routes/account/language/route.tsx"),

  // desk
  route("desk", "routes/desk/today/route.tsx"),
  route("desk/department", "routes/desk/department/route.tsx"),
  route("desk/projects", "routes/desk/projects/route.tsx"),
  route("desk/projects/new", "routes/desk/project-new/route.tsx"),
  route("desk/projects/:projectNo", "routes/desk/project/route.tsx"),
  route("desk/projects/:projectNo/stages", "routes/desk/project-stages/route.tsx"),
  route("desk/projects/:projectNo/timeline", "routes/desk/project-timeline/route.tsx"),
  route("desk/projects/:projectNo/history", "routes/desk/project-history/route.tsx"),
  route("desk/projects/:projectNo/plan", "routes/desk/project-plan/route.tsx"),
  route("desk/projects/:projectNo/screening", "routes/desk/project-screening/route.tsx"),
  route("desk/projects/:projectNo/agent", "routes/desk/project-agent/route.tsx"),
  route("desk/projects/:projectNo/note", "routes/desk/project-note/route.tsx"),
  route("desk/projects/:projectNo/review", "routes/desk/project-review/route.tsx"),
  route("desk/projects/:projectNo/opinion", "routes/desk/project-opinion/route.tsx"),
  route("desk/projects/:projectNo/report.pdf", "routes/desk/project-report/route.ts"),
  route("desk/items/:itemNo", "routes/desk/item/route.tsx"),
  route("desk/items/:itemNo/date", "routes/desk/item-date/route.tsx"),
  route("desk/items/:itemNo/:act", "routes/desk/item-act/route.tsx"),
  route("desk/stages/:projectNo/:stage/acceptance", "routes/desk/stage-acceptance/route.tsx"),

  // portal
  route("portal", "routes/portal/home/route.tsx"),
  route("portal/projects/:projectNo", "routes/portal/project/route.tsx"),
  route("portal/projects/:projectNo/report.pdf", "routes/portal/project-report/route.ts"),

  // public
  route("/", "routes/public/landing/route.tsx"),
  route("progress", "routes/public/progress/route.tsx"),
  route("verify/:code?", "routes/public/verify/route.tsx"),

  // admin
  route("admin/packs", "routes/admin/packs/route.tsx"),
  route("admin/packs/:packId", "routes/admin/pack/route.tsx"),
  route("admin/calendars", "routes/admin/calendars/route.tsx"),
  route("admin/calendars/:year", "routes/admin/calendar/route.tsx"),

  route("*", "routes/account/not-found/route.tsx"),
] satisfies RouteConfig;
