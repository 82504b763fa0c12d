import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Missing, type OverviewPage, overviewPage } from "../../../application/queries/project-overview";
import { Card, Code, Columns, DueDate, Empty, KeyValues, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { BudgetCard, SharesCard } from "../pieces/days-cards";
import { FindingsCard } from "../pieces/findings";
import { HolderText } from "../pieces/holder";
import { ItemLink, itemHref } from "../pieces/item-link";
import { ProjectFrame } from "../pieces/project-frame";
import { UnderWayCard } from "./under-way-card";

export const handle = titled<typeof loader>((_, { head }) => head.name);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const page = await overviewPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

export default function ProjectRoute() {
  const page = useLoaderData<typeof loader>();
  return (
    <ProjectFrame head={page.head} tab="overview">
      <Columns
        aside={
          <>
            <BudgetCard budget={page.budget} />
            <SharesCard shares={page.shares} total={page.totalWorkingDays} />
            <People page={page} />
          </>
        }
      >
        <MissingCard page={page} />
        <UnderWayCard underWay={page.underWay} head={page.head} />
        <NextSteps page={page} />
        <FindingsCard
          findings={page.findings}
          head={page.head}
          reportHref={page.mayReport ? paths.desk.projectTab(page.head.projectNo, "irregularity") : null}
        />
        <Facts page={page} />
        <Notes page={page} />
      </Columns>
    </ProjectFrame>
  );
}

/** What holds the project up and who must see to it; left out when nothing does. */
function MissingCard({ page: { missing, head } }: { page: OverviewPage }) {
  const { t } = useWords();
  if (missing.length === 0) return null;
  return (
    <Card title={t("overview.missing")} tone="warn">
      <ul className="plain-list">
        {missing.map((one) => (
          <li key={"item" in one ? `${one.kind} ${one.item.itemNo}` : one.kind}>
            <MissingLine one={one} projectNo={head.projectNo} head={head} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MissingLine({ one, projectNo, head }: { one: Missing; projectNo: string; head: OverviewPage["head"] }) {
  const { t, pick, day } = useWords();
  switch (one.kind) {
    case "agent":
      return (
        <>
          {t("overview.missing.agent")} {head.may.assign && <a href={paths.desk.projectTab(projectNo, "agent")}>{t("acts.agent.button")}</a>}
        </>
      );
    case "screening":
      return (
        <>
          {t("overview.missing.screening")} {head.may.plan && <a href={paths.desk.projectTab(projectNo, "screening")}>{t("screening.go")}</a>}
        </>
      );
    case "anew":
      return (
        <>
          {t("overview.missing.anew", { items: one.items.map(pick) })}{" "}
          {head.may.plan && <a href={paths.desk.projectTab(projectNo, "plan")}>{t("overview.missing.anew.go")}</a>}
        </>
      );
    case "plan":
      return (
        <>
          {t("overview.missing.plan")} {head.may.plan && <a href={paths.desk.projectTab(projectNo, "plan")}>{t("plan.go")}</a>}
        </>
      );
    case "gap":
      return (
        <>
          <ItemLink head={head} itemNo={one.item.itemNo}>
            {pick(one.item.name)}
          </ItemLink>
          {t("list.colon")}
          {t("overview.missing.gap", { names: one.names })}
          <span className="muted"> {t(one.supplyBy < head.today ? "overview.missing.over" : "overview.missing.by", { day: day(one.supplyBy) })}</span>
        </>
      );
    case "correction":
      return (
        <>
          <ItemLink head={head} itemNo={one.item.itemNo}>
            {pick(one.item.name)}
          </ItemLink>
          {t("list.colon")}
          {one.defects.join(t("list.semicolon"))}
          {one.replyBy && <span className="muted"> {t("overview.missing.by", { day: day(one.replyBy) })}</span>}
        </>
      );
  }
}

function NextSteps({ page: { nextSteps, head } }: { page: OverviewPage }) {
  const { t, pick } = useWords();
  return (
    <Card
      title={t("overview.next")}
      flush
      more={<a href={paths.desk.projectTab(head.projectNo, "stages")}>{t("overview.all-items", { n: head.itemCount })}</a>}
    >
      {nextSteps.length === 0 ? (
        <Empty>{t(head.status === "completed" ? "overview.next.completed" : "overview.next.none")}</Empty>
      ) : (
        <ul className="work" aria-label={t("overview.next")}>
          {nextSteps.map((item) => (
            <li key={item.itemNo} className="work__row work__row--three">
              <DueDate
                dueOn={item.dueOn}
                light={item.light}
                remaining={item.remaining}
                today={head.today}
                provisional={item.dueOn !== null && item.provisional}
                note={item.light !== "none" ? null : item.status === "planned" ? t("overview.next.no-clock") : t(`item.status.${item.status}`)}
                href={item.dueOn && itemHref(head, item.itemNo) ? paths.desk.itemDate(item.itemNo) : null}
              />
              <div className="work__what">
                <ItemLink className="work__name" head={head} itemNo={item.itemNo}>
                  {pick(item.name)}
                </ItemLink>
                <small>
                  {t("item.state-and-limit", {
                    status: t(`item.status.${item.status}`),
                    limit: item.tracked ? "--" : item.limitWorkingDays === null ? t("unknown") : t("item.limit", { n: item.limitWorkingDays }),
                  })}
                </small>
              </div>
              <div className="work__who">
                <HolderText holder={item.holder} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Facts({ page: { project, head, area, credit } }: { page: OverviewPage }) {
  const { t, pick, day, number } = useWords();
  const yes = (value: boolean) => t(value ? "yes" : "no");
  return (
    <Card title={t("overview.facts")}>
      <KeyValues
        wide
        rows={[
          { label: t("project.category"), value: pick(head.category.name) },
          { label: t("project.registeredOn"), value: day(project.registeredOn) },
          { label: t("project.planConfirmedOn"), value: day(project.planConfirmedOn) },
          { label: t("project.completedOn"), value: day(project.completedOn) },
          { label: t("project.creditCode"), value: <span className="mono">{project.creditCode}</span> },
          { label: t("representative.label"), value: project.legalRepresentative ?? t("representative.unknown") },
          ...(credit
            ? [
                {
                  label: t("credit.title"),
                  value: (
                    <a href={paths.desk.credit(project.enterpriseId)}>
                      {credit.unrepaired > 0 ? t("credit.open", { n: credit.unrepaired }) : t("credit.none.short")}
                    </a>
                  ),
                },
              ]
            : []),
          { label: t("project.site"), value: project.site },
          {
            label: t("areas.project"),
            value: area ? (
              <>
                {area.placement.areaCode} {pick({ zh: area.placement.nameZh, en: area.placement.nameEn })}
                {area.spared.length > 0 && <small className="cell-note">{t("areas.project.spares", { items: area.spared.map(pick) })}</small>}
              </>
            ) : (
              t("areas.project.none")
            ),
          },
          {
            label: t("project.investment"),
            value:
              project.investmentWan === null
                ? null
                : t("project.investment.wan", { amount: number(project.investmentWan), yuan: number(project.investmentWan * 10_000) }),
          },
          { label: t("project.key"), value: yes(project.keyProject) },
          { label: t("project.green"), value: yes(project.greenChannel) },
          { label: t("project.attracted"), value: yes(project.attractedInvestment) },
        ]}
      />
    </Card>
  );
}

/** Officer, contact, and what the investor needs to follow the project without an account. */
function People({ page: { project, head } }: { page: OverviewPage }) {
  const { t } = useWords();
  const { projectNo } = head;
  return (
    <Card title={t("overview.people")} more={head.may.assign ? <a href={paths.desk.projectTab(projectNo, "agent")}>{t("acts.agent.button")}</a> : undefined}>
      <KeyValues
        rows={[
          { label: t("project.agent"), value: project.agentName ?? t("project.agent.none") },
          { label: t("project.contact"), value: project.contactName },
          { label: t("project.phone"), value: <a href={`tel:${project.contactPhone.replace(/[^\d+]/g, "")}`}>{project.contactPhone}</a> },
          {
            label: t("project.queryCode"),
            value: <Code>{project.queryCode}</Code>,
          },
        ]}
      />
      <p className="muted">{t("overview.query-code.hint", { projectNo })}</p>
    </Card>
  );
}

function Notes({ page: { notes, head } }: { page: OverviewPage }) {
  const { t, pick, day } = useWords();
  return (
    <Card title={t("overview.notes")} more={head.may.note ? <a href={paths.desk.projectTab(head.projectNo, "note")}>{t("acts.note.button")}</a> : undefined}>
      {notes.length === 0 ? (
        <p className="muted">{t("overview.notes.none")}</p>
      ) : (
        <ul className="plain-list">
          {notes.map((note) => (
            <li key={note.id}>
              <p className="note-text">{note.text}</p>
              <small className="muted">
                {day(note.notedOn)} · {note.byName}
                {note.itemName && ` · ${pick(note.itemName)}`} · {t(note.shownToInvestor ? "note.shown" : "note.internal")}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
