import type { LetterPage } from "../../../application/queries/letter-page";
import { Alert, Card, useWords, type Words } from "../../../components";
import type { Signature } from "../../../domain/case/parts/signature";

/** Who signed when, and what proved it. */
const signedText = ({ byName: name, signedAt, checkedByName }: Signature, { t, dayTime }: Words): string =>
  checkedByName === null
    ? t("letter.signed", { name, at: dayTime(signedAt) })
    : t("signing.signed.code", { name, at: dayTime(signedAt), checker: checkedByName });

/** The signature that stands, with when and from where. */
export function Standing({ page: { signature } }: { page: LetterPage }) {
  const words = useWords();
  const { t } = words;
  if (!signature) return null;
  return (
    <Alert tone="success">
      <p>
        {signedText(signature, words)}
        {signature.address && ` · ${t("letter.signed.address", { address: signature.address })}`}
      </p>
    </Alert>
  );
}

/** Signatures taken back, or overtaken when the letter changed. */
export function Earlier({ page: { earlier } }: { page: LetterPage }) {
  const words = useWords();
  const { t, day } = words;
  if (earlier.length === 0) return null;
  return (
    <Card title={t("letter.earlier")}>
      <ul>
        {earlier.map((one) => (
          <li key={one.id}>
            {signedText(one, words)} · {t("letter.withdrawn", { day: day(one.withdrawnOn) })}
            {one.withdrawnReason && ` · ${one.withdrawnReason}`}
          </li>
        ))}
      </ul>
    </Card>
  );
}
