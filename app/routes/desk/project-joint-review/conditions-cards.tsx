import type { ReviewPage } from "../../../application/queries/joint-reviews";
import { Card, DataTable, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** The bodies' conditions side by side: equal words together, each with the settled condition it went into. */
export function ConditionsCard({ page: { conditions, review, head } }: { page: ReviewPage }) {
  const { t, pick } = useWords();
  const maySettle = review.acts.includes("settle-conditions");
  if (conditions.length === 0)
    return (
      <Card title={t("reviews.conditions")}>
        <p className="muted">{t("reviews.conditions.none")}</p>
      </Card>
    );
  return (
    <Card title={t("reviews.conditions")} flush>
      <p className="card__note muted">{t("reviews.conditions.text")}</p>
      <DataTable
        caption={t("list.of", { name: t("reviews.conditions") })}
        stacked
        rows={conditions}
        rowKey={(group) => group.keys.join()}
        columns={[
          { key: "words", header: t("reviews.conditions.words"), rowHeader: true, cell: (group) => group.text },
          {
            key: "by",
            header: t("reviews.conditions.by"),
            cell: (group) => (
              <>
                {group.departments.map(pick).join(t("list.comma"))}
                {group.departments.length > 1 && <small className="cell-note">{t("reviews.conditions.same", { n: group.departments.length })}</small>}
              </>
            ),
          },
          {
            key: "state",
            header: t("reviews.conditions.state"),
            cell: (group) => (
              <>
                {group.settledAs.map(({ ordinal, relation }) => (
                  <span key={ordinal}>
                    <a href={`#settled-${ordinal}`}>{t("reviews.conditions.settled-as", { n: ordinal })}</a>{" "}
                    {relation === "conflict" && <Tag tone="warn">{t("reviews.settled.relation.conflict")}</Tag>}
                  </span>
                ))}{" "}
                {group.open && <Tag tone="warn">{t("reviews.conditions.open")}</Tag>}{" "}
                {maySettle && (
                  <a href={paths.desk.reviewAct(head.projectNo, review.id, "settlement", { condition: group.keys })}>{t("acts.settlement.button")}</a>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The settled conditions, each with the bodies it answers. */
export function SettledCard({ page: { settled, conditions } }: { page: ReviewPage }) {
  const { t, pick } = useWords();
  if (conditions.length === 0) return null;
  return (
    <Card title={t("reviews.settled")}>
      {settled.length === 0 ? (
        <p className="muted">{t("reviews.settled.none")}</p>
      ) : (
        <ol className="settled">
          {settled.map((one) => (
            <li key={one.ordinal} id={`settled-${one.ordinal}`} className="settled__one">
              <p>
                <b>{t("reviews.settled.no", { n: one.ordinal })}</b>{" "}
                <Tag tone={one.relation === "conflict" ? "warn" : "plain"}>{t(`reviews.settled.relation.${one.relation}`)}</Tag>
              </p>
              <p>{one.text}</p>
              <p className="muted small">
                {t("reviews.settled.sources", { departments: one.departments.map(pick) })}
                {one.note && ` · ${t("reviews.settled.note", { note: one.note })}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
