import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type OwnProject, portalHome } from "../../../application/queries/portal-home";
import { ButtonLink, Card, Empty, LightTag, PageHead, Pager, PortalShell, SimTag, Stack, Tag, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths, withQuery } from "../../../web/paths";
import { SimulationDueLine } from "../pieces/simulation-due";
import { ReplyTag, TodoLine, todoCount } from "../pieces/todo-lines";

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
          {projects.map((project) => (
            <ProjectCard key={project.projectNo} project={project} today={today} />
          ))}
          <Pager previous={null} next={next ? withQuery(paths.portal.home(), { after: next }) : null} />
        </Stack>
      )}
    </PortalShell>
  );
}

/** Everything that waits for the investor, over all projects: lists to answer, results to collect, items to hand in. */
function TodoCard({ projects, today }: { projects: readonly OwnProject[]; today: CivilDay }) {
  const { t, pick } = useWords();
  const count = projects.reduce(
    (sum, { todo, letters, simulationDues, notices, commitments }) =>
      sum + todoCount(todo) + letters.length + simulationDues.length + notices.length + commitments.length,
    0,
  );
  if (count === 0) {
    return (
      <Card title={t("portal.home.todo.none")} tone="ok">
        <p>{t("portal.home.todo.none.text")}</p>
      </Card>
    );
  }
  const urgent = projects.some(
    ({ todo, simulationDues, commitments }) =>
      todo.supply.some(({ replyBy }) => replyBy !== null && replyBy < today) ||
      simulationDues.some(({ inDays }) => inDays !== null && inDays < 0) ||
      commitments.some(({ by }) => by !== null && by < today),
  );
  return (
    <Card title={t("portal.home.todo", { n: count })} tone={urgent ? "late" : "warn"} flush>
      <ul className="todos">
        {projects.flatMap(({ projectNo, name, letters }) =>
          letters.map(({ id }) => (
            <TodoLine
              key={id}
              title={t("portal.simulation.todo.sign")}
              href={paths.portal.letter(projectNo, "simulation-risk", id)}
              tag={<SimTag>{t("simulation.mark")}</SimTag>}
            >
              <p className="muted">{name}</p>
            </TodoLine>
          )),
        )}
        {projects.flatMap(({ projectNo, name, simulationDues }) =>
          simulationDues.map((due) => (
            <SimulationDueLine key={due.key} due={due} today={today} href={`${paths.portal.project(projectNo)}#todo`} project={name} />
          )),
        )}
        {projects.flatMap(({ projectNo, name, notices }) =>
          notices.map(({ id, itemNo, name: item, status }) => (
            <TodoLine
              key={id}
              title={t(`portal.notice.todo.${status === "told" ? "choose" : status === "chosen" ? "sign" : "rectify"}`, { item: pick(item) })}
              href={paths.portal.notice(projectNo, itemNo)}
            >
              <p className="muted">{name}</p>
            </TodoLine>
          )),
        )}
        {projects.flatMap(({ projectNo, name, commitments }) =>
          commitments.map((one) => (
            <TodoLine
              key={one.id}
              title={t(`commitment.portal.todo.${one.kind}`, { point: one.point && t(`commitment.point.${one.point}`) })}
              href={one.kind === "sign" ? paths.portal.letter(projectNo, "project-commitment", one.id) : `${paths.portal.project(projectNo)}#todo`}
              tag={one.by && <RectifyTag by={one.by} today={today} />}
            >
              <p className="muted">{name}</p>
            </TodoLine>
          )),
        )}
        {projects.flatMap(({ projectNo, name, todo }) =>
          todo.supply.map((supply) => (
            <TodoLine
              key={supply.itemNo}
              title={t("portal.todo.supply", { item: pick(supply.name) })}
              href={`${paths.portal.project(projectNo)}#todo`}
              tag={<ReplyTag supply={supply} today={today} />}
            >
              <ol className="defects">
                {supply.defects.map((defect) => (
                  <li key={defect}>{defect}</li>
                ))}
              </ol>
              <p className="muted">{name}</p>
            </TodoLine>
          )),
        )}
        {projects.flatMap(({ projectNo, name, todo }) =>
          todo.collect.map((collect) => (
            <TodoLine key={collect.itemNo} title={t("portal.todo.collect", { item: pick(collect.name) })} href={`${paths.portal.project(projectNo)}#todo`}>
              <p className="muted">{name}</p>
            </TodoLine>
          )),
        )}
        {projects
          .filter(({ todo }) => todo.submit.length > 0)
          .map(({ projectNo, name, todo }) => (
            <TodoLine key={projectNo} title={t("portal.todo.submit", { n: todo.submit.length })} href={`${paths.portal.project(projectNo)}#ready`}>
              <p className="muted">
                {name}
                <br />
                {t("portal.todo.submit.in-project", { items: todo.submit.map((item) => pick(item.name)) })}
              </p>
            </TodoLine>
          ))}
        {projects.flatMap(({ projectNo, name, todo }) =>
          todo.arrange.map((item) => (
            <TodoLine key={item.itemNo} title={t("portal.todo.arrange", { item: pick(item.name) })} href={`${paths.portal.project(projectNo)}#todo`}>
              <p className="muted">{name}</p>
            </TodoLine>
          )),
        )}
      </ul>
    </Card>
  );
}

function RectifyTag({ by, today }: { by: CivilDay; today: CivilDay }) {
  const { t, shortDay } = useWords();
  const over = by < today;
  return <Tag tone={over ? "late" : "warn"}>{t(over ? "commitment.portal.todo.over" : "commitment.portal.todo.by", { day: shortDay(by, today) })}</Tag>;
}

function ProjectCard({ project, today }: { project: OwnProject; today: CivilDay }) {
  const { t, pick, shortDay } = useWords();
  return (
    <Card title={project.name} tags={<ProjectTag project={project} />}>
      <p className="muted">
        {project.enterpriseName} · <span className="mono nowrap">{project.projectNo}</span>
      </p>
      <ul className="plain-list">
        {project.itemCount > 0 && <li>{t("portal.home.progress", { closed: project.closedCount, n: project.itemCount })}</li>}
        {project.stages.length > 0 && <li>{t("portal.home.stages", { stages: project.stages.map(pick) })}</li>}
        {project.nextDueOn && <li>{t(project.nextDueOn < today ? "portal.home.overdue" : "portal.home.due", { day: shortDay(project.nextDueOn, today) })}</li>}
        {project.agentName && (
          <li>
            {t("portal.project.agent")} {project.agentName}
          </li>
        )}
      </ul>
      <div className="card__foot">
        <ButtonLink href={paths.portal.project(project.projectNo)} second>
          {t("portal.home.open")}
          <span className="visually-hidden"> {project.name}</span>
        </ButtonLink>
      </div>
    </Card>
  );
}

/** The light while a clock runs; else the state of the whole. */
function ProjectTag({ project: { light, status } }: { project: OwnProject }) {
  const { t } = useWords();
  return light === "none" ? <Tag>{t(`portal.status.${status}`)}</Tag> : <LightTag light={light} />;
}
