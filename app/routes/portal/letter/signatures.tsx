import type { LetterPage } from "../../../application/queries/letter-page";
import { Alert, Card, useWords } from "../../../components";

/** The signature that stands, with when and from where. */
export function Standing({ page: { signature } }: { page: LetterPage }) {
  const { t, dayTime } = useWords();
  if (!signature) return null;
  return (
    <Alert tone="success">
      <p>
        {t("letter.signed", { name: signature.byName, at: dayTime(signature.signedAt) })}
        {signature.address && ` · ${t("letter.signed.address", { address: signature.address })}`}
      </p>
    </Alert>
  );
}

/** Signatures taken back, or overtaken when the letter changed. */
export function Earlier({ page: { earlier } }: { page: LetterPage }) {
  const { t, day, dayTime } = useWords();
  if (earlier.length === 0) return null;
  return (
    <Card title={t("letter.earlier")}>
      <ul>
        {earlier.map((one) => (
          <li key={one.id}>
            {t("letter.signed", { name: one.byName, at: dayTime(one.signedAt) })} · {t("letter.withdrawn", { day: day(one.withdrawnOn) })}
            {one.withdrawnReason && ` · ${one.withdrawnReason}`}
          </li>
        ))}
      </ul>
    </Card>
  );
}
