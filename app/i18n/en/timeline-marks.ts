import type { timelineMarks as zh } from "../zh-CN/timeline-marks";
/** Days of their own on the timeline: deferred materials and joint reviews. */
export const timelineMarks: Record<keyof typeof zh, string> = {
  "timeline.mark.gap.closed": "deferred materials due {day}, settled",
  "timeline.mark.gap.missed": "deadline for deferred materials {day} missed, {n} outstanding",
  "timeline.mark.gap.open": "deferred materials due {day}, {n} outstanding",
  "timeline.mark.review.planned": "{mode} {day}, to be held",
  "timeline.mark.review.held": "{mode} {day}, held",
  "timeline.legend.gap": "Deferred materials due",
  "timeline.legend.review": "Joint visit or conference (filled: held)",
  "timeline.marks.table": "Deadlines of deferred materials, joint visits and conferences",
  "timeline.marks.what": "What",
  "timeline.marks.where": "Item or stage",
};
