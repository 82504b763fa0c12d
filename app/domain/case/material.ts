import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../result";
import { type ChecklistLine, checklistOf, mayCount, missingMaterials } from "./checklist";
import type { Command } from "./commands";
import type { Context } from "./context";
import { isDeemedAccepted } from "./correction";
import type { CaseEvent } from "./events";
import { awaitedMaterials, openDeferral } from "./gap";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture } from "./guards";
import { promisedMaterials } from "./notice-commitment/reads";
import type { BroughtMaterial, Material, MaterialCommand } from "./parts/material";
import type { Item, ItemStatus, ProjectCase } from "./state";

type Of<T extends MaterialCommand["type"]> = Extract<Command, { type: T }>;
type ActName = "materials-brought" | "file-attached" | "material-waived" | "material-required" | "material-reused" | "material-returned";

/** States in which papers may still come in; `done` because the result of a milestone is itself a paper others need. */
const TAKES: readonly ItemStatus[] = ["planned", "received", "correcting", "accepted", "in-review", "forwarded", "done"];
/** Nothing more may be asked for once the item was accepted (一次性告知). */
const ASKS: readonly ItemStatus[] = ["planned", "received", "correcting"];
/** An item in one of these rests on its papers. */
const RELIES: readonly ItemStatus[] = ["accepted", "in-review", "forwarded", "granted", "issued", "delivered", "done"];

/** Most pieces of paper counted for one material. */
const MOST_PIECES = 999;
/** Most versions of one material. */
export const MOST_VERSIONS = 50;
const DIGEST = /^[0-9a-f]{64}$/;

/** Whether materials of the item may still be brought, attached or reused: until it ends, and what a grant with the gap still awaits. */
export const takesMaterials = (state: Pick<ProjectCase, "deferrals">, item: Pick<Item, "id" | "status">): boolean =>
  TAKES.includes(item.status) || openDeferral(state, item.id) !== null;
/** Whether a further material may still be asked for. */
export const asksMaterials = (item: Pick<Item, "status">): boolean => ASKS.includes(item.status);

const refuseState = (item: Item, allowed: readonly ItemStatus[], act: ActName): Refusal | null =>
  allowed.includes(item.status) ? null : { code: "item-state-forbids", act, status: item.status, itemNo: item.itemNo };

/** Refuses what comes after the item has ended, but for what a grant with the gap (容缺通过) still awaits. */
function refuseTaking(state: ProjectCase, item: Item, names: readonly string[], act: ActName): Refusal | null {
  const awaited = awaitedMaterials(state, item.id);
  return names.length > 0 && names.every((name) => awaited.includes(name)) ? null : refuseState(item, TAKES, act);
}

/** The line with this name, or a refusal: what the list does not ask for needs a reason first (F20). */
function lineNamed(lines: readonly ChecklistLine[], name: string): Result<ChecklistLine> {
  const line = lines.find((candidate) => candidate.name === name);
  return line ? ok(line) : refuse({ code: "material-not-listed", field: "name", name });
}

interface Found {
  readonly item: Item;
  readonly lines: readonly ChecklistLine[];
}

function checklistIn(state: ProjectCase, itemNo: string, context: Context): Result<Found> {
  const found = itemOf(state, itemNo);
  return found.ok ? ok({ item: found.value, lines: checklistOf(state, found.value, context.pack) }) : found;
}

const by = ({ actor }: Context) => ({ byId: actor.personId, byName: actor.name });
/** What an event says of the line it happened to; a line without a row gets its id here. */
const named = (line: ChecklistLine, context: Context) => ({ materialId: line.row?.id ?? context.newId(), name: line.name, kind: line.kind });

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= MOST_PIECES;

function refusePieces(piece: BroughtMaterial): Refusal | null {
  if (!isCount(piece.originals) || !isCount(piece.copies)) return { code: "material-count-impossible", name: piece.name, most: MOST_PIECES };
  return piece.originals + piece.copies > 0 || piece.electronic ? null : { code: "material-nothing-brought", name: piece.name };
}

const isAsRecorded = (row: Material | null, piece: BroughtMaterial): boolean =>
  row !== null &&
  row.status === "brought" &&
  row.reusedFromId === null &&
  row.originals === piece.originals &&
  row.copies === piece.copies &&
  row.electronic === piece.electronic;

/**
 * Records what of an item's materials lies with the centre, several by one act. The counts are what is there now, so bringing one
 * more copy is the number that has become of it. Lines already recorded so are left alone.
 */
