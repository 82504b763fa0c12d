import type { CatalogueItem, Pack, Sourced } from "./pack";
import { loosenedPractice } from "./practice-loosening";
import type { ItemSource, PackSource, Violation } from "./source";

/**
 * K01: a lower level may tighten a rule or fill a gap, never loosen. Compares what a place states with the resolved
 * pack above it. An assumed value above is not a rule, so a place may replace it by anything.
 */
export function loosenings(parent: Pack, source: PackSource): readonly Violation[] {
  const found: Violation[] = [];
  const add = (file: Violation["file"], path: Violation["path"], message: string) => found.push({ rule: "pack-loosened", file, path, message });
  const limit = (file: Violation["file"], path: Violation["path"], above: Sourced<number> | undefined, own: Sourced<number> | undefined) => {
    if (!own || !above || above.assumed || above.value === null) return;
    if (own.value === null) add(file, path, `${path.join(".")} takes away the limit of ${above.value} set above (${above.source})`);
    else if (own.value > above.value) add(file, path, `${path.join(".")} is ${own.value}, looser than ${above.value} set above (${above.source})`);
  };

  for (const above of parent.categories)
    limit("pack", ["categories", above.code, "budgetWorkingDays"], above.budgetWorkingDays, source.categories[above.code]?.budgetWorkingDays);
  for (const above of parent.stages)
    limit("pack", ["stages", above.code, "limitWorkingDays"], above.limitWorkingDays, source.stages[above.code]?.limitWorkingDays);
  for (const above of parent.itemTypes)
    limit("pack", ["itemTypes", above.code, "limitWorkingDays"], above.limitWorkingDays, source.itemTypes[above.code]?.limitWorkingDays);
  for (const key of ["correctionNoticeWorkingDays", "deliveryWorkingDays", "conversionWorkingDays"] as const) {
    limit("pack", ["parameters", key], parent.parameters[key], source.parameters[key]);
  }
  const outcome = parent.parameters.correctionFailedOutcome;
  const own = source.parameters.correctionFailedOutcome;
  if (own && !outcome.assumed && outcome.value !== null && own.value !== outcome.value)
    add("pack", ["parameters", "correctionFailedOutcome"], `what follows is settled above (${outcome.source}) and not the place's to change`);
  const start = source.parameters.startRule;
  if (start && !parent.parameters.startRule.assumed && parent.parameters.startRule.value === "T+0" && start.value !== "T+0") {
    add("pack", ["parameters", "startRule"], "the level above counts the starting day (T+0); leaving it out gives departments one day more");
  }
  for (const above of parent.procedures) {
    const own = source.procedures[above.code];
    if (!own) continue;
    if (own.stops !== above.stops)
      add("pack", ["procedures", above.code, "stops"], `${above.code} stops ${above.stops} above; which clocks a procedure stops is not the place's to change`);
    limit("pack", ["procedures", above.code, "maxWorkingDays"], above.maxWorkingDays, own.maxWorkingDays);
  }
  for (const above of parent.items) {
    const own = source.items[above.code];
    if (own) loosenedItem(above, own, add, limit);
  }
  loosenedPractice(parent, source, add, limit);
  return found;
}

type Add = (file: Violation["file"], path: Violation["path"], message: string) => void;
type Limit = (file: Violation["file"], path: Violation["path"], above: Sourced<number> | undefined, own: Sourced<number> | undefined) => void;

function loosenedItem(above: CatalogueItem, own: ItemSource, add: Add, limit: Limit): void {
  const at = (...rest: string[]) => ["items", above.code, ...rest];
  limit("items", at("committed"), above.committed, own.committed);
  limit("items", at("committedExtension"), above.committedExtensionWorkingDays, own.committedExtension);

  const law = above.statutory;
  const here = own.statutory;
  if (here) {
    if (law.days !== null && (here.days === null || here.days > law.days))
      add("items", at("statutory", "days"), `the law gives ${law.days} days (${law.source}); a place may only shorten them`);
    if (law.days !== null && here.days !== null && law.unit === "cal" && here.unit === "wd")
      add("items", at("statutory", "unit"), "the law counts calendar days; counting working days is longer");
    if ((here.extension ?? 0) > (law.extensionDays ?? 0))
      add("items", at("statutory", "extension"), `the law allows ${law.extensionDays ?? 0} days of extension; a place may not allow more`);
    if (law.startsAt === "receipt" && here.from !== "receipt")
      add("items", at("statutory", "from"), "the law starts the limit at receipt; starting at acceptance is later");
  }
  if (above.noticeCommitment === "no" && own.noticeCommitment && own.noticeCommitment !== "no")
    add("items", at("noticeCommitment"), "notice commitment is excluded above for this item");
  if (!above.deferralAllowed && own.deferral) add("items", at("deferral"), "acceptance with gaps is excluded above for this item");

  for (const key of ["prerequisites", "categories", "stage", "kind"] as const) {
    if (own[key] !== undefined) add("items", at(key), `${key} of a national item come from the catalogue and cannot be changed by a place`);
  }
  if (own.core || own.deferrable) {
    const core = own.core ?? above.coreMaterials;
    const known = [...above.coreMaterials, ...above.deferrableMaterials];
    const extra = [...core, ...(own.deferrable ?? [])].find((material) => !known.includes(material));
    if (extra)
      add(
        "items",
        at(own.core ? "core" : "deferrable"),
        `${extra} is asked for nowhere above; a place may drop or postpone materials, not add them (发改投资〔2019〕268号)`,
      );
    // A place that takes no deferral for the item needs everything at once.
    const hardened = own.deferral === false ? undefined : core.find((material) => above.deferrableMaterials.includes(material));
    if (hardened) add("items", at("core"), `${hardened} may be supplied later above; a place may not demand it at acceptance`);
  }
}
