import { type AnyColumn, and, eq, inArray, isNull } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { NoticeStatus } from "../../domain/case/parts/notice-commitment";
import type { SimulatedItem, SimulatedRun } from "../../domain/case/parts/simulation";
import { LIVE, LIVE_RUNS } from "../../domain/case/simulation-moves";
import type { ProjectStatus } from "../../domain/case/state";
import type { ClockLight } from "../../domain/clock/clock";
import { lightOf, worstLight } from "../../domain/clock/light";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { nameOf } from "./item-view";
import { behind, inOrder, readCursor, writeCursor } from "./keyset";
import { NOTICE_TODO } from "./portal-notices";
import { type Todo, type TodoParts, todoOf } from "./portal-todo";
import { type DueItem, type SimulationDue, simulationDues } from "./simulation-due";

/** Projects of one page. */
const PAGE_SIZE = 20;

/** One project of the investor, with what it asks for now. */
export interface OwnProject {
  readonly projectNo: string;
  readonly name: string;
  readonly enterpriseName: string;
  readonly agentName: string | null;
  readonly status: ProjectStatus;
  readonly light: ClockLight;
  /** Stages with begun and unfinished items, in the order of the place. */
  readonly stages: readonly Words[];
  readonly nextDueOn: CivilDay | null;
  /** Working days to `nextDueOn`; negative once it has passed. */
  readonly daysLeft: number | null;
  readonly itemCount: number;
  readonly closedCount: number;
  readonly todo: Todo;
  /** Runs whose risk commitment letter waits for a signature. */
  readonly letters: readonly { readonly id: string; readonly runNo: string }[];
  /** What simulated runs ask for: preconditions to bring, corrections, opinions that run out. */
  readonly simulationDues: readonly SimulationDue[];
  /** Notice commitments that wait for the enterprise: to choose, to sign, to put right. */
  readonly notices: readonly { readonly id: string; readonly itemNo: string; readonly name: Words; readonly status: NoticeStatus }[];
}

export interface PortalHome {
  readonly today: CivilDay;
  readonly projects: readonly OwnProject[];
  readonly next: string | null;
}

