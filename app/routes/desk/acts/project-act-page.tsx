import type { ReactNode } from "react";
import { Card, KeyValues, PageHead, Shell, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { Happenings } from "../pieces/happenings";
import { ActErrors, ActForm, Consequences } from "./act-form";
import type { ActState } from "./answer-act";
import type { ProjectAct, ProjectActContext } from "./project-acts";

interface ProjectActPageProps {
  readonly act: ProjectAct;
  readonly context: ProjectActContext;
  readonly state: ActState | undefined;
  readonly backHref: string;
  /** Why the act cannot be taken now; there is then no form. */
  readonly notNow?: string | null;
  /** Between the facts of the project and the form. */
  readonly children?: ReactNode;
}

/** The page of an act on a project: what it is about, what it brings with it, the form. */
export function ProjectActPage({ act, context, state, backHref, notNow, children }: ProjectActPageProps) {
  const { t } = useWords();
  const { head } = context.page;
  const fields = act.fields(context);
  return (
    <Shell current="projects" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t(`acts.${act.noun}.title`)} over={<a href={backHref}>{t("acts.back-to", { name: head.name })}</a>} />
      {state?.changes && state.changes.events.length > 0 && (
        <Card title={t("acts.changed")} tone="warn">
          <p>{t("acts.changed.text")}</p>
          <Happenings events={state.changes.events} names={state.changes.names} />
        </Card>
      )}
      <Card
        title={head.name}
        tags={<Tag>{t(`project.status.${head.status}`)}</Tag>}
        more={<a href={paths.desk.project(head.projectNo)}>{t("acts.to-project")}</a>}
      >
        <KeyValues
          rows={[
            { label: t("project.no"), value: <span className="mono">{head.projectNo}</span> },
            { label: t("project.enterprise"), value: head.enterpriseName },
            { label: t("project.agent"), value: head.agentName ?? t("project.agent.none") },
          ]}
        />
      </Card>
      {children}
      {notNow ? (
        <p>{notNow}</p>
      ) : (
        <>
          <Consequences textKey={`acts.${act.noun}.explain`} />
          <ActForm
            fields={fields}
            state={state}
            version={head.version}
            submit={t(state?.refusal?.code === "case-changed" ? "acts.submit-anyway" : `acts.${act.noun}.submit`)}
            cancelHref={backHref}
          />
        </>
      )}
    </Shell>
  );
}
