import type { SimulatedView } from "../../../application/queries/simulation-view";
import { Card, KeyValues, useWords } from "../../../components";
import type { ActNoun } from "../../../web/paths";
import { Blocks, Differences, SimulatedStatusTag, Validity } from "./simulation-words";

/** Acts that are about the simulated item, not the formal one. */
export const SIMULATED_NOUNS: readonly ActNoun[] = [
  "simulated-review",
  "simulated-correction",
  "simulated-supply",
  "simulated-opinion",
  "difference-review",
  "conversion-supply",
  "conversion",
];

/** What an act on a simulated item is about: its state, what it waits for and what changed since it was examined. */
export function SimulationInShort({ simulation }: { simulation: SimulatedView }) {
  const { t, pick } = useWords();
  return (
    <Card title={t("simulation.item.card")} tone="sim" tags={<SimulatedStatusTag status={simulation.status} />}>
      <KeyValues
        rows={[
          ...(simulation.record.validTo ? [{ label: t("simulation.item.validity"), value: <Validity item={simulation} /> }] : []),
          ...(simulation.live ? [{ label: t("simulation.item.blocks"), value: <Blocks item={simulation} /> }] : []),
        ]}
      />
      {simulation.differences.length > 0 && <Differences differences={simulation.differences} of={pick(simulation.name)} />}
    </Card>
  );
}
