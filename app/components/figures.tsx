import type { ReactNode } from "react";
import type { Tone } from "./tag";
import { useWords } from "./words";

export interface Figure {
  readonly key: string;
  readonly value: number;
  /** Twenty characters at most. */
  readonly label: string;
  readonly href?: string;
  readonly tone?: Tone;
}

/** Numbers with their names; each opens the list it counts. */
export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  const { number } = useWords();
  return (
    <ul className="figures" aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.key} className={`figure figure--${figure.value === 0 ? "plain" : (figure.tone ?? "plain")}`}>
          <Body href={figure.href}>
            <b>{number(figure.value)}</b>
            <span>{figure.label}</span>
          </Body>
        </li>
      ))}
    </ul>
  );
}

const Body = ({ href, children }: { href: string | undefined; children: ReactNode }) =>
  href ? (
    <a className="figure__body" href={href}>
      {children}
    </a>
  ) : (
    <div className="figure__body">{children}</div>
  );

export interface Fact {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly key?: string;
}

/** A number people read out or paste: monospace, with a button to copy it where there is script. */
export const Code = ({ children }: { children: string }) => (
  <code className="mono" data-copy="">
    {children}
  </code>
);

/** Facts of a thing, label and value. An absent value shows as `--`. */
export const KeyValues = ({ rows, wide }: { rows: readonly Fact[]; wide?: boolean }) => (
  <dl className={wide ? "kv kv--wide" : "kv"}>
    {rows.map((row, index) => (
      <div key={row.key ?? index}>
        <dt>{row.label}</dt>
        <dd>{row.value === null || row.value === undefined || row.value === "" ? "--" : row.value}</dd>
      </div>
    ))}
  </dl>
);

export interface MeterPart {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly tone: Tone | "accent" | "upper" | "nobody";
}

interface MeterProps {
  /** Says the whole in words, for those who do not see the bar. */
  readonly label: string;
  readonly parts: readonly MeterPart[];
  /** The full length; the sum of the parts when left out. */
  readonly max?: number;
  readonly thick?: boolean;
}

/** A bar of one or several parts. Drawn in SVG because the content security policy refuses style attributes. */
export function Meter({ label, parts, max, thick }: MeterProps) {
  const sum = parts.reduce((total, part) => total + part.value, 0);
  const full = Math.max(max ?? sum, sum, 1e-9);
  let x = 0;
  return (
    <svg className={thick ? "meter meter--thick" : "meter"} viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label={label}>
      {parts.map((part) => {
        const width = (part.value / full) * 100;
        const bar = <rect key={part.key} className={`meter__${part.tone}`} x={round(x)} y={0} width={round(width)} height={1} />;
        x += width;
        return bar;
      })}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
