import type { CivilDay } from "../../calendar/calendar-date";

/**
 * What can be assessed once for a whole area (区域评估): 环评 · 节能 · 地质灾害 · 水土保持 · 地震安全 · 压覆矿产 (浙江规定 art. 22),
 * 土地勘测 · 文物 · 洪水影响 · 气候可行性 (河南条例 art. 43).
 */
export type AssessmentKind = "environment" | "energy" | "geo-hazard" | "soil-water" | "seismic" | "mineral" | "land-survey" | "relics" | "flood" | "climate";
export const ASSESSMENT_KINDS: readonly AssessmentKind[] = [
  "environment",
  "energy",
  "geo-hazard",
  "soil-water",
  "seismic",
  "mineral",
  "land-survey",
  "relics",
  "flood",
  "climate",
];

/** What an assessed area is, as it stood on the day a project was placed in it. */
export interface AreaFacts {
  readonly areaCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly assessments: readonly AssessmentKind[];
  /** Codes of the items a project in the area need not hold. */
  readonly spares: readonly string[];
  readonly validFrom: CivilDay;
  /** Last day the results may be used; null where the document names none. */
  readonly validTo: CivilDay | null;
  readonly sourceDocument: string;
}

/** A project stands in an assessed area; the area's facts are copied so that a later change of the area changes nothing here. */
export interface AreaPlacement extends AreaFacts {
  readonly id: string;
  readonly areaId: string;
  readonly placedOn: CivilDay;
  /** Why it was placed after the plan had been confirmed. */
  readonly reason: string | null;
  readonly byId: string;
  readonly byName: string;
  /** Day it was placed elsewhere or taken out; null while it stands there. */
  readonly endedOn: CivilDay | null;
  readonly endedReason: string | null;
}

export type AreaCommand =
  /** `area` is null as people send it: `execute` looks the facts up in the centre's register. */
  | {
      readonly type: "place-in-area";
      readonly areaId: string;
      readonly area: AreaFacts | null;
      readonly reason: string | null;
      readonly on: CivilDay;
    }
  | { readonly type: "leave-area"; readonly reason: string; readonly on: CivilDay };

interface By {
  readonly byId: string;
  readonly byName: string;
}

export type AreaEvent =
  | ({
      readonly type: "area-placed";
      readonly placementId: string;
      readonly areaId: string;
      readonly reason: string | null;
      readonly on: CivilDay;
    } & AreaFacts &
      By)
  | { readonly type: "area-left"; readonly placementId: string; readonly reason: string; readonly on: CivilDay };
