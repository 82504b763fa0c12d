import type { IssuedLine, PaperGroup, PaperLine } from "../../../application/queries/paper-groups";
import { DataTable, Tag, useWords } from "../../../components";
import { LOCALES } from "../../../i18n";
import { paths } from "../../../web/paths";

interface PapersTableProps {
  readonly group: PaperGroup;
  /** What the group is called. */
  readonly title: string;
  readonly projectNo: string;
  /** The one item the page shows, to come back to. */
  readonly only: string | null;
}

/** The papers of one group: what exists of each, and the buttons that hand it out. */
export function PapersTable({ group, title: name, projectNo, only }: PapersTableProps) {
  const { t, pick } = useWords();
  return (
    <DataTable<PaperLine>
      caption={t("papers.table", { name })}
      stacked
      rows={group.papers}
      rowKey={(line) => `${line.kind} ${line.subjectId}`}
      columns={[
        {
          key: "paper",
          header: t("papers.column.paper"),
          rowHeader: true,
          cell: (line) => (
            <>
              {t(`paper.kind.${line.kind}`)}
              {line.item && <small className="cell-note">{pick(line.item)}</small>}
              {line.reference && line.reference !== group.no && <small className="cell-note">{line.reference}</small>}
            </>
          ),
        },
        { key: "issued", header: t("papers.column.issued"), cell: (line) => <Issued line={line} /> },
        {
          key: "issue",
          header: t("papers.column.issue"),
          cell: (line) => (line.mayIssue ? <IssueForm line={line} projectNo={projectNo} only={only} name={name} /> : "--"),
        },
      ]}
    />
  );
}

/** What was handed out: the newest of each language, older ones folded away. */
function Issued({ line: { issued } }: { line: PaperLine }) {
  const { t } = useWords();
  const current = issued.filter((paper) => paper.supersededBy === null);
  const earlier = issued.filter((paper) => paper.supersededBy !== null);
  if (issued.length === 0) return <span className="muted">{t("papers.not-issued")}</span>;
  return (
    <>
      <ul className="plain-list">
        {current.map((paper) => (
          <li key={paper.code}>
            <PaperLink paper={paper} /> {paper.outdated ? <Tag tone="warn">{t("papers.outdated")}</Tag> : <Tag tone="ok">{t("papers.current")}</Tag>}
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="fold small">
          <summary>{t("papers.earlier", { n: earlier.length })}</summary>
          <ul className="plain-list">
            {earlier.map((paper) => (
              <li key={paper.code}>
                <PaperLink paper={paper} /> <span className="muted">{t("papers.superseded", { number: paper.supersededBy })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function PaperLink({ paper }: { paper: IssuedLine }) {
  const { t, day } = useWords();
  return (
    <>
      <a className="mono link" href={paths.desk.paper(paper.code)}>
        {paper.number}
      </a>{" "}
      <span className="muted small">
        {t(`papers.language.${paper.locale}`)} · {t("papers.by", { day: day(paper.issuedOn), name: paper.byName })} ·{" "}
        <a className="link" href={paths.verify(paper.code)}>
          {t("papers.verify")}
          <span className="visually-hidden"> {paper.number}</span>
        </a>
      </span>
    </>
  );
}

/** One form, one button per language; nothing to fill in. */
function IssueForm({ line, projectNo, only, name }: { line: PaperLine; projectNo: string; only: string | null; name: string }) {
  const { t } = useWords();
  return (
    <form className="paper-issue" method="post" action={paths.desk.projectTab(projectNo, "papers")} data-guard="">
      <input type="hidden" name="kind" value={line.kind} />
      <input type="hidden" name="subject" value={line.subjectId} />
      {only !== null && <input type="hidden" name="item" value={only} />}
      {LOCALES.map((locale) => (
        <button key={locale} type="submit" className="button button--second" name="locale" value={locale}>
          {t(`papers.issue.${locale}`)}
          <span className="visually-hidden">{t("papers.issue.of", { paper: `${t(`paper.kind.${line.kind}`)} ${line.reference ?? ""} ${name}` })}</span>
        </button>
      ))}
    </form>
  );
}

/** Progress reports given out, which are taken from the head of the page. */
export function ReportsTable({ reports }: { reports: readonly IssuedLine[] }) {
  const { t, day } = useWords();
  return (
    <DataTable<IssuedLine>
      caption={t("papers.reports.table")}
      stacked
      rows={reports}
      rowKey={(paper) => paper.code}
      columns={[
        { key: "paper", header: t("papers.column.paper"), rowHeader: true, cell: (paper) => <PaperLink paper={paper} /> },
        { key: "day", header: t("verify.issued"), cell: (paper) => day(paper.issuedOn) },
        {
          key: "state",
          header: t("papers.column.issued"),
          cell: (paper) =>
            paper.supersededBy === null ? (
              <Tag tone="ok">{t("papers.current")}</Tag>
            ) : (
              <span className="muted">{t("papers.superseded", { number: paper.supersededBy })}</span>
            ),
        },
      ]}
    />
  );
}
