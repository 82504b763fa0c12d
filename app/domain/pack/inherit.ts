import { practiceOf } from "./inherit-practice";
import { overlay } from "./overlay";
import type {
  Basis,
  CatalogueItem,
  Category,
  CategoryCode,
  Department,
  ItemType,
  ItemTypeRule,
  Pack,
  ProcedureKind,
  ScreeningQuestion,
  Sourced,
  StageCode,
  StageRule,
} from "./pack";
import type { ItemSource, Need, PackSource, Violation } from "./source";

const CATEGORY_ORDER: readonly CategoryCode[] = ["GOV", "SOC", "LANDPLAN", "SMALL", "IND", "TECH"];
const STAGE_ORDER: readonly StageCode[] = ["S1", "S2", "S3", "S4", "P"];
const TYPE_ORDER: readonly ItemType[] = ["INSTANT", "ONE_REVIEW", "COMMIT", "MILESTONE", "SERVICE"];

/**
 * Lays a place over the level above it and returns the complete pack: what the place states wins, what it leaves out
 * is inherited. A value stated at no level is a gap and becomes a violation (`pack-gap-unstated`); the pack is then null,
 * because a rule that is silently missing would be read as a rule that is not there. The digest stays empty: hashing
 * is the loader's work. Whether the place loosens anything is checked by `loosenings`.
 */
export function inherit(parent: Pack | null, source: PackSource): { readonly pack: Pack | null; readonly violations: readonly Violation[] } {
  const gaps: Violation[] = [];
  const need: Need = <T>(file: Violation["file"], path: Violation["path"], own: T | undefined, above: T | undefined): T => {
    const value = own === undefined ? above : own;
    if (value === undefined) {
      gaps.push({
        rule: "pack-gap-unstated",
        file,
        path,
        message: `${path.join(".")} is stated neither here nor above; write value: null with a source if nobody states it`,
      });
    }
    return value as T;
  };

  const categories = CATEGORY_ORDER.map((code): Category => {
    const own = source.categories[code];
    const above = parent?.categories.find((category) => category.code === code);
    const path = ["categories", code];
    return {
      code,
      name: need("pack", [...path, "name"], own?.name, above?.name),
      budgetWorkingDays: need("pack", [...path, "budgetWorkingDays"], own?.budgetWorkingDays, above?.budgetWorkingDays),
      budgetMode: need("pack", [...path, "budgetMode"], own?.budgetMode, above?.budgetMode),
    };
  });

  const stages = STAGE_ORDER.map((code): StageRule => {
    const own = source.stages[code];
    const above = parent?.stages.find((stage) => stage.code === code);
    const path = ["stages", code];
    return {
      code,
      name: need("pack", [...path, "name"], own?.name, above?.name),
      leadDepartment: need("pack", [...path, "leadDepartment"], own?.leadDepartment, above?.leadDepartment),
      limitWorkingDays: need("pack", [...path, "limitWorkingDays"], own?.limitWorkingDays, above?.limitWorkingDays),
    };
  });

  const itemTypes = TYPE_ORDER.flatMap((code): ItemTypeRule[] => {
    const own = source.itemTypes[code];
    const above = parent?.itemTypes.find((type) => type.code === code);
    // A kind that this place or one above it does not know (一审一核件 outside Hengyang) is no kind of the pack.
    if (own?.countsAs || (parent && !own && !above)) return [];
    const path = ["itemTypes", code];
    const reduction = own?.exceptionReductionPercent ?? above?.exceptionReductionPercent;
    return [
      {
        code,
        name: need("pack", [...path, "name"], own?.name, above?.name),
        steps: need("pack", [...path, "steps"], own?.steps, above?.steps),
        limitWorkingDays: need("pack", [...path, "limitWorkingDays"], own?.limitWorkingDays, above?.limitWorkingDays),
        separatePersons: own?.separatePersons ?? above?.separatePersons ?? false,
        ...(reduction ? { exceptionReductionPercent: reduction } : {}),
      },
    ];
  });

  const parameter = <K extends keyof Pack["parameters"]>(key: K) =>
    need("pack", ["parameters", key], source.parameters[key] as Pack["parameters"][K] | undefined, parent?.parameters[key]);
  const flag = <K extends keyof Pack["switches"]>(key: K) =>
    need("pack", ["switches", key], source.switches[key] as Pack["switches"][K] | undefined, parent?.switches[key]);

  // Asked of no level: where none excludes anything, nothing is excluded.
  const excludes = source.switches.simulationExcludes ?? parent?.switches.simulationExcludes;

  const pack: Pack = {
    id: source.id,
    place: source.place,
    name: source.name,
    inherits: source.inherits,
    validFrom: source.validFrom,
    validTo: source.validTo,
    basis: basisOf(parent, source),
    digest: "",
    categories,
    stages,
    itemTypes,
    departments: overlay<Department>(parent?.departments, source.departments),
    procedures: overlay<ProcedureKind>(parent?.procedures, source.procedures),
    items: itemsOf(parent, source, need),
    questions: overlay<ScreeningQuestion>(parent?.questions, questionsOf(source)),
    parameters: {
      correctionNoticeWorkingDays: parameter("correctionNoticeWorkingDays"),
      startRule: parameter("startRule"),
      pauseRule: parameter("pauseRule"),
      warnWorkingDays: parameter("warnWorkingDays"),
      deliveryWorkingDays: parameter("deliveryWorkingDays"),
      correctionFailedOutcome: parameter("correctionFailedOutcome"),
      correctionStopsCommittedClock: parameter("correctionStopsCommittedClock"),
      conversionWorkingDays: parameter("conversionWorkingDays"),
    },
    switches: {
      simulatedApproval: flag("simulatedApproval"),
      commitment: flag("commitment"),
      greenChannel: flag("greenChannel"),
      ...(excludes ? { simulationExcludes: excludes } : {}),
    },
    transfers: [...source.transfers, ...(parent?.transfers ?? [])],
    ...practiceOf(parent, source, need),
  };
  return gaps.length > 0 ? { pack: null, violations: gaps } : { pack, violations: [] };
}

