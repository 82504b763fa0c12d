import type { DifferenceView, RunView, SimulatedView } from "../../../application/queries/simulation-view";
import { DataTable, useWords } from "../../../components";
import { differenceText, valueText } from "../pieces/simulation-words";

/** One change and the items it is a change for. */
interface SharedDifference {
  readonly key: string;
  readonly difference: DifferenceView;
  readonly items: readonly SimulatedView[];
}

const keyOf = ({ kind, name, before, after }: DifferenceView): string => JSON.stringify([kind, name, before, after]);

/** The same change concerns many items of a run: it is told once, with the items it concerns. */
function shared({ items }: RunView): readonly SharedDifference[] {
  const all = new Map<string, SharedDifference>();
  for (const item of items)
    for (const difference of item.differences) {
      const key = keyOf(difference);
      const known = all.get(key);
      all.set(key, known ? { ...known, items: [...known.items, item] } : { key, difference, items: [item] });
    }
  return [...all.values()];
}

/** What changed since the simulated review, before and after, and which department has looked at it. */
export function RunDifferences({ run }: { run: RunView }) {
  const words = useWords();
  const { t, pick, day } = words;
  const rows = shared(run);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t("simulation.differences.of", { runNo: run.runNo })}>
      <h3>{t("simulation.differences")}</h3>
      <DataTable
        caption={t("simulation.differences.table", { runNo: run.runNo })}
        stacked
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "what", header: t("simulation.differences.what"), rowHeader: true, cell: ({ difference }) => differenceText(difference, words) },
          { key: "before", header: t("simulation.differences.before"), cell: ({ difference }) => valueText(t, difference, difference.before) },
          { key: "after", header: t("simulation.differences.after"), cell: ({ difference }) => valueText(t, difference, difference.after) },
          {
            key: "items",
            header: t("simulation.differences.items"),
            cell: ({ items }) => (
              <ul className="sim-blocks">
                {items.map(({ id, name, record, open }) => (
                  <li key={id}>
                    {pick(name)}
                    <span className="sim-days">
                      {record.differencesConfirmedOn === null || open > 0
                        ? t("simulation.differences.open")
                        : `${t("simulation.differences.confirmed", { day: day(record.differencesConfirmedOn), name: record.differencesConfirmedByName })}${record.differencesNote ? ` · ${record.differencesNote}` : ""}`}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}
