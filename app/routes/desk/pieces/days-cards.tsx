import type { BudgetView, HolderShare } from "../../../application/queries/project-overview";
import { Card, Empty, Meter, useWords } from "../../../components";

/** Working days of the project's budget used so far. */
export function BudgetCard({ budget }: { budget: BudgetView }) {
  const { t, number } = useWords();
  const over = budget.limit !== null && budget.used > budget.limit ? budget.used - budget.limit : 0;
  const text =
    budget.limit === null ? t("budget.no-limit", { used: number(budget.used) }) : t("budget.of", { used: number(budget.used), limit: number(budget.limit) });
  return (
    <Card title={t("budget.title")}>
      <p className="big-number">
        <b>{number(budget.used)}</b>{" "}
        <span className="muted">{budget.limit === null ? t("budget.unit.no-limit") : t("budget.unit", { limit: number(budget.limit) })}</span>
      </p>
      {budget.limit !== null && (
        <Meter
          label={text}
          max={budget.limit}
          parts={[
            { key: "used", label: t("budget.used"), value: budget.used - over, tone: over > 0 ? "late" : budget.used >= budget.limit ? "warn" : "accent" },
            { key: "over", label: t("budget.over"), value: over, tone: "late" },
          ]}
        />
      )}
      {over > 0 && <p className="late-text">■ {t("budget.over.by", { n: over })}</p>}
      <p className="muted">
        {t(`budget.mode.${budget.mode}`)}
        {budget.assumed && ` · ${t("assumed")}`}
      </p>
    </Card>
  );
}

const TONES = { department: "accent", investor: "warn", procedure: "hold", upper: "upper", centre: "sim", nobody: "nobody" } as const;

/** Whose days the project has cost: one bar, one line per holder, departments listed under theirs. */
export function SharesCard({ shares, total }: { shares: readonly HolderShare[]; total: number }) {
  const { t, pick, number } = useWords();
  if (total === 0)
    return (
      <Card title={t("shares.title")}>
        <Empty>{t("shares.none")}</Empty>
      </Card>
    );
  const kinds = (["department", "procedure", "upper", "centre", "investor", "nobody"] as const)
    .map((kind) => ({ kind, days: shares.filter((share) => share.kind === kind).reduce((sum, share) => sum + share.workingDays, 0) }))
    .filter(({ days }) => days > 0);
  const departments = shares.filter((share) => share.kind === "department");
  return (
    <Card title={t("shares.title")}>
      <Meter
        thick
        label={kinds.map(({ kind, days }) => t("shares.line", { who: t(`shares.${kind}`), n: days })).join(t("list.comma"))}
        parts={kinds.map(({ kind, days }) => ({ key: kind, label: t(`shares.${kind}`), value: days, tone: TONES[kind] }))}
      />
      <dl className="shares">
        {kinds.map(({ kind, days }) => (
          <div key={kind}>
            <dt>
              <svg className="key" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
                <rect className={`meter__${TONES[kind]}`} width="10" height="10" rx="2" />
              </svg>
              {t(`shares.${kind}`)}
            </dt>
            <dd>
              <b>{t("shares.days", { n: number(days) })}</b>
              {kind === "department" && departments.length > 0 && (
                <small className="muted">
                  {departments.map((share) => (
                    <span key={share.name?.zh} className="shares__one">
                      {share.name && pick(share.name)} {number(share.workingDays)}
                    </span>
                  ))}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t("shares.rule", { n: number(total) })}</p>
    </Card>
  );
}
