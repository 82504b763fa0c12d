import type { SimulatedDifference, SimulatedItem, SimulatedRun } from "../../../domain/case/parts/simulation";
import { isKey } from "../../../i18n";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import type { Labelled } from "../../../pdf/sections";
import { dayOf, type PaperSource, partOfPaper, projectFacts } from "./source";

/** The simulated item a paper is about, and the run it belongs to. */
export function simulatedOfPaper(source: PaperSource): { readonly simulated: SimulatedItem; readonly run: SimulatedRun } {
  const simulated = partOfPaper(source.state.simulatedItems, source);
  const run = source.state.runs[simulated.runId];
  if (!run) throw new Error(`${source.subject.kind} names a run the case does not have`);
  return { simulated, run };
}

/** Whose file, which run and which department: the rows at the head of every paper of a simulated item. */
export const simulatedFacts = (source: PaperSource, simulated: SimulatedItem, run: SimulatedRun): readonly Labelled[] => [
  ...projectFacts(source),
  { label: source.t("paper.fact.item"), value: source.names.item(simulated.itemId), wide: true },
  { label: source.t("paper.fact.run-no"), value: run.runNo },
  { label: source.t("paper.fact.department"), value: source.names.department(simulated.departmentCode) },
];

/** A document with its number and day in one line. */
export const triggerOf = (source: PaperSource, { triggerDocument }: SimulatedRun): string =>
  triggerDocument === null
    ? source.t("paper.none")
    : source.t("simulation.run.trigger.text", { name: triggerDocument.name, number: triggerDocument.number, day: dayOf(source, triggerDocument.on) });

/** Enough of a digest to tell two files apart at a glance. */
const DIGEST_FIGURES = 16;
export const shortDigest = (digest: string): string => digest.slice(0, DIGEST_FIGURES);

/** What is not as it was when the opinion was given, one line each; null where nothing differs. */
export function differencesBlock(source: PaperSource, differences: readonly SimulatedDifference[]): LetterBlock | null {
  const { t } = source;
  if (differences.length === 0) return null;
  return {
    is: "table",
    title: t("paper.conversion.changed", { n: differences.length }),
    columns: [
      { head: t("simulation.differences.what"), share: 36 },
      { head: t("simulation.differences.before"), share: 32 },
      { head: t("simulation.differences.after"), share: 32 },
    ],
    rows: differences.map((one) => [whatDiffers(source, one), valueWords(source, one, one.before), valueWords(source, one, one.after)]),
  };
}

const questionOf = ({ pack }: PaperSource, field: string) => pack.questions.find(({ code }) => `screening.${code}` === field);

function whatDiffers(source: PaperSource, { kind, name }: SimulatedDifference): string {
  const { t, names, state } = source;
  if (kind === "material") return t("simulation.differences.material", { name });
  if (kind === "basis") {
    const item = Object.values(state.items).find(({ code }) => code === name);
    return t("simulation.differences.basis", { name: item ? names.item(item.id) : name });
  }
  const question = questionOf(source, name);
  if (question) return t("simulation.fact.screening", { question: names.pick(question.text) });
  const key = `simulation.fact.${name}`;
  return isKey(key) ? t(key) : name;
}

function valueWords(source: PaperSource, { kind, name }: SimulatedDifference, value: string | null): string {
  const { t, names } = source;
  if (value === null) return t("simulation.differences.nothing");
  if (kind === "material") return value.length === 64 ? t("simulation.differences.file", { digest: shortDigest(value) }) : value;
  const status = `simulation.status.${value}`;
  if (kind === "basis") return isKey(status) ? t(status) : value;
  const answer = questionOf(source, name)?.options.find(({ code }) => code === value);
  return answer ? names.pick(answer.text) : value;
}
