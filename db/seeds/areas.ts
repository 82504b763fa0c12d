import type { AreaFacts } from "../../app/domain/case/parts/area-placement";
import type { CentreKey } from "./story";

/** Assessed areas of the demo centres; made up, like everything of the demo. */
export const areas: readonly { readonly centre: CentreKey; readonly facts: AreaFacts }[] = [
  {
    centre: "HY",
    facts: {
      areaCode: "HY-BSZ-01",
      nameZh: "白沙洲工业园区（一区）",
      nameEn: "Baishazhou Industrial Park, area one",
      assessments: ["geo-hazard", "mineral", "soil-water", "flood"],
      spares: ["geo-hazard", "mineral-overlay", "water-soil-report", "water-soil-form"],
      validFrom: "2024-06-01",
      validTo: "2029-05-31",
      sourceDocument: "衡白管发〔2024〕11号 区域评估成果公告",
    },
  },
  {
    centre: "HY",
    facts: {
      areaCode: "HY-SM-01",
      nameZh: "松木经开区化工片区",
      nameEn: "Songmu chemical area",
      assessments: ["geo-hazard", "seismic"],
      spares: ["geo-hazard", "seismic-safety"],
      validFrom: "2019-01-01",
      validTo: "2023-12-31",
      sourceDocument: "松经管发〔2019〕2号 区域评估成果公告",
    },
  },
];
