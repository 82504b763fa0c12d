import { ok, type Result, refuse } from "../../result";
import { acceptItem, receiveItems } from "../acceptance";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { evolve } from "../evolve";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture, refuseOtherDepartment } from "../guards";
import type { SimulationCommand } from "../parts/simulation";
import type { ProjectCase } from "../state";
import { isExpired, toSimulated, withRunEnds } from "./ending";
import { refuseSimulatedMove } from "./moves";
import { type FoundSimulated, simulatedByItem } from "./reads";
import { lastSimulatedDay } from "./review";
import { differencesOf, unconfirmedDifferences } from "./snapshot";

type Of<T extends SimulationCommand["type"]> = Extract<Command, { type: T }>;

/** The opinion is past its last day, recorded as lapsed or not. */
const refuseExpired = ({ simulated }: FoundSimulated, on: string) =>
  isExpired(simulated, on) ? { code: "simulated-opinion-expired", field: "on", validTo: simulated.validTo } : null;

/**
 * The department looks at what changed since its simulated opinion, and at nothing else. It confirms that nothing of substance changed,
 * asks for the file to be put right (转正补正), or sends the item the ordinary way (转入正常审批) because it is no longer what was examined.
 */
export function reviewDifferences(state: ProjectCase, command: Of<"review-differences">, context: Context): Result<readonly CaseEvent[]> {
  const found = simulatedByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { simulated } = found.value;
  const { on, note, outcome, defects } = command;
  const events = { confirm: "differences-confirmed", correct: "conversion-correction-notified", ordinary: "simulated-item-to-ordinary" } as const;
  const differences = differencesOf(state, simulated, context.pack);
  const refusal = firstRefusal(
    refuseOtherDepartment(simulated.departmentCode, context),
    refuseSimulatedMove(simulated, events[outcome]),
    refuseFuture(on, context),
    refuseBefore(on, lastSimulatedDay(simulated), "recorded"),
    refuseExpired(found.value, on),
    differences.length === 0 ? { code: "nothing-differs" } : null,
    outcome === "confirm" && unconfirmedDifferences(state, simulated, context.pack).length === 0 ? { code: "differences-already-confirmed" } : null,
    outcome === "correct" && defects.length === 0 ? { code: "defects-missing", field: "defects" } : null,
    outcome === "ordinary" ? refuseBlank(note, "note") : null,
  );
  if (refusal) return refuse(refusal);
  const about = toSimulated(simulated, context, on);
  if (outcome === "confirm") return ok([{ type: "differences-confirmed", ...about, differences, note }]);
  if (outcome === "correct") return ok([{ type: "conversion-correction-notified", ...about, differences, defects, note }]);
  return ok(withRunEnds(state, [{ type: "simulated-item-to-ordinary", ...about, differences, cause: "substantial-difference", reason: note }], context, on));
}

/** What differed was put right; the item waits for its conversion again. */
export function supplyConversionCorrection(state: ProjectCase, command: Of<"supply-conversion-correction">, context: Context): Result<readonly CaseEvent[]> {
  const found = simulatedByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { simulated } = found.value;
  const refusal = firstRefusal(
    refuseSimulatedMove(simulated, "conversion-correction-supplied"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, lastSimulatedDay(simulated), "recorded"),
    refuseExpired(found.value, command.on),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "conversion-correction-supplied", ...toSimulated(simulated, context, command.on), note: command.note }]);
}

/**
 * 转正: the window exchanges a simulated opinion for a formal acceptance on that day, through the ordinary receipt and acceptance with
 * all their rules, formal prerequisites among them. Only what nobody has confirmed to be the same stands in the way. The decision and
 * its number come afterwards by the ordinary acts of the department; the statutory clock starts here.
 * @see RULES.md (domain.md 5.1, rules to test 2 and 3)
 */
export function convertItem(state: ProjectCase, command: Of<"convert-item">, context: Context): Result<readonly CaseEvent[]> {
  const found = simulatedByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { simulated, item } = found.value;
  const { on, acceptanceNo } = command;
  const open = unconfirmedDifferences(state, simulated, context.pack);
  const refusal = firstRefusal(
    refuseSimulatedMove(simulated, "simulated-item-converted"),
    refuseFuture(on, context),
    refuseBefore(on, lastSimulatedDay(simulated), "recorded"),
    refuseExpired(found.value, on),
    refuseBlank(acceptanceNo, "acceptanceNo"),
    open.length > 0 ? { code: "differences-open", count: open.length, names: open.map(({ name }) => name) } : null,
  );
  if (refusal) return refuse(refusal);
  const about = toSimulated(simulated, context, on);
  const converted: CaseEvent = { type: "simulated-item-converted", ...about, acceptanceNo, differences: differencesOf(state, simulated, context.pack) };
  const after = (events: readonly CaseEvent[], from: ProjectCase): ProjectCase => events.reduce((now, event) => evolve(now, event, context.now), from);
  const freed = after([converted], state);
  const received = receiveItems(freed, { type: "receive-items", itemNos: [item.itemNo], on }, context);
  if (!received.ok) return received;
  const accepted = acceptItem(after(received.value, freed), { type: "accept-item", itemNo: item.itemNo, acceptanceNo, on }, context);
  if (!accepted.ok) return accepted;
  const [, ...runEnds] = withRunEnds(state, [converted], context, on);
  return ok([converted, ...received.value, ...accepted.value, ...runEnds]);
}
