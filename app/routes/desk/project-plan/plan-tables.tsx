import type { PlanLine, PlanPage, PlanPreview } from "../../../application/queries/project-plan";
import { Card, DataTable, Tag, useWords } from "../../../components";
import { ItemLink } from "../pieces/item-link";

/** The plan by stage, each stage in the order of its prerequisites. */
export function PlanTables({ page, preview }: { page: PlanPage; preview: PlanPreview }) {
  const { t, pick, day } = useWords();
  return (
    <>
      <p className="muted">
        {page.confirmedOn ? t("plan.confirmed", { day: day(page.confirmedOn), n: preview.itemCount }) : t("plan.preview", { n: preview.itemCount })}{" "}
        {t("plan.assumed-mark")}
      </p>
      {preview.stages.map((stage) => (
        <Card key={stage.code} title={pick(stage.name)} tags={<Tag>{t("plan.stage-items", { n: stage.lines.length })}</Tag>} flush>
          <DataTable
            caption={t("list.of", { name: pick(stage.name) })}
            stacked
            rows={stage.lines}
            rowKey={(line) => line.code}
            columns={[
              {
                key: "name",
                header: t("plan.item"),
                rowHeader: true,
                cell: (line) => <Name line={line} head={page.head} unconfirmed={page.confirmedOn !== null && line.itemNo === null} />,
              },
              {
                key: "department",
                header: t("item.department"),
                cell: (line) => (
                  <>
                    {pick(line.department)}
                    <small className="cell-note">
                      {t(`level.${line.level}`)} {line.decidedAbove && <Tag tone="hold">{t("level.above")}</Tag>}
                    </small>
                  </>
                ),
              },
              { key: "days", header: t("plan.days"), align: "end", cell: (line) => <Days line={line} /> },
              {
                key: "when",
                header: t("plan.when"),
                align: "end",
                cell: (line) => (line.counted ? t("plan.when.of", { from: line.start + 1, to: Math.max(line.finish, line.start + 1) }) : "--"),
              },
              {
                key: "after",
                header: t("plan.after"),
                cell: (line) => (line.prerequisites.length > 0 ? line.prerequisites.map(pick).join(t("list.comma")) : "--"),
              },
              { key: "beside", header: t("plan.parallel"), cell: (line) => <Beside line={line} all={stage.lines.length} /> },
            ]}
          />
        </Card>
      ))}
      {page.dropped.length > 0 && (
        <Card title={t("plan.dropped")}>
          <ul className="plain-list">
            {page.dropped.map((one) => (
              <li key={one.name.zh}>
                {pick(one.name)} {one.reason && <span className="muted">{t("plan.reason", { reason: one.reason })}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** Name with why it is there: the answer that put it on the list, or the officer's reason. */
function Name({ line, head, unconfirmed }: { line: PlanLine; head: PlanPage["head"]; unconfirmed: boolean }) {
  const { t, pick } = useWords();
  return (
    <>
      {line.itemNo ? (
        <ItemLink className="cell-name" head={head} itemNo={line.itemNo}>
          {pick(line.name)}
        </ItemLink>
      ) : (
        pick(line.name)
      )}{" "}
      {line.critical && line.counted && <Tag tone="warn">{t("plan.critical")}</Tag>}
      {line.status && line.status !== "planned" && <Tag>{t(`item.status.${line.status}`)}</Tag>}
      {unconfirmed && <Tag tone="warn">{t("plan.unconfirmed")}</Tag>}
      {!line.required && <Tag tone="sim">{t("item.added")}</Tag>}
      <small className="cell-note">
        {line.reason !== null
          ? t("plan.reason", { reason: line.reason })
          : line.because.length > 0
            ? line.because.map(({ question, answer }) => t("plan.because", { question: pick(question), answer: pick(answer) })).join(t("list.semicolon"))
            : t("plan.because.category")}
      </small>
    </>
  );
}

function Days({ line }: { line: PlanLine }) {
  const { t } = useWords();
  if (!line.counted) return <span className="muted">{t("plan.not-counted")}</span>;
  if (line.workingDays === null) return <>{t("unknown")}</>;
  return (
    <>
      {line.workingDays}
      {line.assumed && <abbr title={t("assumed")}>*</abbr>}
    </>
  );
}

/** Most items of a stage run beside all others: then it is said in one word instead of a list. */
function Beside({ line, all }: { line: PlanLine; all: number }) {
  const { t, pick } = useWords();
  const { parallelWith } = line;
  if (parallelWith.length === 0) return <>{all === 1 ? "--" : t("plan.parallel.none")}</>;
  if (parallelWith.length === all - 1) return <>{t("plan.parallel.all")}</>;
  return (
    <details>
      <summary>{t("plan.parallel.n", { n: parallelWith.length })}</summary>
      {parallelWith.map(pick).join(t("list.comma"))}
    </details>
  );
}
