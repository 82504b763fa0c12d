import type { LetterHead } from "../../domain/case/letter-head";
import type { Words } from "../words";

/** Who promises and for which project: what every letter begins with. */
export const headRows = (letter: LetterHead, { t }: Pick<Words, "t">) => [
  { label: t("letter.enterprise"), value: letter.enterpriseName },
  { label: t("letter.creditCode"), value: <span className="mono">{letter.creditCode}</span> },
  ...(letter.legalRepresentative ? [{ label: t("representative.label"), value: letter.legalRepresentative }] : []),
  { label: t("letter.project"), value: letter.projectName },
  { label: t("letter.projectCode"), value: letter.projectCode ? <span className="mono">{letter.projectCode}</span> : t("letter.projectCode.none") },
  { label: t("letter.site"), value: letter.site },
];
