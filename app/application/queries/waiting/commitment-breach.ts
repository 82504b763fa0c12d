import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tables } from "../../../../db/schema";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { WaitingSource } from "./source";

type Checks = Tables["supervisionCheck"];
type Column = Checks[
  | "id"
  | "centreId"
  | "projectId"
  | "commitmentId"
  | "status"
  | "rectifyBy"
  | "checkedById"
  | "checkedForId"
  | "recheckedById"
  | "recheckedForId"];

/** A column of the table of checks read once more: what is ruled on is every ripe check of the promise, not the one of the row alone. */
const ofRipe = (column: Column): SQL => sql`${sql.identifier("ripe")}.${sql.identifier(column.name)}`;

const isRipeNow = (status: SQLWrapper, rectifyBy: SQLWrapper, today: CivilDay): SQL =>
  sql`(${status} = 'failed' or (${status} = 'rectifying' and ${rectifyBy} < ${today}))`;

/** Whether this person made one of the checks that are ruled on, had it made in their name or brought what it rests on, as `refuseOwnCheck` says. */
function isOwnCheck({ supervisionCheck: s, evidenceFile: e }: Tables, today: CivilDay, personId: string): SQL {
  const same = sql`${ofRipe(s.centreId)} = ${s.centreId} and ${ofRipe(s.projectId)} = ${s.projectId} and ${ofRipe(s.commitmentId)} = ${s.commitmentId}`;
  const made = sql`${personId} in (${ofRipe(s.checkedById)}, ${ofRipe(s.checkedForId)}, ${ofRipe(s.recheckedById)}, ${ofRipe(s.recheckedForId)})`;
  const brought = sql`exists (select 1 from ${e} where ${e.centreId} = ${s.centreId} and ${e.projectId} = ${s.projectId} and ${e.subjectId} = ${ofRipe(s.id)} and ${e.byId} = ${personId})`;
  return sql`exists (select 1 from ${s} as ${sql.identifier("ripe")} where ${same} and ${isRipeNow(ofRipe(s.status), ofRipe(s.rectifyBy), today)} and (${made} or ${brought}))`;
}

/** Rectifications that failed or ran over their day: a manager revokes or gives more time. */
export const commitmentBreach = {
  kind: "commitment-breach",
  rows: ({ t, centreId, today, viewer }) => {
    const { supervisionCheck: s, commitment: c } = t;
    return {
      from: sql`${s} inner join ${c} on ${c.centreId} = ${s.centreId} and ${c.projectId} = ${s.projectId} and ${c.id} = ${s.commitmentId}`,
      where: sql`${s.centreId} = ${centreId} and ${c.status} = 'rectifying' and ${isRipeNow(s.status, s.rectifyBy, today)}`,
      id: s.id,
      projectId: s.projectId,
      since: sql`coalesce(${s.recheckedOn}, ${s.rectifyBy})`,
      due: s.rectifyBy,
      notBy: viewer ? sql`case when ${isOwnCheck(t, today, viewer.personId)} then ${viewer.personId} else ${c.proposedById} end` : c.proposedById,
      note: s.point,
    };
  },
} as const satisfies WaitingSource;
