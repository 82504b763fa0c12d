import { type CivilDay, parseDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, plannedItems, refuseBefore, refuseBlank, refuseFuture } from "../guards";
import type { Commitment, CommitmentCommand, PlannedCheck, PromisedItem } from "../parts/project-commitment";
import { underPromise } from "../promised-items";
import { refuseUnsigned } from "../signature";
import type { Item, ProjectCase } from "../state";
import { refuseApplicable, refuseBarredPromise, refusePromisable } from "./eligibility";
import { refuseCommitmentMove } from "./moves";
import { commitmentOf, lastDayOnItsWay, latest, objectionsOf, standardsOf } from "./reads";
import { refuseForeign, refuseOwn, toCommitment } from "./start";
import { pointsOf, publicityOf, publicityUntil } from "./terms";

type Of<T extends CommitmentCommand["type"]> = Extract<Command, { type: T }>;

/** 预审: whether what was promised meets the list. Defects go back to the enterprise as one list; it supplements and promises again. */
export function precheckPromise(state: ProjectCase, command: Of<"precheck-promise">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, outcome } = command;
  const defects = command.defects.map((defect) => defect.trim()).filter((defect) => defect !== "");
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "promise-prechecked"),
    refuseOwn(commitment, context),
    refuseForeign(state, commitment, context),
    refuseFuture(on, context),
    refuseBefore(on, commitment.promisedOn, "promise"),
    outcome === "pass"
      ? refuseUnsigned(state, "project-commitment", commitment.id, context, { code: "commitment-letter-not-signed", commitmentNo: commitment.commitmentNo })
      : null,
    outcome === "defects" && defects.length === 0 ? { code: "defects-missing", field: "defects" } : null,
    outcome === "pass" && defects.length > 0 ? { code: "passed-with-defects", field: "defects" } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "promise-prechecked", passed: outcome === "pass", defects, ...toCommitment(commitment, context, on) }]);
}

/** The enterprise made good what the preliminary check found; its letter must be signed anew. */
export function supplementPromise(state: ProjectCase, command: Of<"supplement-promise">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "promise-supplemented"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, commitment.precheckedOn, "precheck"),
    refuseBlank(command.note, "note"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "promise-supplemented", note: command.note.trim(), ...toCommitment(commitment, context, command.on) }]);
}

/** 公示: the promise is made public for the days of the place, the day it is hung up not counted. What hangs is what stands signed. */
export function openPublicity(state: ProjectCase, command: Of<"open-publicity">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, at } = command;
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "publicity-opened"),
    refuseFuture(on, context),
    refuseBefore(on, commitment.precheckedOn, "precheck"),
    refuseBlank(at, "at"),
    refuseUnsigned(state, "project-commitment", commitment.id, context, { code: "commitment-letter-not-signed", commitmentNo: commitment.commitmentNo }),
  );
  if (refusal) return refuse(refusal);
  const { assumed } = publicityOf(context.pack);
  return ok([
    { type: "publicity-opened", until: publicityUntil(on, context.pack, context.calendar), assumed, at: at.trim(), ...toCommitment(commitment, context, on) },
  ]);
}

/** An objection counts when it came in while the promise hung. */
export function recordObjection(state: ProjectCase, command: Of<"record-objection">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, objector, text } = command;
  const { publicityTo } = commitment;
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "objection-recorded"),
    refuseFuture(on, context),
    refuseBefore(on, commitment.publicityFrom, "publicity"),
    publicityTo !== null && on > publicityTo ? { code: "publicity-over", field: "on", on, until: publicityTo } : null,
    refuseBlank(objector, "objector"),
    refuseBlank(text, "text"),
  );
  if (refusal) return refuse(refusal);
  const ordinal = objectionsOf(state, commitment.id).length + 1;
  return ok([
    {
      type: "objection-recorded",
      objectionId: context.newId(),
      ordinal,
      objector: objector.trim(),
      text: text.trim(),
      ...toCommitment(commitment, context, on),
    },
  ]);
}

/** A manager rules on an objection: rejected; or upheld, and then the standards change and are promised anew, or the project leaves. */
export function ruleOnObjection(state: ProjectCase, command: Of<"rule-on-objection">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, reason, ruling, objectionId } = command;
  const objection = objectionsOf(state, commitment.id).find(({ id }) => id === objectionId);
  if (!objection) return refuse({ code: "objection-unknown", field: "objectionId" });
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "objection-ruled"),
    refuseOwn(commitment, context),
    objection.status === "open" ? null : { code: "objection-already-ruled", on: objection.ruledOn },
    refuseFuture(on, context),
    refuseBefore(on, objection.receivedOn, "objection"),
    refuseBlank(reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "objection-ruled", objectionId, ruling, reason, ...toCommitment(commitment, context, on) }]);
}

