import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import type { Material, MaterialFile, MaterialKind, MaterialStatus } from "./parts/material";
import type { Item, ProjectCase } from "./state";

/** What a checklist is read from. */
export type WithMaterials = Pick<ProjectCase, "materials">;

/** One line of the checklist of an item: what the place asks for, with what happened to it. */
export interface ChecklistLine {
  /** Stable name of the line in forms: `c0` and `d0` by place in the pack's lists, an extra one by the id of its row. */
  readonly slot: string;
  readonly name: string;
  readonly kind: MaterialKind;
  /** What holds now; a reused material is brought as long as the one it stands for is. */
  readonly status: MaterialStatus;
  /** Null while nothing happened to it. */
  readonly row: Material | null;
  /** The material of another item that counts here. */
  readonly source: Material | null;
  /** Versions of its own and, when reused, of the source, newest first. */
  readonly files: readonly MaterialFile[];
}

const rowsOf = (state: WithMaterials, itemId: string): readonly Material[] => Object.values(state.materials).filter((row) => row.itemId === itemId);

/** Whether the window has begun to keep the checklist of an item; before that its word alone counts. */
export const checklistBegun = (state: WithMaterials, itemId: string): boolean => Object.values(state.materials).some((row) => row.itemId === itemId);

/**
 * The checklist of an item: the lists of the rules the case runs under, the same for every case of the item (F20), merged with what
 * happened; what was asked for beyond them comes last.
 */
export function checklistOf(state: WithMaterials, item: Pick<Item, "id" | "code">, pack: Pack): readonly ChecklistLine[] {
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  const rows = new Map(rowsOf(state, item.id).map((row) => [row.name, row]));
  const listed = new Map<string, { readonly slot: string; readonly kind: MaterialKind }>();
  rule?.coreMaterials.forEach((name, index) => {
    if (!listed.has(name)) listed.set(name, { slot: `c${index}`, kind: "core" });
  });
  rule?.deferrableMaterials.forEach((name, index) => {
    if (!listed.has(name)) listed.set(name, { slot: `d${index}`, kind: "deferrable" });
  });
  for (const row of [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) if (!listed.has(row.name)) listed.set(row.name, { slot: row.id, kind: "extra" });
  return [...listed].map(([name, { slot, kind }]) => lineOf(state, { slot, name, kind }, rows.get(name) ?? null));
}

function lineOf(state: WithMaterials, listed: Pick<ChecklistLine, "slot" | "name" | "kind">, row: Material | null): ChecklistLine {
  const source = row === null || row.reusedFromId === null ? null : (state.materials[row.reusedFromId] ?? null);
  const status = row === null ? "outstanding" : source !== null && source.status !== "brought" ? "outstanding" : row.status;
  return { ...listed, status, row, source, files: [...(row?.files ?? []), ...(source?.files ?? [])].reverse() };
}

/** Names of materials that an item with a begun checklist still lacks. */
export interface Missing {
  /** Core materials and those asked for with a reason: nothing is accepted without them. */
  readonly core: readonly string[];
  /** Deferrable ones: plain acceptance waits for them too, acceptance with a listed gap (容缺) does not. */
  readonly deferrable: readonly string[];
}

/**
 * What an item with a begun checklist lacks; nothing where no material has a row, because then the window's word counts.
 * @param on a material that came after this civil day is still missing; left out: as things stand
 */
export function missingMaterials(state: WithMaterials, item: Pick<Item, "id" | "code">, pack: Pack, on: CivilDay | null = null): Missing {
  if (!checklistBegun(state, item.id)) return { core: [], deferrable: [] };
  const missing = checklistOf(state, item, pack).filter(
    ({ status, row, source }) => status === "outstanding" || (status === "brought" && on !== null && ((source ?? row)?.broughtOn ?? "") > on),
  );
  const named = (isAsked: (kind: MaterialKind) => boolean) => missing.filter(({ kind }) => isAsked(kind)).map(({ name }) => name);
  return { core: named((kind) => kind !== "deferrable"), deferrable: named((kind) => kind === "deferrable") };
}

/** Core materials an item with a begun checklist lacks on that day; none where the checklist was not begun. */
export const missingCoreMaterials = (state: WithMaterials, item: Pick<Item, "id" | "code">, pack: Pack, on: CivilDay | null = null): readonly string[] =>
  missingMaterials(state, item, pack, on).core;

/** 申请表, 申请书, 备案表 …: filled in for the application itself. */
const FORM = /(?:申请|申请表|申请书|申请函|备案表|登记表)(?:（[^）]*）)?$/;
export const isApplicationForm = (name: string): boolean => FORM.test(name);

/** A material of another item that could count for a line. */
export interface Reusable {
  readonly line: ChecklistLine;
  readonly source: Material;
  readonly item: Item;
}

/**
 * Whether a material of `other` may count for one of `item` (提交一次). A stage has one form (一张申请表单, F19), so a form counts
 * within its stage only; anything else counts in the whole project.
 */
export const mayCount = (source: Pick<Material, "name">, other: Pick<Item, "stage">, name: string, item: Pick<Item, "stage">): boolean =>
  other.stage === item.stage || !(isApplicationForm(source.name) || isApplicationForm(name));

/**
 * Outstanding lines of an item that a material of the same name, brought for another item, could fill. Forms are left to be chosen:
 * two items may each have a form of that name, and only the window knows whether its stage has one for both.
 */
export function reusableFor(state: Pick<ProjectCase, "materials" | "items">, item: Item, pack: Pack): readonly Reusable[] {
  const brought = Object.values(state.materials).filter((row) => row.itemId !== item.id && row.status === "brought" && row.reusedFromId === null);
  return checklistOf(state, item, pack).flatMap((line) => {
    if (line.status !== "outstanding" || isApplicationForm(line.name)) return [];
    const source = brought.find((row) => row.name === line.name);
    const other = source && state.items[source.itemId];
    return source && other ? [{ line, source, item: other }] : [];
  });
}
