import type { CivilDay, Instant } from "../../calendar/calendar-date";

/** 主件 · 可容缺 · 另行要求 (beyond the list of the place, with a reason). */
export type MaterialKind = "core" | "deferrable" | "extra";
/** 未交 · 已交 · 不再要求. */
export type MaterialStatus = "outstanding" | "brought" | "waived";

/** A stored file as the edge found it: content decides what it is, never its name. */
export interface StoredFile {
  /** sha-256 of the content, 64 hexadecimal digits; names the content in storage. */
  readonly digest: string;
  /** Cleaned for display; never a path. */
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** One version of the electronic copy of a material, oldest first; versions are added, never replaced. */
export interface MaterialFile extends StoredFile {
  readonly version: number;
  readonly addedAt: Instant;
  readonly byId: string;
  readonly byName: string;
}

/**
 * One material of one item, from the moment something happened to it. What the rules of the place ask for is in the pack; a
 * material nobody has touched has no row (see `checklistOf` in case/checklist.ts).
 */
export interface Material {
  readonly id: string;
  readonly itemId: string;
  /** As in the pack; the key within the item. */
  readonly name: string;
  readonly kind: MaterialKind;
  readonly status: MaterialStatus;
  /** Paper that lies with the centre now. */
  readonly originals: number;
  readonly copies: number;
  /** An electronic copy lies with the centre now. */
  readonly electronic: boolean;
  readonly files: readonly MaterialFile[];
  /** The material of another item of the project that counts here (提交一次): always the one that was brought itself. */
  readonly reusedFromId: string | null;
  readonly broughtOn: CivilDay | null;
  /** Who recorded what holds now. */
  readonly byId: string;
  readonly byName: string;
  readonly waivedReason: string | null;
  readonly waivedById: string | null;
  readonly waivedByName: string | null;
  readonly waivedOn: CivilDay | null;
  /** Why it is asked for although the list does not, or again although it was waived. */
  readonly extraReason: string | null;
  readonly returnedReason: string | null;
  readonly returnedOn: CivilDay | null;
  readonly note: string | null;
}

/** Paper of one material: how many lie with the centre now, not how many more came. */
export interface BroughtMaterial {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly electronic: boolean;
}

interface OnItem {
  readonly itemNo: string;
}
interface OnMaterial extends OnItem {
  readonly name: string;
}
interface Dated {
  readonly on: CivilDay;
}
interface Reasoned {
  readonly reason: string;
}

export type MaterialCommand =
  | ({ readonly type: "bring-materials"; readonly materials: readonly BroughtMaterial[]; readonly note: string | null } & OnItem & Dated)
  | ({ readonly type: "attach-file"; readonly file: StoredFile } & OnMaterial)
  | ({ readonly type: "waive-material" } & OnMaterial & Dated & Reasoned)
  | ({ readonly type: "require-material" } & OnMaterial & Dated & Reasoned)
  | ({ readonly type: "reuse-material"; readonly fromId: string } & OnMaterial & Dated)
  | ({ readonly type: "return-material" } & OnMaterial & Dated & Reasoned);

interface Happened {
  readonly itemId: string;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}
interface ToMaterial extends Happened {
  readonly materialId: string;
  readonly name: string;
  readonly kind: MaterialKind;
}

export type MaterialEvent =
  | ({
      readonly type: "materials-brought";
      readonly materials: readonly (BroughtMaterial & { readonly materialId: string; readonly kind: MaterialKind })[];
      readonly note: string | null;
    } & Happened)
  | ({ readonly type: "file-attached"; readonly file: StoredFile; readonly version: number; readonly addedAt: Instant } & ToMaterial)
  | ({ readonly type: "material-waived" } & ToMaterial & Reasoned)
  | ({ readonly type: "material-required" } & ToMaterial & Reasoned)
  | ({ readonly type: "material-reused"; readonly fromId: string } & ToMaterial)
  | ({ readonly type: "material-returned" } & ToMaterial & Reasoned);
