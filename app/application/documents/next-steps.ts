import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import { forwardingsOf } from "../../domain/case/forwarding";
import { openDeferral, outstandingOf } from "../../domain/case/gap";
import { isFulfilled, isTracked } from "../../domain/case/moves";
import type { Correction, Item, ProjectCase } from "../../domain/case/state";
import type { Pack } from "../../domain/pack/pack";
import type { TimelineItem } from "../../domain/timeline/facts";
import type { Translate } from "../../i18n";
import type { CaseNames } from "./case-names";

/** 行政许可法 art. 32 and 44, used where the pack does not say. */
const CORRECTION_NOTICE_WORKING_DAYS = 5;
const DELIVERY_WORKING_DAYS = 10;

export interface NextStep {
  readonly who: string;
  readonly what: string;
  readonly by: CivilDay | null;
  readonly overdue: boolean;
}

export interface MissingThing {
  readonly item: string;
  readonly what: string;
  readonly by: CivilDay | null;
}

interface Case {
  readonly state: ProjectCase;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDay;
  readonly names: CaseNames;
  readonly t: Translate;
}

/** Planned items whose prerequisites have all ended: the investor may hand them in today. */
export function readyItems(state: ProjectCase): readonly Item[] {
  const items = Object.values(state.items);
  const open = new Set(items.filter((item) => item.status !== "dropped" && !isFulfilled(item)).map((item) => item.code));
  return items.filter((item) => item.status === "planned" && item.prerequisites.every((code) => !open.has(code))).sort((a, b) => a.ordinal - b.ordinal);
}

const openCorrection = (state: ProjectCase, item: Item): Correction | null =>
  Object.values(state.corrections)
    .filter((correction) => correction.itemId === item.id && correction.suppliedOn === null)
    .sort((a, b) => b.ordinal - a.ordinal)[0] ?? null;

/** What the investor still has to bring: open correction lists first, then items that can be handed in, with their core materials. */
export function missingThings({ state, pack, names, t }: Case): readonly MissingThing[] {
  const corrections = Object.values(state.items)
    .filter((item) => item.status === "correcting")
    .sort((a, b) => a.ordinal - b.ordinal)
    .flatMap((item) => {
      const correction = openCorrection(state, item);
      return correction
        ? [
            {
              item: names.item(item.id),
              what: t("report.missing.correction", { noticeNo: correction.noticeNo, defects: correction.defects }),
              by: correction.replyBy,
            },
          ]
        : [];
    });
  const ready = readyItems(state).map((item) => {
    const materials = pack.items.find((one) => one.code === item.code)?.coreMaterials ?? [];
    const what = isTracked(item)
      ? t("report.missing.milestone")
      : materials.length > 0
        ? t("report.missing.materials", { materials })
        : t("report.missing.ready");
    return { item: names.item(item.id), what, by: null };
  });
  const gaps = Object.values(state.deferrals)
    .filter((deferral) => deferral.status === "open")
    .sort((a, b) => (a.supplyBy < b.supplyBy ? -1 : 1))
    .map((deferral) => ({
      item: names.item(deferral.itemId),
      what: t("report.missing.gap", { noticeNo: deferral.noticeNo, materials: outstandingOf(deferral) }),
      by: deferral.supplyBy,
    }));
  return [...corrections, ...gaps, ...ready];
}

/** Who does what by when, the most urgent first; steps without a day last, in plan order. */
export function nextSteps(from: Case, timeline: readonly TimelineItem[]): readonly NextStep[] {
  const { state, today, t } = from;
  if (Object.keys(state.items).length === 0) return [{ who: t("report.agent"), what: t("report.next.plan"), by: null, overdue: false }];
  const dueOf = new Map(timeline.map((item) => [item.itemNo, item]));
  const steps = Object.values(state.items)
    .sort((a, b) => a.ordinal - b.ordinal)
    .flatMap((item) => [...gapSteps(from, item), ...stepsOf(from, item, dueOf.get(item.itemNo))])
    .map((step) => ({ ...step, overdue: step.by !== null && step.by < today }))
    .sort((a, b) => ((a.by ?? "9999") < (b.by ?? "9999") ? -1 : (a.by ?? "9999") > (b.by ?? "9999") ? 1 : 0));
  const ready = readyItems(state).length;
  return ready === 0 ? steps : [...steps, { who: t("report.holder.investor"), what: t("report.next.submit", { n: ready }), by: null, overdue: false }];
}

