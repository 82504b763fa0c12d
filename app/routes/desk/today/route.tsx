import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { comingVisits } from "../../../application/queries/coming-visits";
import { commitmentWork } from "../../../application/queries/commitment-work";
import { noticeWork } from "../../../application/queries/notice-work";
import { simulationWork } from "../../../application/queries/simulation-work";
import { todayPage } from "../../../application/queries/today";
import type { WorkGroup } from "../../../application/queries/work-groups";
import { ButtonLink, Card, Empty, Figures, PageHead, Pager, Shell, Tag, type Tone, useWords } from "../../../components";
import { may } from "../../../domain/access/permissions";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { ClockLight } from "../../../domain/clock/clock";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { CommitmentWorkCard } from "../pieces/commitment-work";
import { NoticeWorkCard } from "../pieces/notice-work";
import { SimulationWorkCard } from "../pieces/simulation-work";
import { VisitsCard } from "../pieces/visits-card";
import { WorkList } from "../pieces/work-list";
import { type DayOfWork, FirstThings, firstLines } from "./first-things";

/** What is not one item, each with a list of its own. */
const KINDS = ["simulation", "notice", "commitment"] as const;
type Kind = (typeof KINDS)[number];

export const handle = titled((t) => t("desk.today.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "desk:read");
  const { searchParams } = new URL(args.request.url);
  const page = await todayPage(args.context.services, actor, { group: searchParams.get("show"), after: searchParams.get("after") });
  const visits = await comingVisits(args.context.services, actor);
  const simulation = await simulationWork(args.context.services, actor);
  const notices = await noticeWork(args.context.services, actor);
  const commitments = await commitmentWork(args.context.services, actor);
  return {
    page,
    visits,
    simulation,
    notices,
    commitments,
    kind: KINDS.find((kind) => kind === searchParams.get("show")) ?? null,
    mayRegister: may(actor, "register-project"),
    after: searchParams.get("after"),
  };
}

const TONE: Partial<Record<WorkGroup, Tone>> = {
  overdue: "late",
  "due-soon": "warn",
  paused: "hold",
  extension: "sim",
  proposals: "late",
  gaps: "warn",
  "second-list": "sim",
  received: "sim",
  "delivery-late": "late",
  "pickup-late": "warn",
  path: "sim",
  "to-sign": "warn",
};
/** Hidden while empty: most centres never have one. */
const RARE: readonly WorkGroup[] = ["path", "to-sign", "no-limit", "gaps", "proposals"];

export default function TodayRoute() {
  const { t, fullDay } = useWords();
  const { page, visits, simulation, notices, commitments, kind, mayRegister, after } = useLoaderData<typeof loader>();
  const { figures, group, rows, today } = page;
  const work: DayOfWork = { rows, simulation, notices, commitments, cut: page.cut };
  const first = firstLines(work, today);
  // Of the lines below, whatever they are: a figure of one kind would not be what the list shows.
  const lit = (light: ClockLight) => first.lines.filter((line) => line.light === light).length;
  const [late, soon] = [lit("late"), lit("warn")];
  const title = group ? t(`desk.group.${group}`) : t("desk.today.first");
  const kinds = [
    { key: "simulation", value: simulation.length, label: t("simulation.work.title"), tone: "sim" },
    { key: "commitment", value: commitments.length, label: t("commitment.work.title"), tone: "warn" },
    { key: "notice", value: notices.length, label: t("notice.work.title"), tone: "warn" },
  ] as const;
  return (
    <Shell current="today">
      <PageHead
        title={t("desk.today.heading", { day: fullDay(today) })}
        lead={page.dayName ? `${t(`desk.day-kind.${page.dayKind}`)} · ${page.dayName}` : t(`desk.day-kind.${page.dayKind}`)}
        actions={mayRegister ? <ButtonLink href={paths.desk.newProject()}>{t("desk.register")}</ButtonLink> : undefined}
      />
      <Figures
        label={t("desk.today.figures")}
        figures={[
          ...figures
            .filter((figure) => figure.count > 0 || !RARE.includes(figure.group))
            .map((figure) => ({
              key: figure.group,
              value: figure.count,
              label: t(`desk.group.${figure.group}`),
              href: paths.desk.today({ show: figure.group }),
              tone: TONE[figure.group],
            })),
          ...kinds.filter(({ value }) => value > 0).map((kind) => ({ ...kind, href: paths.desk.today({ show: kind.key }) })),
        ]}
      />
      {kind === null ? (
        <Card
          title={title}
          flush
          tags={
            !group && (
              <>
                {late > 0 && <Tag tone="late">{t("desk.late", { n: late })}</Tag>}
                {soon > 0 && <Tag tone="warn">{t("desk.soon", { n: soon })}</Tag>}
              </>
            )
          }
          more={group ? <a href={paths.desk.today()}>{t("desk.today.all")}</a> : <a href={paths.desk.projects()}>{t("desk.today.projects")}</a>}
        >
          {(group ? rows : first.lines).length === 0 ? (
            <Empty>{t(group ? "desk.empty.group" : "desk.empty")}</Empty>
          ) : group ? (
            <WorkList rows={rows} today={today} label={title} />
          ) : (
            <FirstThings {...first} label={title} />
          )}
        </Card>
      ) : (
        <OneKind kind={kind} work={work} today={today} />
      )}
      <Pager
        previous={group && after ? paths.desk.today({ show: group }) : null}
        next={group && page.next ? paths.desk.today({ show: group, after: page.next }) : null}
      />
      {!group && kind === null && <VisitsCard visits={visits} today={today} />}
    </Shell>
  );
}

/** Simulations or promises alone, all of them. */
function OneKind({ kind, work: { simulation, notices, commitments }, today }: { kind: Kind; work: DayOfWork; today: CivilDay }) {
  const { t } = useWords();
  const n = { simulation, notice: notices, commitment: commitments }[kind].length;
  return (
    <>
      <p>
        <a href={paths.desk.today()}>{t("desk.today.all")}</a>
      </p>
      {n === 0 && <Empty>{t("desk.empty.group")}</Empty>}
      {kind === "simulation" && <SimulationWorkCard rows={simulation} today={today} />}
      {kind === "notice" && <NoticeWorkCard rows={notices} today={today} />}
      {kind === "commitment" && <CommitmentWorkCard rows={commitments} today={today} />}
    </>
  );
}
