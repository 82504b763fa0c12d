import type { RiskView } from "../../../application/queries/risk-view";
import { Card, useWords, type Words } from "../../../components";
import type { RiskLevel } from "../../../domain/oversight/risks";

/** The mark that carries the level without colour; the word stands beside it. */
const MARK: Readonly<Record<RiskLevel, string>> = { stop: "■", warn: "▲", note: "○", ok: "✓" };

/** Items named of those that wait; the plan shows them all. */
const NAMED = 4;

/** One risk as a sentence. */
export function riskText(risk: RiskView, { t, pick, day }: Words): string {
  switch (risk.about) {
    case "record":
      return t(`risk.record.${risk.level === "ok" ? "ok" : "broken"}`, { n: risk.n });
    case "precondition": {
      const facts = { precondition: t(`simulation.precondition.${risk.precondition}`), day: day(risk.expectedOn), n: Math.abs(risk.inDays) };
      return t(`risk.precondition.${risk.level}`, facts);
    }
    case "validity":
      return `${t(`risk.validity.${risk.level}`, { day: day(risk.validTo), n: Math.abs(risk.daysLeft) })}${risk.assumed ? t("risk.validity.assumed") : ""}`;
    case "earlier-runs":
      return t("risk.earlier-runs", { n: risk.n });
    case "due":
      return t(`risk.due.${risk.workingDays < 0 ? "over" : "left"}`, { day: day(risk.dueOn), n: Math.abs(risk.workingDays) });
    case "materials":
      return risk.missing.length === 0 ? t("risk.materials.ok") : t("risk.materials.missing", { missing: risk.missing });
    case "gap":
      return t("risk.gap", { missing: risk.missing, day: day(risk.supplyBy) });
    case "repeated":
      return t("risk.repeated", { n: risk.lists });
    case "extended":
      return t("risk.extended", { n: risk.n });
    case "downstream":
      return risk.items.length === 0
        ? t("risk.downstream.ok")
        : t(risk.items.length > NAMED ? "risk.downstream.many" : "risk.downstream.waits", {
            n: risk.items.length,
            items: risk.items.slice(0, NAMED).map(pick),
          });
    case "legal-stops":
      return risk.items.length === 0 ? t("risk.legal-stops.ok") : t("risk.legal-stops.open", { items: risk.items.map(pick) });
    default:
      return t(`risk.${risk.about}.${risk.level}`);
  }
}

/** What the system looked at before the decision, gravest first. */
export function RisksCard({ risks, recordHref }: { risks: readonly RiskView[]; recordHref: string }) {
  const words = useWords();
  const { t } = words;
  return (
    <Card title={t("risk.title")} flush>
      <ul className="risks">
        {risks.map((risk) => (
          <li key={riskKey(risk)} className={`risk risk--${risk.level}`}>
            <span className="risk__mark" aria-hidden="true">
              {MARK[risk.level]}
            </span>
            <span>
              <b className="risk__level">{t(`risk.level.${risk.level}`)}</b> {riskText(risk, words)}
              {risk.about === "record" && (
                <a className="risk__link" href={recordHref}>
                  {t("risk.record.link")}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="risks__foot muted">{t("risk.foot")}</p>
    </Card>
  );
}

const riskKey = (risk: RiskView): string => (risk.about === "precondition" ? `precondition ${risk.precondition}` : risk.about);
