import type { HolderNow } from "../../../application/queries/item-view";
import { useWords } from "../../../components";

/** Who has the next move, in words: a name, and one quiet line about it where there is more to say. */
export function useHolderText(): (holder: HolderNow) => { readonly who: string; readonly note: string | null } {
  const { t, pick, day } = useWords();
  return (holder) => {
    switch (holder.kind) {
      case "department":
        return {
          who: pick(holder.name),
          note: holder.returned && t("item.holder.returned", { body: holder.returned.by, day: day(holder.returned.on), reason: holder.returned.reason }),
        };
      case "procedure":
        return {
          who: pick(holder.name),
          note: t("item.holder.procedure.note", { department: pick(holder.department), day: day(holder.since), n: holder.days }),
        };
      case "upper":
        return {
          who: pick(holder.name),
          note: t(holder.received ? "item.holder.upper.received" : "item.holder.upper.sent", { level: t(`level.${holder.level}`), day: day(holder.since) }),
        };
      case "prerequisites":
        return { who: t("item.holder.prerequisites"), note: holder.waitsFor.map(pick).join(t("list.comma")) };
      default:
        return { who: t(`item.holder.${holder.kind}`), note: null };
    }
  };
}

/** The holder as two lines of a row or card. */
export function HolderText({ holder }: { holder: HolderNow }) {
  const { who, note } = useHolderText()(holder);
  return (
    <span className="holder">
      {who}
      {note && <small>{note}</small>}
    </span>
  );
}
