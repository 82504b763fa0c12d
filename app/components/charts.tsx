import { useId } from "react";

/** Tones of a chart; each has a pattern of its own, so that they are told apart without colour and in grey print. */
export type ChartTone = "plain" | "ok" | "warn" | "late" | "sim";

/** Lines over the bars: red leans one way, yellow the other, what is simulated is dotted. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-late`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="chart__ground--late" width="6" height="6" />
        <rect className="chart__line" width="2" height="6" />
      </pattern>
      <pattern id={`${id}-warn`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect className="chart__ground--warn" width="6" height="6" />
        <rect className="chart__line" width="1.6" height="6" />
      </pattern>
      <pattern id={`${id}-sim`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="chart__ground--sim" width="6" height="6" />
        <circle className="chart__line" cx="3" cy="3" r="1.1" />
      </pattern>
    </defs>
  );
}

const fillOf = (id: string, tone: ChartTone) => (tone === "late" || tone === "warn" || tone === "sim" ? { fill: `url(#${id}-${tone})` } : {});

const WIDTH = 340;

/**
 * One bar on its track, beside its number in a table: it says nothing that is not said in words there.
 * @param share of the longest, 0 to 1
 */
export function Patterned({ tone, share }: { tone: ChartTone; share: number }) {
  const id = useId().replaceAll(":", "");
  return (
    <svg className="bars__svg" viewBox="0 0 240 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <Patterns id={id} />
      <rect className="chart__track" width="240" height="14" />
      <rect className={`chart__bar chart__bar--${tone}`} width={round(share * 240)} height="14" {...fillOf(id, tone)} />
    </svg>
  );
}

export interface Column {
  readonly key: string;
  /** Short: the number of a month. */
  readonly label: string;
  /** Under the label where it begins, such as the year. */
  readonly under?: string;
  readonly parts: readonly { readonly key: string; readonly value: number; readonly tone: ChartTone }[];
}

const HEIGHT = 170;
const TOP = 18;
const BASE = 132;

/**
 * Columns side by side over time, their parts one on the other; negative sums hang below the line. The numbers stand in the table beside.
 * @param label says the whole in one sentence, for those who do not see it
 */
export function ColumnChart({ label, columns }: { label: string; columns: readonly Column[] }) {
  const id = useId().replaceAll(":", "");
  const sums = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...sums);
  const least = Math.min(0, ...sums);
  const unit = (BASE - TOP) / (most - least);
  const zero = TOP + most * unit;
  const step = WIDTH / Math.max(1, columns.length);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <Patterns id={id} />
      <line className="chart__axis" x1={0} x2={WIDTH} y1={round(zero)} y2={round(zero)} />
      {columns.map((column, index) => {
        const x = index * step + step * 0.16;
        let y = zero;
        return (
          <g key={column.key}>
            {column.parts.map(({ key, value, tone }) => {
              const height = Math.abs(value) * unit;
              const top = value < 0 ? zero : y - height;
              if (value >= 0) y -= height;
              return (
                <rect
                  key={key}
                  className={`chart__bar chart__bar--${tone}`}
                  x={round(x)}
                  y={round(top)}
                  width={round(step * 0.68)}
                  height={round(height)}
                  {...fillOf(id, tone)}
                />
              );
            })}
            <text className="chart__tick" x={round(x + step * 0.34)} y={BASE + 16} textAnchor="middle">
              {column.label}
            </text>
            {column.under && (
              <text className="chart__tick" x={round(x + step * 0.34)} y={BASE + 32} textAnchor="middle">
                {column.under}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** What the patterns of a chart mean, in words. */
export const ChartLegend = ({ entries }: { entries: readonly { readonly tone: ChartTone; readonly label: string }[] }) => {
  const id = useId().replaceAll(":", "");
  return (
    <ul className="chart-legend">
      {entries.map(({ tone, label }) => (
        <li key={tone}>
          <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true" focusable="false">
            <Patterns id={`${id}-${tone}`} />
            <rect className={`chart__bar chart__bar--${tone}`} width="18" height="12" {...fillOf(`${id}-${tone}`, tone)} />
          </svg>{" "}
          {label}
        </li>
      ))}
    </ul>
  );
};

const round = (value: number) => Math.round(value * 100) / 100;
