import { Card, CommitmentTag, type EvidenceGroupShown, type Fact, KeyValues, useWords, type Words } from "../../../components";
import { paths } from "../../../web/paths";
import type { CommitmentActContext } from "../acts/commitment-acts";
import { FilesFirst } from "./check-files";
import { ItemName } from "./commitment-words";

/** What an act on a commitment rests on: conditions before it starts, publicity, and what a breach would revoke. */
export function commitmentFacts(noun: string, { page, commitment }: CommitmentActContext, { t, pick, day }: Words): readonly Fact[] {
  const promised = commitment ? [...commitment.spares["after-start"], ...commitment.spares["at-once"]] : [];
  return [
    ...(commitment
      ? [
          { label: t("commitment.no"), value: <span className="mono">{commitment.record.commitmentNo}</span> },
          ...(promised.length > 0 ? [{ label: t("commitment.standard.item"), value: promised.map((item) => pick(item.name)).join(t("list.comma")) }] : []),
        ]
      : []),
    ...(noun === "proposal" || noun === "appraisal"
      ? page.conditions.map((one) => ({
          label: t(`commitment.condition.${one.condition}`),
          value: one.met
            ? `${t("commitment.condition.met")}${one.areaCode ? ` (${one.areaCode})` : ""}`
            : one.items.length > 0
              ? t("commitment.condition.items", { items: one.items.map(pick) })
              : t(one.asked ? "commitment.condition.not-met" : "commitment.condition.not-asked"),
        }))
      : []),
    ...(noun === "publicity"
      ? [
          {
            label: t("commitment.publicity"),
            value: `${t("acts.field.publicity.days", { n: page.publicity.days, day: day(page.publicity.until) })}${
              page.publicity.assumed ? ` · ${t("commitment.publicity.assumed", { n: page.publicity.days })}` : ""
            }`,
          },
        ]
      : []),
    ...(noun === "breach-ruling" && commitment
      ? [
          {
            label: t("commitment.breach"),
            value: page.breachSteps
              ? t("acts.commitment-breach-ruling.place-steps", { steps: page.breachSteps.map((step) => t(`commitment.step.${step}`)) })
              : t("acts.commitment-breach-ruling.place-unstated"),
          },
          {
            label: t("commitment.breach.permits"),
            value:
              commitment.granted.length === 0
                ? t("acts.commitment-breach-ruling.revokes-none")
                : commitment.granted.map((item) => (
                    <span key={item.itemNo} className="stops__law">
                      <ItemName item={item} />
                    </span>
                  )),
          },
          ...commitment.checks
            .filter(({ ripe }) => ripe)
            .map((check) => ({
              label: t(`commitment.point.${check.point}`),
              value: `${check.findings.join(t("list.semicolon"))} · ${t("commitment.check.rectify")} ${day(check.rectifyBy)}${check.recheckNote ? ` · ${check.recheckNote}` : ""}`,
            })),
        ]
      : []),
  ];
}

/** Acts that record what was looked at, so that its photographs and papers come first. */
const CHECK_NOUNS: readonly string[] = ["check", "recheck"];

/** Files of the check an act is about: the one of the address, else every one that is open to it. */
const filesOf = (noun: string, { commitment, subject }: CommitmentActContext): readonly EvidenceGroupShown[] =>
  (commitment?.checks ?? [])
    .filter(({ id, status }) => (subject ? id === subject : status === (noun === "check" ? "planned" : "rectifying")))
    .flatMap(({ files }) => files);

/** The project and its commitment above the form of an act, with what the act rests on. */
export function CommitmentInShort({ noun, context }: { noun: string; context: CommitmentActContext }) {
  const words = useWords();
  const { t } = words;
  const { head } = context.page;
  return (
    <Card
      title={head.name}
      tags={context.commitment && <CommitmentTag status={context.commitment.record.status} />}
      more={<a href={paths.desk.project(head.projectNo)}>{t("acts.to-project")}</a>}
    >
      <KeyValues
        rows={[
          { label: t("project.no"), value: <span className="mono">{head.projectNo}</span> },
          { label: t("project.enterprise"), value: head.enterpriseName },
          ...commitmentFacts(noun, context, words),
        ]}
      />
      {CHECK_NOUNS.includes(noun) && <FilesFirst groups={filesOf(noun, context)} projectNo={head.projectNo} />}
    </Card>
  );
}
