/** Days of their own on the timeline: deferred materials and joint reviews. */
export const timelineMarks = {
  "timeline.mark.gap.closed": "容缺补齐期限 {day}，已了结",
  "timeline.mark.gap.missed": "已过容缺补齐期限 {day}，尚缺 {n} 件",
  "timeline.mark.gap.open": "容缺补齐期限 {day}，尚缺 {n} 件",
  "timeline.mark.review.planned": "{mode} {day}，待召开",
  "timeline.mark.review.held": "{mode} {day}，已召开",
  "timeline.legend.gap": "容缺补齐期限",
  "timeline.legend.review": "联合踏勘、会审（实心为已召开）",
  "timeline.marks.table": "容缺期限和联合踏勘、会审的日期",
  "timeline.marks.what": "内容",
  "timeline.marks.where": "事项或阶段",
} as const;
