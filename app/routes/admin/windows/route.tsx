import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type WindowsPage, windowsPage } from "../../../application/queries/windows";
import { ButtonLink, Card, DataTable, PageHead, Shell, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("windows.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "window:read");
  return windowsPage(args.context.services, actor);
}

/** Windows of the centre with who sits there, and which items of the place they cover. */
export default function WindowsRoute() {
  const { t } = useWords();
  const page: WindowsPage = useLoaderData<typeof loader>();
  return (
    <Shell current="windows">
      <PageHead
        title={t("windows.title")}
        lead={t("windows.lead")}
        actions={page.mayChange && <ButtonLink href={paths.admin.newWindow()}>{t("windows.new")}</ButtonLink>}
      />
      <Stack>
        <List page={page} />
        <CoverageCard page={page} />
      </Stack>
    </Shell>
  );
}

function List({ page: { windows } }: { page: WindowsPage }) {
  const { t, pick, day } = useWords();
  return (
    <Card title={t("windows.caption")} flush>
      <DataTable
        caption={t("list.of", { name: t("windows.caption") })}
        stacked
        rows={windows}
        rowKey={(row) => row.id}
        empty={t("windows.empty")}
        columns={[
          {
            key: "name",
            header: t("windows.name"),
            rowHeader: true,
            cell: (row) => (
              <>
                <a className="cell-name" href={paths.admin.window(row.code)}>
                  {row.code} {pick({ zh: row.nameZh, en: row.nameEn })}
                </a>{" "}
                {row.closedOn && <Tag>{t("windows.closedOn", { day: day(row.closedOn) })}</Tag>}
              </>
            ),
          },
          {
            key: "kind",
            header: t("windows.kind"),
            cell: (row) => (
              <>
                {row.kind ? pick(row.kind.name) : t("windows.kind.none")}
                {row.area && <small className="cell-note">{pick(row.area)}</small>}
              </>
            ),
          },
          {
            key: "departments",
            header: t("windows.departments"),
            cell: (row) => (row.departments.length === 0 ? t("windows.departments.all") : row.departments.map(pick).join(t("list.comma"))),
          },
          { key: "letters", header: t("windows.letters"), cell: (row) => t("windows.letters.n", { n: row.letters }) },
          {
            key: "staff",
            header: t("windows.staff"),
            cell: (row) => (
              <>
                {row.staff.length === 0 ? t("windows.staff.none") : row.staff.map((seat) => seat.name).join(t("list.comma"))}{" "}
                {row.staff.some((seat) => seat.certificateExpired) && <Tag tone="late">{t("window.seat.certificate.expired")}</Tag>}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** 事项进驻到位、授权到位: per department how many items some window takes, and for how many a letter is in force. */
function CoverageCard({ page: { coverage } }: { page: WindowsPage }) {
  const { t, pick, number } = useWords();
  return (
    <Card title={t("windows.coverage")} flush>
      <p className="card__note">{t("windows.coverage.lead")}</p>
      <DataTable
        caption={t("list.of", { name: t("windows.coverage") })}
        stacked
        rows={coverage}
        rowKey={(row) => row.departmentCode}
        columns={[
          { key: "department", header: t("windows.coverage.department"), rowHeader: true, cell: (row) => pick(row.department) },
          { key: "items", header: t("windows.coverage.items"), align: "end", cell: (row) => number(row.items) },
          { key: "inside", header: t("windows.coverage.inside"), align: "end", cell: (row) => number(row.items - row.outside.length) },
          { key: "authorised", header: t("windows.coverage.authorised"), align: "end", cell: (row) => number(row.items - row.unauthorised) },
          {
            key: "outside",
            header: t("windows.coverage.outside"),
            cell: (row) => (row.outside.length === 0 ? t("windows.coverage.none") : row.outside.map(pick).join(t("list.comma"))),
          },
        ]}
      />
    </Card>
  );
}
