import type { CivilDay, Instant } from "../domain/calendar/calendar-date";
import type { ClockLight } from "../domain/clock/clock";
import type { BudgetMode } from "../domain/pack/pack";
import { type Locale, type Translate, translator } from "../i18n";
import { Paper } from "./document";
import { drawFacts, drawFigures, drawHeading, drawKey, drawQr, drawShares, type FigureBox, type Labelled, type Share } from "./sections";
import { type Cell, drawTable, type Piece, type Row } from "./table";
import { drawTimeline, roomForTimeline, type TimelineModel } from "./timeline";
import { ink, page } from "./tokens";

export type HolderKind = "department" | "investor" | "procedure" | "upper" | "centre" | "nobody";
export type CountKey = "items" | "ended" | "ok" | "warn" | "late" | "paused" | "waiting" | "correcting" | "planned";

export interface ReportItem {
  /** The end of the item's number after that of the case: `07`. */
  readonly no: string;
  readonly name: string;
  readonly department: string;
  readonly type: string;
  readonly receivedOn: CivilDay | null;
  readonly acceptedOn: CivilDay | null;
  readonly dueOn: CivilDay | null;
  readonly dueProvisional: boolean;
  readonly endedOn: CivilDay | null;
  /** `3 / 10*`, words ready. */
  readonly used: string;
  readonly pausedDays: number;
  readonly light: ClockLight;
  readonly status: string;
  /** `超期 2 日`, `剩 3 日` …; empty where nothing is to be said. */
  readonly says: string;
  readonly decisionNo: string | null;
}

/**
 * Everything a progress report says, in words of its language. It is kept with the issued paper: drawn again it gives the
 * same bytes, whatever has happened to the case since.
 */
export interface ProgressReport {
  readonly kind: "progress-report";
  readonly locale: Locale;
  readonly paper: { readonly number: string; readonly code: string; readonly verifyUrl: string; readonly issuedAt: Instant; readonly centre: string };
  readonly asOf: CivilDay;
  readonly projectNo: string;
  readonly name: string;
  readonly status: string;
  readonly facts: readonly Labelled[];
  readonly counts: Readonly<Record<CountKey, number>>;
  readonly budget: {
    readonly used: number;
    readonly limit: number | null;
    readonly assumed: boolean;
    readonly mode: BudgetMode;
    readonly endsOn: CivilDay | null;
    readonly exceededBy: number;
  };
  /** Working days by holder; departments also one by one. */
  readonly holders: readonly {
    readonly kind: HolderKind;
    readonly days: number;
    readonly parts: readonly { readonly name: string; readonly days: number }[];
  }[];
  /** Null before the item list is confirmed. */
  readonly timeline: TimelineModel | null;
  readonly stages: readonly { readonly name: string; readonly ended: number; readonly items: readonly ReportItem[] }[];
  readonly missing: readonly { readonly item: string; readonly what: string; readonly by: CivilDay | null }[];
  readonly missingMore: number;
  readonly next: readonly { readonly who: string; readonly what: string; readonly by: CivilDay | null; readonly overdue: boolean }[];
  readonly nextMore: number;
  readonly history: readonly { readonly on: CivilDay; readonly what: string; readonly by: string; readonly enteredLater: boolean }[];
  readonly marks: { readonly assumed: boolean; readonly provisional: boolean };
}

const LIGHT: Readonly<Record<ClockLight, { readonly mark: string; readonly color: string }>> = {
  ok: { mark: "●", color: ink.ok },
  warn: { mark: "▲", color: ink.warn },
  late: { mark: "■", color: ink.late },
  paused: { mark: "‖", color: ink.hold },
  none: { mark: "", color: ink.soft },
};
const HOLDER: Readonly<Record<HolderKind, string>> = {
  department: ink.accent,
  investor: ink.warnBar,
  procedure: ink.holdBar,
  upper: "#7d6bb0",
  centre: "#4fa3a5",
  nobody: "#c3ccd6",
};

