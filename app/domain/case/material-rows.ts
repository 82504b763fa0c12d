import type { CaseEvent } from "./events";
import type { Material, MaterialEvent } from "./parts/material";
import type { ProjectCase } from "./state";

const TYPES: Readonly<Record<MaterialEvent["type"], true>> = {
  "materials-brought": true,
  "file-attached": true,
  "material-waived": true,
  "material-required": true,
  "material-reused": true,
  "material-returned": true,
};

export const isMaterialEvent = (event: CaseEvent): event is MaterialEvent => Object.hasOwn(TYPES, event.type);

const NOT_WAIVED = { waivedReason: null, waivedById: null, waivedByName: null, waivedOn: null } as const;
const NOT_RETURNED = { returnedReason: null, returnedOn: null } as const;

/** The row an event is about, or the one it begins. */
function rowOf(state: ProjectCase, event: MaterialEvent, about: { readonly materialId: string } & Pick<Material, "name" | "kind">): Material {
  return (
    state.materials[about.materialId] ?? {
      id: about.materialId,
      itemId: event.itemId,
      name: about.name,
      kind: about.kind,
      status: "outstanding",
      originals: 0,
      copies: 0,
      electronic: false,
      files: [],
      reusedFromId: null,
      broughtOn: null,
      byId: event.byId,
      byName: event.byName,
      ...NOT_WAIVED,
      extraReason: null,
      ...NOT_RETURNED,
      note: null,
    }
  );
}

/** The day it came: the first one as long as it stays; a new one after it was handed back or had been another item's. */
const cameOn = (row: Material, on: string): string => (row.status === "brought" && row.reusedFromId === null ? (row.broughtOn ?? on) : on);

function changed(row: Material, event: Exclude<MaterialEvent, { type: "materials-brought" }>): Partial<Material> {
  switch (event.type) {
    case "file-attached": {
      const { file, version, addedAt, byId, byName } = event;
      return {
        status: "brought",
        electronic: true,
        files: [...row.files, { ...file, version, addedAt, byId, byName }],
        reusedFromId: null,
        broughtOn: cameOn(row, event.on),
        ...NOT_WAIVED,
        ...NOT_RETURNED,
      };
    }
    case "material-waived":
      return {
        status: "waived",
        reusedFromId: null,
        waivedReason: event.reason,
        waivedById: event.byId,
        waivedByName: event.byName,
        waivedOn: event.on,
        ...NOT_RETURNED,
      };
    case "material-required":
      return { status: "outstanding", extraReason: event.reason, ...NOT_WAIVED };
    case "material-reused":
      return { status: "brought", reusedFromId: event.fromId, broughtOn: event.on, ...NOT_WAIVED, ...NOT_RETURNED };
    case "material-returned":
      return {
        status: "outstanding",
        originals: 0,
        copies: 0,
        electronic: false,
        reusedFromId: null,
        broughtOn: null,
        returnedReason: event.reason,
        returnedOn: event.on,
      };
  }
}

/** The rows of materials after one of their events. */
export function evolveMaterial(state: ProjectCase, event: MaterialEvent): ProjectCase {
  if (!state.items[event.itemId]) throw new Error(`${event.type} names an item the case does not have`);
  const { byId, byName } = event;
  if (event.type !== "materials-brought") {
    const row = rowOf(state, event, event);
    return { ...state, materials: { ...state.materials, [row.id]: { ...row, ...changed(row, event), byId, byName } } };
  }
  const materials = { ...state.materials };
  for (const { materialId, name, kind, originals, copies, electronic } of event.materials) {
    const row = rowOf(state, event, { materialId, name, kind });
    const broughtOn = cameOn(row, event.on);
    materials[materialId] = {
      ...row,
      ...NOT_WAIVED,
      ...NOT_RETURNED,
      status: "brought",
      originals,
      copies,
      electronic,
      reusedFromId: null,
      broughtOn,
      byId,
      byName,
      note: event.note ?? row.note,
    };
  }
  return { ...state, materials };
}
