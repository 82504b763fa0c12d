import type { WaitingReview } from "../../../application/queries/waiting-review";
import { paths } from "../../../web/paths";

/** Page of the act that settles what waits, where the act has one of its own. */
export function elsewhere({ kind, head, item }: Pick<WaitingReview, "kind" | "head" | "item">): string {
  if (kind === "no-agent") return paths.desk.projectTab(head.projectNo, "agent");
  return item ? paths.desk.item(item.itemNo) : paths.desk.project(head.projectNo);
}
