import { beijingDay, type CivilDay, type Instant } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import type { RecordedEvent } from "../../domain/case/events";
import type { ProjectCase } from "../../domain/case/state";
import { isToldToEnterprise } from "../../domain/case/told";
import { type BudgetReading, budgetUsed } from "../../domain/clock/budget";
import { daysByHolder } from "../../domain/clock/holder";
import type { Pack } from "../../domain/pack/pack";
import { STAGE_ORDER, type TimelineFacts, type TimelineItem, timelineFacts } from "../../domain/timeline/facts";
import { layOutTimeline, type TimelineBox } from "../../domain/timeline/layout";
import { type Locale, type Translate, translator } from "../../i18n";
import { eventSentence } from "../../i18n/event-sentence";
import { formats } from "../../i18n/formats";
import { statusWord } from "../../i18n/timeline-words";
import type { CountKey, HolderKind, ProgressReport, ReportItem } from "../../pdf/progress-report";
import { type CaseNames, caseNames } from "./case-names";
import { missingThings, nextSteps } from "./next-steps";

/** What a progress report is made from. `events` may be the whole history or its end; the newest are shown. */
export interface ReportSource {
  readonly state: ProjectCase;
  readonly events: readonly RecordedEvent[];
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDay;
  readonly locale: Locale;
  readonly paper: { readonly number: string; readonly code: string; readonly verifyUrl: string; readonly issuedAt: Instant; readonly centre: string };
}

const HISTORY_SHOWN = 12;
const MISSING_SHOWN = 6;
const NEXT_SHOWN = 9;
/** Points: names at the left, bars beside them, 505 together. */
const NAME_WIDTH = 152;
const BOX: TimelineBox = { width: 353, zoom: "all", axisHeight: 22, stageRowHeight: 16, itemRowHeight: 14, barHeight: 7, labelRoom: 74, noteHeight: 0 };
/** More items than this stand closer, so that one page can hold them for longer. */
const ROOMY_ITEMS = 40;
const CLOSE_BOX: TimelineBox = { ...BOX, stageRowHeight: 15, itemRowHeight: 12.6, barHeight: 6.4 };
const HOLDER_ORDER: readonly HolderKind[] = ["department", "investor", "procedure", "upper", "centre", "nobody"];

/** Everything a progress report says about a case on a day. Pure: same case, day and paper number give the same report. */
export function progressReportModel({ state, events, pack, calendar, today, locale, paper }: ReportSource): ProgressReport {
  const t = translator(locale);
  const names = caseNames(state, pack, locale);
  const facts = timelineFacts(state, pack, calendar, today);
  const budget = budgetUsed(state, pack, calendar, today);
  const source = { state, pack, calendar, today, names, t };
  const missing = missingThings(source);
  const next = nextSteps(source, facts.items);
  const ordered = STAGE_ORDER.flatMap((stage) => facts.items.filter((item) => item.stage === stage));
  const decided = new Map(Object.values(state.items).map((item) => [item.itemNo, item.decisionNo]));
  const category = pack.categories.find((one) => one.code === state.project.category);
  const rows = (stage: string): readonly ReportItem[] =>
    ordered.filter((item) => item.stage === stage).map((item) => reportItem(item, decided.get(item.itemNo) ?? null, names, t));

  return {
    kind: "progress-report",
    locale,
    paper,
    asOf: today,
    projectNo: state.project.projectNo,
    name: state.project.name,
    status: t(`report.status.${state.project.status}`),
    facts: coverFacts(state, pack, facts, names, locale, t),
    counts: countsOf(facts.items),
    budget: {
      used: budget.used,
      limit: budget.limit,
      assumed: category?.budgetWorkingDays.assumed ?? false,
      mode: budget.mode,
      endsOn: facts.budget.endsOn,
      exceededBy: exceededBy(budget),
    },
    holders: holdersOf(state, pack, calendar, today, names),
    timeline: facts.items.length === 0 ? null : timelineOf(facts, calendar, names, pack),
    stages: STAGE_ORDER.filter((stage) => facts.items.some((item) => item.stage === stage)).map((stage) => ({
      name: names.stage(stage),
      ended: facts.items.filter((item) => item.stage === stage && item.endedOn !== null).length,
      items: rows(stage),
    })),
    missing: missing.slice(0, MISSING_SHOWN),
    missingMore: Math.max(missing.length - MISSING_SHOWN, 0),
    next: next.slice(0, NEXT_SHOWN),
    nextMore: Math.max(next.length - NEXT_SHOWN, 0),
    history: historyOf(state, events, names, t),
    marks: {
      assumed: facts.items.some((item) => item.limitAssumed) || (category?.budgetWorkingDays.assumed ?? false),
      provisional: facts.items.some((item) => item.dueProvisional),
    },
  };
}

const exceededBy = ({ used, limit }: BudgetReading): number => (limit === null ? 0 : Math.max(used - limit, 0));

