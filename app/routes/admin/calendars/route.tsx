import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CalendarRow, calendarList } from "../../../application/queries/calendar-list";
import { Alert, Card, DataTable, PageHead, Shell, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("admin.calendars.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "calendar:read");
  return calendarList(args.context.services, actor);
}

export default function CalendarsPage() {
  const { t, number } = useWords();
  const { rows, publishedThrough, firstProvisionalYear, currentYear } = useLoaderData<typeof loader>();
  return (
    <Shell current="calendars">
      <PageHead title={t("admin.calendars.title")} lead={t("admin.calendars.lead")} />
      <Alert tone="warning">
        <p>{t("admin.calendars.provisional", { year: firstProvisionalYear, day: publishedThrough })}</p>
        <p>
          <a href={paths.admin.calendar(firstProvisionalYear)}>{t("admin.calendars.provisional.open", { year: firstProvisionalYear })}</a>
        </p>
      </Alert>
      <Card title={t("admin.calendars.caption")} flush>
        <DataTable<CalendarRow>
          caption={t("admin.table", { title: t("admin.calendars.caption") })}
          rows={rows}
          rowKey={(row) => String(row.year)}
          stacked
          columns={[
            {
              key: "year",
              header: t("admin.calendars.year"),
              rowHeader: true,
              cell: (row) => (
                <>
                  <a className="link" href={paths.admin.calendar(row.year)}>
                    {row.year}
                  </a>{" "}
                  {row.year === currentYear && <Tag>{t("admin.calendars.current")}</Tag>}
                </>
              ),
            },
            {
              key: "notice",
              header: t("admin.calendars.notice"),
              cell: (row) => (
                <>
                  {row.noticeTitle}
                  <br />
                  <span className="muted small">{row.noticeNumber}</span>
                </>
              ),
            },
            { key: "holidays", header: t("admin.calendars.holidays"), align: "end", cell: (row) => number(row.holidayDays) },
            { key: "make-up", header: t("admin.calendars.make-up"), align: "end", cell: (row) => number(row.makeUpDays) },
            { key: "working", header: t("admin.calendars.working"), align: "end", cell: (row) => number(row.workingDays) },
          ]}
        />
      </Card>
    </Shell>
  );
}
