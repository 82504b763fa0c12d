import type { PlanPage } from "../../../application/queries/project-plan";
import { Card, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { PlacementFacts } from "../pieces/placement";

/** The assessed area the project stands in and the items it spares; where it stands in none, the way to place it. */
export function SparedCard({ page: { placement, spared, mayPlace, head } }: { page: PlanPage }) {
  const { t, pick } = useWords();
  if (!placement && !mayPlace) return null;
  return (
    <Card
      title={t("areas.project")}
      more={mayPlace && <a href={paths.desk.projectTab(head.projectNo, "area")}>{t(placement ? "areas.project.change" : "areas.project.place")}</a>}
    >
      {placement ? (
        <>
          <PlacementFacts placement={placement} />
          {spared.length > 0 && (
            <>
              <h3>{t("plan.spared")}</h3>
              <p className="muted">{t("plan.spared.text", { area: pick({ zh: placement.nameZh, en: placement.nameEn }) })}</p>
              <ul className="plain-list">
                {spared.map((name) => (
                  <li key={name.zh}>{pick(name)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <p className="muted">{t("areas.project.none")}</p>
      )}
    </Card>
  );
}
