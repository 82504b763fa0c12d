import { type AnyColumn, and, eq, gte, inArray, isNull, notExists, or } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { COMMITMENT_MOVES, IN_EFFECT } from "../../domain/case/commitment/moves";
import { LIVE, LIVE_RUNS } from "../../domain/case/simulation/moves";
import type { Services } from "../services";
import { NOTICE_TODO } from "./portal-notices";

/** States of a commitment in which its signed letter can still be taken back. */
const SIGNED = COMMITMENT_MOVES["letter-withdrawn"].from;

/** What of these cases may wait for the enterprise, of all of them together. 13 statements. */
export async function waitingParts({ db: { q, t } }: Services, centreId: string, projectIds: readonly string[], today: CivilDay) {
  const of = (part: { readonly centreId: AnyColumn; readonly projectId: AnyColumn }) =>
    and(eq(part.centreId, centreId), inArray(part.projectId, [...projectIds]));
  const { item, correction, handover, precheck, deferral, direction, simulatedItem: s, simulatedRun: r, noticeCommitment: n, signature } = t;
  const { commitment: c, commitmentStandard, commitmentObjection: o, supervisionCheck: v, jointReview: review } = t;
  const applied = q
    .select({ id: r.id })
    .from(r)
    .where(and(of(r), eq(r.status, "applied")));
  const objected = q
    .select({ id: o.id })
    .from(o)
    .where(and(eq(o.centreId, c.centreId), eq(o.projectId, c.projectId), eq(o.commitmentId, c.id), eq(o.status, "open")));
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
    directions: await q
      .select()
      .from(direction)
      .where(and(of(direction), eq(direction.kind, "signpost"))),
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
      // The letter of a run that waits for its ruling names every item, those that ended meanwhile too.
      .where(and(of(s), or(inArray(s.status, [...LIVE]), inArray(s.runId, applied)))),
    runs: await q
      .select()
      .from(r)
      .where(and(of(r), inArray(r.status, [...LIVE_RUNS]))),
    notices: await q
      .select()
      .from(n)
      .where(and(of(n), inArray(n.status, [...NOTICE_TODO, "signed"]))),
    /** Each with every standard it has, where its letter is signed; an objection is ruled on before the letter can be taken back. */
    letters: await q
      .select({ projectId: c.projectId, commitment: c, standard: commitmentStandard })
      .from(c)
      .leftJoin(
        commitmentStandard,
        and(
          eq(commitmentStandard.centreId, c.centreId),
          eq(commitmentStandard.projectId, c.projectId),
          eq(commitmentStandard.commitmentId, c.id),
          inArray(c.status, [...SIGNED]),
        ),
      )
      .where(and(of(c), or(inArray(c.status, ["awaiting-promise", "supplementing"]), and(inArray(c.status, [...SIGNED]), notExists(objected))))),
    signatures: await q
      .select()
      .from(signature)
      .where(and(of(signature), isNull(signature.withdrawnOn))),
    /** Visits and meetings that may still lie ahead. */
    meetings: await q
      .select({
        projectId: review.projectId,
        id: review.id,
        mode: review.mode,
        stage: review.stage,
        itemId: review.itemId,
        meetOn: review.meetOn,
        meetTime: review.meetTime,
        place: review.place,
        link: review.link,
      })
      .from(review)
      .where(and(of(review), inArray(review.status, ["open", "closed"]), isNull(review.heldOn), gte(review.meetOn, today))),
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
