import { Card, type EvidenceGroupShown, KeyValues, NoticeChecks, NoticeStandards, NoticeStatusTag, useWords } from "../../../components";
import type { NoticeCommitment } from "../../../domain/case/parts/notice-commitment";
import type { ActNoun } from "../../../web/paths";
import { FilesFirst } from "./check-files";

/** Acts that are about the promise of an item, so that what was told and found stands beside the form. */
export const NOTICE_NOUNS: readonly ActNoun[] = ["notice-recall", "notice-grant", "notice-check-day", "notice-check", "notice-ruling"];

interface NoticeInShortProps {
  readonly record: NoticeCommitment;
  readonly projectNo: string;
  readonly evidence: readonly EvidenceGroupShown[];
}

/** What an act on a notice commitment is about: what was told and promised, and what checks found. */
export function NoticeInShort({ record, projectNo, evidence }: NoticeInShortProps) {
  const { t, day } = useWords();
  return (
    <Card title={t("notice.mark")} tags={<NoticeStatusTag status={record.status} />} more={<span className="mono">{record.commitmentNo}</span>}>
      <KeyValues
        rows={[
          { label: t("notice.told"), value: day(record.toldOn) },
          { label: t("notice.letter.signature"), value: record.signedOn ? day(record.signedOn) : t("notice.letter.unsigned") },
          ...(record.replaces.length > 0 ? [{ label: t("notice.replaces"), value: record.replaces.join(t("list.comma")) }] : []),
          ...(record.checkDueOn ? [{ label: t("notice.check-due"), value: day(record.checkDueOn) }] : []),
          ...(record.rectifyBy ? [{ label: t("notice.rectify-by"), value: day(record.rectifyBy) }] : []),
        ]}
      />
      <NoticeStandards record={record} />
      {record.checks.length > 0 && <NoticeChecks record={record} />}
      <FilesFirst groups={evidence} projectNo={projectNo} />
    </Card>
  );
}
