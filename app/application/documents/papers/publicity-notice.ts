import { objectionsOf, standardsOf } from "../../../domain/case/commitment/reads";
import { dayOf, letter, type PaperWriter, partOfPaper } from "./source";

/** 承诺公示: what was promised, from when to when anybody may object, and where. It names no person of the enterprise. */
export const publicityNotice: PaperWriter = (source) => {
  const { t, state, names } = source;
  const commitment = partOfPaper(state.commitments, source);
  const { project } = state;
  const objections = objectionsOf(state, commitment.id).filter(({ status }) => status !== "open");
  const until = dayOf(source, commitment.publicityTo);
  return letter(source, {
    addressee: null,
    reference: commitment.commitmentNo,
    blocks: [
      { is: "paragraph", text: t("paper.publicity.body", { enterprise: project.enterpriseName, project: project.name }) },
      {
        is: "facts",
        rows: [
          { label: t("paper.fact.project"), value: project.name, wide: true },
          { label: t("paper.fact.applicant"), value: project.enterpriseName },
          { label: t("paper.fact.project-code"), value: project.projectCode ?? t("paper.none") },
          { label: t("letter.site"), value: project.site, wide: true },
          { label: t("paper.publicity.from"), value: dayOf(source, commitment.publicityFrom) },
          { label: t("paper.publicity.to"), value: commitment.publicityAssumed ? t("paper.publicity.assumed", { day: until }) : until },
          { label: t("paper.publicity.at"), value: commitment.publicityAt ?? t("paper.none"), wide: true },
        ],
      },
      {
        is: "table",
        title: t("paper.publicity.promised"),
        columns: [
          { head: t("paper.column.no"), share: 7 },
          { head: t("paper.commitment.indicator"), share: 20 },
          { head: t("paper.commitment.condition"), share: 38 },
          { head: t("paper.commitment.by"), share: 17 },
          { head: t("paper.review.body"), share: 18 },
        ],
        rows: standardsOf(state, commitment.id).map((one) => [
          String(one.ordinal),
          one.indicator,
          [one.condition, one.value].filter((text) => text !== "").join(t("list.comma")),
          dayOf(source, one.dueOn),
          names.departmentShort(one.departmentCode),
        ]),
      },
      { is: "box", title: t("paper.publicity.object"), lines: [t("paper.publicity.how", { day: until, centre: source.centre }), t("paper.publicity.effect")] },
      ...(objections.length === 0
        ? []
        : [
            {
              is: "list" as const,
              title: t("paper.publicity.objections", { n: objections.length }),
              items: objections.map(({ text, status, rulingReason }) =>
                t(`paper.publicity.${status === "upheld" ? "upheld" : "rejected"}`, { text, reason: rulingReason ?? "" }),
              ),
            },
          ]),
    ],
    signatures: [{ label: source.centre, name: source.centre, on: dayOf(source, commitment.publicityFrom), seal: true }],
  });
};
