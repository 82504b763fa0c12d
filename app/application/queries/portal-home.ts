import { and, eq, inArray } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { NoticeStatus } from "../../domain/case/parts/notice-commitment";
import type { CheckPoint } from "../../domain/case/parts/project-commitment";
import type { Project, ProjectStatus } from "../../domain/case/state";
import type { ClockLight } from "../../domain/clock/clock";
import { lightOf, worstLight } from "../../domain/clock/light";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { nameOf } from "./item-view";
import { behind, inOrder, readCursor, writeCursor } from "./keyset";
import type { PortalVisit } from "./portal-reviews";
import { endingsOf } from "./portal-stages";
import { type Todo, todoOf } from "./portal-todo";
import { partsOf, type WaitingParts, waitingParts } from "./portal-waiting";
import { stageName } from "./review-view";
import { signedAnew } from "./signed-anew";
import { type SimulationDue, simulationDues } from "./simulation-due";

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
  /** Items that ended with what they were for, and those that ended in vain. */
  readonly closedCount: number;
  readonly vainCount: number;
  readonly todo: Todo;
  /** Visits and meetings to come, the project's page says who comes and what to prepare. */
  readonly meetings: readonly Omit<PortalVisit, "departments" | "bring">[];
  /** Runs whose risk commitment letter waits for a signature; `anew` where it says something else since it was signed. */
  readonly letters: readonly { readonly id: string; readonly runNo: string; readonly anew: boolean }[];
  /** What simulated runs ask for: preconditions to bring, corrections, opinions that run out. */
  readonly simulationDues: readonly SimulationDue[];
  /** Notice commitments that wait for the enterprise: to choose, to sign, to put right; `signed` ones whose letter says something else by now. */
  readonly notices: readonly {
    readonly id: string;
    readonly itemNo: string;
    readonly name: Words;
    readonly status: NoticeStatus;
    /** Day of the rectification; null while nothing is to be put right. */
    readonly by: CivilDay | null;
  }[];
  /** What project commitments ask for: a letter to sign, or to sign anew, a promise to supplement, something to put right by a day. */
  readonly commitments: readonly {
    /** Of the commitment, or of the check that found something to put right. */
    readonly id: string;
    readonly kind: "sign" | "sign-anew" | "supplement" | "rectify";
    readonly point: CheckPoint | null;
    readonly by: CivilDay | null;
  }[];
}

export interface PortalHome {
  readonly today: CivilDay;
  readonly projects: readonly OwnProject[];
  readonly next: string | null;
}

/** The investor's projects, most recently changed first, and what each asks of the investor. 14 statements. */
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
      packId: p.packId,
      projectCode: p.projectCode,
      site: p.site,
      creditCode: p.creditCode,
      legalRepresentative: p.legalRepresentative,
      nextDueOn: p.nextDueOn,
      itemCount: p.itemCount,
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
  if (shown.length === 0) return { today, projects: [], next: null };
  const waiting = await waitingParts(
    services,
    actor.centreId,
    shown.map((row) => row.id),
    today,
  );
  return {
    today,
    projects: shown.map((row) => ownProject(services, actor, today, row, partsOf(waiting, row.id))),
    next: last ? writeCursor({ value: last.updatedAt, id: last.id }) : null,
  };
}

type Row = Pick<OwnProject, "projectNo" | "name" | "enterpriseName" | "agentName" | "status" | "nextDueOn" | "itemCount"> &
  Pick<Project, "packDigest" | "packId" | "projectCode" | "site" | "creditCode" | "legalRepresentative">;

function ownProject(
  services: Services,
  actor: Actor,
  today: CivilDay,
  row: Row,
  { runs, simulated, notices, letters, rectifying, signatures, meetings, ...parts }: WaitingParts,
): OwnProject {
  const pack = services.pack(row.packDigest);
  const calendar = services.calendarOf(actor.centreId);
  const anew = signedAnew({ project: row, items: parts.items, runs, simulated, notices, letters, signatures }, pack);
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
    ...endingsOf(parts.items),
    todo: todoOf({ ...parts, directions: row.status === "completed" ? [] : parts.directions, simulated }, { pack, calendar, today }),
    meetings: meetings.flatMap(({ id, mode, stage, itemId, meetOn: on, meetTime: time, place, link }) => {
      const item = parts.items.find((candidate) => candidate.id === itemId);
      return on === null ? [] : [{ id, mode, subject: item ? nameOf(item) : stageName({ pack }, stage), on, time, place, link }];
    }),
    letters: runs
      .filter(({ id, status, letterSignatureId }) => (status === "applied" && letterSignatureId === null) || anew.has(id))
      .map(({ id, runNo }) => ({ id, runNo, anew: anew.has(id) })),
    notices: notices.flatMap(({ id, status, rectifyBy, itemId }) => {
      const item = parts.items.find((candidate) => candidate.id === itemId);
      if (!item || (status === "signed" && !anew.has(id))) return [];
      return [{ id, status, itemNo: item.itemNo, name: nameOf(item), by: status === "rectifying" ? rectifyBy : null }];
    }),
    commitments: [
      ...[...new Map(letters.map(({ commitment }) => [commitment.id, commitment])).values()].flatMap(({ id, status }): OwnProject["commitments"] => {
        const kind = anew.has(id) ? "sign-anew" : status === "awaiting-promise" ? "sign" : status === "supplementing" ? "supplement" : null;
        return kind === null ? [] : [{ id, kind, point: null, by: null }];
      }),
      ...rectifying.map(({ id, point, rectifyBy }) => ({ id, kind: "rectify" as const, point, by: rectifyBy })),
    ],
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
