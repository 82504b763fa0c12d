/**
 * `npm run build`: pages and their assets (Remix), the server, the scripts that start needs, the browser's one script.
 * Leaves build/ alone when no source changed. Used by `npm start` and `npm test` as well.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fail, must, root, step } from "./setup/steps.mjs";

const stampFile = join(root, "build/.stamp");

/** What runs on the server beside Remix's own bundle: entry → file in build/. Entries that do not exist are not built. */
const programs = { main: "app/web/main.ts", seed: "scripts/seed.ts" };

/** Every file the build reads. Data (YAML, SQL) is read at run time and needs no build. */
function sources() {
  const files = ["app", "db", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((file) => join(folder, file))
      .filter((file) => /\.(tsx?|mjs|css)$/.test(file)),
  );
  const shown = existsSync(join(root, "public")) ? readdirSync(join(root, "public"), { recursive: true }).map((file) => join("public", file)) : [];
  return [...files, ...shown.filter((file) => statSync(join(root, file)).isFile()), "remix.config.js", "package-lock.json", "tsconfig.json"].sort();
}

function stamp() {
  const hash = createHash("sha256");
  for (const file of sources())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

/** Whether build/ was made from exactly these sources. */
export const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp();

/** Bundles our own files of one program; packages stay outside and are loaded from node_modules. */
async function bundle(build, name, entry) {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      ssr: entry,
      target: "node20",
      outDir: "build",
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { output: { format: "es", entryFileNames: `${name}.js`, inlineDynamicImports: true } },
    },
  });
}

/** The browser's script: one file without imports. */
async function enhancement(build) {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      target: "es2020",
      outDir: "build",
      emptyOutDir: false,
      copyPublicDir: false,
      minify: "esbuild",
      rollupOptions: { input: "app/enhance/enhance.ts", output: { format: "iife", entryFileNames: "enhance.js" } },
    },
  });
}

/** Builds everything anew. */
export async function build() {
  const now = stamp();
  await step("Build", async () => {
    rmSync(join(root, "build"), { recursive: true, force: true });
    await must(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", "remix.config.js"], { env: { NODE_ENV: "production" } });
    const { build: viteBuild } = await import("vite");
    for (const [name, entry] of Object.entries(programs)) if (existsSync(join(root, entry))) await bundle(viteBuild, name, entry);
    await enhancement(viteBuild);
    mkdirSync(join(root, "build"), { recursive: true });
    writeFileSync(stampFile, now);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (isBuilt()) process.stdout.write("build/ is up to date\n");
  else await build().catch(fail);
}
