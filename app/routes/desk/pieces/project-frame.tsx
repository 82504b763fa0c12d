import type { ReactNode } from "react";
import type { ProjectHead } from "../../../application/queries/project-head";
import { Breadcrumbs, ButtonLink, Identity, LightTag, Shell, Tabs, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";

interface ProjectFrameProps {
  readonly head: ProjectHead;
  /** Tab of this page; pages below the tabs name none. */
  readonly tab?: "materials" | "overview" | "reviews" | "stages" | "timeline" | "history" | "plan" | "papers" | "simulation" | "commitment";
  readonly children: ReactNode;
}

/** What every page of a project stands in: its identity bar, its tabs and the navigation of the desk. */
export function ProjectFrame({ head, tab, children }: ProjectFrameProps) {
  const { t, pick, number, locale } = useWords();
  const { projectNo } = head;
  const actions = (
    <>
      {head.may.report && (
        <ButtonLink href={paths.desk.report(projectNo, locale)} second>
          {t("project.report")}
        </ButtonLink>
      )}
      <ButtonLink href={paths.desk.projectTab(projectNo, "stages")}>{t("project.to-items")}</ButtonLink>
    </>
  );
  return (
    <Shell
      current="projects"
      identity={
        <Identity
          breadcrumbs={<Breadcrumbs crumbs={[{ label: t("nav.projects"), href: paths.desk.projects() }, { label: projectNo }]} />}
          title={head.name}
          tags={<ProjectTags head={head} />}
          actions={actions}
          facts={[
            { label: t("project.no"), value: <span className="mono">{projectNo}</span> },
            { label: t("project.code"), value: head.projectCode ? <span className="mono">{head.projectCode}</span> : t("project.code.none") },
            { label: t("project.enterprise"), value: head.enterpriseName },
            { label: t("project.agent"), value: head.agentName ?? t("project.agent.none") },
            { label: t("project.rules"), value: <a href={paths.admin.pack(head.packId)}>{pick(head.packName)}</a> },
            ...(head.investmentWan === null
              ? []
              : [
                  {
                    label: t("project.investment"),
                    value: t("project.investment.wan", { amount: number(head.investmentWan), yuan: number(head.investmentWan * 10_000) }),
                  },
                ]),
          ]}
          tabs={
            <Tabs
              label={t("project.tabs")}
              current={tab ?? ""}
              tabs={[
                { key: "overview", label: t("project.tab.overview"), href: paths.desk.project(projectNo) },
                {
                  key: "stages",
                  label: t("project.tab.stages"),
                  href: paths.desk.projectTab(projectNo, "stages"),
                  count: head.itemCount > 0 ? `${head.closedCount}/${head.itemCount}` : undefined,
                },
                { key: "materials", label: t("project.tab.materials"), href: paths.desk.projectTab(projectNo, "materials") },
                { key: "reviews", label: t("reviews.tab"), href: paths.desk.projectTab(projectNo, "reviews") },
                { key: "timeline", label: t("project.tab.timeline"), href: paths.desk.projectTab(projectNo, "timeline") },
                { key: "simulation", label: t("simulation.tab"), href: paths.desk.projectTab(projectNo, "simulation") },
                { key: "commitment", label: t("commitment.title"), href: paths.desk.projectTab(projectNo, "commitment") },
                { key: "plan", label: t("project.tab.plan"), href: paths.desk.projectTab(projectNo, "plan") },
                { key: "papers", label: t("papers.title"), href: paths.desk.projectTab(projectNo, "papers") },
                { key: "history", label: t("project.tab.history"), href: paths.desk.projectTab(projectNo, "history") },
              ]}
            />
          }
        />
      }
    >
      {children}
    </Shell>
  );
}

/** State and light of a project in a few tags; a live project shows the worst light with its count. */
function ProjectTags({ head }: { head: ProjectHead }) {
  const { t, pick } = useWords();
  return (
    <>
      {head.lateCount > 0 ? (
        <Tag tone="late">{t("project.late-items", { n: head.lateCount })}</Tag>
      ) : head.warnCount > 0 ? (
        <Tag tone="warn">{t("project.warn-items", { n: head.warnCount })}</Tag>
      ) : (
        <LightTag light={head.light} />
      )}
      <Tag>{t(`project.status.${head.status}`)}</Tag>
      <Tag>{pick(head.category.name)}</Tag>
      {head.keyProject && <Tag>{t("project.key")}</Tag>}
      {head.greenChannel && <Tag>{t("project.green")}</Tag>}
      {head.attractedInvestment && <Tag>{t("project.attracted")}</Tag>}
    </>
  );
}
