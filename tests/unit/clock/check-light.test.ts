import { expect, test } from "vitest";
import { checkLight } from "../../../app/domain/clock/check-light";

test("the light of a check is by calendar days: yellow from the seventh day before, red once it has passed, none without a day", () => {
  const lights = ["2026-03-24", "2026-03-23", "2026-03-16", "2026-03-15", null].map((dueOn) => checkLight(dueOn, "2026-03-16"));
  expect(lights).toEqual(["ok", "warn", "warn", "late", "none"]);
});
