import type { PlanPreview } from "../../../application/queries/project-plan";
import { Card, KeyValues, Meter, Tag, useWords } from "../../../components";

/** Whether the plan fits the days the place allows, by how much not, and what would help. */
export function FeasibilityCard({ preview }: { preview: PlanPreview }) {
  const { t, pick, number } = useWords();
  const { feasibility: f, names } = preview;
  const name = (code: string) => {
    const found = names[code];
    return found ? pick(found) : code;
  };
  const over = f.over ?? 0;
  return (
    <Card title={t("feasible.title")} tone={f.feasible === false ? "warn" : undefined}>
      <p className="big-number">
        <b>{number(f.needed)}</b>{" "}
        <span className="muted">{f.budget === null ? t("feasible.unit.no-budget") : t("feasible.unit", { budget: number(f.budget) })}</span>
      </p>
      {f.budget !== null && (
        <Meter
          label={t(f.feasible ? "feasible.fits" : "feasible.over", { n: over })}
          max={Math.max(f.budget, f.needed)}
          parts={[
            { key: "needed", label: t("feasible.needed"), value: f.needed - over, tone: over > 0 ? "warn" : "accent" },
            { key: "over", label: t("feasible.over-part"), value: over, tone: "late" },
          ]}
        />
      )}
      <p>
        {f.feasible === null ? (
          t("feasible.no-budget")
        ) : f.feasible ? (
          <Tag tone="ok">{t("feasible.fits")}</Tag>
        ) : (
          <Tag tone="late">{t("feasible.over", { n: over })}</Tag>
        )}
      </p>
      {f.neededToConstructionPermit !== null && f.neededToConstructionPermit !== f.needed && (
        <p className="muted">{t("feasible.to-permit", { n: f.neededToConstructionPermit })}</p>
      )}
      {f.criticalPath.length > 0 && (
        <>
          <h3>{t("feasible.path")}</h3>
          <ol className="path">
            {f.criticalPath.map((step) => (
              <li key={step.code}>
                {name(step.code)} <span className="muted">{t("item.limit", { n: step.workingDays })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {f.feasible === false && f.remedies.some((remedy) => remedy.savesWorkingDays > 0) && (
        <>
          <h3>{t("feasible.remedies")}</h3>
          <KeyValues
            rows={f.remedies
              .filter((remedy) => remedy.savesWorkingDays > 0)
              .map((remedy) => ({
                key: remedy.kind,
                label: t(`feasible.remedy.${remedy.kind}`),
                value: (
                  <>
                    <b>{t("feasible.saves", { n: remedy.savesWorkingDays })}</b>{" "}
                    <span className="muted">{t(`feasible.availability.${remedy.availability}`)}</span>
                  </>
                ),
              }))}
          />
          <p className="muted">{t("feasible.with-all", { n: f.withAvailableRemedies.needed })}</p>
        </>
      )}
      {f.unstated.length > 0 && <p className="muted">{t("feasible.unstated", { items: f.unstated.map(name) })}</p>}
      <p className="muted">{t("feasible.rule")}</p>
    </Card>
  );
}
