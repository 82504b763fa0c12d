import type { Explanation } from "../../app/domain/case/parts/explanation";
import type { Kit } from "../kit";
import type { caseTables } from "./case";

/** What is explained to the manager: why an item is late, why one list was not enough. */
export function explanationTables(k: Kit, { item }: Pick<ReturnType<typeof caseTables>, "item">) {
  const explanation = k.table(
    "explanation",
    {
      centreId: k.id().notNull(),
      projectId: k.id().notNull(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      kind: k.code<Explanation["kind"]>().notNull(),
      status: k.code<Explanation["status"]>().notNull(),
      askedOn: k.day(),
      askedByName: k.text(),
      question: k.text(),
      reason: k.text(),
      defects: k.json<readonly string[]>().notNull(),
      givenOn: k.day(),
      givenById: k.text(),
      givenByName: k.text(),
      ruling: k.text(),
      ruledOn: k.day(),
      ruledById: k.text(),
      ruledByName: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      // What waits for a manager, by kind.
      k.index("explanation_by_status").on(t.centreId, t.status, t.kind),
      k.index("explanation_of_item").on(t.centreId, t.projectId, t.itemId),
      k.foreignKey({ name: "explanation_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  return { explanation };
}
