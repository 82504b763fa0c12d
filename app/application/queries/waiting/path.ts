import { sql } from "drizzle-orm";
import { itemOf, type WaitingSource } from "./source";

/** Questions of windows that have no veto: the manager says how to go on (不给否决给路径, D24). */
export const path = {
  kind: "path",
  rows: ({ t, t: { direction: d, item: i }, centreId }) => ({
    from: sql`${d} ${itemOf(t, d)}`,
    where: sql`${d.centreId} = ${centreId} and ${d.kind} = 'path' and ${d.answeredOn} is null and ${i.status} in ('planned', 'received')`,
    id: d.id,
    projectId: d.projectId,
    itemId: d.itemId,
    since: d.askedOn,
    note: d.text,
  }),
} as const satisfies WaitingSource;
