import type { ItemMaterials } from "../../../application/queries/materials";
import { Card, HiddenFields, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** Materials of the same name that were brought for other items: one button each, so that nobody is asked twice. */
export function ReuseCard({ page: { lines, acts, item, head } }: { page: ItemMaterials }) {
  const { t, pick, day } = useWords();
  const offered = acts.includes("reuse-material") ? lines.flatMap((line) => (line.reusable ? [{ line, from: line.reusable }] : [])) : [];
  if (offered.length === 0) return null;
  return (
    <Card title={t("checklist.reuse.title")} tone="ok" flush>
      <p className="card__note">{t("checklist.reuse.lead")}</p>
      {offered.map(({ line, from }) => (
        <form key={line.slot} className="reuse" method="post" action={paths.desk.act(item.itemNo, "material-reuse")} data-guard="">
          <span lang="zh-CN">{t("checklist.reuse.line", { name: line.name, item: pick(from.item), day: day(from.broughtOn) })}</span>
          <HiddenFields version={head.version} values={{ name: line.name, fromId: from.id, on: head.today }} />
          <button type="submit" className="button button--second">
            {t("checklist.reuse.submit", { name: line.name })}
          </button>
        </form>
      ))}
    </Card>
  );
}
