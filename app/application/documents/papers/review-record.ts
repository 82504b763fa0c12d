import type { JointReview } from "../../../domain/case/state";
import { dayOf, letter, type PaperSource, type PaperWriter, partOfPaper, projectFacts } from "./source";

/** 联合踏勘记录, 联合会审记录 …: when and where they met, who came for whom, what was found. Signed by every body that came. */
export const reviewRecord: PaperWriter = (source) => {
  const { t, state, names } = source;
  const review = partOfPaper(state.reviews, source);
  const came = new Map(review.attendance.map(({ departmentCode, officials }) => [departmentCode, officials]));
  return letter(source, {
    title: t(`paper.review.record.${review.mode}`),
    addressee: null,
    blocks: [
      {
        is: "facts",
        rows: [
          ...projectFacts(source),
          ...reviewFacts(source, review),
          { label: t("paper.review.held"), value: dayOf(source, review.heldOn) },
          { label: t("paper.review.place"), value: review.place ?? t("paper.none") },
          ...(review.link === null ? [] : [{ label: t("reviews.link"), value: review.link, wide: true }]),
        ],
      },
      {
        is: "table",
        title: t("paper.review.attendance"),
        byHand: true,
        columns: [
          { head: t("paper.review.body"), share: 34 },
          { head: t("paper.review.officials"), share: 36 },
          { head: t("paper.review.signature"), share: 30 },
        ],
        rows: review.departmentCodes.map((code) => [names.department(code), came.get(code)?.join(t("list.comma")) ?? t("paper.review.absent"), ""]),
      },
      { is: "list", title: t("paper.review.minutes"), items: (review.minutes ?? t("paper.none")).split("\n").filter((line) => line.trim() !== "") },
    ],
    signatures: [
      { label: t("paper.sign.keeper"), name: null, on: null },
      { label: names.department(review.leadDepartmentCode), name: names.department(review.leadDepartmentCode), on: dayOf(source, review.heldOn), seal: true },
    ],
  });
};

/** What a joint review is about and who leads it. */
export function reviewFacts({ t, names }: PaperSource, review: JointReview) {
  return [
    { label: t("paper.review.stage"), value: names.stage(review.stage) },
    { label: t("paper.review.lead"), value: names.department(review.leadDepartmentCode) },
    ...(review.itemId === null ? [] : [{ label: t("paper.fact.item"), value: names.item(review.itemId), wide: true }]),
  ];
}
