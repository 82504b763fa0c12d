import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CalendarYearPage, calendarYear } from "../../../application/queries/calendar-year";
import { Alert, Breadcrumbs, ButtonLink, Card, DataTable, KeyValues, PageHead, Shell, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { Months } from "./months";

export const handle = titled<typeof loader>((t, { year }) => t("admin.calendar.title", { year }));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "calendar:read");
  const asked = args.params.year ?? "";
  const page = /^\d{4}$/.test(asked) ? calendarYear(args.context.services, actor, Number(asked)) : null;
  if (!page) throw answer.notFound();
  return page;
}

/** One year: what the notice says, and every day of it. */
export default function CalendarPage() {
  const { t } = useWords();
  const page: CalendarYearPage = useLoaderData<typeof loader>();
  const { year, previous, next } = page;
  return (
    <Shell current="calendars">
      <Breadcrumbs crumbs={[{ label: t("admin.calendars.title"), href: paths.admin.calendars() }, { label: String(year) }]} />
      <PageHead
        title={t("admin.calendar.title", { year })}
        tags={page.provisional && <Tag tone="warn">{t("admin.calendar.provisional")}</Tag>}
        actions={
          <>
            {previous !== null && (
              <ButtonLink href={paths.admin.calendar(previous)} second>
                ← {t("admin.calendar.previous", { year: previous })}
              </ButtonLink>
            )}
            {next !== null && (
              <ButtonLink href={paths.admin.calendar(next)} second>
                {t("admin.calendar.next", { year: next })} →
              </ButtonLink>
            )}
          </>
        }
      />
      {page.provisional && (
        <Alert tone="warning" title={t("admin.calendar.provisional.title", { year })}>
          {t("admin.calendar.provisional.text")}
        </Alert>
      )}
      <Stack>
        <Months page={page} />
        <NoticeCard page={page} />
        <HolidaysCard page={page} />
      </Stack>
    </Shell>
  );
}

function NoticeCard({ page: { notice, workingDays, closures } }: { page: CalendarYearPage }) {
  const { t, number } = useWords();
  return (
    <Card title={t("admin.calendar.notice")}>
      <KeyValues
        rows={[
          { label: t("admin.calendar.working"), value: t("admin.unit.cal", { n: number(workingDays) }) },
          ...(notice
            ? [
                { label: t("admin.calendar.notice.number"), value: notice.number },
                { label: t("admin.calendar.notice.title"), value: notice.title },
                { label: t("admin.calendar.notice.source"), value: <span className="small">{notice.source}</span> },
              ]
            : []),
          ...(closures.length > 0
            ? [{ label: t("admin.calendar.closures"), value: closures.map(({ day, name }) => `${day} ${name ?? ""}`.trim()).join(t("admin.comma")) }]
            : []),
        ]}
      />
    </Card>
  );
}

function HolidaysCard({ page: { holidays, makeUpDays, notice } }: { page: CalendarYearPage }) {
  const { t, range, weekday } = useWords();
  if (!notice) return null;
  return (
    <Card title={t("admin.calendar.holidays")} flush>
      <DataTable
        caption={t("admin.table", { title: t("admin.calendar.holidays") })}
        rows={holidays}
        rowKey={(holiday) => holiday.name}
        stacked
        columns={[
          { key: "name", header: t("admin.calendar.holiday"), rowHeader: true, cell: (holiday) => holiday.name },
          {
            key: "days",
            header: t("admin.calendar.days"),
            cell: (holiday) => (holiday.days.length === 1 ? holiday.days[0] : range(holiday.days[0] ?? "", holiday.days.at(-1) ?? null)),
          },
          { key: "count", header: t("admin.calendar.count"), align: "end", cell: (holiday) => holiday.days.length },
        ]}
      />
      <p className="card__note">
        <b>{t("admin.calendar.make-up")}</b>{" "}
        {makeUpDays.length === 0 ? t("admin.calendar.make-up.none") : makeUpDays.map((day) => `${day} ${weekday(day)}`).join(t("admin.comma"))}
      </p>
    </Card>
  );
}
