import type { ReactNode } from "react";
import { useWords } from "./words";

interface FiltersProps {
  /** Address of the list; the form is a plain GET, so filters live in the URL. */
  readonly action: string;
  readonly children: ReactNode;
  /** Fields behind 展开. */
  readonly rest?: ReactNode;
  readonly restOpen?: boolean;
  readonly clearHref?: string | null;
}

/** Three or four fields above a list; the rest folds away. */
export function Filters({ action, children, rest, restOpen, clearHref }: FiltersProps) {
  const { t } = useWords();
  return (
    <form className="filters" method="get" action={action} aria-label={t("filters.label")}>
      <div className="filters__fields">{children}</div>
      {rest && (
        <details className="filters__rest" open={restOpen}>
          <summary>{t("filters.more")}</summary>
          <div className="filters__fields">{rest}</div>
        </details>
      )}
      <div className="filters__buttons">
        <button type="submit" className="button">
          {t("filters.apply")}
        </button>
        {clearHref && <a href={clearHref}>{t("filters.clear")}</a>}
      </div>
    </form>
  );
}

export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly removeHref: string;
}

/** The filters in force, each removed by its own link. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  const { t } = useWords();
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("filters.chosen")}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <a className="chip" href={chip.removeHref}>
            {chip.label}
            <span aria-hidden="true"> ×</span>
            <span className="visually-hidden"> {t("filters.remove")}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
