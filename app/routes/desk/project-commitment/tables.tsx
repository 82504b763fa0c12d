import type { CheckView, CommitmentView } from "../../../application/queries/commitment-view";
import { Card, DataTable, Empty, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { commitmentActByCommand } from "../acts/commitment-registry";
import { CheckFiles } from "../pieces/check-files";
import { CheckTag, ItemName } from "../pieces/commitment-words";

/** The number of the commitment stands in a heading only where the project has more than one: it stands in the first card anyhow. */
const titleOf = (title: string, no: string, several: boolean): string => (several ? `${title} ${no}` : title);

/** The standards list: what is promised, to whom, for which item, and what the verification found. */
export function StandardsCard({ commitment: { record, standards }, several = false }: { commitment: CommitmentView; several?: boolean }) {
  const { t, pick, day } = useWords();
  const no = record.commitmentNo;
  return (
    <Card title={titleOf(t("commitment.standards"), no, several)} flush={standards.length > 0}>
      {standards.length === 0 ? (
        <Empty>{t("commitment.standards.none")}</Empty>
      ) : (
        <DataTable
          caption={`${t("commitment.standards.caption")} ${no}`}
          stacked
          rows={standards}
          rowKey={(standard) => standard.id}
          columns={[
            {
              key: "indicator",
              header: t("commitment.standard.indicator"),
              rowHeader: true,
              cell: (standard) => (
                <>
                  {standard.indicator}
                  <span className="stops__law">{standard.condition}</span>
                </>
              ),
            },
            { key: "value", header: t("commitment.standard.value"), cell: (standard) => standard.value },
            { key: "due", header: t("commitment.standard.due"), className: "day optional", cell: (standard) => standard.dueOn && day(standard.dueOn) },
            { key: "authority", header: t("commitment.standard.authority"), cell: (standard) => pick(standard.department) },
            {
              key: "item",
              header: t("commitment.standard.item"),
              cell: (standard) =>
                standard.item && standard.effect ? (
                  <>
                    <ItemName item={standard.item} />
                    <span className="stops__law">{t(`commitment.effect.${standard.effect}`)}</span>
                  </>
                ) : (
                  <span className="muted">{t("commitment.standard.none-item")}</span>
                ),
            },
            {
              key: "outcome",
              header: t("commitment.standard.outcome"),
              cell: (standard) =>
                standard.outcome === null ? (
                  <span className="muted">{t("commitment.standard.open")}</span>
                ) : (
                  <Tag tone={standard.outcome === "met" ? "ok" : "late"}>{t(`commitment.standard.${standard.outcome}`)}</Tag>
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}

/** The supervision points with their lights, evidence and rectifications. */
export function PointsCard({
  commitment,
  projectNo,
  files = true,
  several = false,
}: {
  commitment: CommitmentView;
  projectNo: string;
  files?: boolean;
  several?: boolean;
}) {
  const { t, day } = useWords();
  const { record, checks } = commitment;
  const no = record.commitmentNo;
  return (
    <Card title={titleOf(t("commitment.points"), no, several)} flush>
      <DataTable
        caption={`${t("commitment.points.caption")} ${no}`}
        stacked
        rows={checks}
        rowKey={(check) => check.id}
        columns={[
          { key: "point", header: t("commitment.check.point"), rowHeader: true, className: "whole", cell: (check) => t(`commitment.point.${check.point}`) },
          { key: "state", header: t("commitment.check.state"), cell: (check) => <CheckTag check={check} /> },
          {
            key: "due",
            header: t("commitment.check.due"),
            className: "day",
            cell: (check) => (check.dueOn === null ? <span className="muted">{t("commitment.check.due.none")}</span> : day(check.dueOn)),
          },
          { key: "done", header: t("commitment.check.done"), className: "optional", cell: (check) => <Done check={check} /> },
          {
            key: "evidence",
            header: t("commitment.check.evidence"),
            className: "optional",
            cell: (check) => <Evidence check={check} projectNo={projectNo} files={files} />,
          },
          { key: "rectify", header: t("commitment.check.rectify"), className: "optional", cell: (check) => <Rectification check={check} /> },
          {
            key: "act",
            header: t("commitment.check.act"),
            className: "whole optional",
            cell: (check) => <CheckActs check={check} commitment={commitment} projectNo={projectNo} />,
          },
        ]}
      />
    </Card>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="stops stops--plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What a check rests on: in words, and the photographs and papers themselves. */
function Evidence({ check, projectNo, files }: { check: CheckView; projectNo: string; files: boolean }) {
  const lines = [...check.evidence, ...check.recheckEvidence];
  if (!files || check.files.length === 0) return <Lines lines={lines} />;
  return (
    <>
      {lines.length > 0 && <Lines lines={lines} />}
      <CheckFiles groups={check.files} projectNo={projectNo} named />
    </>
  );
}

function Done({ check }: { check: CheckView }) {
  const { t, pick, day } = useWords();
  if (check.doneOn === null) return null;
  return (
    <>
      {t("commitment.check.by", { day: day(check.doneOn), name: check.checkedByName })}
      {check.department && <span className="stops__law">{pick(check.department)}</span>}
      {check.findings.length > 0 && <Lines lines={check.findings} />}
    </>
  );
}

function Rectification({ check }: { check: CheckView }) {
  const { t, day } = useWords();
  if (check.rectifyBy === null) return null;
  return (
    <>
      {day(check.rectifyBy)}
      {check.recheckedOn && (
        <span className="stops__law">
          {t("commitment.check.recheck")}
          {t("list.colon")}
          {t("commitment.check.by", { day: day(check.recheckedOn), name: check.recheckedByName })}
          {check.recheckNote && ` · ${check.recheckNote}`}
        </span>
      )}
    </>
  );
}

/** The acts that this check is open to, for this person. */
function CheckActs({ check, commitment, projectNo }: { check: CheckView; commitment: CommitmentView; projectNo: string }) {
  const { t } = useWords();
  const command = check.checkable ? "record-check" : check.ripe ? "rule-on-breach" : check.status === "rectifying" ? "recheck-rectification" : null;
  const act = command && commitment.acts.includes(command) ? commitmentActByCommand(command) : undefined;
  if (!act) return null;
  return (
    <a href={paths.desk.commitmentAct(projectNo, act.noun, { commitment: commitment.record.commitmentNo, subject: check.id })}>
      {t(`acts.commitment-${act.noun}.button`)}
    </a>
  );
}

/** Objections received while the promise hung, with the ruling on each. */
export function ObjectionsCard({ commitment, projectNo, several = false }: { commitment: CommitmentView; projectNo: string; several?: boolean }) {
  const { t, day } = useWords();
  const { record, objections, acts } = commitment;
  const no = record.commitmentNo;
  return (
    <Card title={titleOf(t("commitment.objections"), no, several)} flush={objections.length > 0}>
      {objections.length === 0 ? (
        <Empty>{t("commitment.objections.none")}</Empty>
      ) : (
        <DataTable
          caption={`${t("commitment.objections.caption")} ${no}`}
          stacked
          rows={objections}
          rowKey={(objection) => objection.id}
          columns={[
            { key: "who", header: t("commitment.objection.who"), rowHeader: true, cell: (objection) => objection.objector },
            { key: "text", header: t("commitment.objection.text"), cell: (objection) => objection.text },
            {
              key: "received",
              header: t("commitment.objection.received"),
              cell: (objection) => t("commitment.by", { day: day(objection.receivedOn), name: objection.receivedByName }),
            },
            {
              key: "state",
              header: t("commitment.objection.state"),
              cell: (objection) => (
                <>
                  <Tag tone={objection.status === "open" ? "warn" : "plain"}>{t(`commitment.objection.${objection.status}`)}</Tag>
                  {objection.rulingReason && (
                    <span className="stops__law">
                      {t("commitment.by", { day: day(objection.ruledOn), name: objection.ruledByName })}
                      {t("list.colon")}
                      {objection.rulingReason}
                    </span>
                  )}
                  {objection.status === "open" && acts.includes("rule-on-objection") && (
                    <a href={paths.desk.commitmentAct(projectNo, "objection-ruling", { commitment: no, subject: objection.id })}>
                      {t("acts.commitment-objection-ruling.button")}
                    </a>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
