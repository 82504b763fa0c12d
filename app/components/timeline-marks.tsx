import type { PlacedMark, TimelineMark } from "../domain/timeline/day-marks";
import { markWords } from "../i18n/timeline-words";
import { classNames } from "./class-names";
import { DataTable } from "./table";
import type { TimelineProps } from "./timeline-props";
import { useWords } from "./words";

/** Triangle over a deadline, circle on a meeting, square on what follows a promise; filled once it is past or held. */
export function MarkShape({ kind, state }: Pick<TimelineMark, "kind" | "state">) {
  const className = classNames("tl-mark", `tl-mark--${kind}`, `tl-mark--${state}`);
  if (kind === "promise") return <path className={className} d="M-4-4H4V4H-4Z" />;
  if (kind === "commitment") return <path className={className} d="M0-5L5 0L0 5L-5 0Z" />;
  return kind === "gap" ? <path className={className} d="M-5-4.5H5L0 4.5Z" /> : <circle className={className} r="4.5" />;
}

/** Deadlines of deferred materials at the top of their rows, joint visits and conferences in the middle. */
export function DayMarks({ marks, at }: { marks: readonly PlacedMark[]; at: (x: number) => string }) {
  const { t, day } = useWords();
  return marks.map(({ mark, x, y, height }) => (
    <svg key={mark.id} x={at(x)} y={mark.kind === "gap" ? y + 6 : y + height / 2} overflow="visible">
      <title>{markWords(t, day, mark)}</title>
      <MarkShape kind={mark.kind} state={mark.state} />
    </svg>
  ));
}

/** The same marks as a table, for readers who cannot see them, for paper and for phones. */
export function MarksTable({ facts, names, itemHref }: Pick<TimelineProps, "facts" | "names" | "itemHref">) {
  const { t, pick, day } = useWords();
  if (facts.marks.length === 0) return null;
  const where = ({ place }: TimelineMark) => {
    if ("stage" in place) return pick(names.stages[place.stage] ?? { zh: place.stage, en: place.stage });
    const item = facts.items.find((one) => one.itemNo === place.itemNo);
    const name = item ? pick({ zh: item.nameZh, en: item.nameEn }) : place.itemNo;
    const href = itemHref(place.itemNo);
    return href ? <a href={href}>{name}</a> : name;
  };
  return (
    <DataTable
      caption={t("timeline.marks.table")}
      captionShown
      stacked
      rows={facts.marks}
      rowKey={(mark) => mark.id}
      columns={[
        { key: "what", header: t("timeline.marks.what"), rowHeader: true, cell: (mark) => markWords(t, day, mark) },
        { key: "where", header: t("timeline.marks.where"), cell: where },
      ]}
    />
  );
}
