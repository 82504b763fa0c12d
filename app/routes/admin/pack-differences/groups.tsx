import type { PackDifferencesPage } from "../../../application/queries/pack-differences";
import { Card, DataTable, useWords } from "../../../components";
import { type Difference, groupedDifferences } from "../../../domain/pack/differences";
import type { Statement } from "../../../domain/pack/statements";
import { type PackWords, packWords } from "../../../i18n/pack-words";
import { KindTag } from "../pieces/kinds";
import { Said, Source } from "../pieces/sourced";

/** A card for each part of the rules that differs. */
export function DifferenceGroups({ page: { before, after, differences } }: { page: PackDifferencesPage }) {
  const tongue = useWords();
  const { t } = tongue;
  const words = { before: packWords(tongue, before), after: packWords(tongue, after) };
  /** Whose rule it is, by the pack that has it. */
  const side = (difference: Difference): PackWords => (difference.after ? words.after : words.before);
  return (
    <>
      {groupedDifferences(differences).map(({ group, differences: rows }) => (
        <Card key={group} title={t("pack.differences.group", { group: words.after.group(group), n: rows.length })} id={group} flush>
          <DataTable<Difference>
            caption={t("admin.table", { title: words.after.group(group) })}
            rows={rows}
            rowKey={({ path }) => path.join(".")}
            stacked
            columns={[
              {
                key: "what",
                header: t("pack.differences.what"),
                rowHeader: true,
                className: "pack-rule",
                cell: (difference) => <What difference={difference} words={side(difference)} />,
              },
              {
                key: "before",
                header: t("pack.differences.before"),
                className: "pack-side",
                cell: (difference) => <Side of={difference.before} words={words.before} />,
              },
              {
                key: "after",
                header: t("pack.differences.after"),
                className: "pack-side",
                cell: (difference) => <Side of={difference.after} words={words.after} />,
              },
              { key: "kind", header: t("pack.differences.kind"), cell: ({ kind }) => <KindTag kind={kind} /> },
            ]}
          />
        </Card>
      ))}
    </>
  );
}

function What({ difference: { path }, words }: { difference: Difference; words: PackWords }) {
  const subject = words.subject(path);
  return (
    <>
      {subject && (
        <>
          {subject}
          <br />
        </>
      )}
      <span className={subject ? "muted small" : undefined}>{words.key(path)}</span>
    </>
  );
}

function Side({ of, words }: { of: Statement | null; words: PackWords }) {
  const { t } = useWords();
  if (!of) return <span className="muted">{t("pack.differences.absent")}</span>;
  return (
    <>
      <Said of={of} words={words} source={false} />
      {of.source && (
        <>
          <br />
          <Source of={of} />
        </>
      )}
    </>
  );
}
