import { EvidenceFiles, type EvidenceGroupShown, useWords } from "../../../components";
import { paths } from "../../../web/paths";

interface CheckFilesProps {
  readonly groups: readonly EvidenceGroupShown[];
  readonly projectNo: string;
  readonly named?: boolean;
}

/** Photographs and papers of checks as the desk shows them: to be saved, and with the way to add one for who records the check. */
export function CheckFiles({ groups, projectNo, named }: CheckFilesProps) {
  return (
    <EvidenceFiles groups={groups} hrefOf={(id) => paths.evidenceFile(projectNo, id)} addHrefOf={(of) => paths.desk.evidence(projectNo, of)} named={named} />
  );
}

/** The same above the form that records a check: what it rests on comes first. */
export function FilesFirst({ groups, projectNo }: CheckFilesProps) {
  const { t } = useWords();
  return (
    <>
      {groups.some(({ mayAdd, recorded }) => mayAdd && !recorded) && <p className="muted">{t("evidence-files.first")}</p>}
      <CheckFiles groups={groups} projectNo={projectNo} />
    </>
  );
}