/** The texts of the place, then those above it; a text both name is listed once, in the place's words. */
function basisOf(parent: Pack | null, source: PackSource): readonly Basis[] {
  const own = source.basis.map((basis) => ({ ...basis, validFrom: basis.validFrom ?? null, validTo: basis.validTo ?? null }));
  const named = new Set(own.map((basis) => basis.title));
  return [...own, ...(parent?.basis ?? []).filter((basis) => !named.has(basis.title))];
}

function questionsOf(source: PackSource): Record<string, Omit<ScreeningQuestion, "code">> {
  return Object.fromEntries(
    Object.entries(source.questions).map(([code, question]) => [
      code,
      { ...question, options: Object.entries(question.options).map(([option, rest]) => ({ code: option, ...rest })) },
    ]),
  );
}

function itemsOf(parent: Pack | null, source: PackSource, need: Need): readonly CatalogueItem[] {
  const above = new Map((parent?.items ?? []).map((item) => [item.code, item]));
  const codes = [...above.keys(), ...Object.keys(source.items).filter((code) => !above.has(code))];
  return codes.map((code) => itemOf(code, above.get(code), source, need));
}

function itemOf(code: string, above: CatalogueItem | undefined, source: PackSource, need: Need): CatalogueItem {
  const own: ItemSource = source.items[code] ?? {};
  const wanted = <K extends keyof ItemSource>(key: K, inherited: ItemSource[K] | undefined): NonNullable<ItemSource[K]> =>
    need("items", ["items", code, key], own[key], inherited) as NonNullable<ItemSource[K]>;
  const statutory = wanted(
    "statutory",
    above && {
      days: above.statutory.days,
      unit: above.statutory.unit,
      extension: above.statutory.extensionDays,
      from: above.statutory.startsAt,
      source: above.statutory.source,
    },
  );
  const department = wanted("department", above?.department);
  const kind = wanted("kind", above?.kind);
  const item = {
    code,
    name: wanted("name", above?.name),
    stage: wanted("stage", above?.stage),
    kind,
    type: kindHere(source, wanted("type", above?.type)),
    department,
    statutory: statutory && {
      days: statutory.days,
      unit: statutory.unit,
      extensionDays: statutory.extension,
      startsAt: statutory.from,
      source: statutory.source,
    },
    committed: wanted("committed", above?.committed),
    committedExtensionWorkingDays: wanted("committedExtension", above?.committedExtensionWorkingDays) as Sourced<number>,
    prerequisites: wanted("prerequisites", above?.prerequisites),
    alternatives: own.alternatives ?? above?.alternatives ?? {},
    categories: wanted("categories", above?.categories),
    noticeCommitment: wanted("noticeCommitment", above?.noticeCommitment),
    noticeDomain: own.noticeDomain ?? above?.noticeDomain ?? null,
    areaAssessments: own.areaAssessments ?? above?.areaAssessments ?? null,
    deferralAllowed: wanted("deferral", above?.deferralAllowed),
    coreMaterials: wanted("core", above?.coreMaterials),
    deferrableMaterials: wanted("deferrable", above?.deferrableMaterials),
    forwardedTo: own.forwardedTo ?? above?.forwardedTo ?? null,
    typeLimitException: own.exceptionBasis ?? above?.typeLimitException ?? null,
    onlineExclusion: own.onlineExclusion ?? above?.onlineExclusion ?? null,
    correctionNoticeWorkingDays: own.correctionNotice ?? above?.correctionNoticeWorkingDays ?? null,
    note: own.note ?? above?.note ?? null,
  };
  // A place that gives an item to another department gives it the decision too, unless a level above moved the decision to a bureau.
  const bureau = above && above.decidingDepartment !== above.department ? above.decidingDepartment : department;
  return { ...item, decidingDepartment: own.decidingDepartment ?? transferredTo(source, code, kind) ?? bureau };
}

/** The kind an item has where some kinds do not exist. */
const kindHere = (source: PackSource, type: ItemType): ItemType => source.itemTypes[type]?.countsAs?.type ?? type;

/** The approval bureau an item went to, by kind and with exceptions; null when it stayed with its department. */
function transferredTo(source: PackSource, code: string, kind: string): string | null {
  return source.transfers.find((transfer) => transfer.kinds.includes(kind) && !transfer.except.includes(code))?.to ?? null;
}
