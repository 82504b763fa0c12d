import { opinionsOf } from "../../../domain/case/joint-review/joint-review";
import { settledOf } from "../../../domain/case/joint-review/merged-opinion";
import { silencesOf } from "../../../domain/case/review-opinion";
import type { JointReview } from "../../../domain/case/state";
import { reviewFacts } from "./review-record";
import { dayOf, letter, type PaperSource, type PaperWriter, partOfPaper, projectFacts } from "./source";

/** 合并意见书: one opinion of all bodies to the applicant, with every settled condition once and whether each body agreed. */
export const mergedOpinion: PaperWriter = (source) => {
  const { t, state, names } = source;
  const review = partOfPaper(state.reviews, source);
  const lead = names.department(review.leadDepartmentCode);
  const stance = review.mergedStance ?? "agree";
  // Nothing is to be met where the answer is no.
  const conditions = stance === "disagree" ? [] : settledOf(state, review.id).map(({ text }) => text);
  const stances = stancesOf(source, review);
  const objected = stances.some(([, , why]) => why !== "");
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
        together: true,
        columns: objected
          ? [
              { head: t("paper.review.body"), share: 30 },
              { head: t("paper.merged.opinion"), share: 18 },
              { head: t("paper.reason"), share: 52 },
            ]
          : [
              { head: t("paper.review.body"), share: 62 },
              { head: t("paper.merged.opinion"), share: 38 },
            ],
        rows: objected ? stances : stances.map(([body, said]) => [body, said]),
      },
      { is: "note", lines: [t("paper.merged.effect"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: lead, name: lead, on: dayOf(source, review.mergedOn), seal: true },
    ],
  });
};

/**
 * Whether each called body agreed, in the order they were called, with the words of those that did not. The conditions of single bodies
 * stay inside: the applicant is given the settled ones.
 * @see RULES.md R-459
 */
function stancesOf({ state, t, names }: PaperSource, review: JointReview): readonly (readonly [body: string, said: string, why: string])[] {
  const opinions = opinionsOf(state, review.id);
  const silences = silencesOf(state, review.id);
  return review.departmentCodes.map((code) => {
    const opinion = opinions.find((one) => one.departmentCode === code);
    const silence = silences.find((one) => one.departmentCode === code);
    const said = opinion ? t(`paper.stance.${opinion.stance}`) : silence ? t(`paper.silence.${silence.outcome}`) : t("paper.silence.none");
    // An opinion of an earlier version says why among its conditions.
    const why = opinion?.stance === "disagree" ? (opinion.reason ?? opinion.conditions.join(t("list.semicolon"))) : "";
    return [names.department(code), said, why];
  });
}
