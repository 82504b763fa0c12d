import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/**
 * Pages are complete as they arrive and load none of the framework's scripts. Remix still builds every route for browsers: this hands it
 * empty modules, so that no server code is drawn into that build, and throws its output away. Styles are kept.
 */
const noBrowserScripts = {
  name: "daiban:no-browser-scripts",
  transform(_code, id, options) {
    if (!options?.ssr && (id.includes("?__remix-build-client-route") || /entry\.client\.[jt]sx$/.test(id))) return "export default null;";
  },
};

function dropBrowserScripts({ remixConfig }) {
  const assets = join(remixConfig.buildDirectory, "client", "assets");
  for (const file of readdirSync(assets)) if (file.endsWith(".js")) rmSync(join(assets, file));
}

/**
 * The one build config: the Remix plugin inside a Vite config, handed over with `-c remix.config.js`.
 * Every flag of the last Remix 2 is on, so that the move to its successor stays a renaming of imports.
 */
export default defineConfig({
  plugins: [
    remix({
      buildEnd: dropBrowserScripts,
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
        unstable_optimizeDeps: true,
      },
    }),
    noBrowserScripts,
  ],
  build: {
    target: "es2022",
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
});
