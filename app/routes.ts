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
  route("desk/window", "routes/desk/window/route.tsx"),
  route("desk/window/:projectNo", "routes/desk/window-project/route.tsx"),
  route("desk/projects", "routes/desk/projects/route.tsx"),
  route("desk/projects/new", "routes/desk/project-new/route.tsx"),
  route("desk/projects/:projectNo", "routes/desk/project/route.tsx"),
  route("desk/projects/:projectNo/stages", "routes/desk/project-stages/route.tsx"),
  route("desk/projects/:projectNo/materials", "routes/desk/project-materials/route.tsx"),
  route("desk/projects/:projectNo/timeline", "routes/desk/project-timeline/route.tsx"),
  route("desk/projects/:projectNo/history", "routes/desk/project-history/route.tsx"),
  route("desk/projects/:projectNo/plan", "routes/desk/project-plan/route.tsx"),
  route("desk/projects/:projectNo/screening", "routes/desk/project-screening/route.tsx"),
  route("desk/projects/:projectNo/agent", "routes/desk/project-agent/route.tsx"),
  route("desk/projects/:projectNo/note", "routes/desk/project-note/route.tsx"),
  route("desk/projects/:projectNo/review", "routes/desk/project-review/route.tsx"),
  route("desk/projects/:projectNo/opinion", "routes/desk/project-opinion/route.tsx"),
  route("desk/projects/:projectNo/reviews", "routes/desk/project-reviews/route.tsx"),
  route("desk/projects/:projectNo/reviews/:reviewId", "routes/desk/project-joint-review/route.tsx"),
  route("desk/projects/:projectNo/reviews/:reviewId/:act", "routes/desk/project-review-act/route.tsx"),
  route("desk/projects/:projectNo/area", "routes/desk/project-area/route.tsx"),
  route("desk/projects/:projectNo/area/end", "routes/desk/project-area-end/route.tsx"),
  route("desk/projects/:projectNo/report.pdf", "routes/desk/project-report/route.ts"),
  route("desk/projects/:projectNo/papers", "routes/desk/papers/route.tsx"),
  route("desk/projects/:projectNo/simulation", "routes/desk/project-simulation/route.tsx"),
  route("desk/projects/:projectNo/commitment", "routes/desk/project-commitment/route.tsx"),
  route("desk/projects/:projectNo/commitment/:act", "routes/desk/project-commitment-act/route.tsx"),
  route("desk/projects/:projectNo/simulation/:act", "routes/desk/project-simulation-act/route.tsx"),
  route("desk/projects/:projectNo/signing-code", "routes/desk/project-signing-code/route.tsx"),
  route("desk/projects/:projectNo/facts", "routes/desk/project-facts/route.tsx"),
  route("desk/papers/:code.pdf", "routes/desk/paper-file/route.ts"),
  route("desk/findings", "routes/desk/findings/route.tsx"),
  route("desk/queue", "routes/desk/queue/route.tsx"),
  route("desk/queue/:kind/:projectNo/:subjectId", "routes/desk/queue-review/route.tsx"),
  route("desk/board", "routes/desk/board/route.tsx"),
  route("desk/simulations", "routes/desk/simulations/route.tsx"),
  route("desk/commitments", "routes/desk/commitments/route.tsx"),
  route("desk/cover", "routes/desk/cover/route.tsx"),
  route("desk/cover/new", "routes/desk/cover-new/route.tsx"),
  route("desk/cover/:coverId/end", "routes/desk/cover-end/route.tsx"),
  route("desk/enterprises/:enterpriseId/credit", "routes/desk/enterprise-credit/route.tsx"),
  route("desk/enterprises/:enterpriseId/credit/:act", "routes/desk/enterprise-credit-act/route.tsx"),
  route("desk/projects/:projectNo/irregularity", "routes/desk/project-irregularity/route.tsx"),
  route("desk/items/:itemNo", "routes/desk/item/route.tsx"),
  route("desk/items/:itemNo/date", "routes/desk/item-date/route.tsx"),
  route("desk/items/:itemNo/materials", "routes/desk/item-materials/route.tsx"),
  route("desk/items/:itemNo/materials/file", "routes/desk/item-material-file/route.tsx"),
  route("desk/items/:itemNo/:act", "routes/desk/item-act/route.tsx"),
  route("desk/stages/:projectNo/:stage/acceptance", "routes/desk/stage-acceptance/route.tsx"),

  // portal
  route("portal", "routes/portal/home/route.tsx"),
  route("portal/projects/:projectNo", "routes/portal/project/route.tsx"),
  route("portal/projects/:projectNo/materials", "routes/portal/materials/route.tsx"),
  route("portal/projects/:projectNo/materials/file", "routes/portal/material-file/route.tsx"),
  route("portal/projects/:projectNo/report.pdf", "routes/portal/project-report/route.ts"),
  route("portal/papers/:code.pdf", "routes/portal/paper-file/route.ts"),
  route("portal/projects/:projectNo/notices/:itemNo", "routes/portal/notice/route.tsx"),
  route("portal/projects/:projectNo/letters/:kind/:subjectId", "routes/portal/letter/route.tsx"),

  // files
  route("files/:itemNo/:digest", "routes/files/material-file/route.ts"),

  // public
  route("/", "routes/public/landing/route.tsx"),
  route("progress", "routes/public/progress/route.tsx"),
  route("guides", "routes/public/guides/route.tsx"),
  route("guides/:code.pdf", "routes/public/guide-file/route.ts"),
  route("guides/:code/flow.pdf", "routes/public/flow-file/route.ts"),
  route("guides/:code/promise.pdf", "routes/public/promise-file/route.ts"),
  route("guides/:code/notice.pdf", "routes/public/notice-file/route.ts"),
  route("samples/:kind.pdf", "routes/public/sample-file/route.ts"),
  route("guides/:code", "routes/public/guide/route.tsx"),
  route("screening", "routes/public/screening/route.tsx"),
  route("agency", "routes/public/agency/route.tsx"),
  route("verify/:code?", "routes/public/verify/route.tsx"),

  // admin
  route("admin/packs", "routes/admin/packs/route.tsx"),
  route("admin/packs/:packId", "routes/admin/pack/route.tsx"),
  route("admin/packs/:packId/differences", "routes/admin/pack-differences/route.tsx"),
  route("admin/packs/:packId/effect", "routes/admin/pack-effect/route.tsx"),
  route("admin/areas", "routes/admin/areas/route.tsx"),
  route("admin/areas/new", "routes/admin/area-new/route.tsx"),
  route("admin/areas/:areaId", "routes/admin/area/route.tsx"),
  route("admin/windows", "routes/admin/windows/route.tsx"),
  route("admin/windows/new", "routes/admin/window-new/route.tsx"),
  route("admin/windows/:code", "routes/admin/window/route.tsx"),
  route("admin/windows/:code/:act", "routes/admin/window-act/route.tsx"),
  route("admin/calendars", "routes/admin/calendars/route.tsx"),
  route("admin/calendars/:year", "routes/admin/calendar/route.tsx"),

  route("*", "routes/account/not-found/route.tsx"),
] satisfies RouteConfig;