type Step = Omit<NextStep, "overdue">;

/** Deferred materials: the investor's to bring, or, found missed, a manager's to rule on. */
function gapSteps({ state, names, t }: Case, item: Item): readonly Step[] {
  const open = openDeferral(state, item.id);
  if (!open) return [];
  const facts = { item: names.item(item.id) };
  return open.proposedOn
    ? [{ who: t("role.manager"), what: t("report.next.gap-ruling", facts), by: null }]
    : [{ who: t("report.holder.investor"), what: t("report.next.gap", facts), by: open.supplyBy }];
}

function stepsOf({ state, pack, calendar, names, t }: Case, item: Item, timeline: TimelineItem | undefined): readonly Step[] {
  const facts = { item: names.item(item.id) };
  const investor = t("report.holder.investor");
  const centre = t("report.holder.centre");
  const after = (day: CivilDay | null, days: number): CivilDay | null => (day === null ? null : calendar.nthWorkingDayAfter(day, days));
  switch (item.status) {
    case "correcting":
      // Found missed: what follows has to be confirmed before anything else.
      if (openCorrection(state, item)?.proposedOn) return [{ who: t("role.manager"), what: t("report.next.correction-ruling", facts), by: null }];
      return [{ who: investor, what: t("report.next.correct", facts), by: openCorrection(state, item)?.replyBy ?? null }];
    case "received":
      return [
        {
          who: centre,
          what: t("report.next.accept", facts),
          by: after(item.completeOn ?? item.receivedOn, pack.parameters.correctionNoticeWorkingDays.value ?? CORRECTION_NOTICE_WORKING_DAYS),
        },
      ];
    case "accepted":
    case "in-review":
      return reviewSteps({ state, names, t, calendar }, item, timeline);
    case "forwarded": {
      const sending = forwardingsOf(state, item.id).at(-1);
      return sending ? [{ who: sending.upperBody, what: t("report.next.upper", facts), by: timeline?.dueOn ?? null }] : [];
    }
    case "granted":
    case "issued": {
      const days = pack.parameters.deliveryWorkingDays.value ?? DELIVERY_WORKING_DAYS;
      return [{ who: centre, what: t(item.status === "granted" ? "report.next.issue" : "report.next.deliver", facts), by: after(item.decidedOn, days) }];
    }
    default:
      return [];
  }
}

function reviewSteps(
  { state, names, t, calendar }: Pick<Case, "state" | "names" | "t" | "calendar">,
  item: Item,
  timeline: TimelineItem | undefined,
): readonly Step[] {
  const facts = { item: names.item(item.id) };
  const department = names.department(item.departmentCode);
  const procedures = Object.values(state.procedures).filter((procedure) => procedure.itemId === item.id && procedure.closedOn === null);
  const asked = Object.values(state.extensions).filter((extension) => extension.itemId === item.id && extension.status === "requested");
  const steps = asked.map(
    (extension): Step => ({ who: t("role.manager"), what: t("report.next.extension", { ...facts, n: extension.workingDays }), by: timeline?.dueOn ?? null }),
  );
  if (procedures.length === 0) return [...steps, { who: department, what: t("report.next.decide", facts), by: timeline?.dueOn ?? null }];
  return [
    ...steps,
    ...procedures.map(
      (procedure): Step => ({
        who: department,
        what: t("report.next.procedure", { ...facts, kind: names.procedure(procedure.kind) }),
        by: procedure.toldWorkingDays === null ? null : calendar.nthWorkingDayAfter(procedure.openedOn, procedure.toldWorkingDays),
      }),
    ),
  ];
}
