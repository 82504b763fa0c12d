import type { PublicCentre } from "../../../application/queries/guides";
import { Select, useWords } from "../../../components";

/** Which centre's rules the page is about; every public page asks it the same way. */
export function CentreChoice({ centres, centre }: { centres: readonly PublicCentre[]; centre: PublicCentre | null }) {
  const { t, pick } = useWords();
  return (
    <Select
      name="centre"
      label={t("guides.centre")}
      {...(centre ? {} : { blank: t("guides.centre.choose") })}
      value={centre?.code ?? null}
      options={centres.map(({ code, name }) => ({ value: code, label: pick(name) }))}
      size="full"
    />
  );
}
