import type { AreaFacts } from "../case/parts/area-placement";
import type { Pack } from "../pack/pack";
import type { Refusal } from "../result";

/**
 * What is wrong with an assessed area as somebody wrote it down; null when nothing is. An area says what was assessed, which items it
 * spares, from when and on what document: without these nobody could check why an item was left out. It spares only what one of its
 * assessments stands for (优化营商环境条例 art. 42): an area assessed for geological hazard spares no project code and no construction permit.
 */
export function areaFault(area: AreaFacts, pack: Pick<Pack, "items">): Refusal | null {
  const unknown = area.spares.find((code) => !pack.items.some((item) => item.code === code));
  if (area.areaCode.trim() === "") return { code: "text-missing", field: "areaCode" };
  if (area.nameZh.trim() === "") return { code: "text-missing", field: "nameZh" };
  if (area.sourceDocument.trim() === "") return { code: "text-missing", field: "sourceDocument" };
  if (area.assessments.length === 0) return { code: "area-needs-assessment", field: "assessments" };
  if (area.spares.length === 0) return { code: "area-needs-items", field: "spares" };
  if (unknown !== undefined) return { code: "plan-item-unknown", field: "spares", item: unknown };
  const beyond = pack.items.filter(
    ({ code, areaAssessments }) => area.spares.includes(code) && !areaAssessments?.some((kind) => area.assessments.includes(kind)),
  );
  if (beyond.length > 0)
    return { code: "area-spares-beyond", field: "spares", items: beyond.map(({ name }) => name.zh), itemsEn: beyond.map(({ name }) => name.en) };
  return area.validTo !== null && area.validTo < area.validFrom ? { code: "area-ends-before", field: "validTo", validFrom: area.validFrom } : null;
}
