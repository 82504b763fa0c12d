import type { Refusal } from "../../result";
import type { CaseEvent } from "../events";
import { isSimulationEvent } from "./evolve";
import { isSimulatedNo } from "./reads";

/** Where an event carries the number of a formal paper, with the field of the form it came from. */
function numbersOf(event: CaseEvent): readonly (readonly [field: string, number: string])[] {
  if (event.type === "entry-corrected") return event.entry === "decisionNo" || event.entry === "acceptanceNo" ? [["value", event.to]] : [];
  return Object.entries(event).filter(
    (entry): entry is [string, string] => (entry[0].endsWith("No") || entry[0] === "reference") && typeof entry[1] === "string",
  );
}

/** Own numbers of the system: case, run and item numbers, made by nobody's hand. */
const MADE: readonly string[] = ["projectNo", "itemNo", "runNo", "opinionNo"];

/**
 * No formal paper carries the number of a simulated one: whatever formal fact an event records, a number marked 模拟 is refused in it,
 * as the type of simulated numbers already forbids it to the code (domain.md 5.1, rule to test 6).
 */
export function refuseSimulatedNumbers(events: readonly CaseEvent[]): Refusal | null {
  for (const event of events) {
    const found = numbersOf(event).find(([field, number]) => !(isSimulationEvent(event) && MADE.includes(field)) && isSimulatedNo(number));
    if (found) return { code: "simulated-number-not-formal", field: found[0], number: found[1] };
  }
  return null;
}
