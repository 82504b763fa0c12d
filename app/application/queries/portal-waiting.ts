import { type AnyColumn, and, eq, inArray, isNull } from "drizzle-orm";
import { IN_EFFECT } from "../../domain/case/commitment/moves";
import { LIVE, LIVE_RUNS } from "../../domain/case/simulation/moves";
import type { Services } from "../services";
import { NOTICE_TODO } from "./portal-notices";

/** What of these cases may wait for the enterprise, of all of them together. 10 statements. */
export async function waitingParts({ db: { q, t } }: Services, centreId: string, projectIds: readonly string[]) {
  const of = (part: { readonly centreId: AnyColumn; readonly projectId: AnyColumn }) =>
    and(eq(part.centreId, centreId), inArray(part.projectId, [...projectIds]));
  const { item, correction, handover, precheck, deferral, simulatedItem: s, simulatedRun: r, noticeCommitment: n, commitment: c, supervisionCheck: v } = t;
  return {
    items: await q.select().from(item).where(of(item)),
    corrections: await q
      .select()
      .from(correction)
      .where(and(of(correction), isNull(correction.suppliedOn))),
    handovers: await q
      .select()
      .from(handover)
      .where(and(of(handover), eq(handover.kind, "post-out"), isNull(handover.arrivedOn))),
    prechecks: await q.select().from(precheck).where(of(precheck)),
    deferrals: await q
      .select()
      .from(deferral)
      .where(and(of(deferral), eq(deferral.status, "open"))),
    simulated: await q
      .select({
        projectId: s.projectId,
        id: s.id,
        runId: s.runId,
        itemId: s.itemId,
        status: s.status,
        validTo: s.validTo,
        correctionDefects: s.correctionDefects,
        conversionDefects: s.conversionDefects,
      })
      .from(s)
      .where(and(of(s), inArray(s.status, [...LIVE]))),
    runs: await q
      .select({ projectId: r.projectId, id: r.id, runNo: r.runNo, status: r.status, missing: r.missing, letterSignatureId: r.letterSignatureId })
      .from(r)
      .where(and(of(r), inArray(r.status, [...LIVE_RUNS]))),
    notices: await q
      .select({ projectId: n.projectId, id: n.id, status: n.status, rectifyBy: n.rectifyBy, itemNo: item.itemNo, zh: item.nameZh, en: item.nameEn })
      .from(n)
      .innerJoin(item, and(eq(item.centreId, n.centreId), eq(item.projectId, n.projectId), eq(item.id, n.itemId)))
      .where(and(of(n), inArray(n.status, [...NOTICE_TODO]))),
    letters: await q
      .select({ projectId: c.projectId, id: c.id, status: c.status })
      .from(c)
      .where(and(of(c), inArray(c.status, ["awaiting-promise", "supplementing"]))),
    rectifying: await q
      .select({ projectId: v.projectId, id: v.id, point: v.point, rectifyBy: v.rectifyBy })
      .from(v)
      .innerJoin(c, and(eq(c.centreId, v.centreId), eq(c.projectId, v.projectId), eq(c.id, v.commitmentId), inArray(c.status, [...IN_EFFECT])))
      .where(and(of(v), eq(v.status, "rectifying"))),
  };
}

export type WaitingParts = Awaited<ReturnType<typeof waitingParts>>;

/** The parts of one of the cases. */
export const partsOf = (parts: WaitingParts, projectId: string): WaitingParts =>
  Object.fromEntries(Object.entries(parts).map(([name, rows]) => [name, rows.filter((row) => row.projectId === projectId)])) as WaitingParts;
