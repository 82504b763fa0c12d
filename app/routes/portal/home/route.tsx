import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type OwnProject, portalHome } from "../../../application/queries/portal-home";
import { Card, Empty, LightTag, PageHead, Pager, PortalShell, Stack, Tag, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths, withQuery } from "../../../web/paths";
import { TodoCard } from "./todo-card";

export const handle = titled((t) => t("portal.home.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "portal:read");
  const page = await portalHome(args.context.services, actor, new URL(args.request.url).searchParams.get("after"));
  return { ...page, name: actor.name };
}

export default function PortalHomePage() {
  const { t } = useWords();
  const { name, projects, today, next } = useLoaderData<typeof loader>();
  return (
    <PortalShell>
      <PageHead title={t("portal.home.title")} lead={t("portal.home.hello", { name })} />
      {projects.length === 0 ? (
        <Card title={t("portal.home.projects")}>
          <Empty>{t("portal.home.none")}</Empty>
        </Card>
      ) : (
        <Stack>
          <TodoCard projects={projects} today={today} />
          <ProjectsCard projects={projects} today={today} />
          <Pager previous={null} next={next ? withQuery(paths.portal.home(), { after: next }) : null} />
        </Stack>
      )}
    </PortalShell>
  );
}

function ProjectsCard({ projects, today }: { projects: readonly OwnProject[]; today: CivilDay }) {
  const { t } = useWords();
  return (
    <Card title={t("portal.home.projects")} flush>
      <ul className="todos">
        {projects.map((project) => (
          <ProjectLine key={project.projectNo} project={project} today={today} only={projects.length === 1} />
        ))}
      </ul>
    </Card>
  );
}

function ProjectLine({ project, today, only }: { project: OwnProject; today: CivilDay; only: boolean }) {
  const { t, pick, shortDay } = useWords();
  const facts = [
    ...(project.itemCount > 0 ? [t("portal.home.progress", { closed: project.closedCount, n: project.itemCount })] : []),
    ...(project.vainCount > 0 ? [t("portal.home.vain", { n: project.vainCount })] : []),
    ...(project.nextDueOn ? [t(project.nextDueOn < today ? "portal.home.overdue" : "portal.home.due", { day: shortDay(project.nextDueOn, today) })] : []),
    ...(project.agentName ? [`${t("portal.project.agent")} ${project.agentName}`] : []),
  ];
  return (
    <li className="todo">
      <p className="todo__title">
        <a href={paths.portal.project(project.projectNo)}>
          <span className="visually-hidden">{t("portal.home.open")} </span>
          {project.name}
        </a>{" "}
        <ProjectTag project={project} />
      </p>
      <div className="todo__how">
        {project.stages.length > 0 && <p>{t("portal.home.stages", { stages: project.stages.map(pick) })}</p>}
        {facts.length > 0 && <p className="muted">{facts.join(" · ")}</p>}
        <Ready project={project} open={only} />
        <p className="muted small">
          {project.enterpriseName} · <span className="mono nowrap">{project.projectNo}</span>
        </p>
      </div>
    </li>
  );
}

/** What the investor may begin when it is ready itself: nobody waits and no day runs, so it stands behind what has to be done. */
function Ready({ project: { projectNo, name, todo }, open }: { project: OwnProject; open: boolean }) {
  const { t, pick } = useWords();
  const n = todo.submit.length + todo.arrange.length;
  if (n === 0) return null;
  return (
    <details className="fold" open={open}>
      <summary>
        {t("portal.home.ready", { n })}
        <span className="visually-hidden"> {name}</span>
      </summary>
      {todo.submit.length > 0 && <p>{t("portal.todo.submit.in-project", { items: todo.submit.map((item) => pick(item.name)) })}</p>}
      {todo.arrange.length > 0 && <p>{t("portal.home.ready.arrange", { items: todo.arrange.map((item) => pick(item.name)) })}</p>}
      <p>
        <a href={`${paths.portal.project(projectNo)}${todo.submit.length > 0 ? "#ready" : "#todo"}`}>
          {t("portal.todo.submit.see")}
          <span className="visually-hidden"> {name}</span>
        </a>
      </p>
    </details>
  );
}

/** The light while a clock runs; else the state of the whole. */
function ProjectTag({ project: { light, status, vainCount } }: { project: OwnProject }) {
  const { t } = useWords();
  return light === "none" ? <Tag>{t(`portal.status.${status === "completed" && vainCount > 0 ? "ended" : status}`)}</Tag> : <LightTag light={light} />;
}
