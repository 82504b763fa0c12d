import { expect, test } from "vitest";
import { decidingLevel, isAbove, isDecidedAbove, LEVELS, levelOfRegion } from "../../../app/domain/pack/level";
import { packOf } from "../../builders/case-story";

test("R-245 (Z26): the five levels follow from the region code, and the state stands above them", () => {
  expect(["100000", "430000", "430400", "370502", "370502001", "370502001201"].map(levelOfRegion)).toEqual(LEVELS);
});

test("R-245 (Z11, H34): the level that decides an item is the one it is forwarded to, else the place's own", () => {
  const hengyang = packOf("hengyang-2018");
  const find = (code: string) => hengyang.items.find((item) => item.code === code);
  expect(decidingLevel(hengyang, find("planning-conditions"))).toBe("city");
  expect(decidingLevel(hengyang, find("farmland-conversion"))).toBe("province");
  expect(decidingLevel(packOf("dongying-2019"), packOf("dongying-2019").items[0])).toBe("county");
  expect(hengyang.items.filter((item) => isDecidedAbove(item.code, hengyang)).every((item) => decidingLevel(hengyang, item) !== "city")).toBe(true);
});

test("R-245: something goes up only to a level above the place", () => {
  expect([isAbove("province", packOf("hengyang-2018")), isAbove("city", packOf("hengyang-2018")), isAbove("city", packOf("dongying-2019"))]).toEqual([
    true,
    false,
    true,
  ]);
});
