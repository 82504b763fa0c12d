import { expect, test } from "vitest";
import { type AreaFacts, ASSESSMENT_KINDS, type AssessmentKind } from "../../../app/domain/case/parts/area-placement";
import { areaFault } from "../../../app/domain/plan/assessed-area";
import { areas } from "../../../db/seeds/areas";
import { hengyang } from "../../builders/case-story";

const area = (assessments: readonly AssessmentKind[], ...spares: readonly string[]): AreaFacts => ({
  areaCode: "HY-BS-01",
  nameZh: "白沙洲工业园区",
  nameEn: "Baishazhou Industrial Park",
  assessments,
  spares,
  validFrom: "2025-01-01",
  validTo: null,
  sourceDocument: "衡政函〔2025〕3号",
});

test("R-386 (优化营商环境条例 art. 42): an area spares only what its assessments stand for, and every kind but two has an item", () => {
  expect(areaFault(area(["geo-hazard"], "geo-hazard"), hengyang)).toBeNull();
  expect(areaFault(area(["geo-hazard"], "project-code", "geo-hazard", "construction-permit"), hengyang)).toEqual({
    code: "area-spares-beyond",
    field: "spares",
    items: ["投资项目赋码（在线平台申报）", "建筑工程施工许可证核发"],
    itemsEn: ["Investment project code assignment", "Construction permit"],
  });
  expect(areaFault(area(["geo-hazard", "climate"], "energy-review"), hengyang)).toMatchObject({ code: "area-spares-beyond" });
  expect(areaFault(area(["energy"], "energy-review"), hengyang)).toBeNull();
  const covered = new Set(hengyang.items.flatMap(({ areaAssessments }) => areaAssessments ?? []));
  // No item of the catalogue is a land survey or a climate study.
  expect(ASSESSMENT_KINDS.filter((kind) => !covered.has(kind))).toEqual(["land-survey", "climate"]);
});

test("R-386: the areas of the demo spare what they may", () => {
  expect(areas.map(({ facts }) => areaFault(facts, hengyang))).toEqual(areas.map(() => null));
});