export function bringMaterials(state: ProjectCase, command: Of<"bring-materials">, context: Context): Result<readonly CaseEvent[]> {
  const found = checklistIn(state, command.itemNo, context);
  if (!found.ok) return found;
  const { item, lines } = found.value;
  const refusal = firstRefusal(
    refuseTaking(
      state,
      item,
      command.materials.map(({ name }) => name),
      "materials-brought",
    ),
    refuseFuture(command.on, context),
    refuseBefore(command.on, state.project.registeredOn, "registered"),
    command.materials.length === 0 ? { code: "materials-none-named", field: "materials" } : null,
    new Set(command.materials.map(({ name }) => name)).size < command.materials.length ? { code: "material-twice", field: "materials" } : null,
    ...command.materials.map(refusePieces),
  );
  if (refusal) return refuse(refusal);
  const materials = [];
  for (const piece of command.materials) {
    const line = lineNamed(lines, piece.name);
    if (!line.ok) return line;
    const { originals, copies, electronic } = piece;
    if (!isAsRecorded(line.value.row, piece)) materials.push({ ...named(line.value, context), originals, copies, electronic });
  }
  if (materials.length === 0) return refuse({ code: "materials-unchanged" });
  return ok([{ type: "materials-brought", itemId: item.id, materials, note: command.note, on: command.on, ...by(context) }]);
}

/**
 * Adds a version to the electronic copy of a material, by officer, window or investor; the material counts as brought. The same
 * content is not added twice while it lies there.
 */
export function attachFile(state: ProjectCase, command: Of<"attach-file">, context: Context): Result<readonly CaseEvent[]> {
  const found = checklistIn(state, command.itemNo, context);
  if (!found.ok) return found;
  const { item, lines } = found.value;
  const { digest, name, bytes, mediaType } = command.file;
  const line = lineNamed(lines, command.name);
  if (!line.ok) return line;
  const row = line.value.row;
  const same = row?.electronic ? row.files.find((file) => file.digest === digest) : undefined;
  const refusal = firstRefusal(
    refuseTaking(state, item, [command.name], "file-attached"),
    refuseBlank(name, "file"),
    !DIGEST.test(digest) || bytes <= 0 ? { code: "file-not-stored", field: "file" } : null,
    same ? { code: "file-already-there", field: "file", name: same.name, version: same.version } : null,
    (row?.files.length ?? 0) >= MOST_VERSIONS ? { code: "file-too-many-versions", field: "file", most: MOST_VERSIONS } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "file-attached",
      itemId: item.id,
      ...named(line.value, context),
      file: { digest, name, bytes, mediaType },
      version: (row?.files.length ?? 0) + 1,
      addedAt: context.now,
      on: context.today,
      ...by(context),
    },
  ]);
}

/** Drops the requirement of one material in one case, with who did it and why (H48); the list of the place stays. */
export function waiveMaterial(state: ProjectCase, command: Of<"waive-material">, context: Context): Result<readonly CaseEvent[]> {
  const found = checklistIn(state, command.itemNo, context);
  if (!found.ok) return found;
  const { item, lines } = found.value;
  const line = lineNamed(lines, command.name);
  if (!line.ok) return line;
  const refusal = firstRefusal(
    refuseTaking(state, item, [command.name], "material-waived"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, state.project.registeredOn, "registered"),
    refuseBlank(command.reason, "reason"),
    line.value.status === "brought" ? { code: "material-already-brought", field: "name", name: command.name } : null,
    line.value.status === "waived" ? { code: "material-already-waived", field: "name", name: command.name } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "material-waived", itemId: item.id, ...named(line.value, context), reason: command.reason, on: command.on, ...by(context) }]);
}

/**
 * Asks for a material the list of the place does not have, or again for one that was waived. The list is the same for every case,
 * so a deviation needs a reason (F20), and none is possible after acceptance.
 */
export function requireMaterial(state: ProjectCase, command: Of<"require-material">, context: Context): Result<readonly CaseEvent[]> {
  const found = checklistIn(state, command.itemNo, context);
  if (!found.ok) return found;
  const { item, lines } = found.value;
  const line = lines.find((candidate) => candidate.name === command.name);
  const refusal = firstRefusal(
    refuseState(item, ASKS, "material-required"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, state.project.registeredOn, "registered"),
    refuseBlank(command.name, "name"),
    refuseBlank(command.reason, "reason"),
    line && line.status !== "waived" ? { code: "material-already-listed", field: "name", name: command.name } : null,
  );
  if (refusal) return refuse(refusal);
  const about = line ? named(line, context) : { materialId: context.newId(), name: command.name, kind: "extra" as const };
  return ok([{ type: "material-required", itemId: item.id, ...about, reason: command.reason, on: command.on, ...by(context) }]);
}

