import { and, asc, count, eq } from "drizzle-orm";
import { type AreaRow, listAreas } from "../../../db/repositories/areas";
import { mayRead } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { isValidOn, placementOf } from "../../domain/case/area-placement";
import type { Actor } from "../../domain/case/context";
import { plannedItems } from "../../domain/case/guards";
import { opinionsOf } from "../../domain/case/joint-review/joint-review";
import { isUnderWay } from "../../domain/case/joint-review/moves";
import type { AreaPlacement } from "../../domain/case/parts/area-placement";
import type { ReviewMode } from "../../domain/case/parts/joint-review";
import type { JointReview, ProjectCase } from "../../domain/case/state";
import type { Pack, StageCode, Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { departmentOf, type ItemView, nameOf, viewItem } from "./item-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

/** What the pages of acts on a whole project must know. */
export interface ProjectActPage {
  readonly today: CivilDay;
  readonly head: ProjectHead;
  readonly agentId: string | null;
  /** Officers of the centre; empty where the act does not name one. */
  readonly agents: readonly { readonly id: string; readonly name: string; readonly projects: number }[];
  readonly stages: readonly StageChoice[];
  /** The item a joint review is convened about; null where the act is about the project or a stage. */
  readonly item: {
    readonly itemNo: string;
    readonly name: Words;
    readonly stage: StageCode;
    readonly departmentCode: string;
    readonly accepted: boolean;
  } | null;
  /** Every body of the place; empty unless the act is about an item. */
  readonly bodies: readonly { readonly code: string; readonly name: Words }[];
  /** Assessed areas of the centre that are valid today; empty where the act does not name one. */
  readonly areas: readonly AreaRow[];
  /** The assessed area the project stands in. */
  readonly placement: AreaPlacement | null;
  /** The open joint review the opinion is about. */
  readonly review: {
    readonly id: string;
    readonly mode: ReviewMode;
    readonly subject: Words;
    /** What the review is about, as far as this person may read it. */
    readonly items: readonly { readonly itemNo: string; readonly name: Words }[];
    readonly meeting: Pick<JointReview, "meetOn" | "meetTime" | "place" | "link">;
    readonly convenedOn: CivilDay;
    readonly replyBy: CivilDay | null;
    readonly lead: Words;
    readonly open: boolean;
    readonly answered: boolean;
    readonly mine: boolean;
  } | null;
}

export interface StageChoice {
  readonly code: StageCode;
  readonly name: Words;
  /** Departments with an accepted item of the stage. */
  readonly departments: readonly { readonly code: string; readonly name: Words; readonly items: readonly Words[] }[];
  readonly received: readonly ItemView[];
  readonly correcting: readonly ItemView[];
}

export interface ProjectActSeen {
  readonly page: ProjectActPage;
  readonly found: CaseInView;
}

/** The page of an act on a project. Statements: those of the whole case; 2 more where officers are to choose from, 1 where areas are. */
export async function projectActPage(
  services: Services,
  actor: Actor,
  projectNo: string,
  asked: { readonly withAgents?: boolean; readonly withAreas?: boolean; readonly reviewId?: string | null; readonly itemNo?: string | null } = {},
): Promise<ProjectActSeen | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const page: ProjectActPage = {
    today: found.today,
    head: headOf(found),
    agentId: found.state.project.agentId,
    agents: asked.withAgents ? await agentsOf(services, actor.centreId) : [],
    stages: found.pack.stages.map((stage) => stageChoice(found, stage.code, stage.name)),
    item: asked.itemNo ? itemChoice(found, asked.itemNo) : null,
    bodies: asked.itemNo ? found.pack.departments.map(({ code, name }) => ({ code, name })) : [],
    areas: asked.withAreas ? (await listAreas(services.db.q, services.db.t, actor.centreId)).filter((area) => isValidOn(area, found.today)) : [],
    placement: placementOf(found.state),
    review: asked.reviewId ? reviewOf(found, asked.reviewId) : null,
  };
  return { page, found };
}

function stageChoice(found: CaseInView, code: StageCode, name: Words): StageChoice {
  const items = plannedItems(found.state).filter((item) => item.stage === code);
  const accepted = items.filter((item) => item.status === "accepted" || item.status === "in-review");
  const departments = [...new Set(accepted.map((item) => item.departmentCode))];
  return {
    code,
    name,
    departments: departments.map((department) => ({
      code: department,
      name: departmentOf(found.pack, department),
      items: accepted.filter((item) => item.departmentCode === department).map((item) => ({ zh: item.nameZh, en: item.nameEn })),
    })),
    received: items.filter((item) => item.status === "received").map((item) => viewItem(found, item)),
    correcting: items.filter((item) => item.status === "correcting").map((item) => viewItem(found, item)),
  };
}

function itemChoice({ state }: CaseInView, itemNo: string): ProjectActPage["item"] {
  const item = Object.values(state.items).find((one) => one.itemNo === itemNo);
  if (!item) return null;
  const { stage, departmentCode } = item;
  return { itemNo, name: nameOf(item), stage, departmentCode, accepted: item.acceptedOn !== null && item.endedOn === null };
}

function reviewOf({ state, pack, actor }: CaseInView, reviewId: string): ProjectActPage["review"] {
  const review = state.reviews[reviewId];
  if (!review) return null;
  return {
    id: review.id,
    mode: review.mode,
    subject: subjectOf(state, pack, review),
    items: plannedItems(state)
      .filter((item) => (review.itemId === null ? item.stage === review.stage : item.id === review.itemId))
      .filter((item) => mayRead(actor, state, item))
      .map((item) => ({ itemNo: item.itemNo, name: nameOf(item) })),
    meeting: { meetOn: review.meetOn, meetTime: review.meetTime, place: review.place, link: review.link },
    convenedOn: review.convenedOn,
    replyBy: review.replyBy,
    lead: departmentOf(pack, review.leadDepartmentCode),
    open: isUnderWay(review),
    answered: opinionsOf(state, review.id).some((opinion) => opinion.departmentCode === actor.departmentCode),
    mine: actor.departmentCode !== null && review.departmentCodes.includes(actor.departmentCode),
  };
}

/** The item a review is about, or its stage. */
function subjectOf(state: ProjectCase, pack: Pack, review: JointReview): Words {
  const item = review.itemId === null ? undefined : state.items[review.itemId];
  return item ? nameOf(item) : (pack.stages.find((stage) => stage.code === review.stage)?.name ?? { zh: review.stage, en: review.stage });
}

/** Active officers of a centre by name, with the projects each has in hand. 2 statements. */
async function agentsOf({ db }: Services, centreId: string): Promise<ProjectActPage["agents"]> {
  const { person, personRole, project } = db.t;
  const agents = await db.q
    .select({ id: person.id, name: person.name })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.centreId, centreId), eq(personRole.role, "agent"), eq(person.active, true)))
    .orderBy(asc(person.name));
  const loads = await db.q
    .select({ agentId: project.agentId, n: count() })
    .from(project)
    .where(and(eq(project.centreId, centreId), eq(project.status, "running")))
    .groupBy(project.agentId);
  const byAgent = new Map(loads.map((row) => [row.agentId, Number(row.n)]));
  return agents.map((agent) => ({ ...agent, projects: byAgent.get(agent.id) ?? 0 }));
}
