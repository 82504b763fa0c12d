import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { windowOf } from "../../../db/repositories/windows";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { HandoverKind } from "../../domain/case/parts/handover";
import type { WindowAtWork } from "../../domain/case/parts/window";
import type { ItemStatus } from "../../domain/case/state";
import type { Pack, Words } from "../../domain/pack/pack";
import type { WindowKind } from "../../domain/pack/practice";
import type { Services } from "../services";
import { departmentOf } from "./item-view";
import { behind, inOrder, readCursor, writeCursor } from "./keyset";

/** Rows of each list of the page. Results are read on page by page; whoever has more of the rest works through the Today page. */
export const WINDOW_ROWS = 50;

/** A project that has something for this window to receive or accept. */
export interface WindowProject {
  readonly projectNo: string;
  readonly name: string;
  readonly enterpriseName: string;
  /** Items received and not yet accepted, those looked over and not yet received, and the day the first has waited since. */
  readonly received: number;
  readonly prechecked: number;
  readonly since: CivilDay;
}

/** A result that waits at this window. `late`: working days over the day of delivery, or since it should have been collected. */
export interface WindowResult {
  readonly itemNo: string;
  readonly name: Words;
  readonly projectName: string;
  readonly status: ItemStatus;
  readonly issuedOn: CivilDay | null;
  readonly deliveryDueOn: CivilDay | null;
  readonly pickupBy: CivilDay | null;
  readonly posted: boolean;
  readonly late: { readonly kind: "delivery" | "pickup"; readonly days: number } | null;
}

/** Papers, results and parcels that nobody has signed for. */
export interface WindowPassage {
  readonly id: string;
  readonly kind: HandoverKind;
  readonly itemNo: string;
  readonly names: readonly Words[];
  readonly projectName: string;
  readonly department: Words | null;
  readonly carrier: string | null;
  readonly trackingNo: string | null;
  readonly sentOn: CivilDay;
  readonly workingDays: number;
}

export interface WindowDesk {
  readonly today: CivilDay;
  readonly window: (Omit<WindowAtWork, "letters"> & { readonly letters: readonly { readonly letterNo: string; readonly department: Words }[] }) | null;
  readonly kind: Pick<WindowKind, "name" | "accepts" | "issues"> | null;
  readonly certificateExpired: boolean;
  readonly projects: readonly WindowProject[];
  readonly results: readonly WindowResult[];
  /** Where the next page of results begins; null on the last. */
  readonly moreResults: string | null;
  readonly passages: readonly WindowPassage[];
  /** Days after which an uncollected result is followed up: the place's, marked where it is only assumed. */
  readonly pickup: { readonly workingDays: number | null; readonly assumed: boolean };
}

/**
 * What waits at the window of this person; of the whole centre while they sit at none. At most 7 statements, each with a limit.
 * @param after where the page of results begins, as told by the page before; null for the first
 */
export async function windowDesk(services: Services, actor: Actor, after: string | null = null): Promise<WindowDesk> {
  const { q, t } = services.db;
  const { centreId } = actor;
  const today = services.today();
  const [centre] = await q.select({ packId: t.centre.packId }).from(t.centre).where(eq(t.centre.id, centreId));
  const pack = services.pack(centre?.packId ?? "");
  const window = await windowOf(q, t, centreId, actor.personId, today);
  const kind = pack.windowKinds?.find((one) => one.code === window?.kindCode) ?? null;
  const rule = pack.rules?.pickupWorkingDays;
  const { results, moreResults } = kind?.issues === false ? { results: [], moreResults: null } : await resultsAt(services, actor, window, pack, after);
  return {
    today,
    window: window && {
      ...window,
      letters: window.letters.map(({ letterNo, departmentCode }) => ({ letterNo, department: departmentOf(pack, departmentCode) })),
    },
    kind: kind && { name: kind.name, accepts: kind.accepts, issues: kind.issues },
    certificateExpired: window?.certificateValidTo != null && window.certificateValidTo < today,
    projects: kind?.accepts === "nothing" ? [] : await projectsAt(services, actor, window),
    results,
    moreResults,
    passages: await passagesAt(services, actor),
    pickup: { workingDays: rule?.value ?? null, assumed: rule?.assumed ?? false },
  };
}

