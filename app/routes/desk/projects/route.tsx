import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CaseRow, type CaseSort, type CasesAsked, type CasesPage, casesPage, MOST_CASES_COUNTED } from "../../../application/queries/cases";
import { ButtonLink, type Chip, Chips, type Column, DataTable, Empty, Field, Filters, PageHead, Pager, Select, Shell, useWords } from "../../../components";
import { may } from "../../../domain/access/permissions";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { FIRST_WAY, queryOf, readAsked } from "./asked";
import { HIDEABLE, shownColumns } from "./columns";
import { type ListPreferences, readPreferences } from "./preferences";

export const handle = titled((t) => t("cases.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const asked = readAsked(new URL(args.request.url).searchParams);
  const { preferences, cookie } = readPreferences(args.request);
  const page = await casesPage(args.context.services, actor, asked);
  return data({ asked, page, preferences, mayRegister: may(actor, "register-project") }, cookie ? { headers: { "Set-Cookie": cookie } } : undefined);
}

const LIGHTS = ["late", "warn", "paused", "ok"] as const;
const STATUSES = ["registered", "planned", "running", "completed"] as const;

export default function ProjectsRoute() {
  const { t, number } = useWords();
  const { asked, page, preferences, mayRegister } = useLoaderData<typeof loader>();
  const total = page.count >= MOST_CASES_COUNTED ? t("cases.count.more", { n: number(MOST_CASES_COUNTED) }) : t("cases.count", { n: number(page.count) });
  return (
    <Shell current="projects">
      <PageHead
        title={t("cases.title")}
        lead={<span role="status">{total}</span>}
        actions={mayRegister ? <ButtonLink href={paths.desk.newProject()}>{t("desk.register")}</ButtonLink> : undefined}
      />
      <CaseFilters asked={asked} page={page} />
      <Chips chips={useChips(asked, page)} />
      <Appearance asked={asked} preferences={preferences} />
      <CaseTable asked={asked} page={page} preferences={preferences} />
      <Pager
        previous={page.previous ? paths.desk.projects(queryOf(asked, { before: page.previous })) : null}
        next={page.next ? paths.desk.projects(queryOf(asked, { after: page.next })) : null}
      />
    </Shell>
  );
}

function CaseFilters({ asked, page }: { asked: CasesAsked; page: CasesPage }) {
  const { t, pick } = useWords();
  const filtered = Boolean(asked.q || asked.light || asked.status || asked.category || asked.agent);
  return (
    <Filters
      action={paths.desk.projects()}
      clearHref={filtered ? paths.desk.projects(queryOf(asked, { q: "", light: null, status: null, category: null, agent: null })) : null}
      restOpen={Boolean(asked.category || asked.agent)}
      rest={
        <>
          <Select
            name="category"
            label={t("cases.filter.category")}
            blank={t("cases.filter.all")}
            value={asked.category}
            options={page.categories.map(({ code, name }) => ({ value: code, label: pick(name) }))}
          />
          <Select
            name="agent"
            label={t("cases.filter.agent")}
            blank={t("cases.filter.all")}
            value={asked.agent}
            options={[{ value: "none", label: t("project.agent.none") }, ...page.agents.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </>
      }
    >
      <Field name="q" label={t("cases.filter.q.label")} type="search" value={asked.q} maxLength={100} />
      <Select
        name="light"
        label={t("cases.filter.light")}
        blank={t("cases.filter.all")}
        value={asked.light}
        options={LIGHTS.map((light) => ({ value: light, label: t(`light.${light}`) }))}
      />
      <Select
        name="status"
        label={t("cases.filter.status")}
        blank={t("cases.filter.all")}
        value={asked.status}
        options={STATUSES.map((status) => ({ value: status, label: t(`project.status.${status}`) }))}
      />
      {asked.sort !== "updated" && <input type="hidden" name="sort" value={asked.sort} />}
      {asked.way !== FIRST_WAY[asked.sort] && <input type="hidden" name="way" value={asked.way} />}
    </Filters>
  );
}

/** Each filter in force as a chip whose link leads to the list without it. */
function useChips(asked: CasesAsked, page: CasesPage): readonly Chip[] {
  const { t, pick } = useWords();
  const without = (change: Partial<CasesAsked>) => paths.desk.projects(queryOf(asked, change));
  const category = page.categories.find(({ code }) => code === asked.category);
  const agent = asked.agent === "none" ? t("project.agent.none") : page.agents.find(({ id }) => id === asked.agent)?.name;
  return [
    asked.q && { key: "q", label: t("cases.chip", { name: t("cases.filter.q"), value: asked.q }), removeHref: without({ q: "" }) },
    asked.light && {
      key: "light",
      label: t("cases.chip", { name: t("cases.filter.light"), value: t(`light.${asked.light}`) }),
      removeHref: without({ light: null }),
    },
    asked.status && {
      key: "status",
      label: t("cases.chip", { name: t("cases.filter.status"), value: t(`project.status.${asked.status}`) }),
      removeHref: without({ status: null }),
    },
    asked.category && {
      key: "category",
      label: t("cases.chip", { name: t("cases.filter.category"), value: category ? pick(category.name) : asked.category }),
      removeHref: without({ category: null }),
    },
    asked.agent && { key: "agent", label: t("cases.chip", { name: t("cases.filter.agent"), value: agent ?? "--" }), removeHref: without({ agent: null }) },
    asked.sort === "due" && { key: "due", label: t("cases.chip.due"), removeHref: without({ sort: "updated", way: FIRST_WAY.updated }) },
  ].filter((chip): chip is Chip => Boolean(chip));
}

function CaseTable({ asked, page, preferences }: { asked: CasesAsked; page: CasesPage; preferences: ListPreferences }) {
  const words = useWords();
  const { t } = words;
  const sortOf = (sort: CaseSort): NonNullable<Column<CaseRow>["sort"]> => {
    const active = asked.sort === sort;
    const way = active ? (asked.way === "up" ? "down" : "up") : FIRST_WAY[sort];
    return { href: paths.desk.projects(queryOf(asked, { sort, way })), direction: active ? (asked.way === "up" ? "ascending" : "descending") : "none" };
  };
  return (
    <DataTable<CaseRow>
      caption={t("cases.caption")}
      density={preferences.density}
      stacked
      rows={page.rows}
      rowKey={(row) => row.projectNo}
      empty={<Empty>{t("cases.none")}</Empty>}
      columns={shownColumns(preferences.hidden).map((column) => ({
        key: column.id,
        header: t(column.header),
        align: column.align,
        className: column.className,
        rowHeader: column.rowHeader,
        sort: column.sort && sortOf(column.sort),
        cell: (row) => column.cell(row, words),
      }))}
    />
  );
}

/** Density and columns: small plain forms, because they are choices to be remembered. */
function Appearance({ asked, preferences }: { asked: CasesAsked; preferences: ListPreferences }) {
  const { t } = useWords();
  const other = preferences.density === "compact" ? "standard" : "compact";
  const kept = Object.entries(queryOf(asked)).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "");
  return (
    <div className="appearance">
      <a href={paths.desk.projects({ ...queryOf(asked), density: other })}>{t(`cases.density.${other}`)}</a>
      <details>
        <summary>{t("cases.columns")}</summary>
        <form method="get" action={paths.desk.projects()}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="columns" value="chosen" />
          <fieldset className="choices choices--inline">
            <legend className="visually-hidden">{t("cases.columns")}</legend>
            {HIDEABLE.map((column) => (
              <div key={column.id} className="choice">
                <input id={`column-${column.id}`} type="checkbox" name="column" value={column.id} defaultChecked={!preferences.hidden.includes(column.id)} />
                <label htmlFor={`column-${column.id}`}>{t(column.header)}</label>
              </div>
            ))}
          </fieldset>
          <button type="submit" className="button button--second">
            {t("filters.apply")}
          </button>
        </form>
      </details>
    </div>
  );
}