/** The investor's projects, most recently changed first, and what each asks of the investor. Nine statements. */
export async function portalHome(services: Services, actor: Actor, after: string | null): Promise<PortalHome> {
  const { q, t } = services.db;
  const today = services.today();
  if (actor.enterpriseIds.length === 0) return { today, projects: [], next: null };
  const { project: p } = t;
  const cursor = readCursor(after, "instant");
  const rows = await q
    .select({
      id: p.id,
      projectNo: p.projectNo,
      name: p.name,
      enterpriseName: p.enterpriseName,
      agentName: p.agentName,
      status: p.status,
      packDigest: p.packDigest,
      nextDueOn: p.nextDueOn,
      itemCount: p.itemCount,
      closedCount: p.closedCount,
      updatedAt: p.updatedAt,
    })
    .from(p)
    .where(
      and(eq(p.centreId, actor.centreId), inArray(p.enterpriseId, [...actor.enterpriseIds]), cursor ? behind(p.updatedAt, p.id, cursor, "down") : undefined),
    )
    .orderBy(...inOrder(p.updatedAt, p.id, "down"))
    .limit(PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const ids = shown.map((row) => row.id);
  const items =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(t.item)
          .where(and(eq(t.item.centreId, actor.centreId), inArray(t.item.projectId, ids)));
  const corrections =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(t.correction)
          .where(and(eq(t.correction.centreId, actor.centreId), inArray(t.correction.projectId, ids), isNull(t.correction.suppliedOn)));
  const of = (part: { readonly centreId: AnyColumn; readonly projectId: AnyColumn }) => and(eq(part.centreId, actor.centreId), inArray(part.projectId, ids));
  const handovers =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(t.handover)
          .where(and(of(t.handover), eq(t.handover.kind, "post-out"), isNull(t.handover.arrivedOn)));
  const prechecks = ids.length === 0 ? [] : await q.select().from(t.precheck).where(of(t.precheck));
  const deferrals =
    ids.length === 0
      ? []
      : await q
          .select()
          .from(t.deferral)
          .where(and(of(t.deferral), eq(t.deferral.status, "open")));
  const simulated =
    ids.length === 0
      ? []
      : await q
          .select({
            projectId: t.simulatedItem.projectId,
            id: t.simulatedItem.id,
            runId: t.simulatedItem.runId,
            itemId: t.simulatedItem.itemId,
            status: t.simulatedItem.status,
            validTo: t.simulatedItem.validTo,
            correctionDefects: t.simulatedItem.correctionDefects,
            conversionDefects: t.simulatedItem.conversionDefects,
          })
          .from(t.simulatedItem)
          .where(and(of(t.simulatedItem), inArray(t.simulatedItem.status, [...LIVE])));
  const runs =
    ids.length === 0
      ? []
      : await q
          .select({
            projectId: t.simulatedRun.projectId,
            id: t.simulatedRun.id,
            runNo: t.simulatedRun.runNo,
            status: t.simulatedRun.status,
            missing: t.simulatedRun.missing,
            letterSignatureId: t.simulatedRun.letterSignatureId,
          })
          .from(t.simulatedRun)
          .where(and(of(t.simulatedRun), inArray(t.simulatedRun.status, [...LIVE_RUNS])));
  const n = t.noticeCommitment;
  const notices =
    ids.length === 0
      ? []
      : await q
          .select({ projectId: n.projectId, id: n.id, status: n.status, itemNo: t.item.itemNo, zh: t.item.nameZh, en: t.item.nameEn })
          .from(n)
          .innerJoin(t.item, and(eq(t.item.centreId, n.centreId), eq(t.item.projectId, n.projectId), eq(t.item.id, n.itemId)))
          .where(and(of(n), inArray(n.status, [...NOTICE_TODO])));
  return {
    today,
    projects: shown.map((row) => ({
      notices: notices.filter(({ projectId }) => projectId === row.id).map(({ id, status, itemNo, zh, en }) => ({ id, status, itemNo, name: { zh, en } })),
      ...ownProject(
        services,
        actor,
        today,
        row,
        {
          items: items.filter((item) => item.projectId === row.id),
          corrections: corrections.filter((correction) => correction.projectId === row.id),
          handovers: handovers.filter((handover) => handover.projectId === row.id),
          prechecks: prechecks.filter((precheck) => precheck.projectId === row.id),
          deferrals: deferrals.filter((deferral) => deferral.projectId === row.id),
          simulated: simulated.filter((one) => one.projectId === row.id),
        },
        runs.filter((run) => run.projectId === row.id),
      ),
    })),
    next: last ? writeCursor({ value: last.updatedAt, id: last.id }) : null,
  };
}

type Row = Pick<OwnProject, "projectNo" | "name" | "enterpriseName" | "agentName" | "status" | "nextDueOn" | "itemCount" | "closedCount"> & {
  readonly packDigest: string;
};

type RunRow = Pick<SimulatedRun, "id" | "runNo" | "status" | "missing" | "letterSignatureId">;
type SimulatedRow = Omit<DueItem, "name"> & Pick<SimulatedItem, "itemId" | "runId">;

function ownProject(
  services: Services,
  actor: Actor,
  today: CivilDay,
  { packDigest, ...row }: Row,
  { simulated, ...parts }: Omit<TodoParts, "simulated"> & { readonly simulated: readonly SimulatedRow[] },
  runs: readonly RunRow[],
): Omit<OwnProject, "notices"> {
  const pack = services.pack(packDigest);
  const calendar = services.calendarOf(actor.centreId);
  const open = new Set(parts.items.filter((item) => item.status !== "planned" && item.endedOn === null).map((item) => item.stage));
  return {
    projectNo: row.projectNo,
    name: row.name,
    enterpriseName: row.enterpriseName,
    agentName: row.agentName,
    status: row.status,
    light: worstLight(...parts.items.map((item) => lightOf(item, today))),
    stages: pack.stages.filter((stage) => open.has(stage.code)).map((stage) => stage.name),
    nextDueOn: row.nextDueOn,
    daysLeft: row.nextDueOn === null ? null : calendar.workingDaysBetween(today, row.nextDueOn),
    itemCount: row.itemCount,
    closedCount: row.closedCount,
    todo: todoOf({ ...parts, simulated }, { pack, calendar, today }),
    letters: runs.filter(({ status, letterSignatureId }) => status === "applied" && letterSignatureId === null).map(({ id, runNo }) => ({ id, runNo })),
    simulationDues: runs.flatMap((run) =>
      simulationDues(
        run,
        simulated.flatMap((one) => {
          const item = parts.items.find((candidate) => candidate.id === one.itemId);
          return one.runId === run.id && item ? [{ ...one, name: nameOf(item) }] : [];
        }),
        today,
      ),
    ),
  };
}
