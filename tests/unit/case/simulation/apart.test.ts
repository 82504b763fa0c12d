import { describe, expect, expectTypeOf, test } from "vitest";
import { missingPrerequisites } from "../../../../app/domain/case/guards";
import { isClosed } from "../../../../app/domain/case/moves";
import type { FormalNo, SimulatedItem, SimulatedOpinionNo } from "../../../../app/domain/case/parts/simulation";
import type { Item, ProjectCase } from "../../../../app/domain/case/state";
import { budgetUsed } from "../../../../app/domain/clock/budget";
import { lightOf } from "../../../../app/domain/clock/light";
import { timelineFacts } from "../../../../app/domain/timeline/facts";
import { calendar, hengyang } from "../../../builders/case-story";
import { anOpinedRun, LAND, simulatedOf } from "../../../builders/simulation-story";

/** What is counted, exported and put into statistics is made of items; a simulated one is none. */
const counted = (items: readonly Item[]): number => items.filter(isClosed).length;

describe("simulated results are kept apart", () => {
  test("R-432: a simulated result is not taken for a formal item, by type: lights, prerequisites, counts and lists of items refuse it", () => {
    const story = anOpinedRun();
    const simulated: SimulatedItem = simulatedOf(story, "scheme-review");
    // @ts-expect-error a light is read of a formal item
    const light = () => lightOf(simulated, LAND);
    // @ts-expect-error prerequisites are asked of a formal item
    const missing = () => missingPrerequisites(story.case, simulated, LAND);
    // @ts-expect-error a count of items takes no simulated ones
    const count = () => counted([simulated]);
    // @ts-expect-error they do not fit into the items of a case, which exports and statistics are made of
    const items: ProjectCase["items"] = { [simulated.id]: simulated };
    expect([light, missing, count, Object.keys(items)]).toHaveLength(4);
    expectTypeOf<SimulatedItem>().not.toExtend<Item>();
    expectTypeOf<Item>().not.toExtend<SimulatedItem>();
  });

  test("R-432: a simulated number is no formal number, by type", () => {
    const no = simulatedOf(anOpinedRun(), "scheme-review").opinionNo as SimulatedOpinionNo;
    // @ts-expect-error a field for formal numbers refuses it
    const formal: FormalNo = no;
    expect(formal).toContain("模拟");
    expectTypeOf<SimulatedOpinionNo>().not.toExtend<FormalNo>();
    expectTypeOf<FormalNo>().not.toExtend<SimulatedOpinionNo>();
  });

  test("R-432: the figures of a case are the same with and without its simulated items, by rule", () => {
    const story = anOpinedRun();
    const bare: ProjectCase = { ...story.case, runs: {}, simulatedItems: {} };
    expect(budgetUsed(story.case, hengyang, calendar, LAND)).toEqual(budgetUsed(bare, hengyang, calendar, LAND));
    const { simulated: _, ...facts } = timelineFacts(story.case, hengyang, calendar, LAND);
    const { simulated: __, ...without } = timelineFacts(bare, hengyang, calendar, LAND);
    expect(facts).toEqual(without);
    for (const { nameZh, decisionNo, acceptanceNo, endedOn } of Object.values(story.case.items).filter(({ status }) => status === "planned"))
      expect([decisionNo, acceptanceNo, endedOn], nameZh).toEqual([null, null, null]);
  });
});
