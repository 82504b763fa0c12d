import type { ProjectCommitmentLetter } from "../../domain/case/commitment/letter";
import { KeyValues } from "../figures";
import { useWords } from "../words";
import { headRows } from "./head-rows";

/** What a project commitment letter means, as one would say it across a table. */
export function CommitmentPlainWords() {
  const { t } = useWords();
  return (
    <ul className="plain-words">
      <li>{t("letter.project-commitment.plain.1")}</li>
      <li>{t("letter.project-commitment.plain.2")}</li>
      <li>{t("letter.project-commitment.plain.3")}</li>
      <li>{t("letter.project-commitment.plain.4")}</li>
    </ul>
  );
}

/** The facts of a project commitment letter with its standards list, in the words of the law. */
export function CommitmentText({ letter }: { letter: ProjectCommitmentLetter }) {
  const { t, pick, day, number } = useWords();
  const points = letter.points.map((point) => t(`commitment.point.${point}`));
  return (
    <>
      <KeyValues
        rows={[
          ...headRows(letter, { t }),
          { label: t("letter.commitmentNo"), value: `${letter.commitmentNo} · ${t("commitment.round", { n: letter.round })}` },
          { label: t("letter.standardsNo"), value: `${letter.standardsNo} · ${day(letter.standardsOn)}` },
          ...(letter.supplement ? [{ label: t("letter.supplement"), value: letter.supplement }] : []),
        ]}
      />
      <h3>{t("letter.standards.caption")}</h3>
      <ol>
        {letter.standards.map((standard) => (
          <li key={standard.ordinal}>
            {standard.indicator}
            {t("list.colon")}
            <b>{standard.value}</b>
            <span className="stops__law">
              {standard.condition}
              {standard.dueOn && ` · ${t("commitment.standard.due")} ${day(standard.dueOn)}`}
              {standard.item &&
                standard.effect &&
                ` · ${pick({ zh: standard.item.nameZh, en: standard.item.nameEn })}${t("list.colon")}${t(`commitment.effect.${standard.effect}`)}`}
            </span>
          </li>
        ))}
      </ol>
      <h3>{t("letter.promises")}</h3>
      <ol>
        {letter.promises.map((promise) => (
          <li key={promise}>{t(`letter.promise.${promise}`, { n: letter.publicityDays, points })}</li>
        ))}
      </ol>
      <h3>{t("letter.laws")}</h3>
      <ul className="stops">
        {letter.laws.map((law) => (
          <li key={law}>{t(`commitment.law.${law}`)}</li>
        ))}
      </ul>
      <p>
        {letter.breachSteps ? t("letter.breach.steps", { steps: letter.breachSteps.map((step) => t(`commitment.step.${step}`)) }) : t("letter.breach.unstated")}
      </p>
      {letter.breachFines.length > 0 && (
        <ul className="stops">
          {letter.breachFines.map((fine) => (
            <li key={fine.whenZh}>
              {t("pack.value.fine", { when: pick({ zh: fine.whenZh, en: fine.whenEn }), from: number(fine.fromYuan), to: number(fine.toYuan) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
