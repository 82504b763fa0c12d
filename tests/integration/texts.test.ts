import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { LOCALES, translator } from "../../app/i18n";
import { evidenceSentence } from "../../app/i18n/evidence-sentence";
import { zh } from "../../app/i18n/zh-CN";

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

test("the verification at completion is called by its own name, never a check of it", () => {
  const t = translator("zh-CN");
  const points = ["before-start", "construction", "completion", "verification", "operation"] as const;
  const said = points.map((point) =>
    evidenceSentence(t, {
      type: "evidence-attached",
      evidenceId: "1",
      commitmentNo: "CN-1",
      itemId: null,
      point,
      file: { name: "照片.jpg", bytes: 1, digest: "0", mediaType: "image/jpeg" },
      afterwards: false,
      addedAt: "2026-03-16T02:00:00.000Z",
      on: "2026-03-16",
      byId: "1",
      byName: "龙建华",
      subjectKind: "supervision-check",
      subjectId: "1",
      round: 1,
    }),
  );
  expect(said[1]).toBe("CN-1 建设期核查添加文件“照片.jpg”");
  expect(said[3]).toBe("CN-1 竣工对标验收添加文件“照片.jpg”");
  // Wherever a check at a point is named, its own words are used: a point followed by 核查 would double them.
  expect(Object.entries(zh).filter(([, text]) => text.includes("{point}核查"))).toEqual([]);
});
