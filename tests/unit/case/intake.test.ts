import { expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import { fittingBundles, MOST_TOGETHER, prechecksOf } from "../../../app/domain/case/intake";
import type { Pack } from "../../../app/domain/pack/pack";
import { aPlannedCase, hengyang, intake } from "../../builders/case-story";

const ON = "2026-03-02";
const BOTH = ["project-code", "planning-conditions"] as const;
const precheck = (itemNos: readonly string[], verdict: "fit" | "lacking", remarks: readonly string[] = []) =>
  ({ type: "precheck-items", itemNos, verdict, remarks, on: ON }) as const;

test("R-227 (D20, Z22): papers are looked over before receipt, together, and nothing starts", () => {
  const story = aPlannedCase(ON);
  const numbers = BOTH.map((code) => story.no(code));
  story.do(intake, ON, precheck(numbers, "lacking", ["缺用地红线图"]));
  story.do(intake, "2026-03-03", { ...precheck(numbers, "fit"), on: "2026-03-03" });
  const item = story.item("project-code");
  expect(item).toMatchObject({ status: "planned", receivedOn: null, running: false });
  expect(prechecksOf(story.case, item.id)).toMatchObject([
    { ordinal: 1, verdict: "lacking", remarks: ["缺用地红线图"] },
    { ordinal: 2, verdict: "fit", remarks: [] },
  ]);
});

test("R-227 (D20): what is lacking is said, and after receipt there is nothing left to look over", () => {
  const story = aPlannedCase(ON);
  const itemNo = story.no("project-code");
  expect(story.refusal(intake, ON, precheck([itemNo], "lacking"))).toEqual({ code: "precheck-needs-remarks", field: "remarks" });
  expect(story.refusal(intake, ON, precheck([], "fit")).code).toBe("items-missing");
  story.do(intake, ON, { type: "receive-items", itemNos: [itemNo], on: ON });
  expect(story.refusal(intake, ON, precheck([itemNo], "fit")).code).toBe("item-state-forbids");
  expect(availableActs(story.case, story.item("project-code"), intake, hengyang)).not.toContain("precheck-items");
});

/** Two items of the plan received, in the order of their stages. */
function received(pack?: Pack) {
  const story = aPlannedCase(ON, [], pack);
  return story.do(intake, ON, { type: "receive-items", itemNos: BOTH.map((code) => story.no(code)), channel: "post", on: ON });
}
const bundle = (itemNos: readonly string[], code: string | null = null) =>
  ({ type: "accept-bundle", itemNos, bundle: code, acceptanceNo: "衡受〔2026〕9号", on: ON }) as const;

test("R-228, R-247 (H25, D21, F18): one acceptance number accepts several received items whatever their stages", () => {
  const story = received();
  story.do(intake, ON, bundle(BOTH.map((code) => story.no(code))));
  for (const code of BOTH)
    expect(story.item(code)).toMatchObject({ status: "accepted", acceptanceNo: "衡受〔2026〕9号", jointAcceptance: true, channel: "post" });
  expect(Object.values(story.case.bundles)).toMatchObject([{ code: null, acceptanceNo: "衡受〔2026〕9号", itemIds: BOTH.map((code) => story.item(code).id) }]);
});

test("R-228 (H25): all or none: one item that is not received keeps the whole bundle waiting and is named", () => {
  const story = aPlannedCase(ON);
  story.do(intake, ON, { type: "receive-items", itemNos: [story.no("project-code")], on: ON });
  expect(story.refusal(intake, ON, bundle(BOTH.map((code) => story.no(code))))).toMatchObject({
    code: "item-state-forbids",
    itemNo: story.no("planning-conditions"),
  });
  expect(story.refusal(intake, ON, bundle([story.no("project-code")])).code).toBe("bundle-too-small");
  expect(story.refusal(intake, ON, bundle(Array.from({ length: MOST_TOGETHER + 1 }, (_, n) => `HY-${n}`))).code).toBe("too-many-items");
});

test("R-229: a bundle of the place's menu is chosen only for items it holds, and keeps its name", () => {
  const menu = [
    { code: "start", name: { zh: "开工一件事", en: "Start of works" }, items: [...BOTH, "ent-filing"], steps: null, materials: null, source: "test" },
    { code: "shop", name: { zh: "开饭店", en: "Open a restaurant" }, items: [], steps: null, materials: null, source: "test" },
  ];
  const pack: Pack = { ...hengyang, bundles: { ...(hengyang.bundles as NonNullable<Pack["bundles"]>), menu } };
  expect(fittingBundles(pack, [...BOTH]).map(({ code }) => code)).toEqual(["start"]);
  expect(fittingBundles(pack, [...BOTH, "land-grant"])).toEqual([]);
  const story = received(pack);
  const numbers = BOTH.map((code) => story.no(code));
  expect(story.refusal(intake, ON, bundle(numbers, "shop")).code).toBe("bundle-does-not-fit");
  expect(story.refusal(intake, ON, bundle(numbers, "none")).code).toBe("bundle-unknown-here");
  story.do(intake, ON, bundle(numbers, "start"));
  expect(Object.values(story.case.bundles)).toMatchObject([{ code: "start", nameZh: "开工一件事", nameEn: "Start of works" }]);
});