/** Lets a material brought for another item of the project count here, so that nobody brings it twice (提交一次). */
export function reuseMaterial(state: ProjectCase, command: Of<"reuse-material">, context: Context): Result<readonly CaseEvent[]> {
  const found = checklistIn(state, command.itemNo, context);
  if (!found.ok) return found;
  const { item, lines } = found.value;
  const line = lineNamed(lines, command.name);
  if (!line.ok) return line;
  const chosen = state.materials[command.fromId];
  const source = chosen?.reusedFromId ? state.materials[chosen.reusedFromId] : chosen;
  const other = source && state.items[source.itemId];
  if (!source || !other) return refuse({ code: "material-source-unknown", field: "fromId" });
  const refusal = firstRefusal(
    refuseTaking(state, item, [command.name], "material-reused"),
    refuseFuture(command.on, context),
    other.id === item.id ? { code: "material-source-same-item", field: "fromId" } : null,
    source.status !== "brought" ? { code: "material-source-not-brought", field: "fromId", name: source.name } : null,
    refuseBefore(command.on, source.broughtOn, "brought"),
    line.value.status === "brought" ? { code: "material-already-brought", field: "name", name: command.name } : null,
    mayCount(source, other, command.name, item) ? null : { code: "form-of-another-stage", field: "fromId", name: source.name },
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "material-reused", itemId: item.id, ...named(line.value, context), fromId: source.id, on: command.on, ...by(context) }]);
}

/** Items that rest on this row's paper: its own and those that reuse it. */
export function relyingItems(state: Pick<ProjectCase, "materials" | "items">, row: Material): readonly Item[] {
  const users = Object.values(state.materials).filter((other) => other.reusedFromId === row.id && other.status === "brought");
  const ids = new Set([row.itemId, ...users.map((other) => other.itemId)]);
  return Object.values(state.items).filter((item) => ids.has(item.id) && RELIES.includes(item.status));
}

/**
 * Hands a material back, because it was recorded wrongly or cannot be used; it is outstanding again, and so it is for every item
 * that reused it. Not while an accepted item rests on it. Its file versions stay as evidence.
 */
export function returnMaterial(state: ProjectCase, command: Of<"return-material">, context: Context): Result<readonly CaseEvent[]> {
  const found = checklistIn(state, command.itemNo, context);
  if (!found.ok) return found;
  const { item, lines } = found.value;
  const line = lineNamed(lines, command.name);
  if (!line.ok) return line;
  const { row } = line.value;
  if (row?.status !== "brought") return refuse({ code: "material-not-brought", field: "name", name: command.name });
  const relying = relyingItems(state, row);
  const refusal = firstRefusal(
    refuseFuture(command.on, context),
    refuseBefore(command.on, row.broughtOn, "brought"),
    refuseBlank(command.reason, "reason"),
    relying.length > 0
      ? { code: "material-relied-on", name: command.name, items: relying.map((other) => other.nameZh), itemsEn: relying.map((other) => other.nameEn) }
      : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "material-returned", itemId: item.id, ...named(line.value, context), reason: command.reason, on: command.on, ...by(context) }]);
}

/**
 * Where the window keeps the checklist of an item, plain acceptance needs every material brought, reused or waived by that day;
 * deferrable ones may be left open only by an acceptance with a listed gap (容缺受理). What a signed promise (告知承诺) stands in for
 * is waited for by neither. A deemed acceptance is the law's and waits
 * for nothing.
 */
export function refuseMissingMaterials(state: ProjectCase, item: Item, on: CivilDay, context: Pick<Context, "pack" | "calendar">): Refusal | null {
  if (isDeemedAccepted(item, on, context)) return null;
  const missing = missingMaterials(state, item, context.pack, on);
  const promised = promisedMaterials(state, item.id);
  const [core, deferrable] = [missing.core, missing.deferrable].map((names) => names.filter((name) => !promised.includes(name))) as [string[], string[]];
  if (core.length > 0) return { code: "core-materials-missing", itemNo: item.itemNo, missing: core };
  return deferrable.length > 0 ? { code: "deferrable-materials-missing", itemNo: item.itemNo, missing: deferrable } : null;
}

/** Whether a line of the item's checklist is in this state. */
export const hasLine = (state: ProjectCase, item: Item, pack: Pack, status: ChecklistLine["status"]): boolean =>
  checklistOf(state, item, pack).some((line) => line.status === status);

/** A material of another item that may be chosen for an outstanding line of this one, under whatever name it was brought. */
export interface Countable {
  readonly source: Material;
  readonly item: Item;
  /** Names of the outstanding lines it may count for. */
  readonly names: readonly string[];
}

/** Everything brought for other items of the project that could count for an outstanding line of this one. */
export function countable(state: Pick<ProjectCase, "materials" | "items">, item: Item, pack: Pack): readonly Countable[] {
  const outstanding = checklistOf(state, item, pack).filter((line) => line.status === "outstanding");
  return Object.values(state.materials).flatMap((source) => {
    const other = state.items[source.itemId];
    if (!other || other.id === item.id || source.status !== "brought" || source.reusedFromId !== null) return [];
    const names = outstanding.filter((line) => mayCount(source, other, line.name, item)).map((line) => line.name);
    return names.length === 0 ? [] : [{ source, item: other, names }];
  });
}

/** Lines of the item that could be handed back now. */
export const returnable = (state: ProjectCase, item: Item, pack: Pack): readonly ChecklistLine[] =>
  checklistOf(state, item, pack).filter(({ row }) => row?.status === "brought" && relyingItems(state, row).length === 0);
