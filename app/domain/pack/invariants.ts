import type { CatalogueItem, Pack } from "./pack";
import { practiceFaults } from "./practice-invariants";
import type { PackSource, Violation } from "./source";

/** The closed list of 行政许可法 art. 45: only these stop the statutory clock. */
export const LEGAL_PROCEDURES: readonly string[] = ["hearing", "tendering", "auction", "inspection", "testing", "quarantine", "appraisal", "expert-review"];

/**
 * What must hold in every resolved pack whatever the place: numbers are sourced or marked assumed, codes exist, the
 * prerequisite graph has no cycle, committed limits respect their type and the law, only the legal list stops both clocks.
 * @param pack the resolved pack  @param source what the folder itself says, so that a fault is reported where it was written
 */
export function invariants(pack: Pack, source: PackSource): readonly Violation[] {
  return [
    ...unsourced(source),
    ...people(pack, source),
    ...procedures(pack),
    ...pack.items.flatMap((item) => itemFaults(pack, item)),
    ...cycles(pack),
    ...questions(pack),
    ...switches(pack),
    ...validity(pack),
    ...practiceFaults(pack),
  ];
}

const broken = (rule: string, file: Violation["file"], path: Violation["path"], message: string): Violation => ({ rule, file, path, message });

/** Every `{ value, source, assumed }` of the files: a number has a source or is marked assumed; a null says who was asked. */
function unsourced(source: PackSource): Violation[] {
  const found: Violation[] = [];
  const walk = (node: unknown, path: (string | number)[]): void => {
    if (Array.isArray(node)) {
      for (const [index, entry] of node.entries()) walk(entry, [...path, index]);
      return;
    }
    if (node === null || typeof node !== "object") return;
    const file = path[0] === "items" ? "items" : "pack";
    if ("value" in node && "assumed" in node && "source" in node) {
      const at = path.join(".");
      const blank = String(node.source).trim() === "";
      if (node.value === null && node.assumed) found.push(broken("pack-assumed-nothing", file, path, `${at} is null and assumed: an assumption needs a value`));
      else if (node.value === null && blank)
        found.push(broken("pack-gap-unstated", file, path, `${at} is null without a source saying where it was looked for`));
      else if (blank && !node.assumed) found.push(broken("pack-number-unsourced", file, path, `${at} has neither a source nor assumed: true`));
      return;
    }
    if ("days" in node && "source" in node && String(node.source).trim() === "")
      found.push(broken("pack-number-unsourced", file, path, `${path.join(".")} names no law`));
    for (const [key, entry] of Object.entries(node)) walk(entry, [...path, key]);
  };
  walk(source, []);
  return found;
}

function people(pack: Pack, source: PackSource): Violation[] {
  const known = new Set(pack.departments.map((department) => department.code));
  const found: Violation[] = [];
  for (const stage of pack.stages) {
    const lead = stage.leadDepartment.value;
    if (lead !== null && !known.has(lead))
      found.push(
        broken(
          "pack-department-unknown",
          "pack",
          ["stages", stage.code, "leadDepartment"],
          `stage ${stage.code} is led by "${lead}", which is no department of this pack`,
        ),
      );
  }
  source.transfers.forEach((transfer, index) => {
    if (!known.has(transfer.to))
      found.push(
        broken("pack-department-unknown", "pack", ["transfers", index, "to"], `items are transferred to "${transfer.to}", which is no department of this pack`),
      );
    const stranger = transfer.except.find((code) => !pack.items.some((item) => item.code === code));
    if (stranger)
      found.push(
        broken("pack-item-unknown", "pack", ["transfers", index, "except"], `"${stranger}" is excepted from the transfer but is no item of this pack`),
      );
  });
  for (const item of pack.items) {
    if (!known.has(item.department))
      found.push(
        broken(
          "pack-department-unknown",
          "items",
          ["items", item.code, "department"],
          `${item.code} belongs to "${item.department}", which is no department of this pack`,
        ),
      );
    if (!known.has(item.decidingDepartment))
      found.push(
        broken(
          "pack-department-unknown",
          "items",
          ["items", item.code, "decidingDepartment"],
          `${item.code} is decided by "${item.decidingDepartment}", which is no department of this pack`,
        ),
      );
  }
  return found;
}

function procedures(pack: Pack): Violation[] {
  return pack.procedures
    .filter((kind) => kind.stops === "both" && !LEGAL_PROCEDURES.includes(kind.code))
    .map((kind) =>
      broken(
        "pack-procedure-not-in-law",
        "pack",
        ["procedures", kind.code, "stops"],
        `${kind.code} stops both clocks but is not in the closed list of 行政许可法 art. 45; it may stop the committed clock only`,
      ),
    );
}

