import type { LetterPage } from "../../../application/queries/letter-page";
import { Alert, Card, useWords, type Words } from "../../../components";
import type { Signature } from "../../../domain/case/parts/signature";

/** Who signed when, in which capacity, and what proved it. */
function signedText({ byName: name, capacity, authorisation, signedAt, checkedByName }: Signature, { t, dayTime }: Words): string {
  const signed =
    checkedByName === null
      ? t("letter.signed", { name, at: dayTime(signedAt) })
      : t("signing.signed.code", { name, at: dayTime(signedAt), checker: checkedByName });
  return capacity === null ? signed : `${signed} · ${t(`letter.capacity.said.${capacity}`, { authorisation })}`;
}

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

/** What happened to the letter since it was signed: its words changed, or a day it names has moved beside it. */
export function Since({ page: { signature, outdated, mayWithdraw, run } }: { page: LetterPage }) {
  const { t, day } = useWords();
  const moved = run?.moved ?? [];
  if (signature === null) return null;
  return (
    <>
      {outdated && mayWithdraw && (
        <Alert tone="warning">
          <p>{t("letter.outdated")}</p>
        </Alert>
      )}
      {moved.length > 0 && (
        <Card title={t("letter.since")}>
          <p className="muted">{t("letter.since.text")}</p>
          <ul>
            {moved.map((one) => (
              <li key={one.precondition}>
                {t("portal.simulation.moved", {
                  precondition: t(`simulation.precondition.${one.precondition}`),
                  from: day(one.from),
                  to: day(one.to),
                  reason: one.reason,
                })}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
