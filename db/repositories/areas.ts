import { and, asc, desc, eq } from "drizzle-orm";
import type { AreaFacts } from "../../app/domain/case/parts/area-placement";
import type { Extras, Q, Tables } from "../port";

/** An assessed area of a centre as it stands. */
export interface AreaRow extends AreaFacts {
  readonly id: string;
  readonly version: number;
}

const factsOf = (t: Tables["assessedArea"]) => ({
  areaCode: t.areaCode,
  nameZh: t.nameZh,
  nameEn: t.nameEn,
  assessments: t.assessments,
  spares: t.spares,
  validFrom: t.validFrom,
  validTo: t.validTo,
  sourceDocument: t.sourceDocument,
});

/** Every area of a centre, by its code. 1 statement. */
export const listAreas = (q: Q, { assessedArea: t }: Tables, centreId: string): Promise<readonly AreaRow[]> =>
  q
    .select({ id: t.id, version: t.version, ...factsOf(t) })
    .from(t)
    .where(eq(t.centreId, centreId))
    .orderBy(asc(t.areaCode));

/** One area; with `x` its row stays locked until the transaction ends. Null when the centre has none. 1 statement. */
export async function readArea(q: Q, { assessedArea: t }: Tables, centreId: string, id: string, x?: Extras): Promise<AreaRow | null> {
  const select = q
    .select({ id: t.id, version: t.version, ...factsOf(t) })
    .from(t)
    .where(and(eq(t.centreId, centreId), eq(t.id, id)));
  const [row] = await (x ? x.forUpdate(select) : select);
  return row ?? null;
}

/** One state an area had, and who wrote it when. */
export interface AreaChange {
  readonly version: number;
  readonly facts: AreaFacts;
  readonly byName: string;
  readonly recordedAt: string;
}

/** Every state an area ever had, newest first. 1 statement. */
export const areaChanges = (q: Q, { assessedAreaChange: t }: Tables, centreId: string, areaId: string): Promise<readonly AreaChange[]> =>
  q
    .select({ version: t.version, facts: t.facts, byName: t.byName, recordedAt: t.recordedAt })
    .from(t)
    .where(and(eq(t.centreId, centreId), eq(t.areaId, areaId)))
    .orderBy(desc(t.version));