/** The finished paper. Same report, same bytes. */
export function progressReportPdf(report: ProgressReport): Promise<Buffer> {
  const t = translator(report.locale);
  const paper = new Paper({
    title: `${t("report.title")} ${report.paper.number} ${report.name}`,
    author: report.paper.centre,
    subject: report.name,
    locale: report.locale,
    issuedAt: report.paper.issuedAt,
  });
  drawTitle(paper, report, t);
  drawFacts(paper, report.facts);
  drawOverview(paper, report, t);
  drawDays(paper, report, t);
  drawSteps(paper, report, t);
  if (report.timeline) {
    const { layout } = report.timeline;
    drawHeading(paper, t("report.timeline"), roomForTimeline(paper, report.timeline), t("report.as-of", { day: report.asOf }));
    drawTimeline(paper, report.timeline, report.locale, t("report.timeline.alt", { from: layout.axis.from, to: layout.axis.to }));
  }
  drawItems(paper, report, t);
  drawHistory(paper, report, t);
  drawNotes(paper, report, t);
  return paper.finish((n, of) => [`${t("report.title")}　${report.paper.number}　${report.name}`, t("report.page", { n, of })]);
}

function drawTitle(paper: Paper, { paper: issued, name, asOf, status }: ProgressReport, t: Translate): void {
  const qr = 62;
  const text = paper.width - qr - 24;
  const right = paper.left + paper.width;
  paper.artifact(() => paper.doc.rect(0, 0, page.width, 6).fill(ink.navy));
  paper.y = 34;
  paper.mark("P", () => paper.text(issued.centre, paper.left, paper.y, text, { size: 9, leading: 14, color: ink.soft, maxLines: 1 }));
  paper.y += 17;
  paper.mark("H1", () => paper.text(t("report.title"), paper.left, paper.y, text, { face: "bold", size: 21, leading: 28, color: ink.navy, maxLines: 1 }));
  paper.y += 32;
  paper.mark("P", () => {
    paper.y += paper.text(name, paper.left, paper.y, text, { size: 12.5, leading: 17.5, maxLines: 2 });
  });
  paper.y += 2;
  paper.mark("P", () =>
    paper.text(`${t("report.number", { number: issued.number })}　${t("report.as-of", { day: asOf })}　${status}`, paper.left, paper.y, text, {
      size: 8.6,
      leading: 13,
      color: ink.soft,
      maxLines: 1,
    }),
  );
  paper.mark("Figure", () => drawQr(paper, issued.verifyUrl, right - qr, 32, qr), { alt: issued.verifyUrl });
  paper.mark("P", () => {
    paper.text(t("report.verify.scan"), right - qr - 20, 96, qr + 20, { size: 6.8, leading: 9, color: ink.soft, align: "right" });
    paper.text(issued.code, right - qr - 40, 105, qr + 40, { size: 7.2, leading: 10, align: "right" });
  });
  paper.y = Math.max(paper.y + 20, 122);
  paper.artifact(() => paper.rule(paper.y, ink.navy, 1));
  paper.y += 6;
}

function drawOverview(paper: Paper, { counts }: ProgressReport, t: Translate): void {
  drawHeading(paper, t("report.overview"), 44);
  const box = (key: CountKey, mark: string, color: string): FigureBox => ({ value: String(counts[key]), label: t(`report.count.${key}`), mark, color });
  const always = [
    box("items", "", ink.navy),
    box("ended", "✓", ink.ended),
    box("ok", "●", ink.okBar),
    box("warn", "▲", ink.warnBar),
    box("late", "■", ink.lateBar),
    box("paused", "‖", ink.holdBar),
  ];
  const waiting = counts.waiting > 0 ? [box("waiting", "◇", ink.holdBar)] : [];
  drawFigures(paper, [...always, ...waiting, box("correcting", "◆", ink.warnBar), box("planned", "○", ink.line)]);
}

