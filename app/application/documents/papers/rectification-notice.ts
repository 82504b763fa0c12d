import { type Promised, promisedFacts, promisedOf } from "./check-source";
import { dayOf, letter, type PaperSource, type PaperWriter } from "./source";

/** 限期整改通知书: what was found not met, by which day it must be put right, and what follows if it is not. */
export const rectificationNotice: PaperWriter = (source) => {
  const { t } = source;
  const promised = promisedOf(source);
  const { found, on, by, more } = findings(source, promised);
  return letter(source, {
    issuer: promised.body,
    reference: promised.commitmentNo,
    blocks: [
      { is: "paragraph", text: t(`paper.rectify.body.${promised.of}`, { day: dayOf(source, on), point: pointOf(source, promised) }) },
      { is: "facts", rows: promisedFacts(source, promised) },
      { is: "list", title: t("paper.rectify.found", { n: found.length }), items: found },
      {
        is: "box",
        title: t("paper.deadlines"),
        lines: [
          t("paper.rectify.by", { day: dayOf(source, by) }),
          ...(more === null ? [] : [t("paper.rectify.more", { reason: more })]),
          t("paper.rectify.report"),
          t(`paper.rectify.failed.${promised.of}`),
        ],
      },
      { is: "note", lines: [t("paper.rectify.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: promised.body, name: promised.body, on: dayOf(source, on), seal: true },
    ],
  });
};

const pointOf = ({ t }: PaperSource, promised: Promised): string =>
  promised.of === "project" && promised.check ? t(`commitment.point.${promised.check.point}`) : "";

/** What was found by the check that asked for it, on which day, and until when it is to be put right. */
function findings({ t, names }: PaperSource, promised: Promised) {
  if (promised.of === "project") {
    const { check } = promised;
    return { found: check?.findings ?? [], on: check?.doneOn ?? null, by: check?.rectifyBy ?? null, more: null };
  }
  const { notice } = promised;
  const check = notice.checks.find(({ outcome }) => outcome === "not-met");
  const failed = notice.standards.filter((_, at) => check?.failed.includes(at + 1)).map(({ textZh, textEn }) => names.pick({ zh: textZh, en: textEn }));
  const found = [...failed, ...(check ? [t("paper.rectify.looked", { looked: check.looked })] : [])];
  return { found, on: check?.on ?? null, by: notice.rectifyBy, more: notice.moreTimeReason };
}
