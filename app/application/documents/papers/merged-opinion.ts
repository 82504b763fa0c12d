import { settledOf } from "../../../domain/case/joint-review/merged-opinion";
import { reviewFacts, stancesOf } from "./review-record";
import { dayOf, letter, type PaperWriter, partOfPaper, projectFacts } from "./source";

/** 联审意见书: one opinion of all bodies to the applicant, with every condition once and what each body said. */
export const mergedOpinion: PaperWriter = (source) => {
  const { t, state, names } = source;
  const review = partOfPaper(state.reviews, source);
  const lead = names.department(review.leadDepartmentCode);
  const conditions = settledOf(state, review.id).map(({ text }) => text);
  const stance = review.mergedStance ?? "agree";
  return letter(source, {
    issuer: lead,
    reference: review.mergedNo,
    blocks: [
      {
        is: "paragraph",
        text: t("paper.merged.body", {
          n: review.departmentCodes.length,
          mode: t(`paper.review.mode.${review.mode}`),
          stage: names.stage(review.stage),
          stance: t(`paper.stance.${stance}`),
        }),
      },
      {
        is: "facts",
        rows: [
          ...projectFacts(source),
          ...reviewFacts(source, review),
          { label: t("paper.merged.convened"), value: dayOf(source, review.convenedOn) },
          { label: t("paper.merged.merged"), value: dayOf(source, review.mergedOn) },
        ],
      },
      ...(conditions.length === 0 ? [] : [{ is: "list" as const, title: t("paper.merged.conditions", { n: conditions.length }), items: conditions }]),
      ...(review.mergedReason === null ? [] : [{ is: "list" as const, title: t("paper.merged.settled"), items: [review.mergedReason] }]),
      {
        is: "table",
        title: t("paper.merged.opinions"),
        columns: [
          { head: t("paper.review.body"), share: 30 },
          { head: t("paper.merged.opinion"), share: 18 },
          { head: t("paper.merged.what"), share: 52 },
        ],
        rows: stancesOf(source, review),
      },
      { is: "note", lines: [t("paper.merged.effect"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: lead, name: lead, on: dayOf(source, review.mergedOn), seal: true },
    ],
  });
};
