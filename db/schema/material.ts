import type { MaterialFile, MaterialKind, MaterialStatus } from "../../app/domain/case/parts/material";
import type { Kit } from "../kit";
import type { caseTables } from "./case";

/** Materials of items, from the moment something happened to one; file contents lie outside the database under their digests. */
export function materialTables(k: Kit, { item }: Pick<ReturnType<typeof caseTables>, "item">) {
  const material = k.table(
    "material",
    {
      centreId: k.id().notNull(),
      projectId: k.id().notNull(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      name: k.text().notNull(),
      kind: k.code<MaterialKind>().notNull(),
      status: k.code<MaterialStatus>().notNull(),
      originals: k.int().notNull(),
      copies: k.int().notNull(),
      electronic: k.bool().notNull(),
      files: k.json<readonly MaterialFile[]>().notNull(),
      reusedFromId: k.id(),
      broughtOn: k.day(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      waivedReason: k.text(),
      waivedById: k.text(),
      waivedByName: k.text(),
      waivedOn: k.day(),
      extraReason: k.text(),
      returnedReason: k.text(),
      returnedOn: k.day(),
      note: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.uniqueIndex("material_by_name").on(t.centreId, t.projectId, t.itemId, t.name),
      k.foreignKey({ name: "material_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );
  return { material };
}
