import type { ReactNode } from "react";
import { Tag, useWords } from "../../../components";
import type { Sourced } from "../../../domain/pack/pack";

/** A value of a place: the value or 未规定, and the mark when the software chose it. The source stands beside it, in its own column. */
export function SourcedValue<T>({ of, children }: { of: Sourced<T>; children: (value: T) => ReactNode }) {
  const { t } = useWords();
  if (of.value === null) return <span className="muted">{t("admin.unset")}</span>;
  return (
    <>
      {children(of.value)} {of.assumed && <Assumed />}
    </>
  );
}

/** 假定, with what that means for those who point at it or have it read out. */
export function Assumed() {
  const { t } = useWords();
  return (
    <span title={t("admin.assumed.help")}>
      <Tag tone="sim">{t("admin.assumed")}</Tag>
    </span>
  );
}

/** Where a value comes from. */
export const Source = ({ of }: { of: { readonly source: string } }) => <span className="muted small">{of.source}</span>;
