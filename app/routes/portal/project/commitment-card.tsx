import type { PortalCommitment } from "../../../application/queries/portal-commitment";
import { Card, CommitmentTag, EvidenceFiles, NextSteps, Tag, useWords } from "../../../components";
import { pointWords } from "../../../i18n/point-words";
import { paths } from "../../../web/paths";
import { TodoLine } from "../pieces/todo-lines";

interface CommitmentProps {
  readonly commitments: readonly PortalCommitment[];
  readonly projectNo: string;
}

/** What the enterprise must do for its commitment: sign, supplement, put right. Lines of the list of things to do. */
export function CommitmentTodos({ commitments, projectNo }: CommitmentProps) {
  const { t, day } = useWords();
  return (
    <>
      {commitments.flatMap((one) => [
        ...(one.toSign
          ? [
              <TodoLine
                key={`sign ${one.commitmentNo}`}
                title={t("commitment.portal.todo.sign")}
                href={paths.portal.letter(projectNo, "project-commitment", one.id)}
              >
                <p className="muted">{t("commitment.portal.lead")}</p>
              </TodoLine>,
            ]
          : []),
        ...(one.outdated
          ? [
              <TodoLine
                key={`outdated ${one.commitmentNo}`}
                title={t("commitment.portal.todo.sign-anew")}
                href={paths.portal.letter(projectNo, "project-commitment", one.id)}
              >
                <p className="muted">{t("commitment.portal.outdated")}</p>
              </TodoLine>,
            ]
          : []),
        ...(one.defects.length > 0
          ? [
              <TodoLine key={`supplement ${one.commitmentNo}`} title={t("commitment.portal.supplement")}>
                <ol className="defects">
                  {one.defects.map((defect) => (
                    <li key={defect}>{defect}</li>
                  ))}
                </ol>
              </TodoLine>,
            ]
          : []),
        ...(one.live ? one.rectifying : []).map((check) => (
          <TodoLine
            key={`rectify ${check.id}`}
            title={t("commitment.portal.rectify", {
              ...pointWords(t, check.point),
              day: day(check.rectifyBy),
              findings: check.findings,
            })}
          />
        )),
      ])}
    </>
  );
}

/** What was promised, what is due and what was checked, in plain words. */
export function CommitmentCard({ commitments, projectNo }: CommitmentProps) {
  const { t } = useWords();
  if (commitments.length === 0) return null;
  return (
    <Card title={t("commitment.portal.title")} flush>
      <p className="card__note">{t("commitment.portal.lead")}</p>
      <ul className="todos">
        {commitments.map((one) => (
          <li key={one.commitmentNo} className="todo">
            <details className="fold" open={one.live}>
              <summary>
                <b>{one.commitmentNo}</b> <CommitmentTag status={one.status} />
              </summary>
              {one.readable && (
                <p>
                  <a href={paths.portal.letter(projectNo, "project-commitment", one.id)}>
                    {t(one.toSign ? "commitment.portal.sign" : "commitment.portal.letter")}
                  </a>
                  {one.mayWithdraw && <span className="muted"> {t("commitment.portal.withdraw")}</span>}
                </p>
              )}
              <Due commitment={one} />
              <Promised commitment={one} />
              <Checked commitment={one} projectNo={projectNo} />
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Promised({ commitment: { standards } }: { commitment: PortalCommitment }) {
  const { t, pick, day } = useWords();
  if (standards.length === 0) return null;
  return (
    <>
      <h3>{t("commitment.portal.promised")}</h3>
      <ul className="stops stops--plain">
        {standards.map((standard) => (
          <li key={standard.id}>
            {standard.indicator} <b>{standard.value}</b>
            {standard.outcome && (
              <>
                {" "}
                <Tag tone={standard.outcome === "met" ? "ok" : "late"}>{t(`commitment.standard.${standard.outcome}`)}</Tag>
              </>
            )}
            <span className="stops__law">
              {standard.condition}
              {standard.dueOn && ` · ${t("commitment.standard.due")} ${day(standard.dueOn)}`}
              {standard.item && standard.effect && ` · ${pick(standard.item)}${t("list.colon")}${t(`commitment.effect.${standard.effect}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Due({ commitment: one }: { commitment: PortalCommitment }) {
  const { t, pick, day } = useWords();
  if (!one.live) return null;
  const said = new Set(one.steps.map(({ point }) => point));
  const later = [
    ...(one.outdated ? [t("commitment.portal.outdated")] : []),
    ...one.planned
      .filter(({ point }) => !said.has(point))
      .map(({ point, dueOn }) =>
        dueOn ? t("commitment.portal.check-due", { ...pointWords(t, point), day: day(dueOn) }) : t("commitment.portal.check-undated", pointWords(t, point)),
      ),
    ...(one.inEffect && !one.mayOperate ? [t("commitment.operation.not")] : []),
  ];
  return (
    <>
      {one.steps.length > 0 && (
        <>
          <h3>{t("next.title")}</h3>
          <NextSteps steps={one.steps} to="enterprise" />
        </>
      )}
      {later.length > 0 && (
        <>
          <h3>{t("commitment.portal.due")}</h3>
          <ul className="stops stops--plain">
            {later.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {one.stops.length > 0 && (
        <>
          <h3>{t("commitment.portal.stops")}</h3>
          <ul className="stops stops--plain">
            {one.stops.map((stop) => (
              <li key={stop.item?.itemNo ?? stop.law}>
                {stop.item ? pick(stop.item.name) : t("commitment.stop.permit")}
                <span className="stops__law">{t(`commitment.law.${stop.law}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Checked({ commitment: { checked, inEffect }, projectNo }: { commitment: PortalCommitment; projectNo: string }) {
  const { t, day } = useWords();
  if (checked.length === 0) return inEffect ? <p className="muted">{t("commitment.portal.nothing-checked")}</p> : null;
  return (
    <>
      <h3>{t("commitment.portal.checked")}</h3>
      <ul className="stops stops--plain">
        {checked.map((check) => {
          const named = pointWords(t, check.point);
          return (
            <li key={check.id}>
              <Tag tone={check.outcome === "met" || check.status === "met" ? "ok" : check.status === "failed" ? "late" : "warn"}>
                {t(`commitment.check.${check.status}`)}
              </Tag>{" "}
              {t(check.outcome === "met" ? "commitment.portal.checked-met" : "commitment.portal.checked-not-met", {
                day: day(check.doneOn),
                ...named,
                findings: check.findings,
              })}
              {check.recheckedOn && (
                <span className="stops__law">
                  {t(check.status === "met" ? "commitment.portal.rechecked-met" : "commitment.portal.rechecked-not-met", {
                    day: day(check.recheckedOn),
                    ...named,
                  })}
                </span>
              )}
              <EvidenceFiles groups={check.files} hrefOf={(id) => paths.evidenceFile(projectNo, id)} named />
            </li>
          );
        })}
      </ul>
    </>
  );
}
