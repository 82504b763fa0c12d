import { describe, expect, test } from "vitest";
import { CODE_ALPHABET, CODE_LENGTH, deadCode, shownCode, spelledCode } from "../../../app/domain/case/signing-code";

describe("one-time codes", () => {
  test("R-429: a code is the same however it is written: groups, case, width", () => {
    const code = CODE_ALPHABET.slice(0, CODE_LENGTH);
    for (const typed of [code, shownCode(code), shownCode(code).toLowerCase(), ` ${code} `, [...code].join(" "), "２３４５－６７８９"])
      expect(spelledCode(typed)).toBe(code);
    expect(CODE_ALPHABET).not.toMatch(/[01ILO]/);
  });

  test("R-429: a code dies with its last try and with its time", () => {
    const until = "2026-03-16T02:30:00.000Z";
    expect(deadCode({ expiresAt: until, triesLeft: 1 }, "2026-03-16T02:29:59.999Z")).toBeNull();
    expect(deadCode({ expiresAt: until, triesLeft: 1 }, until)).toBe("signing-code-expired");
    expect(deadCode({ expiresAt: until, triesLeft: 0 }, "2026-03-16T02:00:00.000Z")).toBe("signing-code-exhausted");
  });
});
