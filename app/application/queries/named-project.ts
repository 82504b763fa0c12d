import { and, eq } from "drizzle-orm";
import type { Actor } from "../../domain/case/context";
import type { Services } from "../services";

export interface NamedProject {
  readonly id: string;
  readonly projectNo: string;
  readonly name: string;
}

/** A project of the centre by its number; null when there is none. 1 statement. */
export async function namedProject({ db }: Services, { centreId }: Actor, projectNo: string): Promise<NamedProject | null> {
  const { project: p } = db.t;
  const [row] = await db.q
    .select({ id: p.id, projectNo: p.projectNo, name: p.name })
    .from(p)
    .where(and(eq(p.centreId, centreId), eq(p.projectNo, projectNo)));
  return row ?? null;
}
