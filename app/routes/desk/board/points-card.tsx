import type { Board } from "../../../application/queries/board";
import { Card, DataTable, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** What a number stands out as, so that what is overdue is seen among zeros. */
const MARK = { coming: null, overdue: "late", rectifying: "warn", failed: "late" } as const;

/** Commitments by the point at which they are checked next, and how that check stands. */
export function PointsCard({ points }: Pick<Board, "points">) {
  const { t, number } = useWords();
  const states = points[0]?.states.map(({ key }) => key) ?? [];
  return (
    <Card title={t("board.points")} flush>
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
            cell: (row: Board["points"][number]) => {
              const n = row.states.find(({ key }) => key === state)?.n ?? 0;
              const mark = n > 0 ? MARK[state] : null;
              return (
                <a className={mark ? `count count--${mark}` : undefined} href={paths.desk.commitments({ point: row.point, state })}>
                  {number(n)}
                </a>
              );
            },
          })),
        ]}
      />
    </Card>
  );
}
