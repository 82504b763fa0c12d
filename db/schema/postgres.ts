import { pgKit } from "../kit";
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
  note,
  caseEvent,
  command,
  counter,
  issuedDocument,
  packVersion,
} = defineSchema(pgKit);
