import { type ReactNode, useId } from "react";
import { Empty } from "./card";
import { classNames } from "./class-names";
import { useWords } from "./words";

export interface Column<R> {
  readonly key: string;
  /** Unit belongs here, not in the cells. */
  readonly header: ReactNode;
  cell(row: R): ReactNode;
  /** Numbers stand at the end. */
  readonly align?: "end";
  /** Names the row for screen readers; one column at most. */
  readonly rowHeader?: boolean;
  readonly className?: string;
  /** Sorting as links: where this column's order leads and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly direction: "ascending" | "descending" | "none" };
}

interface DataTableProps<R> {
  /** What the table lists; read out, and shown when `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  rowKey(row: R): string;
  /** Class for a row, for instance by its light. */
  rowClass?(row: R): string | undefined;
  readonly empty?: ReactNode;
  /** On a phone each row becomes a small list with labels instead of a pane to scroll. */
  readonly stacked?: boolean;
  readonly density?: "compact" | "standard";
}

/** A table in a pane that alone scrolls sideways; the page never does. */
export function DataTable<R>({ caption, captionShown, columns, rows, rowKey, rowClass, empty, stacked, density = "compact" }: DataTableProps<R>) {
  const { t } = useWords();
  const id = useId();
  if (rows.length === 0) return <Empty>{empty ?? t("table.empty")}</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
    <section className="pane" aria-labelledby={id} tabIndex={0}>
      <table className={classNames("table", `table--${density}`, stacked && "table--stacked")}>
        <caption id={id} className={captionShown ? undefined : "visually-hidden"}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(column.align === "end" && "end", column.className)}
                aria-sort={column.sort && column.sort.direction !== "none" ? column.sort.direction : undefined}
              >
                {column.sort ? <SortLink column={column} /> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => {
                const Cell = column.rowHeader ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    scope={column.rowHeader ? "row" : undefined}
                    className={classNames(column.align === "end" && "end", column.className) || undefined}
                    data-label={stacked && typeof column.header === "string" ? column.header : undefined}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const ARROW = { ascending: "↑", descending: "↓", none: "" };

const SortLink = <R,>({ column }: { column: Column<R> }) => (
  <a className="sort" href={column.sort?.href}>
    {column.header}
    {column.sort && column.sort.direction !== "none" && <span aria-hidden="true"> {ARROW[column.sort.direction]}</span>}
  </a>
);

interface PagerProps {
  readonly previous: string | null;
  readonly next: string | null;
  /** Where in the list this page stands: 1–50. */
  readonly from?: number;
  readonly to?: number;
  readonly total?: number | null;
}

/** Back and on through a list; hidden when one page holds everything. */
export function Pager({ previous, next, from, to, total }: PagerProps) {
  const { t, number } = useWords();
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      {from !== undefined && to !== undefined && (
        <span className="muted">
          {total === undefined || total === null
            ? t("pager.range", { from: number(from), to: number(to) })
            : t("pager.range-of", { from: number(from), to: number(to), total: number(total) })}
        </span>
      )}
      {previous && (
        <a className="button button--second" rel="prev" href={previous}>
          {t("pager.previous")}
        </a>
      )}
      {next && (
        <a className="button button--second" rel="next" href={next}>
          {t("pager.next")}
        </a>
      )}
    </nav>
  );
}
