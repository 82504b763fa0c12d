import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Limits } from "../../app/web/limits.server";

/** What the limits are for: a program that guesses, told from people who work. */
describe("limits", () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-03-02T01:00:00Z") }));
  afterEach(() => void vi.useRealTimers());
  const minutes = (n: number) => vi.advanceTimersByTimeAsync(n * 60_000 + 1);

  test("five wrong passwords are free, then each one waits twice as long, up to an hour", async () => {
    const limits = new Limits();
    for (let tries = 1; tries <= 5; tries++) expect(await limits.signInTry("limin", "a")).toBe(0);
    for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect(await limits.signInTry("limin", "a")).toBe(wait);
      await minutes(wait);
      expect(await limits.signInTry("limin", "a")).toBe(0);
    }
  });

  test("pressing the button while waiting does not lengthen the wait", async () => {
    const limits = new Limits();
    for (let tries = 1; tries <= 5; tries++) await limits.signInTry("limin", "a");
    for (let again = 0; again < 20; again++) expect(await limits.signInTry("limin", "a")).toBe(1);
    await minutes(1);
    expect(await limits.signInTry("limin", "a")).toBe(0);
    expect(await limits.signInTry("limin", "a")).toBe(2);
  });

  test("many tries at the same moment count as many", async () => {
    const limits = new Limits();
    const answers = await Promise.all(Array.from({ length: 50 }, () => limits.signInTry("limin", "a")));
    expect(answers.filter((wait) => wait === 0).length).toBeLessThanOrEqual(6);
  });

  test("the right password ends the count", async () => {
    const limits = new Limits();
    for (let day = 0; day < 20; day++) {
      for (let tries = 1; tries <= 4; tries++) expect(await limits.signInTry("limin", "a")).toBe(0);
      await limits.signInSucceeded("limin", "a");
    }
  });

  test("an office of 500 behind one address signs in between eight and nine without noticing", async () => {
    const limits = new Limits();
    for (let person = 0; person < 500; person++) {
      if (person % 10 === 0) expect(await limits.signInTry(`person-${person}`, "office")).toBe(0);
      expect(await limits.signInTry(`person-${person}`, "office")).toBe(0);
      await limits.signInSucceeded(`person-${person}`, "office");
      await vi.advanceTimersByTimeAsync(7_200);
    }
  });

  test("one address that tries one password on many accounts is stopped", async () => {
    const limits = new Limits();
    const answers = [];
    for (let account = 0; account < 210; account++) answers.push(await limits.signInTry(`person-${account}`, "attacker"));
    expect(answers.slice(0, 200).every((wait) => wait === 0)).toBe(true);
    expect(answers[205]).toBeGreaterThan(0);
  });
});
