import type { FindingView } from "../../../application/queries/finding-view";
import type { ProjectHead } from "../../../application/queries/project-head";
import { Card, Tag, useWords, type Words } from "../../../components";
import { isKey } from "../../../i18n";
import { ItemLink } from "./item-link";

/** Shown on a card; the list of the centre has all of them. */
const SHOWN = 8;

/** The facts of an irregularity in one sentence: what a rule read in the record, or what a person saw. */
export function findingSays({ code, facts, byRule, evidence, procedure, step }: FindingView, { t, pick, day }: Words): string {
  const on = (name: string): string | null => (typeof facts[name] === "string" ? day(facts[name]) : null);
  if (!byRule) return [evidence ?? "", facts.on ? t("finding.says.reported", { on: on("on") }) : ""].filter(Boolean).join(" · ");
  const days = { dueOn: on("dueOn"), on: on("on"), startedOn: on("startedOn"), openedOn: on("openedOn"), entered: on("entered") };
  switch (code) {
    case "overdue":
      return t(facts.dueOn === null ? "finding.says.overdue.paused" : facts.on === null ? "finding.says.overdue" : "finding.says.overdue.ended", days);
    case "step-overdue":
      return t("finding.says.step-overdue", { ...facts, ...days, step: step ? pick(step) : facts.step });
    case "notice-missed":
      return t("finding.says.notice-missed", { completeOn: on("completeOn"), deadline: on("deadline") });
    case "second-list":
      return t("finding.says.second-list", facts);
    case "procedure-over-length":
    case "procedure-without-notice":
      return t(`finding.says.${code}`, { ...facts, ...days, procedure: procedure ? pick(procedure) : facts.kind });
    case "back-dated":
      return t("finding.says.back-dated", { ...days, act: actWord(facts.act, t) });
    case "unauthorised-window":
      return t("finding.says.unauthorised-window", { window: pick({ zh: String(facts.window ?? ""), en: String(facts.windowEn ?? "") }), on: days.on });
    case "outside-windows":
      return t("finding.says.outside-windows", { by: facts.by, on: days.on });
    default:
      return evidence ?? "";
  }
}

function actWord(act: string | number | null | undefined, t: Words["t"]): string {
  const key = `fact.act.${act}`;
  return isKey(key) ? t(key) : String(act ?? "");
}

interface FindingsCardProps {
  readonly findings: readonly FindingView[];
  /** Given on the page of a project, where each line names its item. */
  readonly head?: ProjectHead;
  /** Where a person reports one; the card then stands also while there is none. */
  readonly reportHref?: string | null;
}

/** What the system or people found irregular; left out when nothing was. */
export function FindingsCard({ findings, head, reportHref }: FindingsCardProps) {
  const words = useWords();
  const { t, pick, day } = words;
  if (findings.length === 0 && !reportHref) return null;
  return (
    <Card
      title={t("findings.title")}
      tags={findings.length > 0 ? <Tag tone="late">{t("findings.count", { n: findings.length })}</Tag> : undefined}
      more={reportHref ? <a href={reportHref}>{t("findings.report")}</a> : undefined}
    >
      {findings.length === 0 && <p className="muted">{t("findings.none")}</p>}
      <ul className="plain-list">
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={finding.id}>
            <b>{t(`finding.code.${finding.code}`)}</b>
            {head && (
              <>
                {" · "}
                {finding.item ? (
                  <ItemLink head={head} itemNo={finding.item.itemNo}>
                    {pick(finding.item.name)}
                  </ItemLink>
                ) : (
                  t("findings.of-project")
                )}
              </>
            )}
            <p className="finding-says">{findingSays(finding, words)}</p>
            <small className="muted">
              {day(finding.foundOn)} · {finding.byRule ? t("findings.by.rule") : t("findings.by.person", { name: finding.byName })}
            </small>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && <p className="muted">{t("findings.more", { n: findings.length - SHOWN })}</p>}
    </Card>
  );
}
