import type { Sourced } from "../../domain/pack/pack";
import type { Agency, Target, WindowKind } from "../../domain/pack/practice";
import { type PlaceSample, placeSamples } from "../../domain/pack/samples";
import type { Services } from "../services";
import { chosenCentre, type PublicCentre, publicCentres, type RulesInForce, rulesOf } from "./guides";

/** What the agency of a place does, for whom and to what standard. */
export interface AgencyPage {
  readonly centres: readonly PublicCentre[];
  readonly centre: PublicCentre | null;
  readonly agency: Agency | null;
  readonly standard: Readonly<Record<"one-list" | "deliver" | "complaint" | "bad-rating", Sourced<number> | null>>;
  /** False: the window may not just say no. Null where the place does not say. */
  readonly windowMayRefuse: boolean | null;
  readonly windowKinds: readonly WindowKind[];
  readonly targets: readonly Target[];
  readonly rules: RulesInForce | null;
  /** Blank letters of the applicant, as the place needs them. */
  readonly samples: readonly PlaceSample[];
}

/** The agency of one centre from its rules; without a centre only the choice of one. 1 statement. */
export async function agencyPage(services: Services, code: string | null): Promise<AgencyPage> {
  const centres = await publicCentres(services);
  const centre = chosenCentre(centres, code);
  const pack = centre && services.pack(centre.packId);
  return {
    centres,
    centre,
    agency: pack?.agency ?? null,
    standard: {
      "one-list": pack?.parameters.correctionNoticeWorkingDays ?? null,
      deliver: pack?.parameters.deliveryWorkingDays ?? null,
      complaint: pack?.rules?.complaintWorkingDays ?? null,
      "bad-rating": pack?.rules?.badRatingContactWorkingDays ?? null,
    },
    windowMayRefuse: pack?.rules?.windowMayRefuse.value ?? null,
    windowKinds: pack?.windowKinds ?? [],
    targets: pack?.targets ?? [],
    rules: pack ? rulesOf(pack) : null,
    samples: pack ? placeSamples(pack) : [],
  };
}
