import { describe, expect, test } from "vitest";
import { z } from "zod";
import { answer } from "../../app/web/answer";
import { field, hidden, readForm } from "../../app/web/form";
import { localeOf } from "../../app/web/locale";
import { localPath, withQuery } from "../../app/web/paths";

const posted = (body: string, type = "application/x-www-form-urlencoded") =>
  new Request("http://site/form", { method: "POST", headers: { "Content-Type": type }, body });
const read = <S extends z.ZodType>(schema: S, pairs: readonly (readonly [string, string])[]) =>
  readForm(posted(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()), schema);
const one = async (schema: z.ZodType, value: string) => {
  const form = await read(z.object({ it: schema }), [["it", value]]);
  return form.ok ? (form.value as { it: unknown }).it : form.errors.it?.[0];
};

describe("fields", () => {
  test.each(["2026-03-02", "2026-3-2", "2026/3/2", "2026.03.02", "2026年3月2日", " 2026-03-02 "])("the day %s is read as 2026-03-02", async (typed) => {
    expect(await one(field.day(), typed)).toBe("2026-03-02");
  });

  test.each(["2026-02-30", "20260302", "2026-13-01", "tomorrow", "02-03-2026"])("%s is no day", async (typed) => {
    expect(await one(field.day(), typed)).toEqual({ key: "form.day", facts: expect.anything() });
  });

  test("an absent day is asked for, an absent optional day is null", async () => {
    expect(await one(field.day(), "")).toMatchObject({ key: "form.required" });
    expect(await one(field.optionalDay(), "")).toBeNull();
  });

  test("whole numbers have no decimals, no exponent and stay in their range", async () => {
    expect(await one(field.whole(1, 30), "12")).toBe(12);
    for (const typed of ["1.5", "1e3", "0x10", "十二", "1 2", "--1"]) expect(await one(field.whole(1, 30), typed), typed).toMatchObject({ key: "form.whole" });
    expect(await one(field.whole(1, 30), "0")).toEqual({ key: "form.too-small", facts: { min: 1, max: undefined } });
    expect(await one(field.whole(1, 30), "31")).toEqual({ key: "form.too-large", facts: { max: 30, min: undefined } });
    expect(await one(field.optionalWhole(), "")).toBeNull();
  });

  test("amounts may be grouped by thousands and have the decimals allowed", async () => {
    expect(await one(field.decimal(2), "12,600.50")).toBe(12600.5);
    expect(await one(field.decimal(2), "12，600")).toBe(12600);
    for (const typed of ["12.345", "-1", "1e5", "NaN", "Infinity"]) expect(await one(field.decimal(2), typed), typed).toMatchObject({ key: "form.number" });
  });

  test("text is trimmed, composed and counted", async () => {
    expect(await one(field.text(5), "  e\u0301te\u0301  ")).toBe("\u00e9t\u00e9");
    expect(await one(field.text(5), "   ")).toMatchObject({ key: "form.required" });
    expect(await one(field.text(5), "123456")).toEqual({ key: "form.too-long", facts: { max: 5, min: undefined } });
  });

  test("lines of a text area become entries, whatever the line ends", async () => {
    expect(await one(field.lines(), "缺公章\r\n\r\n 缺附图 \rlast")).toEqual(["缺公章", "缺附图", "last"]);
    expect(await one(field.lines(), "\n \n")).toMatchObject({ key: "form.required" });
  });

  test("a choice is one of the list", async () => {
    expect(await one(field.choice(["window", "post"]), "post")).toBe("post");
    expect(await one(field.choice(["window", "post"]), "pigeon")).toMatchObject({ key: "form.choose" });
  });

  test("a name that comes several times is a list, and one that comes once is a list of one", async () => {
    const schema = z.object({ departments: field.many(), sure: field.ticked() });
    expect(
      await read(schema, [
        ["departments", "zr"],
        ["departments", "st"],
        ["sure", "yes"],
      ]),
    ).toMatchObject({ ok: true, value: { departments: ["zr", "st"], sure: true } });
    expect(await read(schema, [["departments", "zr"]])).toMatchObject({ value: { departments: ["zr"], sure: false } });
    expect(await read(schema, [])).toMatchObject({ value: { departments: [] } });
    expect(
      await read(z.object({ name: field.text() }), [
        ["name", "first"],
        ["name", "second"],
      ]),
    ).toMatchObject({ value: { name: "first" } });
  });

  test("a form without its hidden fields is out of date", async () => {
    const form = await read(z.object(hidden), [["idempotencyKey", "not a key"]]);
    expect(form).toMatchObject({ ok: false, errors: { idempotencyKey: [{ key: "form.stale" }] } });
    expect(
      await read(z.object(hidden), [
        ["idempotencyKey", "0190a6f0-0000-7000-8000-000000000001"],
        ["version", "7"],
      ]),
    ).toMatchObject({ ok: true, value: { version: 7 } });
  });
});

