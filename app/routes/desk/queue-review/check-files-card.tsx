import type { WaitingReview } from "../../../application/queries/waiting-review";
import { Card, EvidenceFiles, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** Photographs and papers of the checks a decision is about, beside it; nothing where none were added. Who rules adds none. */
export function CheckFilesCard({ page: { notice, source, head } }: { page: WaitingReview }) {
  const { t } = useWords();
  const groups = notice ? notice.evidence : source.via === "commitment" ? source.commitment.checks.flatMap(({ files }) => files) : [];
  const shown = groups.filter(({ files }) => files.length > 0);
  if (shown.length === 0) return null;
  return (
    <Card title={t("evidence-files.title")}>
      <EvidenceFiles groups={shown} hrefOf={(id) => paths.evidenceFile(head.projectNo, id)} />
    </Card>
  );
}
