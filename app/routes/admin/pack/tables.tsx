import type { ReactNode } from "react";
import { Card, type Column, DataTable, useWords } from "../../../components";
import type { PackGroup, Statement } from "../../../domain/pack/statements";
import { Said, Source, useShownPack } from "../pieces/sourced";

interface ValuesProps {
  readonly caption: string;
  readonly header: string;
  readonly statements: readonly Statement[];
}

/** Rules of the pack as a whole: what it is called, what it says, where that comes from. */
export function ValuesTable({ caption, header, statements }: ValuesProps) {
  const { t } = useWords();
  const { words } = useShownPack();
  return (
    <DataTable<Statement>
      caption={t("admin.table", { title: caption })}
      rows={statements}
      rowKey={(statement) => statement.path.join(".")}
      stacked
      columns={[
        { key: "name", header, rowHeader: true, className: "pack-rule", cell: ({ path }) => words.key(path) },
        { key: "value", header: t("admin.pack.value"), className: "pack-value", cell: (statement) => <Said of={statement} words={words} source={false} /> },
        { key: "source", header: t("admin.source"), cell: (statement) => <Source of={statement} /> },
      ]}
    />
  );
}

/** A card of the rules of one part of the pack. */
export function ValuesCard({ group, header }: { group: PackGroup; header: string }) {
  const { statements, words } = useShownPack();
  return (
    <Card title={words.group(group)} id={group} flush>
      <ValuesTable caption={words.group(group)} header={header} statements={statements.filter(({ path }) => path[0] === group && path.length === 2)} />
    </Card>
  );
}

interface EntriesProps {
  /** Address of the list inside the pack. */
  readonly base: readonly string[];
  readonly codes: readonly string[];
  readonly caption: string;
  /** What the entries are: 类别, 窗口 … */
  readonly header: string;
  /** Keys to show as columns, each below the entry. */
  readonly keys: readonly string[];
  /** Cells that need more than the value, by key. */
  readonly cells?: Readonly<Record<string, (code: string) => ReactNode>>;
}

/** Entries of one list of the pack, a row each, every value with its own source, or the entry's source in the last column. */
export function EntriesTable({ base, codes, caption, header, keys, cells = {} }: EntriesProps) {
  const { t } = useWords();
  const { words, at } = useShownPack();
  if (codes.length === 0) return <p className="card__note muted small">{t("pack.page.empty")}</p>;
  const sourced = codes.some((code) => at(...base, code, "source") !== null);
  const columns: Column<string>[] = [
    { key: "name", header, rowHeader: true, cell: (code) => words.subject([...base, code]) ?? code },
    ...keys.map((key) => ({
      key,
      header: words.key([...base, codes[0] ?? "", key]),
      cell: (code: string) => cells[key]?.(code) ?? <Said of={at(...base, code, key)} words={words} />,
    })),
    ...(sourced
      ? [
          {
            key: "source",
            header: t("admin.source"),
            cell: (code: string) => <Source of={{ source: String(at(...base, code, "source")?.value ?? "") }} />,
          },
        ]
      : []),
  ];
  return <DataTable<string> caption={t("admin.table", { title: caption })} rows={codes} rowKey={(code) => code} stacked columns={columns} />;
}

interface EntriesCardProps extends Omit<EntriesProps, "base" | "caption" | "codes"> {
  readonly group: PackGroup;
  readonly entries: readonly { readonly code: string }[] | undefined;
}

/** A card of the entries of one part of the pack. */
export function EntriesCard({ group, entries = [], ...table }: EntriesCardProps) {
  const { words } = useShownPack();
  return (
    <Card title={words.group(group)} id={group} flush>
      <EntriesTable base={[group]} codes={entries.map(({ code }) => code)} caption={words.group(group)} {...table} />
    </Card>
  );
}
