import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findingsPage } from "../../../application/queries/findings";
import { Card, DataTable, Empty, Filters, PageHead, Pager, Select, Shell, Tag, useWords } from "../../../components";
import { FOUND_BY_PEOPLE, FOUND_BY_RULE } from "../../../domain/case/parts/finding";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { findingSays } from "../pieces/findings";

export const handle = titled((t) => t("findings.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "finding:read");
  const asked = new URL(args.request.url).searchParams;
  const after = asked.get("after");
  const page = await findingsPage(args.context.services, actor, { code: asked.get("code"), department: asked.get("department"), after });
  return { page, after };
}

/** Every irregularity of the centre, newest first, each leading to its case. */
export default function FindingsRoute() {
  const words = useWords();
  const { t, pick, day, number } = words;
  const { page, after } = useLoaderData<typeof loader>();
  const { code, department, rows, next, total } = page;
  const filtered = code !== null || department !== null;
  const query = { code, department };
  return (
    <Shell current="findings">
      <PageHead title={t("findings.title")} lead={t("findings.lead")} />
      <Filters action={paths.desk.findings()} clearHref={filtered ? paths.desk.findings() : null}>
        <Select
          name="code"
          label={t("findings.filter.code")}
          blank={t("findings.filter.code.all")}
          value={code ?? undefined}
          options={[...FOUND_BY_RULE, ...FOUND_BY_PEOPLE].map((one) => ({ value: one, label: t(`finding.code.${one}`) }))}
        />
        <Select
          name="department"
          label={t("findings.filter.department")}
          blank={t("findings.filter.department.all")}
          value={department ?? undefined}
          options={page.departments.map((one) => ({ value: one.code, label: pick(one.name) }))}
        />
      </Filters>
      <Card title={t("findings.list")} flush tags={<Tag>{t("findings.count", { n: number(total) })}</Tag>}>
        {rows.length === 0 ? (
          <Empty>{t(filtered ? "findings.none.filtered" : "findings.none")}</Empty>
        ) : (
          <DataTable
            caption={t("list.of", { name: t("findings.list") })}
            stacked
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "code", header: t("findings.column.code"), rowHeader: true, cell: (row) => t(`finding.code.${row.code}`) },
              {
                key: "case",
                header: t("findings.column.case"),
                cell: (row) => (
                  <>
                    {row.item ? <a href={paths.desk.item(row.item.itemNo)}>{pick(row.item.name)}</a> : t("findings.of-project")}
                    <small className="cell-note">
                      <a href={paths.desk.project(row.projectNo)}>{row.projectName}</a>
                    </small>
                  </>
                ),
              },
              { key: "department", header: t("findings.column.department"), cell: (row) => (row.department ? pick(row.department) : "--") },
              { key: "says", header: t("findings.column.says"), cell: (row) => findingSays(row, words) },
              {
                key: "found",
                header: t("findings.column.foundOn"),
                cell: (row) => (
                  <>
                    {day(row.foundOn)}
                    <small className="cell-note">{row.byRule ? t("findings.by.rule") : t("findings.by.person", { name: row.byName })}</small>
                  </>
                ),
              },
            ]}
          />
        )}
      </Card>
      <Pager previous={after ? paths.desk.findings(query) : null} next={next ? paths.desk.findings({ ...query, after: next }) : null} />
    </Shell>
  );
}
