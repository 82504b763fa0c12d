import type { Actor } from "../../domain/case/context";
import type { SignerCapacity } from "../../domain/case/parts/signature";
import type { ProjectCase } from "../../domain/case/state";

/** In which capacity somebody signs in a story: as the legal representative the case names, else by a written authorisation. */
export const signingCapacity = (
  { project }: Pick<ProjectCase, "project">,
  { name }: Pick<Actor, "name">,
): { readonly capacity: SignerCapacity; readonly authorisation: string | null } =>
  project.legalRepresentative === name
    ? { capacity: "legal-representative", authorisation: null }
    : { capacity: "authorised", authorisation: `${project.projectNo}-SQ1` };
