import { useId } from "react";
import type { TimelineItem } from "../domain/timeline/facts";
import type { Bar, ItemRow, PlacedLabel, TimelineLayout, TimelineRow } from "../domain/timeline/layout";
import { groupLabel, ROW_MARKS, rowLabel, tickLabel } from "../i18n/timeline-words";
import { Empty } from "./card";
import { classNames } from "./class-names";
import { TimelineLegend } from "./timeline-legend";
import { DayMarks, MarksTable } from "./timeline-marks";
import type { TimelineNames, TimelineProps } from "./timeline-props";
import { LaneBars, LaneHatch, LaneNames, LaneTable } from "./timeline-simulated";
import { TimelineTable } from "./timeline-table";
import { useWords } from "./words";

/** A picture higher than this many pixels does not fit under the heading of a printed page, which lies on its side; then only the table is printed. */
const ONE_PAGE = 540;

/**
 * The project's road as a picture with its table twin. Names stand still at the left while the picture scrolls beside them;
 * places are given in per cent, so that the same picture fills any pane and any paper. Drawn on the server, without script.
 */
export function Timeline(props: TimelineProps) {
  const { t } = useWords();
  const { name, facts, layout, zooms } = props;
  if (facts.items.length === 0) return <Empty>{t("timeline.empty")}</Empty>;
  return (
    <div className={classNames("tl", layout.height > ONE_PAGE && "tl--tall")}>
      <div className="tl__tools">
        <TimelineLegend deadline={layout.deadline} marks={facts.marks} lane={layout.lane} />
        <nav aria-label={t("timeline.zoom")}>
          <ul className="tl__zooms">
            {zooms.map(({ zoom, href, current }) => (
              <li key={zoom}>
                <a href={href} aria-current={current ? "true" : undefined}>
                  {t(`timeline.zoom.${zoom}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
      <section className="tl__pane" tabIndex={0} aria-label={t("timeline.region")}>
        <RowNames {...props} />
        <Picture {...props} label={t("timeline.label", { name, from: layout.axis.from, to: layout.axis.to })} />
      </section>
      <details className="tl__twin">
        <summary>{t("timeline.table.show")}</summary>
        <TimelineTable {...props} />
        <MarksTable {...props} />
        <LaneTable facts={facts} itemHref={props.itemHref} />
      </details>
    </div>
  );
}

function RowNames({ facts, layout, names, itemHref }: TimelineProps) {
  const { t, pick } = useWords();
  const items = new Map(facts.items.map((item) => [item.itemNo, item]));
  return (
    <ul className="tl__names">
      {layout.rows.map((row) =>
        row.kind === "stage" ? (
          <li key={row.stage} className="tl__stage">
            <b>{pick(names.stages[row.stage] ?? { zh: row.stage, en: row.stage })}</b>
            <span className="tl__count" aria-hidden="true">
              {row.endedCount}/{row.itemCount}
            </span>
            <span className="visually-hidden">{t("timeline.stage.count", { ended: row.endedCount, n: row.itemCount })}</span>
          </li>
        ) : (
          <li key={row.itemNo} className={classNames("tl__item", row.tone.startsWith("ended") && "tl__item--ended")}>
            <RowName item={items.get(row.itemNo) as TimelineItem} href={itemHref(row.itemNo)} />
          </li>
        ),
      )}
      <LaneNames facts={facts} layout={layout} itemHref={itemHref} />
    </ul>
  );
}

function RowName({ item, href }: { item: TimelineItem; href: string | null }) {
  const { t, pick } = useWords();
  const name = pick({ zh: item.nameZh, en: item.nameEn });
  return (
    <>
      {item.critical && (
        <span className="tl__critical">
          <span aria-hidden="true">◆</span>
          <span className="visually-hidden">{t("timeline.legend.critical")}</span>
        </span>
      )}
      {href ? (
        <a href={href} title={name}>
          {name}
        </a>
      ) : (
        <span title={name}>{name}</span>
      )}
    </>
  );
}

/** Share of the width, in per cent with three decimals. */
type Place = (x: number) => string;

function Picture({ layout, facts, names, label }: TimelineProps & { label: string }) {
  const hatch = `tl-hatch-${useId().replace(/[^\w-]/g, "")}`;
  const at: Place = (x) => `${Math.round((x / layout.width) * 100_000) / 1000}%`;
  const items = new Map(facts.items.map((item) => [item.itemNo, item]));
  return (
    <svg className="tl__picture" width={layout.width} height={layout.height} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="tl-hatch__ground" width="6" height="6" />
          <path className="tl-hatch__line" d="M1.5 0V6" />
        </pattern>
        <LaneHatch id={`${hatch}-sim`} />
      </defs>
      <Ground layout={layout} at={at} />
      {layout.rows.map((row) => (
        <Row
          key={row.kind === "stage" ? row.stage : row.itemNo}
          row={row}
          layout={layout}
          at={at}
          hatch={hatch}
          item={row.kind === "item" ? items.get(row.itemNo) : undefined}
          names={names}
        />
      ))}
      <LaneBars lane={layout.lane} facts={facts} barHeight={layout.barHeight} hatch={`${hatch}-sim`} at={at} />
      <DayMarks marks={layout.marks ?? []} at={at} />
      <Marks layout={layout} at={at} />
    </svg>
  );
}

function Ground({ layout, at }: { layout: TimelineLayout; at: Place }) {
  const { t, locale } = useWords();
  const { axis, axisHeight: top, height, rows } = layout;
  return (
    <>
      {rows.map((row) => row.kind === "stage" && <rect key={row.stage} className="tl-stage" x="0" width="100%" y={row.y} height={row.height} />)}
      {axis.bands.map((band) => (
        <rect key={band.from} className={`tl-rest tl-rest--${band.kind}`} x={at(band.x)} width={at(band.width)} y={top} height={height - top} />
      ))}
      {axis.groups.map((group) => (
        <g key={group.on}>
          <line className="tl-rule" x1={at(group.x)} x2={at(group.x)} y1="2" y2={top} />
          {group.labelled && (
            <text className="tl-group" x={at(group.x)} dx="5" y="15">
              {groupLabel(t, locale, group)}
            </text>
          )}
        </g>
      ))}
      {axis.ticks.map((tick) => (
        <g key={tick.on}>
          <line className="tl-rule" x1={at(tick.x)} x2={at(tick.x)} y1={top - 6} y2={height} />
          {tick.labelled && (
            <text className="tl-tick" x={at(tick.x)} dx="4" y={top - 9}>
              {tickLabel(t, locale, tick)}
            </text>
          )}
        </g>
      ))}
      <line className="tl-rule" x1="0" x2="100%" y1={top} y2={top} />
      {axis.provisional?.labelled && (
        <text className="tl-tick" x={at(axis.provisional.x)} dx="5" y={height - 6}>
          {t("timeline.provisional")}
        </text>
      )}
    </>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly layout: TimelineLayout;
  readonly at: Place;
  readonly hatch: string;
  readonly item: TimelineItem | undefined;
  readonly names: TimelineNames;
}

function Row({ row, layout, at, hatch, item, names }: RowProps) {
  if (row.kind === "item") return item ? <Item row={row} item={item} height={layout.barHeight} at={at} hatch={hatch} names={names} /> : null;
  if (!row.bracket) return null;
  const { bracket } = row;
  const y = row.y + row.height / 2;
  const [left, right] = [at(bracket.x), at(bracket.x + bracket.width)];
  return (
    <g>
      <title>{`${bracket.from} ～ ${bracket.to}`}</title>
      <rect className="tl-bracket" x={left} width={at(bracket.width)} y={y - 4} height="4" />
      <line className="tl-bracket__end" x1={left} x2={left} y1={y - 6} y2={y + 5} />
      <line className="tl-bracket__end" x1={right} x2={right} y1={y - 6} y2={y + 5} />
    </g>
  );
}

function Item({ row, item, height, at, hatch, names }: { row: ItemRow; item: TimelineItem; height: number; at: Place; hatch: string; names: TimelineNames }) {
  const { t, pick } = useWords();
  const y = row.barY;
  const bar = (one: Bar, className: string, inset = 0, rounded = true) => (
    <rect
      key={`${className} ${one.from}`}
      className={className}
      x={at(one.x)}
      width={at(one.width)}
      y={y + inset}
      height={height - 2 * inset}
      rx={rounded ? 3 : undefined}
    />
  );
  const says = row.label && rowLabel(t, row.label.says, (kind) => pick(names.procedures[kind] ?? { zh: kind, en: kind }));
  return (
    <g>
      <title>{[pick({ zh: item.nameZh, en: item.nameEn }), item.actual && `${item.actual.from} ～ ${item.actual.to}`, says].filter(Boolean).join("\n")}</title>
      {row.baseline && <rect className="tl-baseline" x={at(row.baseline.x)} width={at(row.baseline.width)} y={y + height + 2.5} height="2" />}
      {row.intake && bar(row.intake, "tl-intake", height / 2 - 2.5, false)}
      {row.corrections.map((wait) => bar(wait, "tl-correction", height / 2 - 2.5, false))}
      {row.forecast && bar(row.forecast, classNames("tl-forecast", row.critical && "tl-forecast--critical"), 0.5)}
      {row.actual && bar(row.actual, `tl-bar tl-bar--${row.tone}`)}
      {row.paused.map((pause) => (
        <rect key={`paused ${pause.from}`} fill={`url(#${hatch})`} x={at(pause.x)} width={at(pause.width)} y={y} height={height} />
      ))}
      {row.overdue && bar(row.overdue, classNames("tl-overdue", row.tone === "late" && "tl-overdue--open"))}
      {row.due && row.tone !== "ended" && row.tone !== "refused" && (
        <line className={classNames("tl-due", row.overdue && "tl-due--past")} x1={at(row.due.x)} x2={at(row.due.x)} y1={y - 4} y2={y + height + 4} />
      )}
      {row.label && says && <Says label={row.label} words={says} y={y + height / 2 + 4.5} at={at} />}
    </g>
  );
}

const Says = ({ label, words, y, at }: { label: PlacedLabel; words: string; y: number; at: Place }) => (
  <text
    className={classNames("tl-says", `tl-says--${label.says.code}`, label.inside && "tl-says--inside")}
    x={at(label.x)}
    dx={label.anchor === "start" ? 8 : -8}
    y={y}
    textAnchor={label.anchor}
  >
    {`${ROW_MARKS[label.says.code]} ${words}`.trim()}
  </text>
);

function Marks({ layout, at }: { layout: TimelineLayout; at: Place }) {
  const { t } = useWords();
  const { axisHeight: top, height, today, deadline } = layout;
  return (
    <>
      {deadline && (
        <g>
          <title>{`${t(deadline.exceeded ? "timeline.deadline.exceeded" : "timeline.deadline")} ${deadline.on}`}</title>
          <line
            className={classNames("tl-deadline", deadline.exceeded && "tl-deadline--past")}
            x1={at(deadline.x)}
            x2={at(deadline.x)}
            y1={top - 4}
            y2={height}
          />
        </g>
      )}
      {today && <Today x={at(today.x)} on={today.on} top={top} height={height} />}
    </>
  );
}

/** Width of a short word at 11.5 px with its padding: near enough for the box around it. */
const boxWidth = (words: string): number => Array.from(words).reduce((width, letter) => width + (letter > "\u2e80" ? 12 : 7), 12);

function Today({ x, on, top, height }: { x: string; on: string; top: number; height: number }) {
  const { t } = useWords();
  const words = t("timeline.today");
  const width = boxWidth(words);
  return (
    <g>
      <title>{`${words} ${on}`}</title>
      <line className="tl-today" x1={x} x2={x} y1={top - 6} y2={height} />
      <svg x={x} y={top - 22} overflow="visible" aria-hidden="true">
        <rect className="tl-today__box" x={-width / 2} width={width} height="17" rx="3" />
        <text className="tl-today__words" y="12.5" textAnchor="middle">
          {words}
        </text>
      </svg>
    </g>
  );
}
