import type { ProjectCase } from "./state";

/** Who signs what for which project; the head of every letter. */
export interface LetterHead {
  readonly projectNo: string;
  readonly projectCode: string | null;
  readonly projectName: string;
  readonly site: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly packId: string;
}

export const letterHead = ({ project }: Pick<ProjectCase, "project">): LetterHead => ({
  projectNo: project.projectNo,
  projectCode: project.projectCode,
  projectName: project.name,
  site: project.site,
  enterpriseName: project.enterpriseName,
  creditCode: project.creditCode,
  packId: project.packId,
});
