import type { Board } from "../../../application/queries/board";
import type { CheckState } from "../../../application/queries/commitment-bands";
import { BarChart, Card, type ChartTone, DataTable, useWords } from "../../../components";
import { paths } from "../../../web/paths";

const TONE: Readonly<Record<CheckState, ChartTone>> = { coming: "ok", overdue: "late", rectifying: "warn", failed: "late" };

/** Commitments by the point at which they are checked next, and how that check stands. */
export function PointsCard({ points }: Pick<Board, "points">) {
  const { t, number } = useWords();
  const states = points[0]?.states.map(({ key }) => key) ?? [];
  const all = states.map((state) => ({ state, n: points.reduce((sum, one) => sum + (one.states.find(({ key }) => key === state)?.n ?? 0), 0) }));
  const said = all.map(({ state, n }) => t("board.said", { label: t(`board.check.${state}`), n }));
  return (
    <Card title={t("board.points")}>
      <BarChart
        label={`${t("board.points")}: ${said.join(t("list.comma"))}`}
        bars={all.map(({ state, n }) => ({ key: state, label: t(`board.check.${state}`), value: n, tone: TONE[state] }))}
      />
      <DataTable
        caption={t("list.of", { name: t("board.points") })}
        stacked
        rows={points}
        rowKey={(row) => row.point}
        columns={[
          {
            key: "point",
            header: t("board.points.column"),
            rowHeader: true,
            cell: (row) => (row.point === "notice" ? t("board.point.notice") : t(`queue.point.${row.point}`)),
          },
          ...states.map((state) => ({
            key: state,
            header: t(`board.check.${state}`),
            align: "end" as const,
            cell: (row: Board["points"][number]) => (
              <a href={paths.desk.commitments({ point: row.point, state })}>{number(row.states.find(({ key }) => key === state)?.n ?? 0)}</a>
            ),
          })),
        ]}
      />
    </Card>
  );
}
