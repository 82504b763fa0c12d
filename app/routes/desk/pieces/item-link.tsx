import type { ReactNode } from "react";
import type { ProjectHead } from "../../../application/queries/project-head";
import { paths } from "../../../web/paths";

/** Address of an item's page, or null where it is not this person's to open. */
export const itemHref = (head: Pick<ProjectHead, "opens">, itemNo: string): string | null =>
  head.opens === null || head.opens.includes(itemNo) ? paths.desk.item(itemNo) : null;

/** The name of an item, leading to its page where this person may open it. */
export function ItemLink({ head, itemNo, className, children }: { head: Pick<ProjectHead, "opens">; itemNo: string; className?: string; children: ReactNode }) {
  const href = itemHref(head, itemNo);
  return href ? (
    <a className={className} href={href}>
      {children}
    </a>
  ) : (
    <span className={className}>{children}</span>
  );
}
