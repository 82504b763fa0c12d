import type { Kit } from "../kit";
import { areaTables } from "./area";
import { caseTables } from "./case";
import { centreTables } from "./centre";
import { deferralTables } from "./deferral";
import { evidenceTables } from "./evidence";
import { explanationTables } from "./explanation";
import { jointReviewTables } from "./joint-review";
import { materialTables } from "./material";
import { noticeCommitmentTables } from "./notice-commitment";
import { oversightTables } from "./oversight";
import { passageTables } from "./passage";
import { projectTables } from "./project";
import { projectCommitmentTables } from "./project-commitment";
import { recordTables } from "./record";
import { signingCodeTables } from "./signing-code";
import { simulationTables } from "./simulation";
import { windowTables } from "./window";

/** Every table of the product, defined once and built for each engine. */
export function defineSchema(k: Kit) {
  const centres = centreTables(k);
  const projects = projectTables(k, centres);
  const cases = caseTables(k, projects);
  return {
    ...centres,
    ...projects,
    ...cases,
    ...jointReviewTables(k, projects),
    ...areaTables(k, { ...centres, ...projects }),
    ...materialTables(k, cases),
    ...passageTables(k, { ...projects, ...cases }),
    ...windowTables(k, centres),
    ...oversightTables(k, { ...centres, ...projects }),
    ...deferralTables(k, cases, projects),
    ...simulationTables(k, projects, cases),
    ...signingCodeTables(k, centres, projects),
    ...explanationTables(k, cases),
    ...noticeCommitmentTables(k, cases),
    ...projectCommitmentTables(k, projects, cases),
    ...evidenceTables(k, projects),
    ...recordTables(k, { ...centres, ...projects }),
  };
}

export type Tables = ReturnType<typeof defineSchema>;