/** Windows of the centre that were closed: what they received, accepted or looked over waits at any other. */
const closedWindows = ({ db: { q, t } }: Services, centreId: string) =>
  q
    .select({ id: t.serviceWindow.id })
    .from(t.serviceWindow)
    .where(and(eq(t.serviceWindow.centreId, centreId), isNotNull(t.serviceWindow.closedOn)));

/** Projects with items received at this window or one closed since, or looked over there before receipt, the longest waiting first. */
async function projectsAt(services: Services, { centreId }: Actor, window: WindowAtWork | null): Promise<readonly WindowProject[]> {
  const { q, t } = services.db;
  const closed = closedWindows(services, centreId);
  const { item: i, project: p, precheck: c } = t;
  const here = { projectNo: p.projectNo, name: p.name, enterpriseName: p.enterpriseName };
  const received = await q
    .select({ ...here, n: sql<number>`count(*)`.mapWith(Number), since: sql<string>`min(${i.completeOn})` })
    .from(i)
    .innerJoin(p, and(eq(p.centreId, i.centreId), eq(p.id, i.projectId)))
    .where(
      and(
        eq(i.centreId, centreId),
        eq(i.status, "received"),
        window ? or(isNull(i.windowId), eq(i.windowId, window.id), inArray(i.windowId, closed)) : undefined,
      ),
    )
    .groupBy(p.projectNo, p.name, p.enterpriseName)
    .orderBy(sql`min(${i.completeOn})`)
    .limit(WINDOW_ROWS);
  const checked = await q
    .select({ ...here, n: sql<number>`count(distinct ${i.id})`.mapWith(Number), since: sql<string>`min(${c.checkedOn})` })
    .from(c)
    .innerJoin(i, and(eq(i.centreId, c.centreId), eq(i.projectId, c.projectId), eq(i.id, c.itemId), eq(i.status, "planned")))
    .innerJoin(p, and(eq(p.centreId, c.centreId), eq(p.id, c.projectId)))
    .where(and(eq(c.centreId, centreId), window ? or(isNull(c.windowId), eq(c.windowId, window.id), inArray(c.windowId, closed)) : undefined))
    .groupBy(p.projectNo, p.name, p.enterpriseName)
    .orderBy(sql`min(${c.checkedOn})`)
    .limit(WINDOW_ROWS);
  const rows = new Map<string, WindowProject>(
    received.map(({ n, since, ...row }) => [row.projectNo, { ...row, received: n, prechecked: 0, since: since.slice(0, 10) }]),
  );
  for (const { n, since, ...row } of checked) {
    const known = rows.get(row.projectNo);
    rows.set(row.projectNo, known ? { ...known, prechecked: n } : { ...row, received: 0, prechecked: n, since: since.slice(0, 10) });
  }
  return [...rows.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).slice(0, WINDOW_ROWS);
}

/**
 * Results to take over or hand out here, the longest decided first: those this window accepted, those of windows that were closed
 * since, and those of windows that hand out nothing. Uses item_waiting.
 */
