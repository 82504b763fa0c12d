import type { TimelineFacts } from "../domain/timeline/facts";
import type { LaneLabel, LaneTrigger, SimulatedLane, SimulatedRow } from "../domain/timeline/simulated-lane";
import { classNames } from "./class-names";
import { SimTag } from "./sim-tag";
import { DataTable } from "./table";
import type { TimelineProps } from "./timeline-props";
import { useWords } from "./words";

type Simulated = TimelineFacts["simulated"][number];

/** Names of the rows of the simulated lane, under the stages; each says that it is simulated. */
export function LaneNames({ facts, layout: { lane }, itemHref }: Pick<TimelineProps, "facts" | "layout" | "itemHref">) {
  const { t, pick } = useWords();
  if (!lane) return null;
  const items = new Map(facts.simulated.map((one) => [one.id, one]));
  return (
    <>
      <li className="tl__stage tl__stage--sim">
        <b>{t("timeline.simulated")}</b>
      </li>
      {lane.rows.map((row) => {
        const item = items.get(row.id) as Simulated;
        const name = t("timeline.simulated.row", { name: pick({ zh: item.nameZh, en: item.nameEn }) });
        const href = itemHref(row.itemNo);
        return (
          <li key={row.id} className="tl__item tl__item--sim">
            {href ? (
              <a href={href} title={name}>
                {name}
              </a>
            ) : (
              <span title={name}>{name}</span>
            )}
          </li>
        );
      })}
    </>
  );
}

/** Slanted blue lines: the one look of everything simulated. */
export const LaneHatch = ({ id }: { id: string }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
    <rect className="tl-sim__ground" width="6" height="6" />
    <path className="tl-sim__line" d="M1.5 0V6" />
  </pattern>
);

/** The bars of the lane: the review hatched, the days its opinion stands as a frame, and the days that matter as marks with their words. */
export function LaneBars({
  lane,
  facts,
  barHeight,
  hatch,
  at,
}: {
  lane: SimulatedLane | null;
  facts: TimelineFacts;
  barHeight: number;
  hatch: string;
  at: (x: number) => string;
}) {
  if (!lane) return null;
  const items = new Map(facts.simulated.map((one) => [one.id, one]));
  return (
    <>
      <rect className="tl-stage tl-stage--sim" x="0" width="100%" y={lane.y} height={lane.headHeight} />
      {lane.triggers.map((trigger) => (
        <Trigger key={trigger.runNo} trigger={trigger} wordsY={lane.y + lane.headHeight / 2 + 4} at={at} />
      ))}
      {lane.rows.map((row) => (
        <LaneRow key={row.id} row={row} item={items.get(row.id) as Simulated} barHeight={barHeight} hatch={hatch} at={at} />
      ))}
    </>
  );
}

/** The day a precondition is expected: a line through the rows that wait for it, with its words in the heading. */
function Trigger({ trigger, wordsY, at }: { trigger: LaneTrigger; wordsY: number; at: (x: number) => string }) {
  const { t, shortDay } = useWords();
  const x = at(trigger.x);
  const what = trigger.expects.map((code) => t(`simulation.precondition.${code}`));
  return (
    <g>
      <title>{t("timeline.simulated.trigger.full", { preconditions: what, day: trigger.on })}</title>
      <line className="tl-sim__trigger" x1={x} x2={x} y1={wordsY + 6} y2={trigger.y + trigger.height} />
      <text className="tl-sim__says" x={x} dx={trigger.anchor === "start" ? 6 : -6} y={wordsY} textAnchor={trigger.anchor}>
        {`◇ ${t("timeline.simulated.trigger", { day: shortDay(trigger.on, trigger.on) })}`}
      </text>
    </g>
  );
}

