import type { CommitmentView } from "../../../application/queries/commitment-view";
import type { CommitmentPage } from "../../../application/queries/project-commitment";
import { ButtonLink, Card, CommitmentTag, KeyValues, NextSteps, Tag, useWords, type Words } from "../../../components";
import { paths } from "../../../web/paths";
import { commitmentActByCommand } from "../acts/commitment-registry";

/** One commitment: its facts in the order they came, what is due now, and what this person can do. */
export function CommitmentCard({ commitment, page }: { commitment: CommitmentView; page: CommitmentPage }) {
  const words = useWords();
  const { t } = words;
  const { record } = commitment;
  return (
    <Card
      id={record.commitmentNo}
      title={`${t("commitment.title")} ${record.commitmentNo}`}
      tone={
        record.status === "breached" || commitment.steps.some(({ light }) => light === "late") ? "late" : record.status === "rectifying" ? "warn" : undefined
      }
      tags={<CommitmentTag status={record.status} />}
      more={<Acts commitment={commitment} projectNo={page.head.projectNo} />}
    >
      <NextSteps steps={commitment.steps} />
      <KeyValues
        rows={[
          { label: t("commitment.proposed"), value: by(words, record.proposedOn, record.proposedByName) },
          ...beforeForce(commitment, words),
          ...afterForce(commitment, words),
          ...atTheEnd(commitment, words),
        ]}
      />
    </Card>
  );
}

type Rows = Parameters<typeof KeyValues>[0]["rows"];

const by = ({ t, day }: Words, on: string | null, name: string | null): string => t("commitment.by", { day: day(on), name });

function beforeForce({ record, signature, outdated }: CommitmentView, words: Words): Rows {
  const { t, day, dayTime, range } = words;
  return [
    ...(record.appraisedOn
      ? [{ label: t("commitment.appraisal"), value: `${by(words, record.appraisedOn, record.appraisedByName)}${t("list.colon")}${record.appraisalReason}` }]
      : []),
    ...(record.areaCode ? [{ label: t("commitment.area"), value: record.areaCode }] : []),
    ...(record.standardsOn
      ? [{ label: t("commitment.document"), value: t("commitment.numbered", { no: record.standardsNo, day: day(record.standardsOn) }) }]
      : []),
    {
      label: t("commitment.letter"),
      value: signature ? (
        <>
          {t("commitment.letter.signed", { name: signature.byName, at: dayTime(signature.signedAt) })}
          <span className="stops__law letter__digest mono">{t("commitment.letter.digest", { digest: signature.digest })}</span>
          {outdated && (
            <span className="stops__law">
              <Tag tone="late">{t("evidence.letter.changed")}</Tag> {t("commitment.outdated")}
            </span>
          )}
        </>
      ) : (
        t(record.standardsOn ? "commitment.letter.unsigned" : "commitment.letter.not-yet")
      ),
    },
    ...(record.round > 1 ? [{ label: t("commitment.round.label"), value: t("commitment.round", { n: record.round }) }] : []),
    ...(record.precheckedOn
      ? [
          {
            label: t("commitment.precheck"),
            value:
              record.defects.length === 0
                ? t("commitment.precheck.passed", { day: day(record.precheckedOn), name: record.precheckedByName })
                : `${t("commitment.defects")}${t("list.colon")}${record.defects.join(t("list.semicolon"))}`,
          },
        ]
      : []),
    ...(record.supplementNote ? [{ label: t("commitment.supplement"), value: record.supplementNote }] : []),
    ...(record.publicityFrom && record.publicityTo
      ? [
          {
            label: t("commitment.publicity"),
            value: (
              <>
                {t("commitment.publicity.range", { range: range(record.publicityFrom, record.publicityTo), at: record.publicityAt })}
                {record.publicityAssumed && " "}
                {record.publicityAssumed && <Tag>{t("commitment.assumed")}</Tag>}
              </>
            ),
          },
        ]
      : []),
  ];
}

function afterForce({ record, mayOperate }: CommitmentView, words: Words): Rows {
  const { t, day } = words;
  if (record.inForceOn === null) return [];
  return [
    { label: t("commitment.in-force"), value: by(words, record.inForceOn, record.inForceByName) },
    ...(record.completedOn ? [{ label: t("commitment.completed"), value: day(record.completedOn) }] : []),
    ...(record.verifiedOn ? [{ label: t("commitment.verified"), value: day(record.verifiedOn) }] : []),
    {
      label: t("commitment.operation"),
      value: (
        <span className="stops__say">
          <Tag tone={mayOperate ? "ok" : "hold"}>{t(mayOperate ? "commitment.operation.may" : "commitment.operation.not")}</Tag>
        </span>
      ),
    },
  ];
}

function atTheEnd({ record }: CommitmentView, { t, day, number }: Words): Rows {
  return [
    ...(record.fulfilledOn ? [{ label: t("commitment.fulfilled"), value: day(record.fulfilledOn) }] : []),
    ...(record.reward ? [{ label: t("commitment.reward"), value: record.reward }] : []),
    ...(record.breachedOn
      ? [
          {
            label: t("commitment.breach"),
            value: `${t("commitment.breach.on", { day: day(record.breachedOn), name: record.breachByName, no: record.breachNo })}${t("list.colon")}${record.breachReason}`,
          },
          {
            label: t("commitment.penalty"),
            value:
              record.penaltyYuan === null
                ? t("commitment.penalty.none")
                : t("commitment.penalty.says", { amount: number(record.penaltyYuan), basis: record.penaltyBasis }),
          },
        ]
      : []),
    ...(record.endReason && !record.breachedOn ? [{ label: t("commitment.ended"), value: `${day(record.endedOn)}${t("list.colon")}${record.endReason}` }] : []),
  ];
}

function Acts({ commitment, projectNo }: { commitment: CommitmentView; projectNo: string }) {
  const { t } = useWords();
  const acts = commitment.acts.flatMap((command) => commitmentActByCommand(command) ?? []);
  if (acts.length === 0) return null;
  // What the commitment waits for stands out; what ends it early never does.
  const first = acts.find((act) => act.command === "rule-on-breach") ?? acts.find((act) => !act.grave);
  return (
    <>
      {acts.map((act) => (
        <ButtonLink key={act.noun} href={paths.desk.commitmentAct(projectNo, act.noun, { commitment: commitment.record.commitmentNo })} second={act !== first}>
          {t(`acts.commitment-${act.noun}.button`)}
        </ButtonLink>
      ))}
    </>
  );
}
