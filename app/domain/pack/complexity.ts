import type { CatalogueItem, Pack } from "./pack";
import type { ComplexityClass } from "./practice";

/**
 * The complexity class of an item (D19): on the spot, within the class's working days, or cut against its statutory limit.
 * Null where the place knows no classes, for milestones and services, which are no approvals, and for items decided higher up.
 */
export function complexityOf(pack: Pick<Pack, "complexity">, item: CatalogueItem): ComplexityClass | null {
  const classes = pack.complexity ?? [];
  const days = item.committed.value;
  if (days === null || item.type === "MILESTONE" || item.type === "SERVICE" || item.forwardedTo) return null;
  if (item.type === "INSTANT") return classes.find((one) => one.code === "simple") ?? null;
  const limit = classes.find((one) => one.code === "fairly-complex")?.limitWorkingDays.value ?? null;
  return classes.find((one) => one.code === (limit !== null && days > limit ? "complex" : "fairly-complex")) ?? null;
}
