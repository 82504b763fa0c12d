import { Tag, type Tone, useWords } from "../../../components";
import { DIFFERENCE_KINDS, type DifferenceKind } from "../../../domain/pack/differences";

/** Looser asks for a second look; the word says it, the colour only repeats it. */
const TONE: Readonly<Record<DifferenceKind, Tone>> = {
  tightened: "ok",
  loosened: "warn",
  filled: "ok",
  changed: "plain",
  added: "plain",
  assumed: "sim",
  removed: "hold",
  source: "plain",
};

export function KindTag({ kind }: { kind: DifferenceKind }) {
  const { t } = useWords();
  return <Tag tone={TONE[kind]}>{t(`pack.kind.${kind}`)}</Tag>;
}

/** 收紧 3 · 放宽 0 · 补充 12 … those that occur. */
export function KindCounts({ counts }: { counts: Readonly<Record<DifferenceKind, number>> }) {
  const { t, number } = useWords();
  return (
    <ul className="kind-counts" aria-label={t("pack.differences.counts")}>
      {DIFFERENCE_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <li key={kind}>
          <KindTag kind={kind} /> {number(counts[kind])}
        </li>
      ))}
    </ul>
  );
}