/** A day for every point of the place and for no other; a point may be left without one while nobody knows it. */
function checksFor(named: readonly PlannedCheck[], on: CivilDay, context: Context): Result<readonly (PlannedCheck & { readonly id: string })[]> {
  const points = pointsOf(context.pack);
  const stranger = named.find(({ point }) => !points.includes(point));
  if (stranger) return refuse({ code: "point-not-here", field: `due-${stranger.point}`, point: stranger.point });
  for (const { point, dueOn } of named) {
    if (dueOn === null) continue;
    const field = `due-${point}`;
    if (parseDay(dueOn) === null) return refuse({ code: "day-impossible", field, value: dueOn });
    if (dueOn < on) return refuse({ code: "day-before", field, on: dueOn, earliest: on, what: "commitment-in-force" });
  }
  return ok(points.map((point) => ({ id: context.newId(), point, dueOn: named.find((one) => one.point === point)?.dueOn ?? null })));
}

/** Items of the standards list with what the promise does for each; one that has begun meanwhile goes on the ordinary way. */
const promised = (state: ProjectCase, commitment: Commitment, { pack }: Context): readonly (PromisedItem & { readonly item: Item })[] => [
  ...new Map(
    standardsOf(state, commitment.id).flatMap(({ itemId, effect }) => {
      const item = itemId === null ? undefined : state.items[itemId];
      if (!item || effect === null || refusePromisable(state, item, effect, pack)) return [];
      return [[item.id, { itemId: item.id, effect, item }] as const];
    }),
  ).values(),
];

/**
 * 承诺生效: after the publicity, with no objection open and over a signed letter, a manager puts the promise in force. From that day what
 * was promised after the start holds nothing up before it, and what is decided at once may be; the supervision points begin.
 */
export function putInForce(state: ProjectCase, command: Of<"put-in-force">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on } = command;
  const { publicityTo } = commitment;
  const open = objectionsOf(state, commitment.id).filter(({ status }) => status === "open");
  const ruled = objectionsOf(state, commitment.id).flatMap(({ ruledOn }) => ruledOn ?? []);
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "commitment-in-force"),
    refuseOwn(commitment, context),
    refuseFuture(on, context),
    publicityTo !== null && on <= publicityTo ? { code: "publicity-running", field: "on", until: publicityTo } : null,
    open.length > 0 ? { code: "objection-open", count: open.length } : null,
    refuseBefore(on, ruled.sort().at(-1) ?? null, "objection"),
    refuseUnsigned(state, "project-commitment", commitment.id, context, { code: "commitment-letter-not-signed", commitmentNo: commitment.commitmentNo }),
    refuseApplicable(state, context.pack, on),
    refuseBarredPromise(context.pack, context.unrepairedBreaches ?? 0),
  );
  if (refusal) return refuse(refusal);
  const checks = checksFor(command.checks, on, context);
  if (!checks.ok) return checks;
  const items = promised(state, commitment, context);
  const spared = items.filter(({ effect }) => effect === "after-start").map(({ item }) => item.code);
  const relinked = Object.fromEntries(
    plannedItems(state).flatMap((item) => {
      const prerequisites = underPromise(item, item.prerequisites, spared);
      return prerequisites.length === item.prerequisites.length ? [] : [[item.id, prerequisites]];
    }),
  );
  return ok([
    {
      type: "commitment-in-force",
      checks: checks.value,
      items: items.map(({ itemId, effect }) => ({ itemId, effect })),
      relinked,
      ...toCommitment(commitment, context, on),
    },
  ]);
}

/** The project leaves the commitment before it is in force: nobody can be made to choose it. Afterwards it is a contract to be kept. */
export function exitCommitment(state: ProjectCase, command: Of<"exit-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const last = latest([lastDayOnItsWay(state, commitment), ...standardsOf(state, commitment.id).map(({ addedOn }) => addedOn)]);
  const refusal: Refusal | null = firstRefusal(
    commitment.inForceOn !== null && commitment.endedOn === null ? { code: "commitment-holds", commitmentNo: commitment.commitmentNo } : null,
    refuseCommitmentMove(commitment, "commitment-exited"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, last, "recorded"),
    refuseBlank(command.reason, "reason"),
  );
  return refusal ? refuse(refusal) : ok([{ type: "commitment-exited", reason: command.reason, ...toCommitment(commitment, context, command.on) }]);
}
