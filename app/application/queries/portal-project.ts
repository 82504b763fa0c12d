import { eq } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { ProjectStatus } from "../../domain/case/state";
import { budgetUsed } from "../../domain/clock/budget";
import { daysByHolder } from "../../domain/clock/holder";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { departmentOf, nameOf } from "./item-view";
import { type ReceivedPaper, receivedPapers } from "./papers";
import { ownCase } from "./portal-case";
import { type PortalCommitment, portalCommitments } from "./portal-commitment";
import { maskName, maskPhone } from "./portal-masking";
import { type PortalNotice, portalNotices } from "./portal-notices";
import { type Outlook, outlookOf } from "./portal-outlook";
import { type PortalReviews, portalReviews } from "./portal-reviews";
import { type PortalRun, portalRuns } from "./portal-simulation";
import { endingsOf, type StageView, stagesOf } from "./portal-stages";
import { type Todo, todoOfCase } from "./portal-todo";

/** Working days charged to one holder, from the investor's side of the table. */
export interface HolderShare {
  readonly kind: "department" | "procedure" | "upper" | "centre" | "investor" | "nobody";
  readonly workingDays: number;
  /** Only for departments: each with its own days. */
  readonly departments: readonly { readonly name: Words; readonly workingDays: number }[];
}

/** One project as its investor sees it. */
export interface PortalProject {
  readonly projectNo: string;
  readonly projectCode: string | null;
  readonly queryCode: string;
  readonly name: string;
  readonly enterpriseName: string;
  readonly status: ProjectStatus;
  readonly category: Words;
  readonly registeredOn: CivilDay;
  readonly completedOn: CivilDay | null;
  readonly agentName: string | null;
  readonly centre: Words;
  /** The investor's own contact as registered, masked. */
  readonly contact: { readonly name: string; readonly phone: string };
  readonly itemCount: number;
  /** Items that ended in vain. */
  readonly vainCount: number;
  readonly today: CivilDay;
  readonly todo: Todo;
  readonly stages: readonly StageView[];
  readonly outlook: Outlook | null;
  readonly budget: { readonly used: number; readonly limit: number | null };
  readonly shares: readonly HolderShare[];
  readonly papers: readonly ReceivedPaper[];
  readonly simulation: readonly PortalRun[];
  readonly notices: readonly PortalNotice[];
  readonly commitments: readonly PortalCommitment[];
  readonly reviews: PortalReviews;
  readonly notes: readonly { readonly id: string; readonly on: CivilDay; readonly text: string; readonly item: Words | null; readonly by: string }[];
}

/** The page of one own project; null when it is not there or another's. 4 statements. */
export async function portalProject(services: Services, actor: Actor, projectNo: string): Promise<PortalProject | null> {
  const found = await ownCase(services, actor, projectNo);
  if (!found) return null;
  const { state, pack, calendar, today } = found;
  const { project } = state;
  const { t, q } = services.db;
  const [centre] = await q.select({ zh: t.centre.nameZh, en: t.centre.nameEn }).from(t.centre).where(eq(t.centre.id, project.centreId));
  const { used, limit } = budgetUsed(state, pack, calendar, today);
  return {
    projectNo: project.projectNo,
    projectCode: project.projectCode,
    queryCode: project.queryCode,
    name: project.name,
    enterpriseName: project.enterpriseName,
    status: project.status,
    category: pack.categories.find((category) => category.code === project.category)?.name ?? { zh: project.category, en: project.category },
    registeredOn: project.registeredOn,
    completedOn: project.completedOn,
    agentName: project.agentName,
    centre: centre ?? { zh: "", en: "" },
    contact: { name: maskName(project.contactName), phone: maskPhone(project.contactPhone) },
    itemCount: project.itemCount,
    vainCount: endingsOf(Object.values(state.items)).vainCount,
    today,
    todo: todoOfCase(found),
    stages: stagesOf(found),
    outlook: outlookOf(found),
    budget: { used, limit },
    shares: sharesOf(found),
    papers: await receivedPapers(services, state),
    simulation: portalRuns(found),
    notices: portalNotices(found),
    commitments: portalCommitments(found),
    reviews: portalReviews(found),
    notes: Object.values(state.notes)
      .filter((note) => note.shownToInvestor)
      .sort((a, b) => (a.notedOn === b.notedOn ? (a.id < b.id ? 1 : -1) : a.notedOn < b.notedOn ? 1 : -1))
      .map((note) => {
        const item = note.itemId === null ? undefined : state.items[note.itemId];
        return { id: note.id, on: note.notedOn, text: note.text, item: item ? nameOf(item) : null, by: note.byName };
      }),
  };
}

function sharesOf({ state, pack, calendar, today }: NonNullable<Awaited<ReturnType<typeof ownCase>>>): readonly HolderShare[] {
  const { totals } = daysByHolder(state, pack, calendar, today);
  const kinds = [...new Set(totals.map(({ holder }) => holder.kind))];
  return kinds.map((kind) => {
    const own = totals.filter(({ holder }) => holder.kind === kind);
    return {
      kind,
      workingDays: own.reduce((sum, { workingDays }) => sum + workingDays, 0),
      departments: own.flatMap(({ holder, workingDays }) => (holder.kind === "department" ? [{ name: departmentOf(pack, holder.code), workingDays }] : [])),
    };
  });
}
