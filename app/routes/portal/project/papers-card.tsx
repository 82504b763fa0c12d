import type { PortalProject } from "../../../application/queries/portal-project";
import { Card, useWords } from "../../../components";
import { isPaperKind } from "../../../domain/case/parts/paper";
import { paths } from "../../../web/paths";

/** Official papers handed out to the applicant, the newest of each, to be read or printed. */
export function PapersCard({ papers }: Pick<PortalProject, "papers">) {
  const { t, pick, day } = useWords();
  return (
    <Card title={t("papers.portal")} flush={papers.length > 0}>
      {papers.length === 0 ? (
        <p className="muted">{t("papers.portal.none")}</p>
      ) : (
        <ul className="todos">
          {papers.map((paper) => (
            <li key={paper.code} className="todo">
              <p className="todo__title">
                <a href={paths.portal.paper(paper.code)}>
                  {isPaperKind(paper.kind) ? t(`paper.kind.${paper.kind}`) : paper.kind}
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
      )}
    </Card>
  );
}
