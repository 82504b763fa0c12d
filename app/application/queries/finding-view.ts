import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Finding } from "../../domain/case/parts/finding";
import type { Item, ProjectCase } from "../../domain/case/state";
import type { Pack, Words } from "../../domain/pack/pack";
import { departmentOf, nameOf, procedureName } from "./item-view";

/** One irregularity as lists and cards show it. */
export interface FindingView extends Pick<Finding, "id" | "code" | "facts" | "byRule" | "byName" | "evidence" | "eventSeq"> {
  readonly foundOn: CivilDay;
  readonly item: { readonly itemNo: string; readonly name: Words } | null;
  readonly department: Words | null;
  /** Names of the procedure and the step the facts speak of, in both languages. */
  readonly procedure: Words | null;
  readonly step: Words | null;
}

type Named = Pick<Finding, "id" | "code" | "facts" | "byRule" | "byName" | "evidence" | "eventSeq" | "foundOn" | "departmentCode">;

export function viewFinding(finding: Named, item: Pick<Item, "itemNo" | "nameZh" | "nameEn" | "type"> | null, pack: Pack): FindingView {
  const { kind, step } = finding.facts;
  const steps = pack.itemTypes.find((type) => type.code === item?.type)?.steps ?? [];
  return {
    id: finding.id,
    code: finding.code,
    facts: finding.facts,
    byRule: finding.byRule,
    byName: finding.byName,
    evidence: finding.evidence,
    eventSeq: finding.eventSeq,
    foundOn: finding.foundOn,
    item: item && { itemNo: item.itemNo, name: nameOf(item) },
    department: finding.departmentCode === null ? null : departmentOf(pack, finding.departmentCode),
    procedure: typeof kind === "string" ? procedureName(pack, kind) : null,
    step: steps.find((one) => one.code === step)?.name ?? null,
  };
}

/** Irregularities of a case, newest first; of one item when it is named. */
export const findingsOf = ({ findings, items }: Pick<ProjectCase, "findings" | "items">, pack: Pack, itemId?: string): readonly FindingView[] =>
  Object.values(findings)
    .filter((finding) => itemId === undefined || finding.itemId === itemId)
    .sort((a, b) => (a.foundOn === b.foundOn ? (a.id < b.id ? 1 : -1) : a.foundOn < b.foundOn ? 1 : -1))
    .map((finding) => viewFinding(finding, finding.itemId === null ? null : (items[finding.itemId] ?? null), pack));
