import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Tag, useWords } from "../../../components";
import type { Pack, Sourced } from "../../../domain/pack/pack";
import { type Statement, statementsOf } from "../../../domain/pack/statements";
import { type PackWords, packWords } from "../../../i18n/pack-words";

/** A value of a place: the value or 未规定, and the mark when the software chose it. The source stands beside or under it. */
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
export const Source = ({ of }: { of: { readonly source: string | null } }) => (of.source ? <span className="muted small">{of.source}</span> : null);

/** One statement of a pack in words, with its mark; `source` shows where it comes from under it. */
export function Said({ of, words, source = true }: { of: Statement | null; words: PackWords; source?: boolean }) {
  if (!of) return <>--</>;
  return (
    <>
      <span className={of.value === null ? "muted" : "said"}>{words.value(of)}</span> {of.assumed && <Assumed />}
      {source && of.sourced && (
        <>
          <br />
          <Source of={of} />
        </>
      )}
    </>
  );
}

/** The pack a page shows: everything it says, and how to say it. */
export interface ShownPack {
  readonly pack: Pack;
  readonly words: PackWords;
  readonly statements: readonly Statement[];
  /** The statement at an address; null where the pack has none. */
  at(...path: readonly string[]): Statement | null;
  /** Everything an item of the catalogue says. */
  ofItem(code: string): readonly Statement[];
}

const Shown = createContext<ShownPack | null>(null);

/** Opens a pack for the cards inside: what it says is listed once per page. */
export function PackProvider({ pack, children }: { pack: Pack; children: ReactNode }) {
  const tongue = useWords();
  const shown = useMemo((): ShownPack => {
    const statements = statementsOf(pack);
    const known = new Map(statements.map((statement) => [JSON.stringify(statement.path), statement]));
    const items = new Map<string, Statement[]>();
    for (const statement of statements) {
      const [group, code = ""] = statement.path;
      if (group === "items") items.set(code, [...(items.get(code) ?? []), statement]);
    }
    return {
      pack,
      statements,
      words: packWords(tongue, pack),
      at: (...path) => known.get(JSON.stringify(path)) ?? null,
      ofItem: (code) => items.get(code) ?? [],
    };
  }, [pack, tongue]);
  return <Shown.Provider value={shown}>{children}</Shown.Provider>;
}

export function useShownPack(): ShownPack {
  const shown = useContext(Shown);
  if (!shown) throw new Error("a card of a pack stands outside PackProvider");
  return shown;
}