describe("forms", () => {
  test("what was typed comes back as typed, passwords excepted", async () => {
    const form = await read(z.object({ on: field.day() }), [
      ["on", "31/2"],
      ["other", " kept "],
      ["newPassword", "secret"],
    ]);
    expect(form.ok).toBe(false);
    expect(form.typed).toEqual({ on: "31/2", other: " kept " });
  });

  test("NUL and broken characters are an error of their field and come back without them", async () => {
    for (const body of ["name=a%00b", "name=a%ED%A0%80b", "name=a%FFb"]) {
      const form = await readForm(posted(body), z.object({ name: field.text() }));
      expect(form, body).toMatchObject({ ok: false, typed: { name: "ab" }, errors: { name: [{ key: "form.characters" }] } });
    }
  });

  test("field names that objects are born with do no harm", async () => {
    const form = await read(z.object({ name: field.text() }), [
      ["name", "x"],
      ["__proto__", "y"],
      ["constructor", "z"],
    ]);
    expect(form).toMatchObject({ ok: true, value: { name: "x" } });
    expect(({} as Record<string, unknown>).y).toBeUndefined();
  });

  test("a body that is no form is refused with 400, one that is too large with 413", async () => {
    await expect(readForm(posted("{}", "application/json"), z.object({}))).rejects.toMatchObject({ init: { status: 400 } });
    await expect(readForm(posted(`x=${"y".repeat(1_000_000)}`), z.object({}))).rejects.toMatchObject({ init: { status: 413 } });
  });
});

describe("answers", () => {
  test("a refusal with a field stands at that field, with what was typed", () => {
    const refused = answer.refused({ status: 409, error: { code: "day-in-future", field: "on", today: "2026-03-02" } }, { typed: { on: "2026-03-09" } });
    expect(refused).toMatchObject({ init: { status: 409 }, data: { typed: { on: "2026-03-09" }, errors: { on: [{ key: "refusal.day-in-future" }] } } });
  });

  test("what is not there, or not yours, is thrown as 404", () => {
    expect(() => answer.refused({ status: 404, error: { code: "project-unknown" } })).toThrow(expect.objectContaining({ init: { status: 404 } }));
  });

  test("done leads on with 303 and says what was done beside the query there is", () => {
    const done = answer.done("/desk/items/X?tab=a#b", "accepted");
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/desk/items/X?tab=a&done=accepted#b"]);
  });
});

describe("addresses and languages", () => {
  test("empty parts of a query are left out, lists are repeated", () => {
    expect(withQuery("/desk/projects", { q: "钢", after: null, late: false, status: ["a", "b"], page: 2 })).toBe(
      "/desk/projects?q=%E9%92%A2&status=a&status=b&page=2",
    );
    expect(withQuery("/desk", {})).toBe("/desk");
  });

  test("only a path of this site is a way back", () => {
    expect(localPath("/desk/items/A?x=1#y", "/")).toBe("/desk/items/A?x=1#y");
    for (const other of ["//a.example", "/\\a.example", "https://a.example", "desk", "", null, undefined, 7, "/\n/a.example", `/${"x".repeat(3000)}`])
      expect(localPath(other, "/home")).toBe("/home");
  });

  test("the language chosen goes before the browser's, and Chinese before a language we do not have", () => {
    expect(localeOf("a=b; daiban-language=en", "zh-CN")).toBe("en");
    expect(localeOf("daiban-language=xx", "en-GB,en;q=0.9")).toBe("en");
    expect(localeOf(null, "de,en;q=0.5,zh;q=0.8")).toBe("zh-CN");
    expect(localeOf(null, "de")).toBe("zh-CN");
    expect(localeOf(null, "en;q=0, de")).toBe("zh-CN");
    expect(localeOf(null, null)).toBe("zh-CN");
  });
});