/** What a row says of the day it waits for. */
function Says({ label, y, at }: { label: LaneLabel; y: number; at: (x: number) => string }) {
  const { t, day } = useWords();
  return (
    <text
      className={classNames("tl-sim__says", (label.code === "convert-late" || label.code === "valid-over") && "tl-sim__says--late")}
      x={at(label.x)}
      dx={label.anchor === "start" ? 7 : -7}
      y={y}
      textAnchor={label.anchor}
    >
      {t(`timeline.simulated.${label.code}`, { day: day(label.on) })}
    </text>
  );
}

function LaneRow({ row, item, barHeight, hatch, at }: { row: SimulatedRow; item: Simulated; barHeight: number; hatch: string; at: (x: number) => string }) {
  const { t, pick } = useWords();
  const middle = row.barY + barHeight / 2;
  const says = [
    t("timeline.simulated.row", { name: pick({ zh: item.nameZh, en: item.nameEn }) }),
    t(`simulation.status.${item.status}`),
    item.review && `${t("timeline.simulated.review")} ${item.review.from} ～ ${item.review.to}`,
    item.validTo && `${t("timeline.simulated.valid")} ${item.validTo}`,
    item.conversionDueOn && `${t("timeline.simulated.due")} ${item.conversionDueOn}`,
    item.convertedOn && `${t("timeline.simulated.converted")} ${item.convertedOn}`,
  ];
  return (
    <g>
      <title>{says.filter(Boolean).join("\n")}</title>
      {row.valid && <rect className="tl-sim__valid" x={at(row.valid.x)} width={at(row.valid.width)} y={middle - 3} height="6" />}
      {row.review && (
        <rect className="tl-sim__review" fill={`url(#${hatch})`} x={at(row.review.x)} width={at(row.review.width)} y={row.barY} height={barHeight} rx="3" />
      )}
      {row.validEnd && <line className="tl-sim__end" x1={at(row.validEnd.x)} x2={at(row.validEnd.x)} y1={middle - 7} y2={middle + 7} />}
      {row.due && (
        <line
          className={classNames("tl-sim__due", row.due.late && "tl-sim__due--late")}
          x1={at(row.due.x)}
          x2={at(row.due.x)}
          y1={row.barY - 4}
          y2={row.barY + barHeight + 4}
        />
      )}
      {row.label && <Says label={row.label} y={middle + 4} at={at} />}
      {row.converted && <circle className="tl-sim__converted" cx={at(row.converted.x)} cy={middle} r="5" />}
    </g>
  );
}

/** The lane as a table, for readers who cannot see it, for paper and for phones. */
export function LaneTable({ facts, itemHref }: Pick<TimelineProps, "facts" | "itemHref">) {
  const { t, pick, day, range } = useWords();
  if (facts.simulated.length === 0) return null;
  return (
    <DataTable
      caption={t("timeline.simulated.table")}
      captionShown
      stacked
      rows={facts.simulated}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "item",
          header: t("timeline.table.item"),
          rowHeader: true,
          cell: (one) => {
            const href = itemHref(one.itemNo);
            const name = pick({ zh: one.nameZh, en: one.nameEn });
            return (
              <>
                {href ? <a href={href}>{name}</a> : name}
                <span className="tl__small">{one.runNo}</span>
              </>
            );
          },
        },
        { key: "status", header: t("timeline.table.status"), cell: (one) => <SimTag>{t(`simulation.status.${one.status}`)}</SimTag> },
        {
          key: "review",
          header: t("timeline.simulated.review"),
          className: "tl__day",
          cell: (one) => (one.review ? range(one.review.from, one.review.to) : day(null)),
        },
        { key: "valid", header: t("timeline.simulated.valid"), className: "tl__day", cell: (one) => day(one.validTo) },
        { key: "due", header: t("timeline.simulated.due"), className: "tl__day", cell: (one) => day(one.conversionDueOn) },
        { key: "expected", header: t("timeline.simulated.expected"), className: "tl__day", cell: (one) => day(one.expectedOn) },
        { key: "converted", header: t("timeline.simulated.converted"), className: "tl__day", cell: (one) => day(one.convertedOn) },
      ]}
    />
  );
}
