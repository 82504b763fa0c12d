import { loadCase } from "../../../db/repositories/case-rows";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { checklistBegun } from "../../domain/case/checklist";
import type { Actor } from "../../domain/case/context";
import { missingPrerequisites, plannedItems } from "../../domain/case/guards";
import { asksMaterials, takesMaterials } from "../../domain/case/material";
import type { Item, ProjectCase } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { nameOf } from "./item-view";
import { type MaterialLine, materialLines, type Progress, progressOf } from "./material-lines";

/** One item's materials as the investor sees them. */
export interface PortalItemMaterials {
  readonly itemNo: string;
  readonly name: Words;
  readonly status: Item["status"];
  /** Nothing holds the item up: this is what to bring next. */
  readonly ready: boolean;
  readonly lines: readonly MaterialLine[];
  readonly progress: Progress;
}

export interface PortalMaterials {
  readonly projectNo: string;
  readonly name: string;
  readonly agentName: string | null;
  /** Items that still take materials, what can be handed in first; then the others with what was given. */
  readonly open: readonly PortalItemMaterials[];
  readonly closed: readonly PortalItemMaterials[];
}

/** What the investor of a project must bring and has given, item by item; null when it is not theirs. 2 statements. */
export async function portalMaterials(services: Services, actor: Actor, projectNo: string): Promise<PortalMaterials | null> {
  const loaded = await loadCase(services.db, actor.centreId, { projectNo }, ["items", "materials", "deferrals"]);
  if (!loaded || !actor.enterpriseIds.includes(loaded.state.project.enterpriseId)) return null;
  const { state } = loaded;
  const pack = services.pack(state.project.packDigest);
  const today = services.today();
  const items = plannedItems(state)
    .map((item) => ({ item, lines: materialLines(state, item, pack) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ item, lines }) => ({
      takes: asksMaterials(item) || (takesMaterials(state, item) && checklistBegun(state, item.id)),
      view: {
        itemNo: item.itemNo,
        name: nameOf(item),
        status: item.status,
        ready: isReady(state, item, progressOf(lines), today),
        lines,
        progress: progressOf(lines),
      },
    }));
  const first = ({ ready, progress }: PortalItemMaterials) => (ready && progress.asked > progress.there ? 0 : 1);
  return {
    projectNo: state.project.projectNo,
    name: state.project.name,
    agentName: state.project.agentName,
    open: items
      .filter(({ takes }) => takes)
      .map(({ view }) => view)
      .sort((a, b) => first(a) - first(b)),
    closed: items.filter(({ takes, view }) => !takes && view.lines.some((line) => line.files.length > 0)).map(({ view }) => view),
  };
}

/** Whether something can be brought now: nothing holds the item up, or it was accepted and still lacks something. */
function isReady(state: Pick<ProjectCase, "items">, item: Item, { asked, there }: Progress, today: CivilDay): boolean {
  if (!asksMaterials(item)) return there < asked;
  return item.status !== "planned" || missingPrerequisites(state, item, today).length === 0;
}
