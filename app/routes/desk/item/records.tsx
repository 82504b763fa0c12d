import type { ItemPage } from "../../../application/queries/item";
import { Card, DataTable, KeyValues, Tag, useWords } from "../../../components";

/** Steps the place asks of the department, with those recorded. */
export function Steps({ page: { steps } }: { page: ItemPage }) {
  const { t, pick, day } = useWords();
  if (steps.length === 0) return null;
  return (
    <Card title={t("steps.title")} flush>
      <DataTable
        caption={t("list.of", { name: t("steps.title") })}
        stacked
        rows={steps}
        rowKey={(step) => step.code}
        columns={[
          { key: "name", header: t("steps.name"), rowHeader: true, cell: (step) => pick(step.name) },
          { key: "limit", header: t("steps.limit"), align: "end", cell: (step) => step.limitWorkingDays ?? t("unknown") },
          { key: "done", header: t("steps.doneOn"), cell: (step) => day(step.doneOn) },
          { key: "by", header: t("steps.by"), cell: (step) => step.byName ?? "--" },
          { key: "remark", header: t("steps.remark"), cell: (step) => step.remark ?? "--" },
        ]}
      />
    </Card>
  );
}

/** One-time lists of defects told to the investor. */
export function Corrections({ page: { corrections, correctionIfMissed } }: { page: ItemPage }) {
  const { t, day } = useWords();
  if (corrections.length === 0) return null;
  return (
    <Card title={t("corrections.title")}>
      {corrections.map((correction) => (
        <section key={correction.id} className="record" aria-label={t("corrections.nth", { n: correction.ordinal })}>
          <header className="record__head">
            <h3>{t("corrections.nth", { n: correction.ordinal })}</h3>
            <Tag tone={correction.outcome ? "late" : correction.suppliedOn ? "plain" : "warn"}>
              {t(correction.outcome ? "corrections.failed" : correction.suppliedOn ? "corrections.supplied" : "corrections.open")}
            </Tag>
          </header>
          {correction.proposedOn && <p>{t("corrections.proposed", { day: day(correction.proposedOn) })}</p>}
          <ol className="defects">
            {correction.defects.map((defect) => (
              <li key={defect}>{defect}</li>
            ))}
          </ol>
          <KeyValues
            rows={[
              { label: t("corrections.noticeNo"), value: correction.noticeNo },
              { label: t("corrections.notifiedOn"), value: day(correction.notifiedOn) },
              { label: t("corrections.replyBy"), value: day(correction.replyBy) },
              ...(correction.suppliedOn ? [{ label: t("corrections.suppliedOn"), value: day(correction.suppliedOn) }] : []),
              ...(correction.supplyNote ? [{ label: t("corrections.supplyNote"), value: correction.supplyNote }] : []),
              ...(correction.suppliedOn === null && correction.outcome === null && correction.replyBy !== null
                ? [
                    {
                      label: t("corrections.if-missed"),
                      value: t(correctionIfMissed === null ? "gaps.outcome.to-choose" : `gaps.outcome.${correctionIfMissed}`),
                    },
                  ]
                : []),
              ...(correction.outcome && correction.outcomeGround
                ? [
                    {
                      label: t("corrections.outcome"),
                      value: t(`corrections.outcome.${correction.outcomeGround}`, {
                        day: day(correction.outcomeOn),
                        outcome: t(`gaps.outcome.${correction.outcome}`),
                        name: correction.outcomeByName,
                      }),
                    },
                    { label: t("corrections.outcomeReason"), value: correction.outcomeReason },
                  ]
                : []),
              ...(correction.allowedReason ? [{ label: t("corrections.allowedReason"), value: correction.allowedReason }] : []),
            ]}
          />
        </section>
      ))}
    </Card>
  );
}

/** Special procedures, open and ended, and which clocks each stops. */
export function Procedures({ page: { procedures } }: { page: ItemPage }) {
  const { t, pick, day, range } = useWords();
  if (procedures.length === 0) return null;
  return (
    <Card title={t("procedures.title")} flush>
      <DataTable
        caption={t("list.of", { name: t("procedures.title") })}
        stacked
        rows={procedures}
        rowKey={(procedure) => procedure.id}
        columns={[
          {
            key: "kind",
            header: t("procedures.kind"),
            rowHeader: true,
            cell: (procedure) => (
              <>
                {pick(procedure.name)} <Tag tone={procedure.closedOn ? "plain" : "hold"}>{t(procedure.closedOn ? "procedures.closed" : "procedures.open")}</Tag>
              </>
            ),
          },
          { key: "days", header: t("procedures.days"), cell: (procedure) => range(procedure.openedOn, procedure.closedOn) },
          { key: "told-end", header: t("procedures.told-end"), cell: (procedure) => (procedure.toldEndOn ? day(procedure.toldEndOn) : t("unknown")) },
          {
            key: "length",
            header: t("procedures.length"),
            align: "end",
            cell: (procedure) => (
              <>
                {t("procedures.length.of", { n: procedure.workingDays, told: procedure.toldWorkingDays ?? "--" })}
                {procedure.overWorkingDays > 0 && (
                  <small className="cell-note">
                    <Tag tone="late">{t(procedure.closedOn ? "procedures.over" : "procedures.over.open", { n: procedure.overWorkingDays })}</Tag>
                  </small>
                )}
              </>
            ),
          },
          { key: "stops", header: t("procedures.stops"), cell: (procedure) => t(`procedures.stops.${procedure.stops}`) },
          { key: "notice", header: t("procedures.notice"), cell: (procedure) => procedure.noticeNo ?? t("procedures.notice.none") },
          {
            key: "why",
            header: t("procedures.reason"),
            cell: (procedure) => (procedure.outcome ? `${procedure.reason} → ${procedure.outcome}` : procedure.reason),
          },
        ]}
      />
    </Card>
  );
}

const RULING = { requested: "warn", approved: "ok", rejected: "plain" } as const;

/** Extensions asked for and how they were ruled on. */
export function Extensions({ page: { extensions } }: { page: ItemPage }) {
  const { t, day } = useWords();
  if (extensions.length === 0) return null;
  return (
    <Card title={t("extensions.title")} flush>
      <DataTable
        caption={t("list.of", { name: t("extensions.title") })}
        stacked
        rows={extensions}
        rowKey={(extension) => extension.id}
        columns={[
          { key: "on", header: t("extensions.requestedOn"), rowHeader: true, cell: (extension) => day(extension.requestedOn) },
          { key: "days", header: t("extensions.days"), align: "end", cell: (extension) => extension.workingDays },
          { key: "reason", header: t("extensions.reason"), cell: (extension) => extension.reason },
          {
            key: "status",
            header: t("extensions.status"),
            cell: (extension) => <Tag tone={RULING[extension.status]}>{t(`extensions.status.${extension.status}`)}</Tag>,
          },
          { key: "ruled", header: t("extensions.ruledOn"), cell: (extension) => day(extension.decidedOn) },
          { key: "why", header: t("extensions.decisionReason"), cell: (extension) => extension.decisionReason ?? "--" },
        ]}
      />
    </Card>
  );
}

export function Notes({ page: { notes } }: { page: ItemPage }) {
  const { t, day } = useWords();
  if (notes.length === 0) return null;
  return (
    <Card title={t("overview.notes")}>
      <ul className="plain-list">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="note-text">{note.text}</p>
            <small className="muted">
              {day(note.notedOn)} · {note.byName} · {t(note.shownToInvestor ? "note.shown" : "note.internal")}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