function itemFaults(pack: Pack, item: CatalogueItem): Violation[] {
  const found: Violation[] = [];
  const at = (key: string) => ["items", item.code, key];
  const codes = new Set(pack.items.map((other) => other.code));
  for (const prerequisite of item.prerequisites) {
    if (!codes.has(prerequisite))
      found.push(broken("pack-prerequisite-unknown", "items", at("prerequisites"), `${item.code} needs "${prerequisite}", which is no item of this pack`));
  }
  for (const [prerequisite, substitute] of Object.entries(item.alternatives)) {
    if (!item.prerequisites.includes(prerequisite))
      found.push(
        broken("pack-alternative-unknown", "items", at("alternatives"), `${item.code} names a substitute for "${prerequisite}", which it does not need`),
      );
    if (!codes.has(substitute))
      found.push(broken("pack-alternative-unknown", "items", at("alternatives"), `${item.code} accepts "${substitute}", which is no item of this pack`));
  }
  const days = item.committed.value;
  const rule = pack.itemTypes.find((type) => type.code === item.type);
  const exception = item.typeLimitException ?? null;
  if (!rule) found.push(broken("pack-type-unknown", "items", at("type"), `${item.code} is ${item.type}, a kind this place does not know`));
  if (exception !== null && item.type !== "COMMIT")
    found.push(
      broken("pack-exception-misplaced", "items", at("exceptionBasis"), `${item.code} is ${item.type}; only COMMIT items may exceed their type's limit by law`),
    );
  // What may follow later (可容缺) and whether anything may are one statement: an item that takes no deferral needs everything at once.
  if (!item.deferralAllowed && item.deferrableMaterials.length > 0)
    found.push(
      broken(
        "pack-deferral-unclear",
        "items",
        at("deferrable"),
        `${item.code} takes no deferral and yet lists ${item.deferrableMaterials.join(", ")} as deferrable; list them under core`,
      ),
    );
  if (item.deferralAllowed && item.deferrableMaterials.length === 0)
    found.push(broken("pack-deferral-unclear", "items", at("deferral"), `${item.code} takes deferral and lists no material that may follow later`));
  // A forwarded item is decided at a higher level: this place's type limits and the general limit do not bind that level.
  if (days === null || item.forwardedTo) return found;
  const law = item.statutory.days;
  if (law !== null && days > law)
    found.push(
      broken("pack-over-statutory", "items", at("committed"), `${item.code} commits ${days} days, more than the ${law} of the law (${item.statutory.source})`),
    );
  const limit = rule?.limitWorkingDays.value ?? null;
  if (limit === null || days <= limit) return found;
  if (exception === null)
    return [
      ...found,
      broken(
        "pack-type-limit",
        "items",
        at("committed"),
        `${item.code} is ${item.type} and commits ${days} working days, over the type's ${limit}; give exceptionBasis (the law) or shorten it`,
      ),
    ];
  const percent = rule?.exceptionReductionPercent?.value ?? null;
  if (percent !== null && law !== null && days > (law * (100 - percent)) / 100) {
    found.push(
      broken(
        "pack-exception-too-long",
        "items",
        at("committed"),
        `${item.code} commits ${days} of ${law} days; this place promises complex items at least ${percent} % shorter`,
      ),
    );
  }
  return found;
}

/** Depth-first search over prerequisites and their substitutes; reports each cycle once, at the item that closes it. */
function cycles(pack: Pack): Violation[] {
  const needs = new Map(pack.items.map((item) => [item.code, [...item.prerequisites, ...Object.values(item.alternatives)]]));
  const state = new Map<string, "open" | "done">();
  const found: Violation[] = [];
  const visit = (code: string, trail: readonly string[]): void => {
    if (state.get(code) === "done") return;
    if (state.get(code) === "open") {
      const ring = [...trail.slice(trail.indexOf(code)), code];
      found.push(
        broken(
          "pack-prerequisite-cycle",
          "items",
          ["items", trail[trail.length - 1] ?? code, "prerequisites"],
          `prerequisites form a ring: ${ring.join(" → ")}`,
        ),
      );
      return;
    }
    state.set(code, "open");
    for (const next of needs.get(code) ?? []) if (needs.has(next)) visit(next, [...trail, code]);
    state.set(code, "done");
  };
  for (const code of needs.keys()) visit(code, []);
  return found;
}

function questions(pack: Pack): Violation[] {
  const codes = new Set(pack.items.map((item) => item.code));
  const found: Violation[] = [];
  for (const question of pack.questions) {
    if (question.options.length < 2)
      found.push(
        broken("pack-question-without-choice", "pack", ["questions", question.code, "options"], `question ${question.code} offers fewer than two answers`),
      );
    for (const option of question.options) {
      const path = ["questions", question.code, "options", option.code];
      for (const [key, list] of [
        ["adds", option.adds],
        ["drops", option.drops],
      ] as const) {
        const stranger = list.find((code) => !codes.has(code));
        if (stranger)
          found.push(broken("pack-item-unknown", "pack", [...path, key], `answer ${option.code} ${key} "${stranger}", which is no item of this pack`));
      }
      const both = option.adds.find((code) => option.drops.includes(code));
      if (both) found.push(broken("pack-question-contradiction", "pack", path, `answer ${option.code} both adds and drops ${both}`));
    }
  }
  return found;
}

/** Switches name project categories, or KEY for key projects (重点项目). */
function switches(pack: Pack): Violation[] {
  const categories = pack.categories.map((category) => category.code as string);
  const known = ["KEY", ...categories];
  const excludable = [...categories, ...pack.items.map((item) => item.code)];
  return [
    ...(["simulatedApproval", "commitment"] as const).flatMap((key) =>
      (pack.switches[key].value ?? [])
        .filter((code) => !known.includes(code))
        .map((code) => broken("pack-switch-unknown", "pack", ["switches", key], `${key} names "${code}"; it takes project categories or KEY`)),
    ),
    ...(pack.switches.simulationExcludes?.value ?? [])
      .filter((code) => !excludable.includes(code))
      .map((code) =>
        broken("pack-switch-unknown", "pack", ["switches", "simulationExcludes"], `simulationExcludes names "${code}"; it takes project categories or items`),
      ),
  ];
}

function validity(pack: Pack): Violation[] {
  return pack.validTo !== null && pack.validTo < pack.validFrom
    ? [broken("pack-validity", "pack", ["validTo"], `the pack ends on ${pack.validTo}, before it begins on ${pack.validFrom}`)]
    : [];
}
