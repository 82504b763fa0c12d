import { formats } from "../../../i18n/formats";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import { breachSteps } from "./breach-terms";
import { type Promised, promisedFacts, promisedOf } from "./check-source";
import { remediesBlock } from "./remedies";
import { dayOf, letter, type PaperSource, type PaperWriter } from "./source";

/** 违诺处理决定书: which promise was broken, what is revoked, what else follows, and the remedies against it (K03). */
export const breachDecision: PaperWriter = (source) => {
  const { t } = source;
  const promised = promisedOf(source);
  const { no, on, reason } = rulingOf(promised);
  const revoked = revokedBy(source, promised);
  const steps = source.pack.rules?.breachSteps.value ?? null;
  return letter(source, {
    issuer: promised.body,
    reference: no,
    blocks: [
      { is: "paragraph", text: t(`paper.breach.body.${promised.of}`, { no: promised.commitmentNo, day: dayOf(source, on) }) },
      { is: "facts", rows: promisedFacts(source, promised) },
      { is: "list", title: t("paper.reason"), items: [reason ?? t("paper.unstated")] },
      {
        is: "list",
        title: t("paper.breach.decided"),
        items: [...revoked, ...penaltyOf(source, promised), t("paper.breach.own-loss"), t("paper.breach.credit")],
      },
      ...(steps === null ? [] : [stepsBlock(source, breachSteps(source, steps))]),
      ...(on === null ? [] : [remediesBlock(source, on)]),
      { is: "note", lines: [t("paper.breach.repair")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: promised.body, name: promised.body, on: dayOf(source, on), seal: true },
    ],
  });
};

const stepsBlock = ({ t }: PaperSource, items: readonly string[]): LetterBlock => ({
  is: "list",
  title: t("paper.breach.steps"),
  items: [items.join(t("list.comma"))],
});

const rulingOf = (promised: Promised) =>
  promised.of === "item"
    ? { no: promised.notice.revocationNo, on: promised.notice.revokedOn, reason: promised.notice.reason }
    : { no: promised.commitment.breachNo, on: promised.commitment.breachedOn, reason: promised.commitment.breachReason };

/** Permits taken back with the promise they were decided on. */
function revokedBy({ t, state, names }: PaperSource, promised: Promised): readonly string[] {
  if (promised.of === "item") return [t("paper.breach.revoked", { item: names.item(promised.notice.itemId) })];
  const items = Object.values(state.items)
    .filter(({ status, promisedAs }) => status === "revoked" && promisedAs !== null)
    .sort((a, b) => a.ordinal - b.ordinal);
  return [t("paper.breach.ended"), ...items.map((item) => t("paper.breach.revoked", { item: names.item(item.id) }))];
}

function penaltyOf({ t, locale }: PaperSource, promised: Promised): readonly string[] {
  if (promised.of === "item" || promised.commitment.penaltyYuan === null) return [];
  const { penaltyYuan, penaltyBasis } = promised.commitment;
  return [t("paper.breach.penalty", { yuan: formats(locale).number(penaltyYuan), basis: penaltyBasis ?? t("paper.unstated") })];
}
