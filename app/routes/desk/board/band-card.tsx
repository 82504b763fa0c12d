import { BarChart, Card, type ChartTone, DataTable, useWords } from "../../../components";

interface Band {
  readonly key: string;
  readonly label: string;
  readonly n: number;
  readonly tone: ChartTone;
  readonly href: string;
}

/** One distribution as bars, and as a table whose numbers open their lists. */
export function BandCard({ title, name, rows }: { title: string; name: string; rows: readonly Band[] }) {
  const { t, number } = useWords();
  const said = rows.map(({ label, n }) => t("board.said", { label, n }));
  return (
    <Card title={title}>
      <BarChart label={`${title}: ${said.join(t("list.comma"))}`} bars={rows.map(({ key, label, n, tone }) => ({ key, label, value: n, tone }))} />
      <DataTable
        caption={t("list.of", { name: title })}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: "band", header: name, rowHeader: true, cell: (row) => row.label },
          { key: "n", header: t("board.count"), align: "end", cell: (row) => <a href={row.href}>{number(row.n)}</a> },
        ]}
      />
    </Card>
  );
}
