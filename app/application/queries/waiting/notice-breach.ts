import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Promises found not kept after rectification, or whose rectification ran over its day: the manager revokes or gives more time. */
export const noticeBreach = {
  kind: "notice-breach",
  rows: ({ t: { noticeCommitment: n }, centreId, today }) => ({
    from: sql`${n}`,
    where: sql`${n.centreId} = ${centreId} and (${n.status} = 'failed' or (${n.status} = 'rectifying' and ${n.rectifyBy} < ${today}))`,
    id: n.id,
    projectId: n.projectId,
    itemId: n.itemId,
    since: sql`coalesce(${n.checkedOn}, ${n.rectifyBy})`,
    due: n.rectifyBy,
    notBy: n.decidedById,
    note: n.commitmentNo,
  }),
} as const satisfies WaitingSource;
