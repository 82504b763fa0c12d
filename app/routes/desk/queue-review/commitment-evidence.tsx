import type { WaitingReview } from "../../../application/queries/waiting-review";
import { commitmentActByCommand } from "../acts/commitment-registry";
import { CommitmentInShort } from "../pieces/commitment-short";
import { ObjectionsCard, PointsCard, StandardsCard } from "../project-commitment/tables";

/** A project commitment as its own page shows it: how it stands, what is promised, what was checked and objected. */
export function CommitmentEvidence({ source, command, projectNo }: Pick<WaitingReview, "source" | "command"> & { projectNo: string }) {
  if (source.via !== "commitment") return null;
  const { commitment, page, subject } = source;
  return (
    <>
      <CommitmentInShort noun={commitmentActByCommand(command)?.noun ?? ""} context={{ page, commitment, subject }} />
      <StandardsCard commitment={commitment} />
      <ObjectionsCard commitment={commitment} projectNo={projectNo} />
      <PointsCard commitment={commitment} projectNo={projectNo} />
    </>
  );
}
