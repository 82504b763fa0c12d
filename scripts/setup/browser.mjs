/** A Chromium for the browser tests: one that is here, Debian's, or Playwright's own download. */
import { existsSync } from "node:fs";
import { node, run, step, Unmet } from "./steps.mjs";
import { apt, canApt, chineseFont } from "./system.mjs";

const known = () =>
  [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));

/** Whether Playwright finds a browser it downloaded earlier. */
async function downloaded() {
  const ask = 'import { chromium } from "playwright"; import { existsSync } from "node:fs"; process.exit(existsSync(chromium.executablePath()) ? 0 : 1);';
  return (await node(["--input-type=module", "-e", ask])).code === 0;
}

/** Makes sure the browser tests have a browser that draws Chinese. */
export async function browser() {
  if (!known() && !(await downloaded())) {
    if (canApt()) await apt(["chromium", "fonts-noto-cjk"]);
    else await step("npx playwright install chromium", () => run("npx", ["playwright", "install", "--with-deps", "chromium"], { show: true }));
    if (!known() && !(await downloaded())) {
      throw new Unmet(
        "Missing: a Chromium for the browser tests.\nInstall with: sudo apt-get install -y chromium fonts-noto-cjk   or: npx playwright install --with-deps chromium",
      );
    }
  }
  await chineseFont();
}
