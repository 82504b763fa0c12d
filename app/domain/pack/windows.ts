import type { WindowKind } from "./practice";

/**
 * Whether a kind of window may accept an item (Z08, D08). Windows of one area or one department must also serve the item's own.
 * @param item whether it belongs to an investment project, and whether it lies in the window's own area or department
 */
export function windowMayAccept(kind: Pick<WindowKind, "accepts">, item: { readonly investment: boolean; readonly own: boolean }): boolean {
  switch (kind.accepts) {
    case "everything":
      return true;
    case "everything-but-investment":
      return !item.investment;
    case "investment":
      return item.investment;
    case "own-area":
    case "own-department":
      return item.own;
    case "nothing":
      return false;
  }
}
