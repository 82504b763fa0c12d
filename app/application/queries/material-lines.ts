import type { CivilDay, Instant } from "../../domain/calendar/calendar-date";
import { type ChecklistLine, checklistOf, type Reusable, reusableFor } from "../../domain/case/checklist";
import type { MaterialKind, MaterialStatus } from "../../domain/case/parts/material";
import type { Item, ProjectCase } from "../../domain/case/state";
import type { Pack, Words } from "../../domain/pack/pack";
import { nameOf } from "./item-view";

/** One stored version as a page lists it. */
export interface FileView {
  readonly digest: string;
  readonly name: string;
  readonly bytes: number;
  readonly version: number;
  readonly addedAt: Instant;
  readonly byName: string;
}

/** One line of a checklist as a page shows it. */
export interface MaterialLine {
  /** Stable name of the line in forms and addresses. */
  readonly slot: string;
  readonly name: string;
  readonly kind: MaterialKind;
  readonly status: MaterialStatus;
  readonly originals: number;
  readonly copies: number;
  readonly electronic: boolean;
  readonly broughtOn: CivilDay | null;
  readonly byName: string | null;
  /** Newest first; the address of a file is its digest. */
  readonly files: readonly FileView[];
  /** The item and name it was brought under, where it counts here without being brought again. */
  readonly reused: { readonly itemNo: string; readonly item: Words; readonly name: string } | null;
  /** What was brought elsewhere in the project and could count here. */
  readonly reusable: { readonly id: string; readonly itemNo: string; readonly item: Words; readonly broughtOn: CivilDay | null } | null;
  readonly waived: { readonly reason: string; readonly byName: string; readonly on: CivilDay } | null;
  readonly extraReason: string | null;
  readonly returned: { readonly reason: string; readonly on: CivilDay } | null;
  readonly note: string | null;
}

type Materials = Pick<ProjectCase, "items" | "materials">;

/** The checklist of an item in words and numbers. */
export function materialLines(state: Materials, item: Item, pack: Pack): readonly MaterialLine[] {
  const reusable = new Map(reusableFor(state, item, pack).map((found) => [found.line.slot, found]));
  return checklistOf(state, item, pack).map((line) => lineView(state, line, reusable.get(line.slot) ?? null));
}

function lineView(state: Materials, { row, source, ...line }: ChecklistLine, reusable: Reusable | null): MaterialLine {
  const held = source ?? row;
  const other = source && state.items[source.itemId];
  return {
    slot: line.slot,
    name: line.name,
    kind: line.kind,
    status: line.status,
    originals: line.status === "brought" ? (held?.originals ?? 0) : 0,
    copies: line.status === "brought" ? (held?.copies ?? 0) : 0,
    electronic: line.status === "brought" && held?.electronic === true,
    broughtOn: line.status === "brought" ? (held?.broughtOn ?? null) : null,
    byName: row?.byName ?? null,
    files: line.files.map(({ digest, name, bytes, version, addedAt, byName }) => ({ digest, name, bytes, version, addedAt, byName })),
    reused: source && other ? { itemNo: other.itemNo, item: nameOf(other), name: source.name } : null,
    reusable: reusable && {
      id: reusable.source.id,
      itemNo: reusable.item.itemNo,
      item: nameOf(reusable.item),
      broughtOn: reusable.source.broughtOn,
    },
    waived: row?.waivedReason && row.waivedOn ? { reason: row.waivedReason, byName: row.waivedByName ?? "", on: row.waivedOn } : null,
    extraReason: row?.extraReason ?? null,
    returned: row?.returnedReason && row.returnedOn ? { reason: row.returnedReason, on: row.returnedOn } : null,
    note: row?.note ?? null,
  };
}

/** How far a checklist is. */
export interface Progress {
  readonly asked: number;
  readonly there: number;
  readonly missingCore: number;
  readonly missingDeferrable: number;
  readonly reusable: number;
}

/** Counts of a checklist; what was waived is no longer asked for. */
export function progressOf(lines: readonly MaterialLine[]): Progress {
  const asked = lines.filter((line) => line.status !== "waived");
  const missing = asked.filter((line) => line.status === "outstanding");
  return {
    asked: asked.length,
    there: asked.length - missing.length,
    missingCore: missing.filter((line) => line.kind !== "deferrable").length,
    missingDeferrable: missing.filter((line) => line.kind === "deferrable").length,
    reusable: missing.filter((line) => line.reusable !== null).length,
  };
}
