import type { GuideCheck } from "../../../application/documents/verify-guide";
import { Alert, ButtonLink, Card, KeyValues, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** What is known of a published guide: its rules are in force, or have been replaced since. Its content is one click away. */
export function GuideVerdict({ check }: { check: GuideCheck }) {
  const { t, pick } = useWords();
  return (
    <>
      {check.digestMatches === false && (
        <Alert tone="error" title={t("verify.guide.differs")} live>
          <p>{t("verify.guide.differs.text")}</p>
        </Alert>
      )}
      <Alert
        tone={check.digestMatches === false ? "info" : check.verdict === "genuine" ? "success" : "warning"}
        title={t(`verify.guide.${check.verdict}`)}
        live
      >
        <p>{t(`verify.guide.${check.verdict}.text`)}</p>
        {check.digestMatches && <p>{t("verify.guide.matches")}</p>}
      </Alert>
      <Card title={t("verify.paper")}>
        <KeyValues
          rows={[
            { label: t("verify.kind"), value: t(`guide.paper.${check.kind}`) },
            { label: t("verify.number"), value: <span className="mono">{check.number}</span> },
            { label: t("verify.centre"), value: pick(check.centre.name) },
            ...(check.item === null ? [] : [{ label: t("verify.guide.item"), value: pick(check.item) }]),
            { label: t("verify.rules"), value: <span className="mono">{check.packId}</span> },
            { label: t("verify.guide.digest"), value: <span className="mono">{check.packDigest}</span> },
          ]}
        />
        {check.current && check.itemCode !== null && (
          <div className="card__foot">
            <ButtonLink href={paths.guide(check.itemCode, { centre: check.centre.code })}>{t("verify.guide.current")}</ButtonLink>
          </div>
        )}
      </Card>
    </>
  );
}
