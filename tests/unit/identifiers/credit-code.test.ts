import { describe, expect, test } from "vitest";
import { readCreditCode } from "../../../app/domain/identifiers/credit-code";

const refusal = (text: string) => {
  const read = readCreditCode(text);
  return read.ok ? null : read.error.code;
};

describe("R-056: 统一社会信用代码 (GB 32100-2015)", () => {
  test.each(["91210900MA0F10014J", "91430400MA4H20027E", "91330802MA2K3003XY", "91370300MA3W40046P", "91370502MA3D50052L", "12370502MB0G600679"])(
    "%s passes both checks",
    (code) => {
      expect(readCreditCode(code)).toEqual({ ok: true, value: code });
    },
  );
  test("spaces, lower case and wide characters are put right", () => {
    expect(readCreditCode(" 9143 0400 ma4h 2002 7e ")).toEqual({ ok: true, value: "91430400MA4H20027E" });
    expect(readCreditCode("９１４３０４００ＭＡ４Ｈ２００２７Ｅ")).toEqual({ ok: true, value: "91430400MA4H20027E" });
  });
  test.each(["91210900MA0000001R", "91430400MA0000002Q"])("%s passes the outer check only and is refused for its organisation code", (code) => {
    expect(refusal(code)).toBe("credit-code-organisation-check");
  });
  test("every single wrong character is caught", () => {
    const good = "91430400MA4H20027E";
    for (let at = 0; at < good.length; at += 1) {
      const wrong = good.slice(0, at) + (good[at] === "7" ? "8" : "7") + good.slice(at + 1);
      expect(refusal(wrong), wrong).not.toBeNull();
    }
  });
  test.each(["", "91430400MA4H20027", "91430400MA4H20027E1", "9143040OMA4H20027E", "91430400MA4H2002SE", "91430400MA4H2002ZE", "91A30400MA4H20027E"])(
    "“%s” does not have the form",
    (text) => {
      expect(refusal(text)).toBe("credit-code-format");
    },
  );
  test("a code of the right form with a wrong last character is refused for its check", () => expect(refusal("91430400MA4H20027F")).toBe("credit-code-check"));
});
