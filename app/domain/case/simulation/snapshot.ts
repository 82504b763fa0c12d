import type { Pack } from "../../pack/pack";
import { checklistOf } from "../checklist";
import { isFulfilled } from "../moves";
import type { SimulatedBasis, SimulatedDifference, SimulatedItem, SnapshotFacts, SnapshotMaterial } from "../parts/simulation";
import type { Item, Project, ProjectCase } from "../state";

const text = (value: string | number | null): string | null => (value === null ? null : String(value));

/** Facts a simulated opinion rests on: the project, its parcel, plan and scale, and the screening. */
export function factsOf({
  name,
  category,
  enterpriseName,
  creditCode,
  site,
  parcelNo,
  schemeNo,
  investmentWan,
  floorAreaSqm,
  screening,
}: Project): SnapshotFacts {
  const answers = Object.entries(screening).map(([question, answer]) => [`screening.${question}`, answer] as const);
  return {
    name,
    category,
    enterpriseName,
    creditCode,
    site,
    parcelNo,
    schemeNo,
    investmentWan: text(investmentWan),
    floorAreaSqm: text(floorAreaSqm),
    ...Object.fromEntries(answers),
  };
}

/** The materials of an item that lie with the centre, by the digest of their newest electronic version. */
export const materialsOf = (state: Pick<ProjectCase, "materials">, item: Pick<Item, "id" | "code">, pack: Pack): readonly SnapshotMaterial[] =>
  checklistOf(state, item, pack)
    .filter((line) => line.status === "brought")
    .map(({ name, files, row, source }) => ({ name, digests: files[0] ? [files[0].digest] : [], broughtOn: (source ?? row)?.broughtOn ?? null }));

/** A material as one comparable text: its digest, or for paper the day it was brought. */
const stateOf = (material: SnapshotMaterial | undefined): string | null => (material ? (material.digests[0] ?? material.broughtOn) : null);

function materialDifferences(before: readonly SnapshotMaterial[], now: readonly SnapshotMaterial[]): readonly SimulatedDifference[] {
  const names = [...new Set([...before, ...now].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [was, is] = [before, now].map((list) => stateOf(list.find((material) => material.name === name)));
    return was === is ? [] : [{ kind: "material" as const, name, before: was ?? null, after: is ?? null }];
  });
}

function factDifferences(before: SnapshotFacts, now: SnapshotFacts): readonly SimulatedDifference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return fields.flatMap((field) => {
    const [was, is] = [before[field] ?? null, now[field] ?? null];
    return was === is ? [] : [{ kind: "fact" as const, name: field, before: was, after: is }];
  });
}

/** What became of a simulated prerequisite: nothing to look at while it is on its way to, or at, its formal grant. */
function basisDifference(state: ProjectCase, { code, by, no }: SimulatedBasis): readonly SimulatedDifference[] {
  if (by !== "simulated") return [];
  const opinion = Object.values(state.simulatedItems).find((simulated) => simulated.opinionNo === no);
  const item = opinion && state.items[opinion.itemId];
  const after = opinion?.status === "ordinary" ? "ordinary" : item && item.endedOn !== null && !isFulfilled(item) ? item.status : null;
  return after === null ? [] : [{ kind: "basis", name: code, before: no, after }];
}

/**
 * Exactly what is not as it was when the simulated opinion was given: materials by digest, facts by field, prerequisites that went
 * another way. Empty: the opinion can be exchanged as it stands.
 */
export function differencesOf(state: ProjectCase, simulated: SimulatedItem, pack: Pack): readonly SimulatedDifference[] {
  const item = state.items[simulated.itemId];
  if (!item) throw new Error("a simulated item names an item the case does not have");
  return [
    ...materialDifferences(simulated.materials, materialsOf(state, item, pack)),
    ...factDifferences(simulated.facts, factsOf(state.project)),
    ...simulated.basis.flatMap((basis) => basisDifference(state, basis)),
  ];
}

const keyOf = ({ kind, name, before, after }: SimulatedDifference): string => JSON.stringify([kind, name, before, after]);

/** Differences that nobody has confirmed yet: those found now that were not before the department when it confirmed. */
export function unconfirmedDifferences(state: ProjectCase, simulated: SimulatedItem, pack: Pack): readonly SimulatedDifference[] {
  const confirmed = new Set(simulated.differencesConfirmedOn === null ? [] : simulated.differences.map(keyOf));
  return differencesOf(state, simulated, pack).filter((difference) => !confirmed.has(keyOf(difference)));
}
