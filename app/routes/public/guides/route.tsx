import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type GuideLine, type GuideList, guideList } from "../../../application/queries/guides";
import { Card, DataTable, Empty, Field, Filters, PageHead, PublicShell, Select, Stack, Tag, useWords } from "../../../components";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { CentreChoice } from "../pieces/centre-choice";
import { RulesNote } from "../pieces/rules-note";

export const handle = titled((t) => t("guides.title"));

const SEARCH_MAX = 60;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  return guideList(context.services, query.get("centre"), {
    q: (query.get("q") ?? "").slice(0, SEARCH_MAX),
    stage: query.get("stage") || null,
    department: query.get("department") || null,
  });
}

/** Every item of a place by stage: at most the whole catalogue on one page, each stage a list of its own. */
export default function GuidesPage() {
  const { t, pick } = useWords();
  const page = useLoaderData<typeof loader>() as GuideList;
  const { centre, filter, stages, count } = page;
  const filtered = filter.q !== "" || filter.stage !== null || filter.department !== null;
  return (
    <PublicShell>
      <PageHead title={t("guides.title")} lead={t("guides.lead")} />
      <Filters
        action={paths.guides()}
        clearHref={filtered ? paths.guides({ centre: centre?.code }) : null}
        {...(centre ? { rest: <Rest page={page} />, restOpen: filtered } : {})}
      >
        <CentreChoice centres={page.centres} centre={centre} />
        {centre && (
          <Field name="q" label={t("guides.search")} hint={t("guides.search.hint")} type="search" value={filter.q} maxLength={SEARCH_MAX} size="full" />
        )}
      </Filters>
      {!centre ? (
        <p>{t("guides.choose")}</p>
      ) : (
        <Stack>
          <p>{t("guides.count", { n: count })}</p>
          {count === 0 && <Empty>{t("guides.none")}</Empty>}
          {stages.map((stage) => (
            <Card key={stage.code} title={pick(stage.name)} tags={<Tag>{t("guides.count", { n: stage.lines.length })}</Tag>} flush>
              <StageTable name={pick(stage.name)} lines={stage.lines} centreCode={centre.code} />
            </Card>
          ))}
          {stages.some(({ lines }) => lines.some((line) => line.assumed)) && <p className="muted small">{t("screening.public.assumed")}</p>}
          <RulesNote rules={page.rules} />
        </Stack>
      )}
    </PublicShell>
  );
}

function Rest({ page: { stageNames, departments, filter } }: { page: GuideList }) {
  const { t, pick } = useWords();
  const options = (list: readonly { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }[]) =>
    list.map(({ code, name }) => ({ value: code, label: pick(name) }));
  return (
    <>
      <Select name="stage" label={t("guides.stage")} blank={t("guides.stage.all")} value={filter.stage} options={options(stageNames)} />
      <Select name="department" label={t("guides.department")} blank={t("guides.department.all")} value={filter.department} options={options(departments)} />
    </>
  );
}

function StageTable({ name, lines, centreCode }: { name: string; lines: readonly GuideLine[]; centreCode: string }) {
  const { t, pick } = useWords();
  return (
    <DataTable<GuideLine>
      caption={t("guides.list", { stage: name })}
      stacked
      rows={lines}
      rowKey={(line) => line.code}
      columns={[
        {
          key: "item",
          header: t("guides.item"),
          rowHeader: true,
          cell: (line) => (
            <a className="link" href={paths.guide(line.code, { centre: centreCode })}>
              {pick(line.name)}
            </a>
          ),
        },
        { key: "department", header: t("guides.department"), cell: (line) => pick(line.department) },
        {
          key: "days",
          header: t("guides.days"),
          align: "end",
          cell: (line) =>
            line.workingDays === null ? (
              t("unknown")
            ) : (
              <>
                {line.workingDays}
                {line.assumed && <abbr title={t("assumed")}>*</abbr>}
              </>
            ),
        },
        {
          key: "materials",
          header: t("guides.materials"),
          cell: (line) =>
            line.core + line.deferrable === 0
              ? "--"
              : [
                  ...(line.core > 0 ? [t("guides.materials.core", { n: line.core })] : []),
                  ...(line.deferrable > 0 ? [t("guides.materials.later", { n: line.deferrable })] : []),
                ].join(t("list.comma")),
        },
      ]}
    />
  );
}
