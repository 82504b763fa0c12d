import { windowOf } from "../../../db/repositories/windows";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { noticeWorkingDays } from "../../domain/case/correction";
import { refuseOpenPath } from "../../domain/case/direction";
import { missingPrerequisites, plannedItems } from "../../domain/case/guards";
import { mayHandOver } from "../../domain/case/handover";
import { fittingBundles, prechecksOf } from "../../domain/case/intake";
import { canMove, isTracked } from "../../domain/case/moves";
import type { WindowAtWork } from "../../domain/case/parts/window";
import { liveSimulated } from "../../domain/case/simulation/reads";
import type { Item } from "../../domain/case/state";
import { refuseAtWindow } from "../../domain/case/window";
import type { StageCode, Words } from "../../domain/pack/pack";
import type { Refusal } from "../../domain/result";
import type { Services } from "../services";
import { departmentOf, nameOf } from "./item-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

/** What a window does with several items at once, in the order of the process. */
export const BUNDLE_TASKS = ["precheck", "receive", "accept", "papers"] as const;
export type BundleTask = (typeof BUNDLE_TASKS)[number];

/** One item of the form. */
export interface BundleLine {
  readonly itemNo: string;
  readonly code: string;
  readonly name: Words;
  readonly stage: StageCode;
  readonly stageName: Words;
  readonly department: Words;
  readonly precheck: { readonly verdict: "fit" | "lacking"; readonly remarks: readonly string[]; readonly on: CivilDay } | null;
  /** Why this window may not take it; null when it may. */
  readonly refusal: Refusal | null;
}

export interface WindowProjectPage {
  readonly head: ProjectHead;
  readonly today: CivilDay;
  readonly task: BundleTask;
  /** Working days of the place to accept or tell every defect; null where no rule says. */
  readonly noticeDays: number | null;
  readonly counts: Readonly<Record<BundleTask, number>>;
  readonly lines: readonly BundleLine[];
  /** Bundles of the place's menu that hold at least two of the items waiting for acceptance. */
  readonly menu: readonly { readonly code: string; readonly name: Words; readonly items: readonly Words[] }[];
}

const fits: Readonly<Record<BundleTask, (found: CaseInView, item: Item) => boolean>> = {
  precheck: (_, item) => !isTracked(item) && canMove("item-prechecked", item.status),
  // One on its simulated way is received by conversion only: ticked by mistake it would sink the whole form.
  receive: ({ state }, item) =>
    !isTracked(item) && item.status === "planned" && liveSimulated(state, item.id) === null && missingPrerequisites(state, item, "9999-12-31").length === 0,
  accept: (_, item) => item.status === "received",
  papers: ({ state }, item) => mayHandOver("to-department", state, item),
};

/** The items of one project that this window may handle together, for one task. Null when the case is not there. */
export async function windowProjectPage(services: Services, actor: Actor, projectNo: string, asked: string | null) {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { state, today } = found;
  const items = plannedItems(state);
  const window = await windowOf(services.db.q, services.db.t, actor.centreId, actor.personId, today);
  const waiting = (task: BundleTask) => items.filter((item) => fits[task](found, item));
  const counts = Object.fromEntries(BUNDLE_TASKS.map((task) => [task, waiting(task).length])) as Record<BundleTask, number>;
  const task = BUNDLE_TASKS.find((one) => one === asked) ?? firstBusy(counts);
  const shown = waiting(task);
  const page: WindowProjectPage = {
    head: headOf(found),
    today,
    task,
    noticeDays: noticeWorkingDays(null, found.pack).place,
    counts,
    lines: shown.map((item) => lineOf(found, item, task, window)),
    menu: task === "accept" ? menuOf(found, shown) : [],
  };
  return { page, found };
}

/** Acceptance first: it has a notice period. */
const firstBusy = (counts: Readonly<Record<BundleTask, number>>): BundleTask =>
  (["accept", "receive", "precheck", "papers"] as const).find((task) => counts[task] > 0) ?? "receive";

function lineOf(found: CaseInView, item: Item, task: BundleTask, window: WindowAtWork | null): BundleLine {
  const { state, pack, today } = found;
  const last = prechecksOf(state, item.id).at(-1);
  return {
    itemNo: item.itemNo,
    code: item.code,
    name: nameOf(item),
    stage: item.stage,
    stageName: pack.stages.find((stage) => stage.code === item.stage)?.name ?? { zh: item.stage, en: item.stage },
    department: departmentOf(pack, item.departmentCode),
    precheck: last ? { verdict: last.verdict, remarks: last.remarks, on: last.checkedOn } : null,
    // Papers are handed over from any window; what waits for the manager's answer is accepted by none.
    refusal:
      refuseAtWindow(item, { window: task === "papers" ? null : window, pack }) ?? (task === "accept" ? refuseOpenPath(state, item, today, found) : null),
  };
}

function menuOf({ pack }: CaseInView, items: readonly Item[]): WindowProjectPage["menu"] {
  return (pack.bundles?.menu ?? []).flatMap((bundle) => {
    const held = items.filter((item) => fittingBundles(pack, [item.code]).includes(bundle));
    return held.length < 2 ? [] : [{ code: bundle.code, name: bundle.name, items: held.map(nameOf) }];
  });
}
