import type { ItemView } from "../../../application/queries/item-view";
import type { ProjectHead } from "../../../application/queries/project-head";
import { LightTag, Tag, useWords } from "../../../components";
import { HolderText } from "./holder";
import { ItemLink } from "./item-link";

/** An item on the board of its stage: name, state, light, who has it. */
export function ItemCard({ item, head }: { item: ItemView; head: ProjectHead }) {
  const { t, pick, day } = useWords();
  return (
    <li className={item.closed ? "slip slip--closed" : `slip slip--${item.light}`}>
      <ItemLink className="slip__name" head={head} itemNo={item.itemNo}>
        {pick(item.name)}
      </ItemLink>
      <span className="slip__tags">
        {item.closed ? <span className="muted">{t(`item.status.${item.status}`)}</span> : <Tag>{t(`item.status.${item.status}`)}</Tag>}
        {item.remaining === null ? <LightTag light={item.light} /> : <LightTag light={item.light} dueOn={item.dueOn} remaining={item.remaining} />}
      </span>
      {item.closed ? <small className="muted">{item.endedOn && t("item.ended-on", { day: day(item.endedOn) })}</small> : <HolderText holder={item.holder} />}
      <small className="muted">
        {pick(item.department)} · {t(`level.${item.level}`)}
        {item.decidedAbove && ` · ${t("level.above")}`}
        {!item.tracked && ` · ${item.limitWorkingDays === null ? t("unknown") : t("item.limit", { n: item.limitWorkingDays })}`}
      </small>
    </li>
  );
}
