import type { ItemPage } from "../../../application/queries/item";
import { Card, DataTable, Tag, type Tone, useWords } from "../../../components";
import type { Explanation, ExplanationStatus } from "../../../domain/case/parts/explanation";

const TONE: Readonly<Record<ExplanationStatus, Tone>> = { asked: "warn", given: "warn", accepted: "ok", "sent-back": "late" };

/** What was asked of this item and explained to the manager; nothing while nothing was. */
export function Explanations({ explanations, record }: Pick<ItemPage, "explanations" | "record">) {
  const { t, day } = useWords();
  /** Nobody answers any more: the item has moved on past its list, or has ended. */
  const isMoot = ({ kind, status }: Explanation) =>
    (status === "asked" || status === "given") && !(kind === "overdue" ? record.running : record.status === "received");
  if (explanations.length === 0) return null;
  return (
    <Card title={t("explanation.title")} flush id="explanations">
      <DataTable
        caption={t("list.of", { name: t("explanation.title") })}
        stacked
        rows={explanations}
        rowKey={(one) => one.id}
        columns={[
          { key: "kind", header: t("explanation.kind"), rowHeader: true, cell: (one) => t(`explanation.kind.${one.kind}`) },
          {
            key: "said",
            header: t("explanation.said"),
            cell: (one) => (
              <>
                {one.question && (
                  <span className="cell-note">{t("explanation.asked", { name: one.askedByName, day: day(one.askedOn), question: one.question })}</span>
                )}
                {one.reason && t("explanation.given", { name: one.givenByName, day: day(one.givenOn), reason: one.reason })}
                {one.defects.length > 0 && <span className="cell-note">{t("explanation.defects", { defects: one.defects })}</span>}
              </>
            ),
          },
          {
            key: "status",
            header: t("explanation.status"),
            cell: (one) => (
              <>
                {isMoot(one) ? <Tag>{t("explanation.moot")}</Tag> : <Tag tone={TONE[one.status]}>{t(`explanation.status.${one.status}`)}</Tag>}
                {one.ruling && (
                  <span className="cell-note">{t("explanation.ruled", { name: one.ruledByName, day: day(one.ruledOn), reason: one.ruling })}</span>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
