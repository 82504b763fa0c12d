/**
 * Who may import whom, checked by `npm run check:boundaries`. The rules and their reasons are in README.md, "Where things are";
 * tests/integration/boundaries.test.ts plants one violation of each and expects to be told.
 * The extension is what dependency-cruiser asks of a config in a package of ES modules.
 */

/** A folder of ours and everything it may know; any other file of ours is refused. Packages and Node are ruled separately below. */
const mayKnow = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^(app|db|scripts|tests)/", pathNot: to },
});

const packages = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-bundled", "npm-no-pkg", "npm-unknown"];

/** Like `mayKnow`, but only for imports that still exist at run time: types are free. */
const mayRun = (name, from, to, toNot, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: to, pathNot: toNot, dependencyTypesNot: ["type-only"] },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one idea or three: move what they share into a file of its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere fails at run time.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    mayKnow("domain-knows-itself", "^app/domain/", ["^app/domain/"], "Rules are pure: they know only rules."),
    {
      name: "domain-without-packages",
      comment: "Rules are pure: no package, no Node module. The caller passes in what they need.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { dependencyTypes: [...packages, "core"] },
    },
    mayKnow("i18n-knows-domain-types", "^app/i18n/", ["^app/i18n/", "^app/domain/"], "Words know the codes they name, nothing else."),
    mayRun(
      "i18n-only-types-of-domain",
      "^app/i18n/",
      "^app/domain/",
      ["^app/domain/case/parts/", "^app/domain/pack/"],
      "Words know the codes they name and the packs they say, not the rules of a case.",
    ),
    mayKnow("components-know-domain-i18n", "^app/components/", ["^app/(components|domain|i18n|styles)/"], "Props in, markup out."),
    mayKnow("pdf-knows-domain-i18n", "^app/pdf/", ["^app/(pdf|domain|i18n)/"], "Model in, pages out."),
    mayKnow("db-knows-domain", "^db/", ["^db/", "^app/domain/"], "The database is below the application."),
    mayKnow("application-knows-below", "^app/application/", ["^app/(application|domain|pdf|i18n)/", "^db/"], "A use knows no HTTP and no markup."),
    mayKnow(
      "web-knows-application",
      "^app/web/",
      ["^app/(web|application|domain|i18n)/", "^db/(port|open|load-[a-z]+)\\.ts$"],
      "The edge opens the database through its port and leaves the rest to the application.",
    ),
    mayRun(
      "web-decides-nothing",
      "^app/web/",
      "^app/domain/(case|clock|plan|oversight)/",
      [],
      "A case is decided in the application's one write path, not at the edge.",
    ),
    mayKnow(
      "routes-know-application",
      ["^app/routes/", "^app/(root|entry\\.server)\\.tsx$", "^app/routes\\.ts$"],
      ["^app/(routes|web|application|components|domain|i18n|styles)/", "^app/(root|entry\\.server)\\.tsx$"],
      "A page asks the application; it never reaches the database or draws a PDF.",
    ),
    mayRun(
      "routes-decide-nothing",
      "^app/routes/",
      "^app/domain/(case|clock|plan|oversight)/",
      ["^app/domain/(case|oversight)/parts/"],
      "A page shows and asks, and knows the codes it offers; the application calls the rules.",
    ),
    {
      name: "areas-apart",
      comment: "Areas of pages never import each other; what they share is a component or a query.",
      severity: "error",
      from: { path: "^app/routes/([^/]+)/" },
      to: { path: "^app/routes/[^/]+/", pathNot: "^app/routes/$1/" },
    },
    mayKnow("enhance-alone", "^app/enhance/", ["^app/enhance/"], "The one script sent to browsers stays small and knows nothing of the server."),
    mayKnow("scripts-know-application", "^scripts/", ["^scripts/", "^app/(application|domain|i18n)/", "^db/"], "Scripts use the application as pages do."),
    {
      name: "server-files-stay-on-the-server",
      comment: "Components, words, rules and the browser's script may end up in a browser; `.server` files may not.",
      severity: "error",
      from: { path: "^app/(components|i18n|domain|enhance)/" },
      to: { path: "\\.server\\.tsx?$" },
    },
    {
      name: "browser-code-without-node",
      comment: "Components and the browser's script run where there is no Node.",
      severity: "error",
      from: { path: "^app/(components|enhance)/" },
      to: { dependencyTypes: ["core"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "engines-behind-the-port",
      comment: "Only db/ knows which database it speaks to; the rest speaks to db/port.ts.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "node_modules/(better-sqlite3|pg|drizzle-orm/(better-sqlite3|node-postgres|pg-core|sqlite-core))(/|$)" },
    },
    {
      name: "no-development-packages-in-the-product",
      comment: "The product runs with `npm ci --omit=dev`. The table of URLs is read at build time only.",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: ["^app/routes\\.ts$", "^db/drizzle\\.[a-z]+\\.config\\.ts$"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-needs-tests",
      comment: "Tests know the product, never the other way round.",
      severity: "error",
      from: { path: "^(app|db|scripts)/" },
      to: { path: "^tests/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