function coverFacts({ project }: ProjectCase, pack: Pack, facts: TimelineFacts, names: CaseNames, locale: Locale, t: Translate): ProgressReport["facts"] {
  const { number } = formats(locale);
  const none = t("report.none");
  return [
    { label: t("report.project-no"), value: project.projectNo },
    { label: t("report.project-code"), value: project.projectCode ?? none },
    { label: t("report.enterprise"), value: project.enterpriseName },
    { label: t("report.credit-code"), value: project.creditCode },
    { label: t("report.category"), value: names.category(project.category) },
    {
      label: t("report.investment"),
      value:
        project.investmentWan === null
          ? none
          : t("report.investment.wan", { amount: number(project.investmentWan), yuan: number(project.investmentWan * 10_000) }),
    },
    { label: t("report.site"), value: project.site },
    { label: t("report.agent"), value: project.agentName ?? none },
    { label: t("report.registered"), value: project.registeredOn },
    { label: t("report.forecast"), value: project.completedOn ?? facts.forecastEndsOn ?? none },
    {
      label: t("report.pack"),
      value: t("report.pack.value", { name: names.pick(pack.name), id: project.packId, digest: project.packDigest.slice(0, 8) }),
      wide: true,
    },
  ];
}

/** Every item falls under exactly one heading beside the total. */
function countsOf(items: readonly TimelineItem[]): ProgressReport["counts"] {
  const counts: Record<CountKey, number> = { items: items.length, ended: 0, ok: 0, warn: 0, late: 0, paused: 0, waiting: 0, correcting: 0, planned: 0 };
  for (const item of items) {
    if (item.endedOn !== null) counts.ended += 1;
    else if (item.status === "correcting") counts.correcting += 1;
    else if (item.acceptedOn === null) counts[item.receivedOn === null ? "planned" : "waiting"] += 1;
    else counts[item.light === "none" ? "ok" : item.light] += 1;
  }
  return counts;
}

function holdersOf(state: ProjectCase, pack: Pack, calendar: WorkingCalendar, today: CivilDay, names: CaseNames): ProgressReport["holders"] {
  const { totals } = daysByHolder(state, pack, calendar, today);
  return HOLDER_ORDER.map((kind) => {
    const own = totals.filter((total) => total.holder.kind === kind);
    return {
      kind,
      days: own.reduce((sum, total) => sum + total.workingDays, 0),
      parts: own.flatMap(({ holder, workingDays }) => (holder.kind === "department" ? [{ name: names.departmentShort(holder.code), days: workingDays }] : [])),
    };
  });
}

function timelineOf(facts: TimelineFacts, calendar: WorkingCalendar, names: CaseNames, pack: Pack): ProgressReport["timeline"] {
  const kinds = new Set(facts.items.flatMap((item) => item.paused.flatMap((pause) => pause.kinds)));
  return {
    layout: layOutTimeline(facts, calendar, facts.items.length <= ROOMY_ITEMS ? BOX : CLOSE_BOX),
    nameWidth: NAME_WIDTH,
    items: Object.fromEntries(facts.items.map((item) => [item.itemNo, names.pick({ zh: item.nameZh, en: item.nameEn })])),
    stages: Object.fromEntries(pack.stages.map((stage) => [stage.code, names.stage(stage.code)])),
    procedures: Object.fromEntries([...kinds].map((kind) => [kind, names.procedure(kind)])),
    ...(facts.simulated.length === 0
      ? {}
      : { simulated: Object.fromEntries(facts.simulated.map((one) => [one.id, names.pick({ zh: one.nameZh, en: one.nameEn })])) }),
  };
}

function reportItem(item: TimelineItem, decisionNo: string | null, names: CaseNames, t: Translate): ReportItem {
  const open = item.endedOn === null && item.acceptedOn !== null;
  const limit = item.limitDays === null ? t("report.none") : `${item.limitDays}${item.limitAssumed ? "*" : ""}`;
  return {
    no: item.itemNo.slice(-2),
    name: names.pick({ zh: item.nameZh, en: item.nameEn }),
    department: names.department(item.departmentCode),
    type: names.itemType(item.type),
    receivedOn: item.receivedOn,
    acceptedOn: item.acceptedOn,
    dueOn: item.acceptedOn === null ? null : item.dueOn,
    dueProvisional: item.dueProvisional,
    endedOn: item.endedOn,
    used: `${item.acceptedOn === null ? "--" : (item.usedDays ?? "--")} / ${item.limitUnit === "cal" && item.limitDays !== null ? t("report.items.calendar", { n: limit }) : limit}`,
    pausedDays: item.pausedDays,
    light: open ? item.light : item.endedOn !== null && item.overdueDays > 0 ? "late" : "none",
    status: statusWord(t, item.status),
    says: saysOf(item, open, t),
    decisionNo,
  };
}

function saysOf(item: TimelineItem, open: boolean, t: Translate): string {
  if (item.endedOn !== null) return item.overdueDays > 0 ? t("report.ended-late", { n: item.overdueDays }) : "";
  if (!open) return "";
  if (item.light === "paused") return t("light.paused");
  if (item.overdueDays > 0) return t("timeline.row.overdue", { days: item.overdueDays });
  if (item.remainingDays === null) return "";
  return item.remainingDays === 0 ? t("due.today") : t("timeline.row.due-in", { days: item.remainingDays });
}

/** Newest first; what is kept to the house is not told. */
function historyOf(state: ProjectCase, events: readonly RecordedEvent[], names: CaseNames, t: Translate): ProgressReport["history"] {
  return events
    .filter(({ event }) => isToldToEnterprise(state, event))
    .sort((a, b) => b.seq - a.seq)
    .slice(0, HISTORY_SHOWN)
    .map((recorded) => ({
      on: recorded.happenedOn ?? beijingDay(recorded.recordedAt),
      what: eventSentence(t, recorded.event, names),
      by: recorded.actorName,
      enteredLater: recorded.backDated,
    }));
}
