import { describe, expect, test } from "vitest";
import { canonicalJson, sha256 } from "../../db/canonical";
import { uuidv7 } from "../../db/uuid";

describe("a new id", () => {
  test("is a UUID of version 7 with the time in front", () => {
    const before = Date.now();
    const id = uuidv7();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
  });

  test("is greater than every one before it, however quickly they are made", () => {
    const ids = Array.from({ length: 20_000 }, uuidv7);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("canonical JSON", () => {
  test("is one text whatever order the fields were made in", () => {
    expect(canonicalJson({ b: 1, a: { d: [3, { z: null, y: true }], c: "代办" } })).toBe('{"a":{"c":"代办","d":[3,{"y":true,"z":null}]},"b":1}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });

  test("leaves out fields that are undefined and keeps those that are null", () => {
    expect(canonicalJson({ a: undefined, b: null, c: [undefined] })).toBe('{"b":null,"c":[null]}');
  });

  test("has the digest that anyone can check with a standard tool", () => {
    expect(sha256("代办")).toBe("8480e557108670c26bed23cc1305ca9fb88086ecdd9d3eae6969201fe44841d1");
  });
});
