import type { ReceivedPaper } from "../../../application/queries/papers";
import type { PortalProject } from "../../../application/queries/portal-project";
import { Card, useWords } from "../../../components";
import { PAPER_AREAS } from "../../../domain/case/parts/paper";
import { paths } from "../../../web/paths";

/** Papers of a kind shown at once; the rest is one click away. */
const AT_ONCE = 6;

/** Official papers handed out to the applicant, the newest of each, to be read or printed, by what they belong to. */
export function PapersCard({ papers }: Pick<PortalProject, "papers">) {
  const { t } = useWords();
  const areas = PAPER_AREAS.map((area) => ({ area, own: papers.filter((paper) => paper.area === area) })).filter(({ own }) => own.length > 0);
  return (
    <Card title={t("papers.portal")} more={<a href={`${paths.agency()}#samples`}>{t("sample.portal")}</a>} flush={papers.length > 0}>
      {papers.length === 0 && <p className="muted">{t("papers.portal.none")}</p>}
      {areas.map(({ area, own }) => (
        <div key={area} className="paper-area">
          {areas.length > 1 && <h3>{t(`papers.portal.area.${area}`)}</h3>}
          <Papers papers={own.slice(0, AT_ONCE)} />
          {own.length > AT_ONCE && (
            <details className="fold">
              <summary>{t("papers.portal.more", { n: own.length - AT_ONCE })}</summary>
              <Papers papers={own.slice(AT_ONCE)} />
            </details>
          )}
        </div>
      ))}
    </Card>
  );
}

function Papers({ papers }: { papers: readonly ReceivedPaper[] }) {
  const { t, pick, day } = useWords();
  return (
    <ul className="todos">
      {papers.map((paper) => (
        <li key={paper.code} className="todo">
          <p className="todo__title">
            <a href={paths.portal.paper(paper.code)}>
              {t(`paper.kind.${paper.kind}`)}
              {paper.item && t("list.colon")}
              {paper.item && pick(paper.item)}
            </a>
          </p>
          <p className="muted small">
            <span className="mono">{paper.number}</span> · {day(paper.issuedOn)} · {t(`papers.language.${paper.locale}`)} ·{" "}
            <a className="link" href={paths.verify(paper.code)}>
              {t("papers.verify")}
              <span className="visually-hidden"> {paper.number}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
