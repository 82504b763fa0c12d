import type { ChartTone } from "./charts";
import { Patterned } from "./charts";
import { useWords } from "./words";

/** One line of a chart that is its own table. */
export interface BarLine {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly tone: ChartTone;
  readonly href: string;
}

/** A distribution as a table whose middle column draws each number: chart and table in one, so that no number stands twice. */
export function BarTable({ caption, name, count, lines }: { caption: string; name: string; count: string; lines: readonly BarLine[] }) {
  const { number } = useWords();
  const most = Math.max(1, ...lines.map(({ value }) => value));
  return (
    <table className="bars">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" colSpan={2} className="bars__count">
            {count}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, value, tone, href }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="bars__bar">
              <Patterned tone={tone} share={value / most} />
            </td>
            <td className="bars__count">
              <a href={href}>{number(value)}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
