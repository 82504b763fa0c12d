import type { NoticePage } from "../../../application/queries/portal-notices";
import { ButtonLink, Card, KeyValues, NextSteps, NoticeDue, NoticeStatusTag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { stateText } from "../pieces/notice-state";

/** Where it stands in one sentence, the days so far and to come, and the way to the letter. */
export function Standing({ page }: { page: NoticePage }) {
  const words = useWords();
  const { t, day, dayTime } = words;
  const { notice, short, projectNo } = page;
  const { record, signature } = notice;
  const due =
    record.status === "granted" && record.checkDueOn
      ? { label: t("notice.check-due"), on: record.checkDueOn }
      : record.status === "rectifying" && record.rectifyBy
        ? { label: t("notice.rectify-by"), on: record.rectifyBy }
        : null;
  const toSign = record.status === "chosen";
  return (
    <Card title={t("portal.notice.stand")} tags={<NoticeStatusTag status={record.status} />}>
      {notice.step ? (
        <NextSteps steps={[notice.step]} to="enterprise" />
      ) : (
        <p>
          <b>{stateText(short, words)}</b>
        </p>
      )}
      <KeyValues
        rows={[
          { label: t("notice.no"), value: <span className="mono">{record.commitmentNo}</span> },
          { label: t("notice.noticeNo"), value: <span className="mono">{record.noticeNo}</span> },
          { label: t("notice.told"), value: day(record.toldOn) },
          ...(record.replaces.length > 0 ? [{ label: t("notice.replaces"), value: record.replaces.join(t("list.comma")) }] : []),
          ...(signature ? [{ label: t("notice.signed"), value: t("notice.done-by", { day: dayTime(signature.signedAt), name: signature.byName }) }] : []),
          ...(record.decidedOn ? [{ label: t("notice.granted"), value: day(record.decidedOn) }] : []),
          ...(due
            ? [
                {
                  label: due.label,
                  value: <NoticeDue on={due.on} light={notice.light} daysLeft={notice.daysLeft} provisional={notice.checkProvisional} />,
                },
              ]
            : []),
        ]}
      />
      {record.chosenOn !== null && (
        <div className="card__foot">
          <ButtonLink href={paths.portal.letter(projectNo, "notice-commitment", record.id)} second={!toSign}>
            {t(toSign ? "portal.notice.letter.sign" : "portal.notice.letter")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
