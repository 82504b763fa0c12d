import type { BlockView, DifferenceView, SimulatedView } from "../../../application/queries/simulation-view";
import { classNames, DataTable, SimTag, useWords, type Words } from "../../../components";
import type { Translate } from "../../../i18n";
import { isKey } from "../../../i18n";

/** State of a simulated item, in the hatched blue of everything simulated. */
export function SimulatedStatusTag({ status }: { status: SimulatedView["status"] }) {
  const { t } = useWords();
  return <SimTag>{t(`simulation.status.${status}`)}</SimTag>;
}

/** One thing that conversion waits for, as a phrase. */
export function blockText(block: BlockView, { t, day, pick }: Words): string {
  switch (block.kind) {
    case "trigger-awaited":
      return block.expectedOn ? t("simulation.block.trigger-awaited", { day: day(block.expectedOn) }) : t("simulation.block.trigger-awaited.undated");
    case "expired":
      return t("simulation.block.expired", { day: day(block.validTo) });
    case "prerequisites":
      return t("simulation.block.prerequisites", { items: block.items.map(pick) });
    case "differences":
      return t("simulation.block.differences", { n: block.count });
    case "materials":
      return t("simulation.block.materials", { missing: block.missing });
    default:
      return t(`simulation.block.${block.kind}`);
  }
}

/** Everything that still stands between an item and its conversion. */
export function Blocks({ item }: { item: SimulatedView }) {
  const words = useWords();
  const { t } = words;
  if (!item.live) return <>--</>;
  if (item.blocks.length === 0) return <>{t("simulation.block.none")}</>;
  return (
    <ul className="sim-blocks">
      {item.blocks.map((block) => (
        <li key={block.kind}>{blockText(block, words)}</li>
      ))}
    </ul>
  );
}

/** Until when an opinion may be converted, and how many days that is; `brief` leaves out where the number of months comes from. */
export function Validity({ item, brief = false }: { item: SimulatedView; brief?: boolean }) {
  const { t, day } = useWords();
  const { validTo, validMonths, validityAssumed } = item.record;
  if (validTo === null) return <>--</>;
  const left = item.validDaysLeft;
  return (
    <>
      {t("simulation.valid.to", { day: day(validTo) })}
      {left !== null && (
        <span className={classNames("sim-days", item.validityEnding && "sim-days--ending", left < 0 && "sim-days--over")}>
          {left < 0 ? t("simulation.valid.over") : left === 0 ? t("simulation.valid.last") : t("simulation.valid.left", { n: left })}
        </span>
      )}
      {validityAssumed && !brief && <span className="sim-days">{t("simulation.valid.assumed", { n: validMonths })}</span>}
    </>
  );
}

const FIGURES = 12;

/** A value of a difference: a file by the beginning of its digest, anything else as it is. */
export const valueText = (t: Translate, { kind }: DifferenceView, value: string | null): string => {
  if (value === null) return t("simulation.differences.nothing");
  if (kind === "material" && value.length === 64) return t("simulation.differences.file", { digest: value.slice(0, FIGURES) });
  return kind === "basis" && isKey(`simulation.status.${value}`) ? t(`simulation.status.${value}` as "simulation.status.ordinary") : value;
};

/** What differs, in words: a material, a fact of the project, a prerequisite. */
export function differenceText({ kind, name, named }: DifferenceView, { t, pick }: Words): string {
  if (kind === "material") return t("simulation.differences.material", { name });
  if (kind === "basis") return t("simulation.differences.basis", { name: named ? pick(named) : name });
  if (named) return t("simulation.fact.screening", { question: pick(named) });
  const key = `simulation.fact.${name}`;
  return isKey(key) ? t(key) : name;
}

/** What changed since the simulated review, before and after. */
export function Differences({ differences, of }: { differences: readonly DifferenceView[]; of: string }) {
  const words = useWords();
  const { t } = words;
  if (differences.length === 0) return <p className="muted">{t("simulation.differences.none")}</p>;
  return (
    <DataTable
      caption={`${t("simulation.differences")}: ${of}`}
      stacked
      rows={differences}
      rowKey={({ kind, name }) => `${kind} ${name}`}
      columns={[
        { key: "what", header: t("simulation.differences.what"), rowHeader: true, cell: (one) => differenceText(one, words) },
        { key: "before", header: t("simulation.differences.before"), cell: (one) => valueText(t, one, one.before) },
        { key: "after", header: t("simulation.differences.after"), cell: (one) => valueText(t, one, one.after) },
      ]}
    />
  );
}
