import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PACK_PARTS } from "../../app/application/queries/pack-page";
import { WordsProvider } from "../../app/components/words";
import { type Statement, statementsOf } from "../../app/domain/pack/statements";
import { type Locale, translator } from "../../app/i18n";
import { formats } from "../../app/i18n/formats";
import { packWords } from "../../app/i18n/pack-words";
import { ItemCards } from "../../app/routes/admin/pack/items-card";
import { PackSections } from "../../app/routes/admin/pack/sections";
import { PackProvider } from "../../app/routes/admin/pieces/sourced";
import { loadPacks } from "../../db/load-packs";

/** Everything a pack says, in words and on its page, for every pack that ships. */
const packs = loadPacks();
const LOCALES: readonly Locale[] = ["zh-CN", "en"];
const tongue = (locale: Locale) => ({
  ...formats(locale),
  t: translator(locale),
  pick: (name: { zh: string; en: string }) => (locale === "en" ? name.en : name.zh),
});
const each = packs.flatMap((pack) => LOCALES.map((locale) => ({ id: pack.id, locale, pack })));
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

/** Texts that stand in the file in one language only: names of laws, materials and notes, and the id of the level above. */
const ONE_LANGUAGE = new Set(["inherits", "basis", "note", "coreMaterials", "deferrableMaterials", "materials", "typeLimitException", "source"]);
const inOneLanguage = ({ path }: Statement) => path.some((part) => ONE_LANGUAGE.has(part));

describe("the words of a pack", () => {
  test.each(each)("R-274: $id, $locale: every rule has a name and says its value without codes", ({ pack, locale }) => {
    const words = packWords(tongue(locale), pack);
    const codes = new Set([...pack.items.map((item) => item.code), ...pack.departments.map((one) => one.code), ...pack.questions.map((one) => one.code)]);
    const wrong = statementsOf(pack).flatMap((statement): string[] => {
      const name = words.key(statement.path);
      const value = words.value(statement);
      const { value: raw } = statement;
      const own = inOneLanguage(statement);
      const coded = !own && /^[a-z]/i.test(String(raw)) && typeof raw !== "boolean" && raw !== null && typeof raw !== "object";
      const faults = [
        name === statement.path.at(-1) && "has no name",
        /undefined|\[object|NaN/.test(value) && "is not said",
        locale === "zh-CN" && (coded || (!own && Array.isArray(raw))) && value === String(raw) && "is said as its code",
        codes.has(value) && "is said as a code",
        locale === "en" && /[\u4e00-\u9fff]/.test(coded ? `${name} ${value}` : name) && "is not in English",
      ];
      return faults.flatMap((fault) => (fault ? [`${statement.path.join(".")} ${fault}: ${name} = ${value}`] : []));
    });
    expect(wrong).toEqual([]);
  });
});

describe("the pages of a pack", () => {
  test.each(each)("R-275 (F02, F04, D04, Z13): $id, $locale: shows everything the pack says, each with its source and its mark", ({ pack, locale }) => {
    const words = packWords(tongue(locale), pack);
    const html = renderToStaticMarkup(
      <WordsProvider locale={locale}>
        {PACK_PARTS.map((part) => (
          <PackSections key={part} page={{ pack, part, filter: { category: null, stage: null }, items: pack.items, parent: null }} />
        ))}
        <PackProvider pack={pack}>
          {pack.items.map((item) => (
            <ItemCards key={item.code} item={item} pack={pack} />
          ))}
        </PackProvider>
      </WordsProvider>,
    );
    expect(html).not.toMatch(/\sstyle=|<script/);
    const shown = text(html);
    const missing: string[] = [];
    for (const statement of statementsOf(pack)) {
      const at = statement.path.join(".");
      // The statutory extension that no law gives, and lists without an entry, are told by their absence.
      if (at.endsWith("statutory.extensionDays") && statement.value === null) continue;
      if (statement.path.at(-1) === "alternatives" || (statement.path.at(-1) === "steps" && statement.path[0] === "itemTypes")) continue;
      if (at === "name") continue; // the page's own heading
      if (statement.path.at(-1) === "prerequisites") {
        for (const code of statement.value as readonly string[])
          if (!shown.includes(text(words.subject(["items", code]) ?? ""))) missing.push(`${at}: ${code}`);
      } else if (statement.path[0] === "basis") {
        if (!shown.includes(statement.path[1] ?? "")) missing.push(at);
      } else if (!shown.includes(text(words.value(statement)).trim())) missing.push(`${at}: ${words.value(statement)}`);
      if (statement.source && !shown.includes(text(statement.source).trim())) missing.push(`${at}: source ${statement.source}`);
    }
    expect(missing).toEqual([]);
    const assumed = statementsOf(pack).filter((statement) => statement.assumed && statement.value !== null).length;
    expect(html.split(tongue(locale).t("admin.assumed.help")).length - 1).toBeGreaterThanOrEqual(assumed);
  });

  test("R-276 (D04, K26): a transferred item shows who decides and who supervises", () => {
    const pack = packs.find(({ id }) => id === "dongying-2019");
    if (!pack) throw new Error("no pack of Dongying");
    const html = renderToStaticMarkup(
      <WordsProvider locale="zh-CN">
        <PackSections
          page={{
            pack,
            part: "items",
            filter: { category: null, stage: null },
            items: pack.items.filter(({ code }) => code === "planning-permit"),
            parent: null,
          }}
        />
      </WordsProvider>,
    );
    const items = text(html.slice(html.indexOf('id="items"')));
    expect(items).toContain("区行政审批服务局");
    expect(items).toContain("监管：市自然资源和规划局东营分局");
  });
});
