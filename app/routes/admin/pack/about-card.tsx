import type { PackPage, PackPart } from "../../../application/queries/pack-page";
import { Card, KeyValues, useWords } from "../../../components";
import type { PackGroup } from "../../../domain/pack/statements";
import { paths } from "../../../web/paths";

/** What stands in which part, in the order it stands there. */
const CONTENTS: readonly { readonly part: PackPart; readonly groups: readonly PackGroup[] }[] = [
  { part: "clock", groups: ["basis", "categories", "stages", "itemTypes", "complexity", "parameters", "procedures"] },
  {
    part: "practice",
    groups: ["rules", "switches", "targets", "processes", "bundles", "windowKinds", "windowAreas", "agency", "ratings"],
  },
  { part: "catalogue", groups: ["transfers", "departments", "questions"] },
  { part: "items", groups: ["items"] },
];

/** What the pack is, since when it holds, and the list of what is said where. */
export function AboutCard({ page: { pack, parent } }: { page: PackPage }) {
  const { t, pick, range } = useWords();
  return (
    <Card title={t("admin.pack.about")}>
      <KeyValues
        wide
        rows={[
          { label: t("admin.pack.id"), value: <span className="mono">{pack.id}</span> },
          { label: t("admin.pack.place"), value: pick(pack.place.name) },
          { label: t("admin.pack.region"), value: <span className="mono">{pack.place.regionCode}</span> },
          {
            label: t("admin.pack.inherits"),
            value: pack.inherits ? <a href={paths.admin.pack(pack.inherits)}>{parent ? pick(parent) : pack.inherits}</a> : t("admin.pack.inherits.none"),
          },
          {
            label: t("admin.pack.valid"),
            value: pack.validTo === null ? t("admin.packs.valid.open", { from: pack.validFrom }) : range(pack.validFrom, pack.validTo),
          },
          {
            label: t("admin.pack.digest"),
            value: (
              <>
                <span className="mono" data-copy={pack.digest}>
                  {pack.digest.slice(0, 16)}
                </span>
                <p className="muted small">{t("admin.pack.digest.help")}</p>
              </>
            ),
          },
        ]}
      />
      <nav className="pack-contents" aria-label={t("admin.pack.contents")}>
        {CONTENTS.map(({ part, groups }) => (
          <div key={part}>
            <p className="muted small">{t(`pack.page.contents.${part}`)}</p>
            <ul>
              {groups.map((group) => (
                <li key={group}>
                  <a href={`${paths.admin.pack(pack.id, { part })}#${group}`}>{t(`pack.group.${group}`)}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </Card>
  );
}
