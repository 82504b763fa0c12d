import type { ReactNode } from "react";
import { Card, KeyValues, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { ActPage } from "./act-page";
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
  return (
    <ActPage
      titleKey={`acts.${act.noun}.title`}
      back={{ href: backHref, name: head.name }}
      fields={act.fields(context)}
      state={state}
      version={head.version}
      explainKey={`acts.${act.noun}.explain`}
      submitKey={`acts.${act.noun}.submit`}
      notNow={notNow ? <p>{notNow}</p> : null}
    >
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
    </ActPage>
  );
}
