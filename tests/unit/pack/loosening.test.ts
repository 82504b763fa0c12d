import { describe, expect, test } from "vitest";
import { loosenings } from "../../../app/domain/pack/loosening";
import type { PackSource } from "../../../app/domain/pack/source";
import { anItem, aPlace, assumed, resolvedNation, stated, unstated } from "./small-pack";

const nation = resolvedNation({
  items: {
    permit: anItem({ committed: stated(10), statutory: { days: 20, unit: "cal", extension: 10, from: "receipt", source: "某法" } }),
    guess: anItem({ committed: assumed(5), deferral: false, deferrable: [] }),
    open: anItem({ noticeCommitment: "local" }),
  },
});
const found = (change: Partial<PackSource>) => loosenings(nation, aPlace(change)).map((violation) => `${violation.rule} ${violation.path.join(".")}`);
const law = { days: 20, unit: "cal", extension: 10, from: "receipt", source: "某法" } as const;

describe("R-031, R-039: K01: a lower level tightens or fills, never loosens", () => {
  test("a place that states nothing loosens nothing", () => expect(found({})).toEqual([]));

  test.each<[string, Partial<PackSource>, string]>([
    ["a longer correction notice", { parameters: { correctionNoticeWorkingDays: stated(6) } }, "pack-loosened parameters.correctionNoticeWorkingDays"],
    ["a longer delivery", { parameters: { deliveryWorkingDays: stated(11) } }, "pack-loosened parameters.deliveryWorkingDays"],
    ["taking a stated limit away", { parameters: { deliveryWorkingDays: unstated() } }, "pack-loosened parameters.deliveryWorkingDays"],
    ["a longer committed limit", { items: { permit: { committed: stated(11) } } }, "pack-loosened items.permit.committed"],
    ["a longer statutory limit", { items: { permit: { statutory: { ...law, days: 21 } } } }, "pack-loosened items.permit.statutory.days"],
    ["no statutory limit", { items: { permit: { statutory: { ...law, days: null } } } }, "pack-loosened items.permit.statutory.days"],
    ["working days instead of calendar days", { items: { permit: { statutory: { ...law, unit: "wd" } } } }, "pack-loosened items.permit.statutory.unit"],
    ["a longer extension", { items: { permit: { statutory: { ...law, extension: 11 } } } }, "pack-loosened items.permit.statutory.extension"],
    ["a later start", { items: { permit: { statutory: { ...law, from: "acceptance" } } } }, "pack-loosened items.permit.statutory.from"],
    ["notice commitment where it is excluded", { items: { permit: { noticeCommitment: "yes" } } }, "pack-loosened items.permit.noticeCommitment"],
    ["acceptance with gaps where it is excluded", { items: { guess: { deferral: true } } }, "pack-loosened items.guess.deferral"],
    ["dropping a prerequisite", { items: { permit: { prerequisites: [] } } }, "pack-loosened items.permit.prerequisites"],
    ["asking for another material", { items: { permit: { core: ["申请表", "证明"] } } }, "pack-loosened items.permit.core"],
    ["demanding at acceptance what may come later", { items: { permit: { core: ["申请表", "照片"] } } }, "pack-loosened items.permit.core"],
    [
      "another clock effect of a legal procedure",
      { procedures: { hearing: { name: { zh: "听证", en: "Hearing" }, stops: "committed", maxWorkingDays: stated(20), source: "x" } } },
      "pack-loosened procedures.hearing.stops",
    ],
    [
      "a longer hearing",
      { procedures: { hearing: { name: { zh: "听证", en: "Hearing" }, stops: "both", maxWorkingDays: stated(21), source: "x" } } },
      "pack-loosened procedures.hearing.maxWorkingDays",
    ],
  ])("refuses %s", (_, change, expected) => expect(found(change)).toEqual([expected]));

  test.each<[string, Partial<PackSource>]>([
    ["a shorter correction notice", { parameters: { correctionNoticeWorkingDays: stated(2) } }],
    ["an equal limit", { items: { permit: { committed: stated(10) } } }],
    ["a longer limit where the level above only assumed one", { items: { guess: { committed: stated(9) } } }],
    ["a cap where the level above states none", { categories: { IND: { budgetWorkingDays: stated(10) } } }],
    ["counting the starting day", { parameters: { startRule: stated("T+0") } }],
    ["deciding a question left to the place", { items: { open: { noticeCommitment: "yes" } } }],
    ["taking no deferral and asking for everything at once", { items: { permit: { deferral: false, core: ["申请表", "照片"], deferrable: [] } } }],
    ["dropping a material", { items: { permit: { core: ["申请表"], deferrable: [] } } }],
  ])("allows %s", (_, change) => expect(found(change)).toEqual([]));

  test("leaving the starting day out is refused where the level above counts it", () => {
    const strict = resolvedNation({ parameters: { ...aPlace().parameters, ...resolvedNation().parameters, startRule: stated("T+0") } });
    expect(loosenings(strict, aPlace({ parameters: { startRule: stated("T+1") } })).map((violation) => violation.path.join("."))).toEqual([
      "parameters.startRule",
    ]);
  });
});
