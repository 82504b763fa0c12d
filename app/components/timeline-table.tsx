import type { TimelineItem } from "../domain/timeline/facts";
import { rowLabel, statusWord } from "../i18n/timeline-words";
import { type Column, DataTable } from "./table";
import { Tag, TONE_OF_LIGHT } from "./tag";
import type { TimelineProps } from "./timeline-props";
import { useWords } from "./words";

/** The same facts as the picture, for readers who cannot see it, for paper and for phones. */
export function TimelineTable({ facts, layout, names, itemHref }: TimelineProps) {
  const { t, pick, day, range } = useWords();
  const labels = new Map(layout.rows.flatMap((row) => (row.kind === "item" && row.label ? [[row.itemNo, row.label.says] as const] : [])));
  const named = (from: TimelineProps["names"][keyof TimelineProps["names"]], code: string) => pick(from[code] ?? { zh: code, en: code });
  const status = (item: TimelineItem) => {
    const says = labels.get(item.itemNo);
    const tone = says && (says.code === "ended-late" ? "late" : says.code === "correcting" || says.code === "to-accept" ? "plain" : TONE_OF_LIGHT[item.light]);
    const word = statusWord(t, item.status);
    return (
      <>
        {says && tone && tone !== "plain" ? (
          <>
            <Tag tone={tone}>{rowLabel(t, says, (kind) => named(names.procedures, kind))}</Tag> <span className="tl__small">{word}</span>
          </>
        ) : (
          word
        )}
        {item.critical && <span className="tl__small">{t("timeline.table.critical")}</span>}
      </>
    );
  };
  const columns: readonly Column<TimelineItem>[] = [
    {
      key: "item",
      header: t("timeline.table.item"),
      rowHeader: true,
      cell: (item) => {
        const href = itemHref(item.itemNo);
        const name = pick({ zh: item.nameZh, en: item.nameEn });
        return (
          <>
            {href ? <a href={href}>{name}</a> : name}
            <span className="tl__small">{named(names.stages, item.stage)}</span>
          </>
        );
      },
    },
    { key: "department", header: t("timeline.table.department"), cell: (item) => named(names.departments, item.departmentCode) },
    {
      key: "baseline",
      className: "tl__day",
      header: t("timeline.table.baseline"),
      cell: (item) => (item.baseline ? range(item.baseline.from, item.baseline.to) : day(null)),
    },
    { key: "received", className: "tl__day", header: t("timeline.table.received"), cell: (item) => day(item.receivedOn) },
    { key: "accepted", className: "tl__day", header: t("timeline.table.accepted"), cell: (item) => day(item.acceptedOn) },
    {
      key: "due",
      className: "tl__day",
      header: t("timeline.table.due"),
      cell: (item) =>
        item.light === "paused" && item.dueOn === null
          ? t("timeline.table.no-due")
          : `${day(item.dueOn)}${item.dueProvisional ? t("timeline.table.provisional") : ""}`,
    },
    { key: "ended", className: "tl__day", header: t("timeline.table.ended"), cell: (item) => day(item.endedOn) },
    { key: "paused", header: t("timeline.table.paused"), align: "end", cell: (item) => (item.pausedDays > 0 ? item.pausedDays : day(null)) },
    { key: "forecast", className: "tl__day", header: t("timeline.table.forecast"), cell: (item) => day(item.forecast?.to) },
    { key: "status", header: t("timeline.table.status"), cell: status },
  ];
  return <DataTable caption={t("timeline.table.caption")} columns={columns} rows={facts.items} rowKey={(item) => item.itemNo} stacked />;
}
