import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isKey, LOCALES, translator } from "../../app/i18n";
import { en } from "../../app/i18n/en";
import { explain } from "../../app/i18n/message";
import { zh } from "../../app/i18n/zh-CN";

const typescript = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

/** Files in which `code:` beside other things is a refusal; the timeline's codes are facts about bars. */
const SPEAKING = ["app/domain", "app/application"].flatMap(typescript).filter((file) => !file.startsWith(join("app", "domain", "timeline")));

/** Every refusal a source file can give: an object that begins with its code. */
function codesIn(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/\{\s*code: "([a-z0-9-]+)"/g)].map((match) => match[1] ?? "");
}

const codes = [...new Set(SPEAKING.flatMap(codesIn))].sort();

describe("words for refusals", () => {
  test("the rules are found to refuse in many ways, so this test looks in the right place", () => {
    expect(codes.length).toBeGreaterThan(60);
    expect(codes).toContain("acceptor-cannot-decide");
  });

  test.each(codes)("%s has a text in Chinese and in English", (code) => {
    expect(zh).toHaveProperty([`refusal.${code}`]);
    expect(en).toHaveProperty([`refusal.${code}`]);
  });

  test("no text is left over for a refusal that no rule gives", () => {
    const spoken = Object.keys(zh).filter((key) => key.startsWith("refusal.") && key !== "refusal.other");
    expect(spoken.filter((key) => !codes.includes(key.slice("refusal.".length)))).toEqual([]);
  });

  test("facts that are codes are put into words", () => {
    const refusal = { code: "item-state-forbids", act: "item-decided", status: "in-review", itemNo: "HY-2026-0001-01" };
    expect(explain(translator("zh-CN"), refusal)).toBe("此事项目前为“办理中”，不能作出决定");
    expect(explain(translator("en"), refusal)).toBe("This item is “In review”, so it cannot be done: decision");
  });

  test("an unknown refusal is still said as a sentence", () => {
    for (const locale of LOCALES) expect(explain(translator(locale), { code: "not-invented-yet" })).not.toContain("not-invented-yet");
  });

  test("day checks name every event they compare with", () => {
    const names = SPEAKING.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/refuse(?:Before|After)\([^;\n]*?, "([a-z-]+)"\)/g)].map((match) => match[1] ?? ""),
    );
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(isKey(`fact.what.${name}`), name).toBe(true);
  });
});

describe("the two languages", () => {
  test("say the same facts, except names that are kept apart by language", () => {
    const facts = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => (match[1] ?? "").replace(/En$|^(?:zh|en)$/, "")))].sort();
    const english: Readonly<Record<string, string>> = en;
    const different = Object.entries(zh).filter(([key, text]) => JSON.stringify(facts(text)) !== JSON.stringify(facts(english[key] ?? "")));
    expect(different.map(([key]) => key).filter((key) => !COUNTED_DIFFERENTLY.includes(key))).toEqual([]);
  });

  test("are both complete: nothing is empty, and English has no Chinese left in it", () => {
    for (const [key, text] of Object.entries(zh)) expect(text.trim(), key).not.toBe("");
    const chinese = Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(chinese.filter(([key]) => !MENTIONS_CHINESE.some((prefix) => key.startsWith(prefix))).map(([key]) => key)).toEqual([]);
  });
});

/** English texts that quote a Chinese name on purpose. */
const MENTIONS_CHINESE: readonly string[] = ["shell.other-language"];
/** Texts that count in another unit: 万元 in Chinese, yuan in English. */
const COUNTED_DIFFERENTLY: readonly string[] = ["report.investment.wan", "project.investment.wan"];
