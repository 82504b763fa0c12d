import type { EndedMonth, SavedMonth } from "../../../application/queries/board";
import { Card, ChartLegend, ColumnChart, DataTable, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** Number of the month, with the year under the first and every January. */
const tick = (month: string, index: number) => ({
  label: String(Number(month.slice(5))),
  ...(index === 0 || month.endsWith("-01") ? { under: month.slice(0, 4) } : {}),
});

/** Months in which something happened, newest first; the chart beside shows that the others are empty. */
const told = <M,>(months: readonly M[], has: (month: M) => boolean): readonly M[] => months.filter(has).reverse();

/** Promises kept and broken, month by month. */
export function EndedCard({ months }: { months: readonly EndedMonth[] }) {
  const { t, number } = useWords();
  const sum = (key: "fulfilled" | "breached") => months.reduce((all, one) => all + one[key], 0);
  const rows = told(months, ({ fulfilled, breached }) => fulfilled + breached > 0);
  return (
    <Card title={t("board.ended")}>
      <div className="beside">
        <div>
          <ColumnChart
            label={t("board.ended.said", { fulfilled: sum("fulfilled"), breached: sum("breached") })}
            columns={months.map(({ month, fulfilled, breached }, index) => ({
              key: month,
              ...tick(month, index),
              parts: [
                { key: "fulfilled", value: fulfilled, tone: "ok" },
                { key: "breached", value: breached, tone: "late" },
              ],
            }))}
          />
          <ChartLegend
            entries={[
              { tone: "ok", label: t("board.ended.fulfilled") },
              { tone: "late", label: t("board.ended.breached") },
            ]}
          />
        </div>
        {rows.length === 0 ? (
          <p className="muted">{t("board.months.none")}</p>
        ) : (
          <div>
            <DataTable
              caption={t("list.of", { name: t("board.ended") })}
              rows={rows}
              rowKey={(row) => row.month}
              columns={[
                { key: "month", header: t("board.month"), rowHeader: true, cell: (row) => row.month },
                ...(["fulfilled", "breached"] as const).map((outcome) => ({
                  key: outcome,
                  header: t(`board.ended.${outcome}`),
                  align: "end" as const,
                  cell: (row: EndedMonth) => <a href={paths.desk.commitments({ month: row.month, outcome })}>{number(row[outcome])}</a>,
                })),
              ]}
            />
            <p className="muted">{t("board.months.others")}</p>
          </div>
        )}
      </div>
    </Card>
  );
}

/** Working days saved by converted simulations, month by month. */
export function SavedCard({ months }: { months: readonly SavedMonth[] }) {
  const { t, number } = useWords();
  const days = months.reduce((all, one) => all + one.savedWorkingDays, 0);
  const runs = months.reduce((all, one) => all + one.runs, 0);
  const rows = told(months, (one) => one.runs > 0);
  return (
    <Card title={t("board.saved")} id="saved">
      <div className="beside">
        <ColumnChart
          label={t("board.saved.said", { days, runs })}
          columns={months.map(({ month, savedWorkingDays }, index) => ({
            key: month,
            ...tick(month, index),
            parts: [{ key: "saved", value: savedWorkingDays, tone: "sim" }],
          }))}
        />
        {rows.length === 0 ? (
          <p className="muted">{t("board.months.none")}</p>
        ) : (
          <div>
            <DataTable
              caption={t("list.of", { name: t("board.saved") })}
              rows={rows}
              rowKey={(row) => row.month}
              columns={[
                { key: "month", header: t("board.month"), rowHeader: true, cell: (row) => row.month },
                ...(["runs", "savedWorkingDays"] as const).map((what) => ({
                  key: what,
                  header: t(what === "runs" ? "board.saved.runs" : "board.saved.days"),
                  align: "end" as const,
                  cell: (row: SavedMonth) => <a href={paths.desk.simulations({ by: "saved", band: row.month })}>{number(row[what])}</a>,
                })),
              ]}
            />
            <p className="muted">{t("board.months.others")}</p>
          </div>
        )}
      </div>
      <p className="muted">{t("board.saved.how")}</p>
    </Card>
  );
}
