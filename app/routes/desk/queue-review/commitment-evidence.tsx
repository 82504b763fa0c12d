import type { WaitingReview } from "../../../application/queries/waiting-review";
import { ObjectionsCard, PointsCard, StandardsCard } from "../project-commitment/tables";

/** A project commitment as its own page shows it: what is promised, what was checked and objected; nothing of what there is none. */
export function CommitmentEvidence({ source, projectNo }: Pick<WaitingReview, "source"> & { projectNo: string }) {
  if (source.via !== "commitment") return null;
  const { commitment } = source;
  return (
    <>
      {commitment.objections.length > 0 && <ObjectionsCard commitment={commitment} projectNo={projectNo} />}
      {commitment.checks.length > 0 && <PointsCard commitment={commitment} projectNo={projectNo} files={false} />}
      {commitment.standards.length > 0 && <StandardsCard commitment={commitment} />}
    </>
  );
}
