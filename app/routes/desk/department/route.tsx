import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { departmentInboxPage, type OpinionRow } from "../../../application/queries/department-inbox";
import { ButtonLink, Card, DueDate, Empty, PageHead, Pager, Shell, Stack, Tabs, useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { WorkList } from "../pieces/work-list";

export const handle = titled((t) => t("desk.department.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "department-inbox:read");
  const { searchParams } = new URL(args.request.url);
  const after = searchParams.get("after");
  return { page: await departmentInboxPage(args.context.services, actor, { show: searchParams.get("show"), after }), after };
}

export default function DepartmentRoute() {
  const { t, pick, number, fullDay } = useWords();
  const { page, after } = useLoaderData<typeof loader>();
  const { show } = page;
  const to = (which: string) => paths.desk.department({ show: which });
  const next = show === "opinions" ? page.opinions.next : page.work.next;
  const title = t(`desk.group.${show}`);
  const empty = show === "opinions" ? page.opinions.rows.length === 0 : page.work.rows.length === 0;
  return (
    <Shell current="department">
      <PageHead title={t("desk.department.heading", { department: pick(page.department) })} lead={fullDay(page.today)} />
      <Stack>
        <Tabs
          label={t("desk.department.lists")}
          current={show}
          tabs={[
            ...page.figures.map((figure) => ({
              key: figure.group,
              label: t(`desk.group.${figure.group}`),
              href: to(figure.group),
              count: number(figure.count),
            })),
            { key: "opinions", label: t("desk.group.opinions"), href: to("opinions"), count: number(page.opinionCount) },
          ]}
        />
        <Card title={title} flush>
          {empty ? (
            <Empty>{t("desk.empty.group")}</Empty>
          ) : show === "opinions" ? (
            <ul className="work" aria-label={title}>
              {page.opinions.rows.map((row) => (
                <Opinion key={row.reviewId} row={row} today={page.today} />
              ))}
            </ul>
          ) : (
            <WorkList rows={page.work.rows} today={page.today} label={title} />
          )}
        </Card>
        <Pager previous={after ? to(show) : null} next={next ? paths.desk.department({ show, after: next }) : null} />
      </Stack>
    </Shell>
  );
}

function Opinion({ row, today }: { row: OpinionRow; today: CivilDay }) {
  const { t, pick, day } = useWords();
  const light = row.remaining === null ? "none" : row.replyBy !== null && row.replyBy < today ? "late" : row.remaining <= 1 ? "warn" : "ok";
  const note =
    row.remaining === null
      ? t("desk.day.none")
      : row.remaining < 0
        ? t("desk.day.reply-over", { n: -row.remaining })
        : t("desk.day.reply-by", { n: row.remaining });
  return (
    <li className="work__row">
      <DueDate dueOn={row.replyBy} light={light} today={today} note={note} />
      <div className="work__what">
        <a className="work__name" href={paths.desk.review(row.projectNo, row.reviewId)}>
          {t("reviews.page", { mode: t(`review.mode.${row.mode}`), subject: pick(row.itemName ?? row.stageName) })}
        </a>
        <small>
          <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a> · {row.enterpriseName}
        </small>
      </div>
      <div className="work__who">
        {row.meetOn ? (
          <>
            <b>{day(row.meetOn)}</b> {[row.meetTime, row.place].filter(Boolean).join(" · ")}
          </>
        ) : (
          t("desk.opinion.convened", { day: day(row.convenedOn) })
        )}
      </div>
      <div className="work__next">
        <ButtonLink href={paths.desk.projectTab(row.projectNo, "opinion", { review: row.reviewId })}>{t("acts.opinion.button")}</ButtonLink>
      </div>
    </li>
  );
}
