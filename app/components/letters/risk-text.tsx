import type { SimulationRiskLetter } from "../../domain/case/letter";
import { KeyValues } from "../figures";
import { useWords } from "../words";
import { headRows } from "./head-rows";

/** What the risk commitment letter of a simulated run means, as one would say it across a table. */
export function RiskPlainWords({ letter }: { letter: SimulationRiskLetter }) {
  const { t } = useWords();
  return (
    <ul className="plain-words">
      <li>{t("letter.simulation-risk.plain.1")}</li>
      <li>{t("letter.simulation-risk.plain.2")}</li>
      <li>
        {letter.conversionWorkingDays === null
          ? t("letter.simulation-risk.plain.3.undated")
          : t("letter.simulation-risk.plain.3", { n: letter.conversionWorkingDays })}
      </li>
    </ul>
  );
}

/** The facts of the risk commitment letter, in the words of the law. */
export function RiskText({ letter }: { letter: SimulationRiskLetter }) {
  const { t, pick, day } = useWords();
  const months = { n: letter.conversionWorkingDays, months: letter.validMonths };
  return (
    <>
      <KeyValues
        rows={[
          ...headRows(letter, { t }),
          { label: t("letter.runNo"), value: `${letter.runNo} · ${t(`simulation.kind.${letter.runKind}`)} · ${day(letter.appliedOn)}` },
        ]}
      />
      <h3>{t("letter.missing")}</h3>
      <ol>
        {letter.missing.map((one) => (
          <li key={one.code}>{t("letter.missing.one", { precondition: t(`simulation.precondition.${one.code}`), day: day(one.expectedOn) })}</li>
        ))}
      </ol>
      <h3>{t("letter.items")}</h3>
      <ol>
        {letter.items.map((item) => (
          <li key={item.itemNo}>{pick({ zh: item.nameZh, en: item.nameEn })}</li>
        ))}
      </ol>
      <h3>{t("letter.promises")}</h3>
      <ol>
        {letter.promises.map((promise) => (
          <li key={promise}>
            {promise === "convert-in-time" && letter.conversionWorkingDays === null
              ? t("letter.promise.convert-in-time.undated", months)
              : t(`letter.promise.${promise}`, months)}
          </li>
        ))}
      </ol>
      <p>{t("letter.breach")}</p>
    </>
  );
}
