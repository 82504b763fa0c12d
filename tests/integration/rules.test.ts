import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const rules = readFileSync(join(root, "app/domain/RULES.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| R-\d+ \|/.test(line))
  .map((line) => {
    const [no, sentence, law, files, title] = line.slice(2, -2).split(" | ") as [string, string, string, string, string];
    return { no, sentence, law, files: files.split(/, (?![^{]*\})/), title };
  });
const suites = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, "tests", file), "utf8"));

describe("the list of rules", () => {
  test("numbers every rule once, in rising order", () => {
    const numbers = rules.map((rule) => Number(rule.no.slice(2)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  test.each(rules)("$no names a basis, a place and a test that carries its number", ({ no, law, files, title }) => {
    expect(law).not.toBe("");
    for (const file of files.map((named) => named.replace(/[{*].*$/, "")))
      expect(existsSync(join(root, file)) || existsSync(join(root, "app/domain", file)), file).toBe(true);
    expect(suites.some((suite) => suite.includes(`: ${title}`) && new RegExp(`${no}(?: \\([^)]*\\))?[:,]`).test(suite))).toBe(true);
  });
});
