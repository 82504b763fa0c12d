import type { NoticeView } from "../../../application/queries/notice-view";
import { Card, KeyValues, NextSteps, NoticeChecks, NoticeDue, NoticeStandards, NoticeStatusTag, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { CheckFiles } from "../pieces/check-files";

/** The notice commitment of an item: what was told and promised, what is due, what was checked, what rests on it. */
export function NoticeCard({ notice, projectNo, files = true }: { notice: NoticeView | null; projectNo: string; files?: boolean }) {
  const { t, pick, day, dayTime } = useWords();
  if (!notice) return null;
  const { record, signature } = notice;
  const doneBy = (on: string | null, name: string | null) => t("notice.done-by", { day: day(on), name });
  return (
    <Card
      title={t("notice.mark")}
      tone={record.status === "failed" || notice.light === "late" ? "late" : notice.light === "warn" ? "warn" : undefined}
      tags={<NoticeStatusTag status={record.status} />}
      more={<span className="mono">{record.commitmentNo}</span>}
      id="notice"
    >
      {notice.step && <NextSteps steps={[notice.step]} />}
      <KeyValues
        rows={[
          { label: t("notice.noticeNo"), value: <span className="mono">{record.noticeNo}</span> },
          { label: t("notice.told"), value: doneBy(record.toldOn, record.toldByName) },
          ...(record.chosenOn ? [{ label: t("notice.chosen"), value: doneBy(record.chosenOn, record.chosenByName) }] : []),
          {
            label: t("notice.letter.signature"),
            value: signature ? t("notice.letter.signed", { name: signature.byName, day: dayTime(signature.signedAt) }) : t("notice.letter.unsigned"),
          },
          ...(record.replaces.length > 0 ? [{ label: t("notice.replaces"), value: record.replaces.join(t("list.comma")) }] : []),
          ...(record.decidedOn ? [{ label: t("notice.granted"), value: doneBy(record.decidedOn, record.decidedByName) }] : []),
          ...(record.lateReason ? [{ label: t("notice.late"), value: record.lateReason }] : []),
          ...(record.decidedOn ? [{ label: t("notice.check-due"), value: <CheckDue notice={notice} /> }] : []),
          ...(record.rectifyBy
            ? [
                {
                  label: t("notice.rectify-by"),
                  value:
                    record.status === "rectifying" ? (
                      <NoticeDue on={record.rectifyBy} light={notice.light} daysLeft={notice.daysLeft} />
                    ) : (
                      day(record.rectifyBy)
                    ),
                },
              ]
            : []),
          ...(record.moreTimeReason ? [{ label: t("notice.more-time"), value: record.moreTimeReason }] : []),
          ...(record.closedOn ? [{ label: t("notice.closed"), value: day(record.closedOn) }] : []),
          ...(record.revokedOn ? [{ label: t("notice.revoked"), value: `${day(record.revokedOn)} · ${record.revocationNo}` }] : []),
          ...(record.endedOn && !record.closedOn && !record.revokedOn ? [{ label: t("notice.ended"), value: day(record.endedOn) }] : []),
          ...(record.reason ? [{ label: t("notice.reason"), value: record.reason }] : []),
          ...(record.decidedOn && notice.waits.length > 0
            ? [
                {
                  label: t("notice.waits"),
                  value: (
                    <ul className="plain-list">
                      {notice.waits.map((one) => (
                        <li key={one.itemNo}>
                          <a href={paths.desk.item(one.itemNo)}>{pick(one.name)}</a> {one.begun && <Tag>{t("notice.waits.begun")}</Tag>}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      <NoticeStandards record={record} />
      {record.decidedOn && <NoticeChecks record={record} />}
      {files && <CheckFiles groups={notice.evidence} projectNo={projectNo} />}
    </Card>
  );
}

/** Until when it is checked, and who says so; unknown is said as such. */
function CheckDue({ notice }: { notice: NoticeView }) {
  const { t, day } = useWords();
  const { record } = notice;
  if (record.checkDueOn === null) return <>{t("notice.check-due.unstated")}</>;
  return (
    <>
      {record.status === "granted" ? (
        <NoticeDue on={record.checkDueOn} light={notice.light} daysLeft={notice.daysLeft} provisional={notice.checkProvisional} />
      ) : (
        day(record.checkDueOn)
      )}{" "}
      <span className="muted">
        {record.checkWorkingDays === null
          ? t("notice.check-due.set", { name: record.checkSetByName, reason: record.checkSetReason })
          : t("notice.check-due.by-place", { n: record.checkWorkingDays })}
      </span>
    </>
  );
}
