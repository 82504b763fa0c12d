import { describe, expect, test } from "vitest";
import { inherit } from "../../../app/domain/pack/inherit";
import { aNation, anItem, aPlace, assumed, resolvedNation, stated, unstated } from "./small-pack";

const nation = resolvedNation({ items: { permit: anItem(), filing: anItem({ kind: "filing" }) } });

describe("a place inherits from the level above", () => {
  test("a place that states nothing has the rules of the level above and its own name", () => {
    const { pack, violations } = inherit(nation, aPlace());
    expect(violations).toEqual([]);
    expect(pack).toMatchObject({ id: "somewhere", inherits: "national", parameters: nation.parameters, items: nation.items, departments: nation.departments });
  });

  test("what a place states replaces what it inherits, field by field", () => {
    const { pack } = inherit(nation, aPlace({ categories: { IND: { budgetWorkingDays: stated(10) } }, items: { permit: { committed: stated(3) } } }));
    const industrial = pack?.categories.find((category) => category.code === "IND");
    expect(industrial?.budgetWorkingDays).toEqual(stated(10));
    expect(industrial?.name).toEqual(nation.categories[0]?.name);
    expect(pack?.items[0]).toMatchObject({ code: "permit", committed: stated(3), statutory: { days: 20, unit: "wd" } });
  });

  test("R-033: an unstated value stays null and keeps the note of where it was looked for", () => {
    expect(inherit(nation, aPlace()).pack?.categories[0]?.budgetWorkingDays).toEqual({ value: null, source: "未见规定", assumed: false });
  });

  test("a place may add an item, a department and a procedure of its own, after the inherited ones", () => {
    const { pack } = inherit(
      nation,
      aPlace({
        items: { local: anItem({ department: "park" }) },
        departments: { park: { name: { zh: "园区", en: "Park" }, shortName: { zh: "园区", en: "Park" } } },
        procedures: { publicity: { name: { zh: "公示", en: "Publicity" }, stops: "committed", maxWorkingDays: unstated(), source: "地方规定" } },
      }),
    );
    expect(pack?.items.map((item) => item.code)).toEqual(["permit", "filing", "local"]);
    expect(pack?.departments.at(-1)?.code).toBe("park");
    expect(pack?.procedures.map((kind) => kind.code)).toEqual(["hearing", "publicity"]);
  });

  test("R-032: a value stated at no level is a gap, named by its path, and there is no pack", () => {
    const { simulatedApproval, commitment } = aNation().switches;
    const { pack, violations } = inherit(null, aNation({ switches: { simulatedApproval, commitment } }));
    expect(pack).toBeNull();
    expect(violations).toMatchObject([{ rule: "pack-gap-unstated", file: "pack", path: ["switches", "greenChannel"] }]);
  });

  test("a new local item must state everything a national one states", () => {
    const { pack, violations } = inherit(nation, aPlace({ items: { local: { committed: assumed(3) } } }));
    expect(pack).toBeNull();
    expect(violations.map((violation) => violation.path.join("."))).toContain("items.local.statutory");
  });

  test("the basis of a place comes before the basis it inherits", () => {
    const { pack } = inherit(nation, aPlace({ basis: [{ title: "地方办法", number: null, source: "全文" }] }));
    expect(pack?.basis.map((basis) => basis.title)).toEqual(["地方办法", "行政许可法"]);
  });
});

describe("permits transferred to an approval bureau (D04)", () => {
  const transfers = [{ to: "spj", kinds: ["permit"], except: ["kept"], source: "D04" }];
  const pack = inherit(resolvedNation({ items: { permit: anItem(), kept: anItem(), filing: anItem({ kind: "filing" }) } }), aPlace({ transfers })).pack;
  const decider = (code: string) => pack?.items.find((item) => item.code === code)?.decidingDepartment;

  test("R-041: the bureau decides the kinds that went over and the line department stays the supervisor", () => {
    expect(decider("permit")).toBe("spj");
    expect(pack?.items[0]?.department).toBe("zr");
  });
  test("excepted items and other kinds are still decided by their department", () => {
    expect(decider("kept")).toBe("zr");
    expect(decider("filing")).toBe("zr");
  });
  test("R-060: a place that gives an item to another department gives it the decision too", () => {
    const departments = { gh: { name: { zh: "规划局", en: "Planning" }, shortName: { zh: "规划", en: "Planning" } } };
    const local = inherit(nation, aPlace({ departments, items: { permit: { department: "gh" } } })).pack;
    expect(local?.items[0]).toMatchObject({ department: "gh", decidingDepartment: "gh" });
  });
  test("what the level above moved to a bureau stays there when the place only names another supervisor", () => {
    const departments = { gh: { name: { zh: "规划局", en: "Planning" }, shortName: { zh: "规划", en: "Planning" } } };
    const above = inherit(nation, aPlace({ transfers: [{ to: "spj", kinds: ["permit"], except: [], source: "D04" }] })).pack;
    const local = above && inherit(above, aPlace({ departments, items: { permit: { department: "gh" } } })).pack;
    expect(local?.items[0]).toMatchObject({ department: "gh", decidingDepartment: "spj" });
  });
  test("an item that names its own decider wins over the transfer", () => {
    const own = inherit(
      nation,
      aPlace({ transfers: [{ to: "spj", kinds: ["permit"], except: [], source: "D04" }], items: { permit: { decidingDepartment: "zr" } } }),
    ).pack;
    expect(own?.items[0]?.decidingDepartment).toBe("zr");
  });
});
