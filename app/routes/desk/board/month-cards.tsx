import type { EndedMonth, SavedMonth } from "../../../application/queries/board";
import { Card, ChartLegend, ColumnChart, DataTable, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** Number of the month, with the year under the first and every January. */
const tick = (month: string, index: number) => ({
  label: String(Number(month.slice(5))),
  ...(index === 0 || month.endsWith("-01") ? { under: month.slice(0, 4) } : {}),
});

/** Promises kept and broken, month by month. */
export function EndedCard({ months }: { months: readonly EndedMonth[] }) {
  const { t, number } = useWords();
  const sum = (key: "fulfilled" | "breached") => months.reduce((all, one) => all + one[key], 0);
  return (
    <Card title={t("board.ended")}>
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
      <DataTable
        caption={t("list.of", { name: t("board.ended") })}
        rows={months}
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
    </Card>
  );
}

/** Working days saved by converted simulations, month by month. */
export function SavedCard({ months }: { months: readonly SavedMonth[] }) {
  const { t, number } = useWords();
  const days = months.reduce((all, one) => all + one.savedWorkingDays, 0);
  const runs = months.reduce((all, one) => all + one.runs, 0);
  return (
    <Card title={t("board.saved")} id="saved">
      <ColumnChart
        label={t("board.saved.said", { days, runs })}
        columns={months.map(({ month, savedWorkingDays }, index) => ({
          key: month,
          ...tick(month, index),
          parts: [{ key: "saved", value: savedWorkingDays, tone: "sim" }],
        }))}
      />
      <DataTable
        caption={t("list.of", { name: t("board.saved") })}
        rows={months}
        rowKey={(row) => row.month}
        columns={[
          { key: "month", header: t("board.month"), rowHeader: true, cell: (row) => row.month },
          {
            key: "runs",
            header: t("board.saved.runs"),
            align: "end",
            cell: (row) => <a href={paths.desk.simulations({ by: "saved", band: row.month })}>{number(row.runs)}</a>,
          },
          { key: "days", header: t("board.saved.days"), align: "end", cell: (row) => number(row.savedWorkingDays) },
        ]}
      />
      <p className="muted">{t("board.saved.how")}</p>
    </Card>
  );
}
