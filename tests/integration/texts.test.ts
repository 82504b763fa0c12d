import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { LOCALES } from "../../app/i18n";

test.each(LOCALES)("every text of %s stands in one area only, so that none hides another", async (locale) => {
  const folder = resolve("app/i18n", locale);
  const homes = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name !== "index.ts")) {
    const [area = {}] = Object.values(await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as Record<string, string>[];
    for (const key of Object.keys(area)) homes.set(key, [...(homes.get(key) ?? []), file]);
  }
  expect(homes.size).toBeGreaterThan(1000);
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
});
