import type { NoticeCommitmentLetter } from "../../domain/case/notice-commitment/letter";
import { KeyValues } from "../figures";
import { useWords } from "../words";
import { headRows } from "./head-rows";

/** What a notice commitment means, as one would say it across a table. */
export function NoticePlainWords({ letter }: { letter: NoticeCommitmentLetter }) {
  const { t } = useWords();
  return (
    <ul className="plain-words">
      <li>{t("letter.notice-commitment.plain.1", { n: letter.standards.length })}</li>
      <li>
        {letter.checkWorkingDays === null
          ? t("letter.notice-commitment.plain.2.undated")
          : t("letter.notice-commitment.plain.2", { n: letter.checkWorkingDays })}
      </li>
      <li>{t("letter.notice-commitment.plain.3")}</li>
      <li>{t("letter.notice-commitment.plain.4")}</li>
    </ul>
  );
}

/** 告知承诺书: the conditions as told, how each will be met, the promises and what follows when they are not kept. */
export function NoticeLetterText({ letter }: { letter: NoticeCommitmentLetter }) {
  const { t, pick, day } = useWords();
  return (
    <>
      <KeyValues
        rows={[
          ...headRows(letter, { t }),
          { label: t("letter.notice-commitment.no"), value: <span className="mono">{letter.commitmentNo}</span> },
          { label: t("letter.notice-commitment.item"), value: `${pick({ zh: letter.nameZh, en: letter.nameEn })} · ${letter.itemNo}` },
          {
            label: t("letter.notice-commitment.about"),
            value: t("letter.notice-commitment.about.text", { noticeNo: letter.noticeNo, day: day(letter.toldOn) }),
          },
        ]}
      />
      <h3>{t("notice.standards")}</h3>
      <ol>
        {letter.standards.map((standard) => (
          <li key={standard.textZh}>
            {pick({ zh: standard.textZh, en: standard.textEn })}
            <ul>
              <li>{t("letter.notice-commitment.standard.shown", { how: standard.shownBy })}</li>
              <li>
                {standard.metBy === null
                  ? t("letter.notice-commitment.standard.at-once")
                  : t("letter.notice-commitment.standard.by", { day: day(standard.metBy) })}
              </li>
              <li>{t("letter.notice-commitment.standard.manner", { how: standard.manner ?? t("notice.manner.none") })}</li>
            </ul>
          </li>
        ))}
      </ol>
      {letter.replaces.length > 0 && (
        <>
          <h3>{t("letter.notice-commitment.replaces")}</h3>
          <ul>
            {letter.replaces.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t("letter.promises")}</h3>
      <ol>
        {letter.promises.map((promise) => (
          <li key={promise}>
            {promise === "accept-check" && letter.checkWorkingDays !== null
              ? t("letter.notice.promise.accept-check.by", { n: letter.checkWorkingDays })
              : t(`letter.notice.promise.${promise}`)}
          </li>
        ))}
      </ol>
      <h3>{t("letter.notice-commitment.consequences")}</h3>
      {letter.consequences.length === 0 ? (
        <p>{t("letter.notice-commitment.consequences.unstated")}</p>
      ) : (
        <ol>
          {letter.consequences.map((step) => (
            <li key={step}>{t(step === "fine" ? "pack.value.fine-step" : `pack.value.${step}`)}</li>
          ))}
        </ol>
      )}
      {letter.barredUntilRepaired && !letter.consequences.includes("barred-until-repaired") && <p>{t("letter.notice-commitment.barred")}</p>}
    </>
  );
}
