/** What the operating system must bring: found, installed with apt where that is allowed, otherwise named with the command that installs it. */
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { must, step, Unmet } from "./steps.mjs";

/** Where a program lies, or null. */
export function which(program) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return null;
}

/** Whether this process may install Debian packages. */
export const canApt = () => process.getuid?.() === 0 && which("apt-get") !== null;

let listsRead = false;

/** Installs Debian packages without asking anything. Throws `Unmet` when apt refuses. */
export async function apt(packages) {
  await step(`apt-get install ${packages.join(" ")}`, async () => {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    if (!listsRead) await must("apt-get", ["update", "-qq"], { env });
    listsRead = true;
    await must("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
  });
}

/** Sentence for a person: what is missing and the command that installs it here. */
export function installCommand(debian, brew) {
  if (process.platform === "darwin") return brew;
  if (which("dnf")) return `sudo dnf install ${debian.join(" ")}   (names may differ from Debian's)`;
  return `sudo apt-get install -y ${debian.join(" ")}`;
}

/** Makes sure of a need: `missing` lists what lacks (empty when met), read again after an installation. */
export async function need({ purpose, missing, debian, brew }) {
  const lacking = missing();
  if (lacking.length === 0) return;
  if (canApt()) await apt(debian);
  const still = missing();
  if (still.length > 0) throw new Unmet(`Missing: ${still.join(", ")} (${purpose}).\nInstall with: ${installCommand(debian, brew)}`);
}

const absent = (...programs) => programs.filter((program) => which(program) === null);

/** What compiling better-sqlite3 takes. */
export const compilers = () =>
  need({
    purpose: "to compile better-sqlite3, for which no ready binary could be had",
    missing: () => absent("python3", "make", "g++"),
    debian: ["python3", "make", "g++"],
    brew: "xcode-select --install",
  });

/** Reads text back out of PDFs in tests. */
export const pdfReader = () =>
  need({ purpose: "to read the PDFs that tests make", missing: () => absent("pdftotext", "pdfinfo"), debian: ["poppler-utils"], brew: "brew install poppler" });

/** Whether any font here draws Chinese. Looked for by file name, so that fontconfig is not needed to ask. */
function drawsChinese() {
  if (process.platform !== "linux") return true;
  const folders = ["/usr/share/fonts", "/usr/local/share/fonts", join(process.env.HOME ?? "/root", ".fonts")].filter((folder) => existsSync(folder));
  return folders.some((folder) => readdirSync(folder, { recursive: true }).some((file) => /cjk|notosanssc|wqy|sourcehan|uming|ukai/i.test(String(file))));
}

/** Without a Chinese font the browser measures boxes instead of text. */
export const chineseFont = () =>
  need({ purpose: "so that the browser draws Chinese", missing: () => (drawsChinese() ? [] : ["a Chinese font"]), debian: ["fonts-noto-cjk"], brew: "" });
