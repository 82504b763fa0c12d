import { sqliteKit } from "../kit";
import { defineSchema } from "./index";

/** The tables as drizzle-kit reads them for its migrations. */
export const {
  centre,
  department,
  person,
  personRole,
  session,
  localClosure,
  enterprise,
  enterpriseMember,
  project,
  item,
  correction,
  procedure,
  extension,
  reviewStep,
  jointReview,
  opinion,
  reviewSilence,
  settledCondition,
  assessedArea,
  assessedAreaChange,
  areaPlacement,
  note,
  material,
  caseEvent,
  command,
  counter,
  issuedDocument,
  packVersion,
  precheck,
  acceptanceBundle,
  handover,
  direction,
  forwarding,
  serviceWindow,
  authorisation,
  windowStaff,
  windowChange,
  deferral,
  finding,
  creditRecord,
  signature,
  simulatedRun,
  simulatedItem,
  ...unlisted
} = defineSchema(sqliteKit);

// A table that is not listed above would be missing from the database: it does not compile.
unlisted satisfies Record<string, never>;
