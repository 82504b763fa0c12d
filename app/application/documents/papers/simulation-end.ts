import type { SimulatedItem, SimulatedRun } from "../../../domain/case/parts/simulation";
import { simulatedOf } from "../../../domain/case/simulation/reads";
import { simulatedFacts, simulatedOfPaper } from "./simulation-source";
import { dayOf, letter, type PaperSource, type PaperWriter, projectFacts } from "./source";

/** 模拟审批终止通知书 of a run; 模拟意见失效, 作废 and 转入正常审批 of one item. What ended, why, and what follows. */
export const simulationEnd: PaperWriter = (source) => {
  const run = source.state.runs[source.subject.subjectId];
  return run ? endOfRun(source, run) : endOfItem(source);
};

function endOfRun(source: PaperSource, run: SimulatedRun) {
  const { t, state, names } = source;
  const cause = run.endCause ?? "withdrawn";
  return letter(source, {
    reference: run.runNo,
    blocks: [
      {
        is: "paragraph",
        text: t("paper.end.run.body", {
          runNo: run.runNo,
          applied: dayOf(source, run.appliedOn),
          day: dayOf(source, run.endedOn),
          cause: t(`simulation.cause.${cause}`),
        }),
      },
      {
        is: "facts",
        rows: [
          ...projectFacts(source),
          { label: t("paper.fact.run-no"), value: run.runNo },
          { label: t("paper.simulation.lead"), value: names.department(run.leadDepartmentCode) },
        ],
      },
      { is: "list", title: t("paper.reason"), items: [run.endReason ?? t("paper.unstated")] },
      {
        is: "table",
        title: t("paper.end.items"),
        columns: [
          { head: t("paper.column.no"), share: 8 },
          { head: t("paper.fact.item"), share: 40 },
          { head: t("paper.end.opinion"), share: 32 },
          { head: t("paper.end.state"), share: 20 },
        ],
        rows: simulatedOf(state, run.id).map((one, index) => [
          String(index + 1),
          names.item(one.itemId),
          one.opinionNo ?? t("paper.none"),
          t(`simulation.status.${one.status}`),
        ]),
      },
      {
        is: "box",
        title: t("paper.simulation.next"),
        lines: [t("paper.end.void"), t("paper.end.risk"), ...(cause === "promise-broken" ? [t("paper.end.credit")] : []), t("paper.simulation.ordinary")],
      },
      { is: "note", lines: [t("paper.free")] },
    ],
    signatures: signed(source, run.endedOn),
  });
}

/** Title and first sentence by what became of the opinion. */
const WORDS = { lapsed: "lapsed", void: "void", ordinary: "ordinary" } as const;

function endOfItem(source: PaperSource) {
  const { t, names } = source;
  const { simulated, run } = simulatedOfPaper(source);
  const how = WORDS[simulated.status as keyof typeof WORDS];
  const cause = simulated.endCause === null ? t("paper.unstated") : t(`simulation.cause.${simulated.endCause}`);
  const rested = restedOn(source, simulated);
  return letter(source, {
    title: t(`paper.end.${how}.title`),
    reference: run.runNo,
    blocks: [
      {
        is: "paragraph",
        text: t(`paper.end.${how}.body`, { item: names.item(simulated.itemId), opinionNo: simulated.opinionNo, day: dayOf(source, simulated.endedOn), cause }),
      },
      {
        is: "facts",
        rows: [
          ...simulatedFacts(source, simulated, run),
          { label: t("paper.opinion.given"), value: dayOf(source, simulated.opinionOn) },
          { label: t("paper.opinion.valid"), value: dayOf(source, simulated.validTo) },
        ],
      },
      ...(simulated.reason === null ? [] : [{ is: "list" as const, title: t("paper.reason"), items: [simulated.reason] }]),
      ...(rested.length === 0 ? [] : [{ is: "list" as const, title: t("paper.end.rested", { n: rested.length }), items: rested }]),
      {
        is: "box",
        title: t("paper.simulation.next"),
        lines: [t("paper.end.void-one"), t("paper.end.risk"), t(how === "ordinary" ? "paper.end.ordinary-only" : "paper.end.again")],
      },
      { is: "note", lines: [t("paper.free")] },
    ],
    signatures: signed(source, simulated.endedOn),
  });
}

/** Items whose opinions rested directly on this one and went with it. */
const restedOn = ({ state, names }: PaperSource, { opinionNo }: SimulatedItem): readonly string[] =>
  Object.values(state.simulatedItems)
    .filter((one) => one.endCause === "basis-ended" && one.basis.some(({ by, no }) => by === "simulated" && no === opinionNo))
    .map((one) => names.item(one.itemId));

const signed = (source: PaperSource, on: string | null) => [
  { label: source.t("paper.sign.taker"), name: null, on: null },
  { label: source.centre, name: source.centre, on: dayOf(source, on), seal: true },
];
