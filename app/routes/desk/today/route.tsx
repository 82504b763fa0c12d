import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { todayPage } from "../../../application/queries/today";
import type { WorkGroup } from "../../../application/queries/work-groups";
import { ButtonLink, Card, Empty, Figures, PageHead, Pager, Shell, Tag, type Tone, useWords } from "../../../components";
import { may } from "../../../domain/access/permissions";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { WorkList } from "../pieces/work-list";

export const handle = titled((t) => t("desk.today.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "desk:read");
  const { searchParams } = new URL(args.request.url);
  const page = await todayPage(args.context.services, actor, { group: searchParams.get("show"), after: searchParams.get("after") });
  return { page, role: actor.role, mayRegister: may(actor, "register-project"), after: searchParams.get("after") };
}

const TONE: Partial<Record<WorkGroup, Tone>> = { overdue: "late", "due-soon": "warn", paused: "hold", extension: "sim", "second-list": "sim", received: "sim" };
/** Hidden while empty: most centres never have one. */
const RARE: readonly WorkGroup[] = ["no-limit"];

export default function TodayRoute() {
  const { t, fullDay } = useWords();
  const { page, mayRegister, after } = useLoaderData<typeof loader>();
  const { figures, group, rows, today } = page;
  const late = figures.find((figure) => figure.group === "overdue")?.count ?? 0;
  const soon = figures.find((figure) => figure.group === "due-soon")?.count ?? 0;
  const title = group ? t(`desk.group.${group}`) : t("desk.today.first");
  return (
    <Shell current="today">
      <PageHead
        title={t("desk.today.heading", { day: fullDay(today) })}
        lead={page.dayName ? `${t(`desk.day-kind.${page.dayKind}`)} · ${page.dayName}` : t(`desk.day-kind.${page.dayKind}`)}
        actions={mayRegister ? <ButtonLink href={paths.desk.newProject()}>{t("desk.register")}</ButtonLink> : undefined}
      />
      <Figures
        label={t("desk.today.figures")}
        figures={figures
          .filter((figure) => figure.count > 0 || !RARE.includes(figure.group))
          .map((figure) => ({
            key: figure.group,
            value: figure.count,
            label: t(`desk.group.${figure.group}`),
            href: paths.desk.today({ show: figure.group }),
            tone: TONE[figure.group],
          }))}
      />
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
        {rows.length === 0 ? <Empty>{t(group ? "desk.empty.group" : "desk.empty")}</Empty> : <WorkList rows={rows} today={today} label={title} />}
      </Card>
      <Pager
        previous={group && after ? paths.desk.today({ show: group }) : null}
        next={group && page.next ? paths.desk.today({ show: group, after: page.next }) : null}
      />
    </Shell>
  );
}
