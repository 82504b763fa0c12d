import { BarTable, Card, type ChartTone, useWords } from "../../../components";

interface Band {
  readonly key: string;
  readonly label: string;
  readonly n: number;
  readonly tone: ChartTone;
  readonly href: string;
}

/** One distribution: bars in a table whose numbers open their lists. */
export function BandCard({ title, name, rows }: { title: string; name: string; rows: readonly Band[] }) {
  const { t } = useWords();
  return (
    <Card title={title}>
      <BarTable caption={t("list.of", { name: title })} name={name} count={t("board.count")} lines={rows.map(({ n: value, ...row }) => ({ ...row, value }))} />
    </Card>
  );
}
