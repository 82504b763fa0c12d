import type { ReactNode } from "react";
import { useWords } from "./words";

export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  /** 18/23 */
  readonly count?: ReactNode;
}

/** Sub-pages of one thing, as links: each prints and can be bookmarked. */
export const Tabs = ({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) => (
  <nav className="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.key}>
          <a href={tab.href} aria-current={tab.key === current ? "page" : undefined}>
            {tab.label}
            {tab.count !== undefined && <span className="tabs__count"> {tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/** The way here. The last crumb is this page and has no link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useWords();
  return (
    <nav className="crumbs" aria-label={t("crumbs.label")}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${index}-${crumb.label}`}>
            {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current={index === crumbs.length - 1 ? "page" : undefined}>{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
