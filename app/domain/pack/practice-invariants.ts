import type { Pack } from "./pack";
import type { Bundle, Bundles } from "./practice";
import type { Violation } from "./source";

const broken = (rule: string, path: Violation["path"], message: string): Violation => ({ rule, file: "pack", path, message });

/** What must hold in how any place works: bundles keep their promise, processes share no category, windows can take a case in and hand it out. */
export function practiceFaults(pack: Pack): readonly Violation[] {
  return [
    ...(pack.bundles?.menu ?? []).flatMap((bundle) => bundleFaults(pack, pack.bundles as Bundles, bundle)),
    ...processes(pack),
    ...complexity(pack),
    ...windows(pack),
    ...ratings(pack),
    ...fines(pack),
    ...negativeList(pack),
    ...successors(pack),
    ...basis(pack),
  ];
}

/** D17, D18: at most so many steps, and so many percent fewer materials than the items ask for one by one. */
function bundleFaults(pack: Pack, rule: Bundles, bundle: Bundle): Violation[] {
  const at = (key: string) => ["bundles", "menu", bundle.code, key];
  const stranger = bundle.items.find((code) => !pack.items.some((item) => item.code === code));
  if (stranger) return [broken("pack-item-unknown", at("items"), `bundle ${bundle.code} holds "${stranger}", which is no item of this pack`)];
  const found: Violation[] = [];
  const max = rule.maxSteps.value;
  if (bundle.steps !== null && max !== null && bundle.steps.length > max)
    found.push(broken("pack-bundle-steps", at("steps"), `bundle ${bundle.code} has ${bundle.steps.length} steps; this place promises ${max} at most`));
  if (bundle.materials === null) return found;
  const asked = pack.items.filter((item) => bundle.items.includes(item.code)).flatMap((item) => [...item.coreMaterials, ...item.deferrableMaterials]);
  const extra = bundle.materials.find((material) => !asked.includes(material));
  if (extra) found.push(broken("pack-bundle-extra", at("materials"), `bundle ${bundle.code} asks for ${extra}, which none of its items asks for`));
  const percent = rule.materialReductionPercent.value;
  if (percent !== null && bundle.materials.length * 100 > asked.length * (100 - percent))
    found.push(
      broken(
        "pack-bundle-materials",
        at("materials"),
        `bundle ${bundle.code} asks for ${bundle.materials.length} materials; its items ask for ${asked.length} one by one and this place promises ${percent} % fewer`,
      ),
    );
  return found;
}

/** A category runs through one process only: the officer must not have to choose between two. */
function processes(pack: Pack): Violation[] {
  const taken = new Map<string, string>();
  return (pack.processes ?? []).flatMap((process) =>
    process.categories.flatMap((category) => {
      const other = taken.get(category);
      taken.set(category, process.code);
      return other === undefined
        ? []
        : [broken("pack-process-twice", ["processes", process.code, "categories"], `${category} runs through both ${other} and ${process.code}`)];
    }),
  );
}

/** The classes of complexity and the item types state the same limits; two statements that differ would give two due dates. */
function complexity(pack: Pack): Violation[] {
  const type = (code: string) => pack.itemTypes.find((one) => one.code === code);
  const expected = {
    simple: { limit: type("INSTANT")?.limitWorkingDays.value ?? null, reduction: null },
    "fairly-complex": { limit: type("COMMIT")?.limitWorkingDays.value ?? null, reduction: null },
    complex: { limit: null, reduction: type("COMMIT")?.exceptionReductionPercent?.value ?? null },
  };
  return (pack.complexity ?? []).flatMap((one) => {
    const { limit, reduction } = expected[one.code];
    const differs = (key: "limitWorkingDays" | "reductionPercent", type: number | null) =>
      one[key].value === type
        ? []
        : [
            broken(
              "pack-complexity-differs",
              ["complexity", one.code, key],
              `class ${one.code} says ${one[key].value}, its item type ${type}; state the same limit`,
            ),
          ];
    return [...differs("limitWorkingDays", limit), ...differs("reductionPercent", reduction)];
  });
}

/** Where investment has a window of its own, no other kind accepts it (Z08); where windows accept, some kind issues (F11). */
function windows(pack: Pack): Violation[] {
  const kinds = pack.windowKinds ?? [];
  const found: Violation[] = [];
  if (kinds.some((kind) => kind.accepts === "investment")) {
    for (const kind of kinds.filter((one) => one.accepts === "everything"))
      found.push(
        broken(
          "pack-window-investment",
          ["windowKinds", kind.code, "accepts"],
          `${kind.code} accepts everything, yet investment items have a window of their own`,
        ),
      );
  }
  if (kinds.some((kind) => kind.accepts !== "nothing") && !kinds.some((kind) => kind.issues))
    found.push(broken("pack-window-no-issue", ["windowKinds"], "windows accept here but none issues results"));
  return found;
}

function ratings(pack: Pack): Violation[] {
  const levels = (pack.ratings?.levels.value ?? []).map((one) => one.level);
  const stranger = (pack.ratings?.goodLevels.value ?? []).find((level) => !levels.includes(level));
  const found = stranger === undefined ? [] : [broken("pack-rating-unknown", ["ratings", "goodLevels"], `level ${stranger} counts as good but is no level`)];
  return new Set(levels).size === levels.length ? found : [...found, broken("pack-rating-unknown", ["ratings", "levels"], "a level is named twice")];
}

function fines(pack: Pack): Violation[] {
  return (pack.rules?.breachFines.value ?? [])
    .filter((fine) => fine.fromYuan > fine.toYuan)
    .map((fine) => broken("pack-fine-range", ["rules", "breachFines"], `a fine from ${fine.fromYuan} to ${fine.toYuan} yuan runs backwards`));
}

/** The negative list of the commitment system is told by items: a code nobody knows would exclude nothing. */
function negativeList(pack: Pack): Violation[] {
  return (pack.rules?.commitmentNegativeList.value ?? [])
    .filter((code) => !pack.items.some((item) => item.code === code))
    .map((code) => broken("pack-item-unknown", ["rules", "commitmentNegativeList"], `the negative list names "${code}", which is no item of this pack`));
}

/** A department that was merged names the other one that took over. */
function successors(pack: Pack): Violation[] {
  return pack.departments.flatMap((department) => {
    const next = department.succeededBy ?? null;
    if (next === null || (next !== department.code && pack.departments.some((other) => other.code === next))) return [];
    return [
      broken(
        "pack-department-unknown",
        ["departments", department.code, "succeededBy"],
        `${department.code} is succeeded by "${next}", which is no other department`,
      ),
    ];
  });
}

function basis(pack: Pack): Violation[] {
  return pack.basis.flatMap((one, index) => {
    const [from, to] = [one.validFrom ?? null, one.validTo ?? null];
    if (from !== null && to !== null && to < from)
      return [broken("pack-validity", ["basis", index, "validTo"], `${one.title} ends on ${to}, before it begins on ${from}`)];
    if (to !== null && to < pack.validFrom)
      return [broken("pack-basis-ended", ["basis", index, "validTo"], `${one.title} ended on ${to}, before the pack begins`)];
    return [];
  });
}
