import { may } from "../../access/permissions";
import type { Pack } from "../../pack/pack";
import type { CommandType } from "../commands";
import type { Actor } from "../context";
import type { SimulatedItem, SimulatedRun, SimulationCommand } from "../parts/simulation";
import type { Item, ProjectCase } from "../state";
import { openBlocks } from "./conversion-blocks";
import { canMoveRun, canMoveSimulated, type SimulatedEventType } from "./moves";
import { latestSimulated, simulatedOf } from "./reads";
import { unconfirmedDifferences } from "./snapshot";

type When = (state: ProjectCase, simulated: SimulatedItem, pack: Pack) => boolean;

/** Asked without a day: whether the opinion has run out is the day's to say. */
const isUnblocked: When = (state, simulated, pack) => {
  const item = state.items[simulated.itemId];
  return item !== undefined && openBlocks(state, simulated, item, pack, "9999-12-31").length === 0;
};

/** Acts on the simulated item of an item, in the order a page offers them. */
const ACTS: readonly { readonly act: SimulationCommand["type"]; readonly event: SimulatedEventType; readonly when?: When }[] = [
  { act: "start-simulated-review", event: "simulated-review-started" },
  { act: "give-simulated-opinion", event: "simulated-opinion-given" },
  { act: "notify-simulated-correction", event: "simulated-correction-notified", when: (_, simulated) => simulated.correctionOn === null },
  { act: "supply-simulated-correction", event: "simulated-correction-supplied" },
  { act: "convert-item", event: "simulated-item-converted", when: isUnblocked },
  { act: "review-differences", event: "differences-confirmed", when: (state, simulated, pack) => unconfirmedDifferences(state, simulated, pack).length > 0 },
  { act: "supply-conversion-correction", event: "conversion-correction-supplied" },
];

/** The entries of `available.ts` for simulated items: whether the act is open for the latest simulation of an item. */
export const SIMULATED_ITEM_ACTS: readonly {
  readonly act: CommandType;
  readonly event: null;
  readonly when: (state: ProjectCase, item: Item, pack: Pack) => boolean;
}[] = ACTS.map(({ act, event, when }) => ({
  act,
  event: null,
  when: (state, item, pack) => {
    const simulated = latestSimulated(state, item.id);
    return simulated !== null && canMoveSimulated(event, simulated.status) && (when?.(state, simulated, pack) ?? true);
  },
}));

/** Acts on a whole run. */
export type RunAct = Extract<CommandType, "rule-on-simulation" | "answer-simulation" | "record-trigger" | "move-expected-day" | "terminate-simulation">;

/** What this person could do to a run now, in the order to offer it. `decide` still has the last word. */
export function availableRunActs(state: ProjectCase, run: SimulatedRun, actor: Actor): readonly RunAct[] {
  const open: Readonly<Record<RunAct, boolean>> = {
    "rule-on-simulation": canMoveRun("simulation-accepted", run.status) && run.appliedById !== actor.personId,
    "answer-simulation": canMoveRun("simulation-answered", run.status) && run.askedBackOn !== null,
    "record-trigger": canMoveRun("precondition-obtained", run.status),
    "move-expected-day": canMoveRun("expected-day-moved", run.status),
    "terminate-simulation": canMoveRun("simulation-terminated", run.status) && (actor.role !== "investor" || mayWithdraw(state, run)),
  };
  return (Object.keys(open) as RunAct[]).filter((act) => open[act] && may(actor, act));
}

/** The enterprise may withdraw until the first opinion was given. */
export const mayWithdraw = (state: ProjectCase, run: SimulatedRun): boolean =>
  canMoveRun("simulation-terminated", run.status) && simulatedOf(state, run.id).every(({ opinionOn }) => opinionOn === null);
