import type { HolderShare, PortalProject } from "../../../application/queries/portal-project";
import { Card, Meter, type MeterPart, useWords } from "../../../components";

const TONE: Readonly<Record<HolderShare["kind"], MeterPart["tone"]>> = {
  department: "accent",
  procedure: "hold",
  upper: "upper",
  centre: "sim",
  investor: "warn",
  nobody: "nobody",
};

/** Whose days the project has cost: a bar, and the same in words with every department. */
export function SharesCard({ page: { shares, budget } }: { page: PortalProject }) {
  const { t, pick } = useWords();
  const days = (n: number) => t("portal.project.days.n", { n });
  const parts = shares.map(({ kind, workingDays }) => ({ key: kind, label: t(`portal.holder.${kind}`), value: workingDays, tone: TONE[kind] }));
  const over = budget.limit === null ? 0 : Math.max(0, budget.used - budget.limit);
  const budgetText = budget.limit === null ? "portal.project.budget.none" : over > 0 ? "portal.project.budget.over" : "portal.project.budget";
  return (
    <Card title={t("portal.project.days")}>
      {parts.length === 0 ? (
        <p>{t("portal.project.days.none")}</p>
      ) : (
        <>
          <Meter thick label={t("portal.project.days.bar", { parts: parts.map((part) => `${part.label} ${days(part.value)}`) })} parts={parts} />
          <ul className="shares">
            {shares.map((share) => (
              <li key={share.kind}>
                <svg className="shares__key" viewBox="0 0 1 1" width="12" height="12" aria-hidden="true">
                  <rect className={`meter__${TONE[share.kind]}`} width="1" height="1" />
                </svg>
                <span className="shares__name">{t(`portal.holder.${share.kind}`)}</span> <b>{days(share.workingDays)}</b>
                {share.departments.length > 0 && (
                  <span className="shares__detail muted">
                    {share.departments.map((department) => `${pick(department.name)} ${days(department.workingDays)}`).join(" · ")}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p>{t(budgetText, { used: budget.used, limit: budget.limit, over })}</p>
          <p className="muted small">{t("portal.project.days.text")}</p>
        </>
      )}
    </Card>
  );
}
