import type { SimulatedItem } from "./parts/simulation";
import type { Project, ProjectCase } from "./state";

/** What of a project stands in the head of a letter. */
type HeadFacts = Pick<Project, "projectNo" | "projectCode" | "name" | "site" | "enterpriseName" | "creditCode" | "legalRepresentative" | "packId">;

/** What of a case its letters are made of; a whole case is one. */
export interface LetterFacts extends Pick<ProjectCase, "items" | "runs" | "noticeCommitments" | "commitments" | "standards"> {
  readonly project: HeadFacts;
  readonly simulatedItems: Readonly<Record<string, Pick<SimulatedItem, "runId" | "itemId">>>;
}

/** Who signs what for which project; the head of every letter. */
export interface LetterHead {
  readonly projectNo: string;
  readonly projectCode: string | null;
  readonly projectName: string;
  readonly site: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  /** 法定代表人; absent where nobody said, so that letters from before it was asked for keep their digest. */
  readonly legalRepresentative?: string;
  readonly packId: string;
}

export const letterHead = ({ project }: Pick<LetterFacts, "project">): LetterHead => ({
  projectNo: project.projectNo,
  projectCode: project.projectCode,
  projectName: project.name,
  site: project.site,
  enterpriseName: project.enterpriseName,
  creditCode: project.creditCode,
  ...(project.legalRepresentative === null ? {} : { legalRepresentative: project.legalRepresentative }),
  packId: project.packId,
});
