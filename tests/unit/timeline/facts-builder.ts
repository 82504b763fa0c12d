import type { TimelineFacts, TimelineItem } from "../../../app/domain/timeline/facts";

/** An item nothing has happened to yet. */
export const anItemRow = (changes: Partial<TimelineItem> = {}): TimelineItem => ({
  itemNo: "HY-2026-0007-01", code: "scheme-review", ordinal: 1, nameZh: "设计方案审查", nameEn: "Scheme review", stage: "S2", type: "COMMIT", departmentCode: "zr", status: "planned",
  light: "none", running: false, required: true, baseline: null, intake: null, corrections: [], actual: null, paused: [], overdue: null, overdueDays: 0, forecast: null, critical: false,
  receivedOn: null, acceptedOn: null, dueOn: null, dueProvisional: false, endedOn: null, usedDays: null, remainingDays: null, limitDays: 10, limitUnit: "wd", limitAssumed: false, pausedDays: 0,
  ...changes,
});

/** Facts of a project looked at on Monday 2026-11-23. */
export const someFacts = (items: readonly TimelineItem[], changes: Partial<TimelineFacts> = {}): TimelineFacts => ({
  today: "2026-11-23",
  startedOn: "2026-11-16",
  completedOn: null,
  items,
  budget: { used: 0, limit: 10, endsOn: null, exceeded: false },
  forecastEndsOn: null,
  publishedThrough: "2026-12-31",
  ...changes,
});
