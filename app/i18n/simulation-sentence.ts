import type { CivilDay } from "../domain/calendar/calendar-date";
import type { ProjectFactsEvent } from "../domain/case/parts/project-facts";
import type { SignatureEvent } from "../domain/case/parts/signature";
import type { PreconditionCode, SimulationEvent } from "../domain/case/parts/simulation";
import type { Translate } from "./index";

/** The names these sentences need, in the reader's language. */
interface SimulationWords {
  item(itemId: string): string;
  day(day: CivilDay): string;
}

/** Sentences for simulated approval, signed letters and changed facts; every one about a simulation says that it is one. */
export function simulationSentence(t: Translate, event: SimulationEvent | SignatureEvent | ProjectFactsEvent, words: SimulationWords): string {
  const preconditions = (codes: readonly PreconditionCode[]) => codes.map((code) => t(`simulation.precondition.${code}`));
  switch (event.type) {
    case "simulation-applied":
      return t("event.simulation-applied", { runNo: event.runNo, n: event.items.length, missing: preconditions(event.missing.map(({ code }) => code)) });
    case "simulation-asked-back":
    case "simulation-accepted":
    case "simulation-refused":
      return t(`event.${event.type}`, { reason: event.reason });
    case "simulation-answered":
      return t("event.simulation-answered", { answer: event.answer });
    case "precondition-obtained": {
      const { name, number } = event.document;
      return t(event.complete ? "event.precondition-obtained.complete" : "event.precondition-obtained", {
        preconditions: preconditions(event.codes),
        name,
        number,
      });
    }
    case "expected-day-moved": {
      const { precondition, from, to, lapsesOn, reason } = event;
      const facts = { precondition: t(`simulation.precondition.${precondition}`), from: words.day(from), to: words.day(to), reason };
      return lapsesOn === null ? t("event.expected-day-moved", facts) : t("event.expected-day-moved.past-validity", { ...facts, validTo: words.day(lapsesOn) });
    }
    case "simulation-terminated":
      return t("event.simulation-terminated", { ground: t(`simulation.ground.${event.ground}`), reason: event.reason });
    case "simulation-ended":
      return t("event.simulation-ended", { cause: t(`simulation.cause.${event.cause}`) });
    case "simulation-saving-measured":
      return t(event.savedWorkingDays < 0 ? "event.simulation-saving-measured.more" : "event.simulation-saving-measured", {
        n: Math.abs(event.savedWorkingDays),
      });
    case "simulated-correction-notified":
    case "conversion-correction-notified":
      return t(`event.${event.type}`, { item: words.item(event.itemId), defects: event.defects });
    case "simulated-opinion-given": {
      const facts = {
        item: words.item(event.itemId),
        opinionNo: event.opinionNo,
        conditions: event.conditions,
        day: event.validTo && words.day(event.validTo),
      };
      if (event.stance === "disagree") return t("event.simulated-opinion-given.disagree", facts);
      return t(event.conditions.length > 0 ? "event.simulated-opinion-given.conditions" : "event.simulated-opinion-given", facts);
    }
    case "differences-confirmed":
      return t("event.differences-confirmed", { item: words.item(event.itemId), n: event.differences.length });
    case "simulated-item-to-ordinary":
      return t("event.simulated-item-to-ordinary", { item: words.item(event.itemId), reason: event.reason });
    case "simulated-item-lapsed":
    case "simulated-item-voided":
    case "simulated-item-terminated":
      return t(`event.${event.type}`, { item: words.item(event.itemId), cause: t(`simulation.cause.${event.cause}`) });
    case "letter-signed":
      return t("event.letter-signed", { letter: t(`letter.kind.${event.letterKind}`) });
    case "letter-withdrawn":
      return t("event.letter-withdrawn", { letter: t(`letter.kind.${event.letterKind}`), reason: event.reason });
    case "facts-changed":
      return t("event.facts-changed", { fields: event.changes.map(({ field }) => t(`simulation.fact.${field}`)), reason: event.reason });
    default:
      return t(`event.${event.type}`, { item: words.item(event.itemId) });
  }
}