function drawDays(paper: Paper, { budget, holders }: ProgressReport, t: Translate): void {
  const gap = 22;
  const width = (paper.width - gap) / 2;
  const right = paper.left + width + gap;
  const shown = holders.filter((holder) => holder.days > 0 || (holder.kind !== "centre" && holder.kind !== "upper"));
  paper.y += 11;
  paper.ensure(40 + shown.length * 13);
  const top = paper.y;
  const heading = { face: "bold", size: 11, leading: 17 } as const;
  const small = { size: 7.6, leading: 11.5, color: ink.faint } as const;
  const square = (x: number): void => {
    paper.artifact(() => paper.doc.rect(x, top + 3, 3, 11).fill(ink.accent));
  };

  square(paper.left);
  paper.mark("H2", () => paper.text(t("report.budget"), paper.left + 9, top, width, heading));
  let y = top + 22;
  const limit = budget.limit === null ? null : `${budget.limit}${budget.assumed ? "*" : ""}`;
  const words = limit === null ? t("report.budget.no-limit", { used: budget.used }) : t("report.budget.used", { used: budget.used, limit });
  paper.mark("P", () => {
    y += paper.text(words, paper.left, y, width, { size: 9, leading: 13.5 });
  });
  if (budget.limit !== null) {
    const whole = budget.limit;
    const inside: Share = { value: Math.min(budget.used, whole), color: ink.accent };
    const over: Share = { value: budget.exceededBy, color: ink.lateBar };
    paper.artifact(() => drawShares(paper, paper.left, y + 2, width, 8, [inside, over], whole));
    y += 14;
  }
  const lines = [t(`report.budget.${budget.mode}`)];
  if (budget.exceededBy > 0) lines.unshift(`■ ${t("report.budget.exceeded", { n: budget.exceededBy })}`);
  else if (budget.endsOn !== null) lines.unshift(t("report.budget.ends", { day: budget.endsOn }));
  lines.forEach((line, index) => {
    paper.mark("P", () => {
      y += paper.text(line, paper.left, y, width, { ...small, color: index === 0 && budget.exceededBy > 0 ? ink.late : small.color });
    });
  });

  square(right);
  paper.mark("H2", () => paper.text(t("report.holders"), right + 9, top, width, heading));
  paper.mark("Span", () => paper.text(t("report.holders.unit"), right, top + 1, width, { ...small, leading: 16, align: "right" }));
  const shares = shown.map((holder) => ({ value: holder.days, color: HOLDER[holder.kind] }));
  paper.artifact(() => drawShares(paper, right, top + 24, width, 10, shares, 0));
  const entries = shown.map((holder) => ({
    color: HOLDER[holder.kind],
    name: t(`report.holder.${holder.kind}`),
    value: t("report.days", { n: holder.days }),
    aside: holder.parts.map((part) => `${part.name} ${part.days}`).join("　"),
  }));
  let key = 0;
  paper.mark("P", () => {
    key = drawKey(paper, entries, right, top + 40, width);
  });
  paper.y = Math.max(y, top + 40 + key);
}

function drawSteps(paper: Paper, report: ProgressReport, t: Translate): void {
  const quiet = { size: 8.6, leading: 13, color: ink.soft } as const;
  drawHeading(paper, t("report.missing"), 64, report.missing.length === 0 ? "" : t("report.missing.who"));
  if (report.missing.length === 0) paper.paragraph(t("report.missing.none"), quiet);
  else {
    const columns = [
      { head: t("report.missing.item"), share: 31 },
      { head: t("report.missing.what"), share: 56 },
      { head: t("report.missing.by"), share: 13 },
    ];
    drawTable(
      paper,
      columns,
      report.missing.map((row) => ({ cells: [row.item, row.what, row.by ?? "--"] })),
    );
    if (report.missingMore > 0) paper.paragraph(t("report.missing.more", { n: report.missingMore }), { ...quiet, size: 7.6 });
  }
  drawHeading(paper, t("report.next"), 64);
  if (report.next.length === 0) paper.paragraph(t("report.next.none"), quiet);
  else {
    const columns = [
      { head: t("report.next.who"), share: 24 },
      { head: t("report.next.what"), share: 56 },
      { head: t("report.next.by"), share: 20 },
    ];
    const by = (row: ProgressReport["next"][number]): Cell =>
      row.overdue ? [{ text: `${row.by ?? "--"}　■ ${t("report.overdue")}`, color: ink.late }] : (row.by ?? "--");
    drawTable(
      paper,
      columns,
      report.next.map((row) => ({ cells: [row.who, row.what, by(row)] })),
    );
    if (report.nextMore > 0) paper.paragraph(t("report.next.more", { n: report.nextMore }), { ...quiet, size: 7.6 });
  }
}