async function resultsAt(
  services: Services,
  { centreId }: Actor,
  window: WindowAtWork | null,
  pack: Pack,
  after: string | null,
): Promise<Pick<WindowDesk, "results" | "moreResults">> {
  const { q, t } = services.db;
  const { item: i, project: p } = t;
  const closed = closedWindows(services, centreId);
  const others = (pack.windowKinds ?? []).filter((one) => !one.issues).map((one) => one.code);
  const cursor = readCursor(after, "day");
  const found = await q
    .select({
      id: i.id,
      decidedOn: i.decidedOn,
      itemNo: i.itemNo,
      zh: i.nameZh,
      en: i.nameEn,
      projectName: p.name,
      status: i.status,
      issuedOn: i.issuedOn,
      deliveryDueOn: i.deliveryDueOn,
      pickupBy: i.pickupBy,
      postedOn: i.postedOn,
    })
    .from(i)
    .innerJoin(p, and(eq(p.centreId, i.centreId), eq(p.id, i.projectId)))
    .where(
      and(
        eq(i.centreId, centreId),
        inArray(i.status, ["granted", "refused", "issued"]),
        isNull(i.deliveredOn),
        isNotNull(i.decidedOn),
        cursor ? behind(i.decidedOn, i.id, cursor, "up") : undefined,
        window
          ? or(isNull(i.windowId), eq(i.windowId, window.id), inArray(i.windowId, closed), others.length > 0 ? inArray(i.windowKind, others) : undefined)
          : undefined,
      ),
    )
    .orderBy(...inOrder(i.decidedOn, i.id, "up"))
    .limit(WINDOW_ROWS + 1);
  const shown = found.slice(0, WINDOW_ROWS);
  const last = shown.at(-1);
  const today = services.today();
  const over = (day: CivilDay): number => services.calendarOf(centreId).workingDaysBetween(day, today);
  return {
    results: shown.map(({ id: _, decidedOn: __, zh, en, postedOn, ...row }) => ({
      ...row,
      name: { zh, en },
      posted: postedOn !== null,
      late:
        row.pickupBy !== null && row.pickupBy < today
          ? { kind: "pickup" as const, days: over(row.pickupBy) }
          : row.deliveryDueOn !== null && row.deliveryDueOn < today
            ? { kind: "delivery" as const, days: over(row.deliveryDueOn) }
            : null,
    })),
    moreResults: found.length > WINDOW_ROWS && last?.decidedOn ? writeCursor({ value: last.decidedOn, id: last.id }) : null,
  };
}

/** What is between two hands in this centre: 2 statements. */
async function passagesAt(services: Services, { centreId }: Actor): Promise<readonly WindowPassage[]> {
  const { q, t } = services.db;
  const { handover: h, item: i, project: p } = t;
  const rows = await q
    .select({
      id: h.id,
      projectId: h.projectId,
      kind: h.kind,
      itemIds: h.itemIds,
      departmentCode: h.departmentCode,
      carrier: h.carrier,
      trackingNo: h.trackingNo,
      sentOn: h.sentOn,
      projectName: p.name,
      packDigest: p.packDigest,
    })
    .from(h)
    .innerJoin(p, and(eq(p.centreId, h.centreId), eq(p.id, h.projectId)))
    .where(and(eq(h.centreId, centreId), isNull(h.arrivedOn)))
    .orderBy(asc(h.sentOn), asc(h.id))
    .limit(WINDOW_ROWS);
  if (rows.length === 0) return [];
  const items = await q
    .select({ id: i.id, itemNo: i.itemNo, zh: i.nameZh, en: i.nameEn })
    .from(i)
    .where(
      and(
        eq(i.centreId, centreId),
        inArray(
          i.projectId,
          rows.map((row) => row.projectId),
        ),
        inArray(
          i.id,
          rows.flatMap((row) => row.itemIds),
        ),
      ),
    );
  const calendar = services.calendarOf(centreId);
  return rows.map(({ itemIds, departmentCode, packDigest, projectId: _, ...row }) => {
    const own = items.filter((item) => itemIds.includes(item.id));
    return {
      ...row,
      itemNo: own[0]?.itemNo ?? "",
      names: own.map(({ zh, en }) => ({ zh, en })),
      department: departmentCode === null ? null : departmentOf(services.pack(packDigest), departmentCode),
      workingDays: calendar.workingDaysBetween(row.sentOn, services.today()),
    };
  });
}
