import type { Pack } from "../pack/pack";
import type { WindowKind } from "../pack/practice";
import { windowMayAccept } from "../pack/windows";
import type { Refusal } from "../result";
import type { Context } from "./context";
import type { WindowAtWork, WindowNamed } from "./parts/window";
import type { Item } from "./state";

type AtWindow = Pick<Context, "window" | "pack">;
type IssuingAt = Pick<Context, "window" | "pack" | "openWindows">;

const kindOf = (pack: Pack, code: string | null): WindowKind | undefined => (pack.windowKinds ?? []).find((kind) => kind.code === code);

/** The departments whose items a window serves: the deciding one, or the line department whose permits went over to another (D04). */
function servesItem(window: WindowAtWork, item: Pick<Item, "code" | "departmentCode">, pack: Pack): boolean {
  const line = pack.items.find((candidate) => candidate.code === item.code)?.department;
  return window.departmentCodes.length === 0 || window.departmentCodes.some((code) => code === item.departmentCode || code === line);
}

/** Whether an item lies in what the kind of window calls its own: its area, or the departments it serves. */
function isOwn(kind: WindowKind, window: WindowAtWork, item: Pick<Item, "code" | "departmentCode">, pack: Pack): boolean {
  if (kind.accepts === "own-department") return servesItem(window, item, pack);
  const area = (pack.windowAreas ?? []).find((candidate) => candidate.code === window.areaCode);
  return window.areaCode === null || area?.investment === true;
}

/**
 * Refuses what this window may not take: by its kind in the rules of the place, and where the place has a window of its own for
 * investment, any other kind (Z08, D08). Every item of a project is an investment item. A person without a window, and a kind the
 * place does not know, are bound by nothing here.
 */
export function refuseAtWindow(item: Pick<Item, "code" | "departmentCode" | "itemNo">, { window, pack }: AtWindow): Refusal | null {
  const kind = window && kindOf(pack, window.kindCode);
  if (!window || !kind) return null;
  const named = { window: window.nameZh, windowEn: window.nameEn, itemNo: item.itemNo };
  const reserved = (pack.windowKinds ?? []).some((other) => other.accepts === "investment");
  if (reserved && kind.accepts !== "investment" && kind.accepts !== "nothing") return { code: "window-not-for-investment", ...named };
  return windowMayAccept(kind, { investment: true, own: isOwn(kind, window, item, pack) })
    ? null
    : { code: "window-does-not-take", ...named, accepts: kind.accepts };
}

/**
 * Refuses to hand out at a window of a kind that hands out nothing, and, where the window that accepted hands out itself, at any
 * other (谁受理谁发证, Z24; 统一出件, D08). The results of a window that was closed since are handed out at any other that hands out.
 * @see RULES.md
 */
export function refuseToIssueAt(
  item: Pick<Item, "windowId" | "windowKind" | "windowNameZh" | "windowNameEn" | "itemNo">,
  { window, pack, openWindows }: IssuingAt,
): Refusal | null {
  if (!window) return null;
  if (kindOf(pack, window.kindCode)?.issues === false) return { code: "window-does-not-issue", window: window.nameZh, windowEn: window.nameEn };
  const accepting = kindOf(pack, item.windowKind);
  if (item.windowId === null || item.windowId === window.id || accepting?.issues !== true) return null;
  if (openWindows && !openWindows.includes(item.windowId)) return null;
  return { code: "result-belongs-to-window", window: item.windowNameZh, windowEn: item.windowNameEn, itemNo: item.itemNo };
}

/** Whether a letter in force that day lets the window act for the item's department (Z20, H40). */
export const isAuthorised = (window: WindowAtWork, item: Pick<Item, "code" | "departmentCode">): boolean =>
  window.letters.some((letter) => letter.departmentCode === item.departmentCode && (letter.itemCodes === null || letter.itemCodes.includes(item.code)));

/** The window as an event keeps it; null for somebody without one. */
export const windowNamed = (item: Pick<Item, "code" | "departmentCode">, { window }: Pick<Context, "window">): WindowNamed | null =>
  window && { id: window.id, nameZh: window.nameZh, nameEn: window.nameEn, kindCode: window.kindCode, authorised: isAuthorised(window, item) };

/** Whether somebody who sits at none acts in a centre that has open windows (体外循环, H04). */
export const isOutsideWindows = ({ window, openWindows = [] }: Pick<Context, "window" | "openWindows">): boolean => window === null && openWindows.length > 0;

/** What is irregular about this person accepting this item at this window today; it hinders nothing and is found (H06, K11, Z20). */
export type WindowFinding =
  | { readonly kind: "unauthorised-window"; readonly window: string; readonly windowEn: string; readonly departmentCode: string }
  | { readonly kind: "certificate-expired"; readonly window: string; readonly windowEn: string; readonly validTo: string };

export function windowFindings({ window, today }: Pick<Context, "window" | "today">, item: Pick<Item, "code" | "departmentCode">): readonly WindowFinding[] {
  if (!window) return [];
  const named = { window: window.nameZh, windowEn: window.nameEn };
  return [
    ...(isAuthorised(window, item) ? [] : [{ kind: "unauthorised-window" as const, ...named, departmentCode: item.departmentCode }]),
    ...(window.certificateValidTo !== null && window.certificateValidTo < today
      ? [{ kind: "certificate-expired" as const, ...named, validTo: window.certificateValidTo }]
      : []),
  ];
}
