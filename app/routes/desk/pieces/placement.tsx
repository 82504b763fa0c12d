import { KeyValues, useWords } from "../../../components";
import type { AreaPlacement } from "../../../domain/case/parts/area-placement";

/** The assessed area a project stands in, as it stood on the day it was placed there. */
export function PlacementFacts({ placement }: { placement: AreaPlacement }) {
  const { t, pick, day } = useWords();
  const { validFrom, validTo } = placement;
  return (
    <KeyValues
      rows={[
        { label: t("areas.name"), value: `${placement.areaCode} ${pick({ zh: placement.nameZh, en: placement.nameEn })}` },
        { label: t("areas.assessments"), value: placement.assessments.map((kind) => t(`areas.kind.${kind}`)).join(t("list.comma")) },
        {
          label: t("areas.valid"),
          value: validTo ? t("areas.valid.between", { from: day(validFrom), to: day(validTo) }) : t("areas.valid.open", { from: day(validFrom) }),
        },
        { label: t("areas.document"), value: placement.sourceDocument },
        {
          label: t("acts.field.placedOn"),
          value: (
            <>
              {day(placement.placedOn)} · {placement.byName}
              {placement.reason && <small className="cell-note">{t("areas.project.reason", { reason: placement.reason })}</small>}
            </>
          ),
        },
      ]}
    />
  );
}