function drawItems(paper: Paper, { stages, projectNo }: ProgressReport, t: Translate): void {
  drawHeading(paper, t("report.items"), 90, stages.length === 0 ? "" : t("report.items.numbers", { projectNo }));
  if (stages.length === 0) {
    paper.paragraph(t("report.items.empty"), { size: 8.6, leading: 13, color: ink.soft });
    return;
  }
  const columns = [
    { head: t("report.items.item"), lead: t("report.items.no"), share: 171 },
    { head: t("report.items.department"), share: 93 },
    { head: t("report.items.received"), share: 55 },
    { head: t("report.items.due"), share: 57 },
    { head: t("report.items.used"), share: 49 },
    { head: t("report.items.status"), share: 80 },
  ];
  const rows: Row[] = stages.flatMap((stage) => [
    { group: stage.name, aside: t("timeline.stage.count", { ended: stage.ended, n: stage.items.length }) },
    ...stage.items.map((item) => ({ cells: itemCells(item, t) })),
  ]);
  drawTable(paper, columns, rows);
}

function itemCells(item: ReportItem, t: Translate): readonly Cell[] {
  const soft = (text: string | null): Piece => ({ text: text ?? "--", color: ink.soft });
  const { mark, color } = LIGHT[item.light];
  const status: Piece[] = [{ text: `${mark} ${item.status}`.trim(), color: item.light === "none" ? ink.text : color }];
  if (item.says !== "") status.push({ text: item.says, color });
  if (item.decisionNo !== null) status.push({ text: item.decisionNo, color: ink.faint, size: 6.8, leading: 9.4 });
  const used: Piece[] = [{ text: item.used }];
  if (item.pausedDays > 0) used.push(soft(t("report.items.paused", { n: item.pausedDays })));
  return [
    [{ lead: item.no, text: item.name }],
    [{ text: item.department }, { text: item.type, color: ink.faint, size: 6.8, leading: 9.6 }],
    item.receivedOn === null && item.acceptedOn === null ? [soft(null)] : [{ text: item.receivedOn ?? "--" }, { text: item.acceptedOn ?? "--" }],
    item.dueOn === null && item.endedOn === null
      ? [soft(null)]
      : [{ text: item.dueOn === null ? "--" : `${item.dueOn}${item.dueProvisional ? "°" : ""}` }, soft(item.endedOn)],
    used,
    status,
  ];
}

function drawHistory(paper: Paper, { history }: ProgressReport, t: Translate): void {
  if (history.length === 0) return;
  drawHeading(paper, t("report.history", { n: history.length }), 64);
  const columns = [
    { head: t("report.history.day"), share: 13 },
    { head: t("report.history.what"), share: 71 },
    { head: t("report.history.who"), share: 16 },
  ];
  drawTable(
    paper,
    columns,
    history.map((row) => ({ cells: [row.on, `${row.what}${row.enteredLater ? t("report.history.late-entry") : ""}`, row.by] })),
  );
}

function drawNotes(paper: Paper, { paper: issued, asOf, marks }: ProgressReport, t: Translate): void {
  drawHeading(paper, t("report.notes"), 60);
  const style = { size: 7.8, leading: 12.2, color: ink.soft } as const;
  paper.paragraph(t("report.notes.nature", { centre: issued.centre, day: asOf }), style);
  paper.paragraph(t("report.notes.days"), style);
  if (marks.assumed) paper.paragraph(t("report.notes.assumed"), style);
  if (marks.provisional) paper.paragraph(t("report.notes.provisional"), style);
  paper.paragraph(t("report.notes.verify", { url: issued.verifyUrl }), style);
  paper.paragraph(t("report.notes.free"), style);
}
