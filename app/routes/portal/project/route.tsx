import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type PortalProject, portalProject } from "../../../application/queries/portal-project";
import { Breadcrumbs, ButtonLink, Card, KeyValues, PageHead, PortalShell, Stack, StageTracker, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { CommitmentCard } from "./commitment-card";
import { MaterialsCard } from "./materials-card";
import { NoticeCard } from "./notice-card";
import { PapersCard } from "./papers-card";
import { ReviewsCard } from "./reviews-card";
import { SharesCard } from "./shares-card";
import { SimulationCard } from "./simulation-card";
import { ParcelsCard, ReadyCard, SentInCard, TodoCard } from "./todo-cards";

export const handle = titled<typeof loader>((_, page) => page.name);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "portal:read");
  const page = await portalProject(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** One own project on one column: what you must do, where it stands, what comes next, whom to ask. */
export default function PortalProjectPage() {
  const { t } = useWords();
  const page: PortalProject = useLoaderData<typeof loader>();
  return (
    <PortalShell>
      <Breadcrumbs crumbs={[{ label: t("portal.project.back"), href: paths.portal.home() }, { label: page.name }]} />
      <PageHead
        title={page.name}
        lead={
          <>
            {page.enterpriseName} · {t("portal.project.agent")}{" "}
            <a className="link" href="#contact">
              {page.agentName ?? t("portal.project.agent.none")}
            </a>
          </>
        }
      />
      <Stack>
        <TodoCard page={page} />
        <ParcelsCard page={page} />
        <SentInCard page={page} />
        <ReviewsCard reviews={page.reviews} today={page.today} />
        {page.itemCount > 0 && <MaterialsCard projectNo={page.projectNo} />}
        <SimulationCard runs={page.simulation} projectNo={page.projectNo} today={page.today} />
        <CommitmentCard commitments={page.commitments} projectNo={page.projectNo} />
        <NoticeCard notices={page.notices} projectNo={page.projectNo} />
        <WhereCard page={page} />
        <NotesCard page={page} />
        <PapersCard papers={page.papers} />
        <ContactCard page={page} />
        <ReadyCard page={page} />
        <SharesCard page={page} />
        <FactsCard page={page} />
      </Stack>
    </PortalShell>
  );
}

function WhereCard({ page }: { page: PortalProject }) {
  const { t, shortDay } = useWords();
  const { outlook, stages, today } = page;
  const next =
    outlook &&
    (outlook.permitOn
      ? t("portal.project.outlook.permit", { day: shortDay(outlook.permitOn, today) })
      : t("portal.project.outlook.end", { day: shortDay(outlook.endOn, today) }));
  return (
    <Card title={t("portal.project.where")} more={next && <span>{next}</span>} flush={stages.length > 0}>
      {stages.length === 0 ? <p>{t("portal.project.unplanned")}</p> : <StageTracker stages={stages} today={today} />}
      {page.status === "completed" && page.completedOn && (
        <p className="card__note">
          {t(page.vainCount > 0 ? "portal.project.completed.vain" : "portal.project.completed.text", { day: page.completedOn, n: page.vainCount })}
        </p>
      )}
      {outlook && stages.length > 0 && <Expected page={page} />}
    </Card>
  );
}

/** The days reckoned, with how they were reckoned one touch away. */
function Expected({ page: { outlook, today } }: { page: PortalProject }) {
  const { t, shortDay } = useWords();
  if (!outlook) return null;
  const rows = [
    ...(outlook.permitOn
      ? [
          {
            label: t("portal.project.outlook.permit.label"),
            value: <Expectation day={shortDay(outlook.permitOn, today)} provisional={outlook.permitProvisional} />,
          },
        ]
      : []),
    { label: t("portal.project.outlook.end.label"), value: <Expectation day={shortDay(outlook.endOn, today)} provisional={outlook.endProvisional} /> },
  ];
  return (
    <div className="card__note">
      <h3>{t("portal.project.outlook.title")}</h3>
      <KeyValues rows={rows} />
      <p className="muted small">{t("portal.project.outlook.how")}</p>
    </div>
  );
}

function Expectation({ day, provisional }: { day: string; provisional: boolean }) {
  const { t } = useWords();
  return (
    <>
      <b>{day}</b> {provisional && <span className="muted">{t("due.provisional")}</span>}
    </>
  );
}

function NotesCard({ page: { notes } }: { page: PortalProject }) {
  const { t, pick, day } = useWords();
  if (notes.length === 0) return null;
  return (
    <Card title={t("portal.project.notes")} flush>
      <ul className="todos">
        {notes.map((note) => (
          <li key={note.id} className="todo">
            <p>{note.text}</p>
            <p className="muted small">
              {t("portal.project.notes.by", { day: day(note.on), by: note.by })}
              {note.item && ` · ${pick(note.item)}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ContactCard({ page: { agentName, centre, projectNo } }: { page: PortalProject }) {
  const { t, pick, locale } = useWords();
  return (
    <Card title={t("portal.project.contact.card")} id="contact">
      <p>{agentName ? t("portal.project.contact.text", { agent: agentName }) : t("portal.project.contact.none", { centre: pick(centre) })}</p>
      <p className="muted">{pick(centre)}</p>
      <div className="card__foot">
        <ButtonLink href={paths.portal.report(projectNo, locale)}>{t("portal.project.report")}</ButtonLink>
      </div>
    </Card>
  );
}

function FactsCard({ page }: { page: PortalProject }) {
  const { t, pick, day } = useWords();
  return (
    <Card title={t("portal.project.facts")}>
      <KeyValues
        rows={[
          { label: t("portal.project.no"), value: <Copied text={page.projectNo} /> },
          {
            label: t("portal.project.query-code"),
            value: (
              <>
                <Copied text={page.queryCode} />
                <p className="muted small">{t("portal.project.query-code.help")}</p>
              </>
            ),
          },
          { label: t("portal.project.code"), value: page.projectCode && <Copied text={page.projectCode} /> },
          { label: t("portal.project.category"), value: pick(page.category) },
          { label: t("portal.project.contact"), value: `${page.contact.name} ${page.contact.phone}` },
          { label: t("portal.project.registered"), value: day(page.registeredOn) },
          ...(page.completedOn ? [{ label: t("portal.project.completed"), value: day(page.completedOn) }] : []),
        ]}
      />
    </Card>
  );
}

const Copied = ({ text }: { text: string }) => (
  <span className="mono" data-copy={text}>
    {text}
  </span>
);
