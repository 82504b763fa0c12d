import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type PackEffectPage, packEffectPage, type VersionRow } from "../../../application/queries/pack-effect";
import { Alert, Breadcrumbs, Card, DataTable, Figures, PageHead, Pager, Shell, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { KindCounts } from "../pieces/kinds";

export const handle = titled<typeof loader>((t, { pack }) => `${t("pack.effect.title")} ${pack.id}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "pack:read");
  const after = new URL(args.request.url).searchParams.get("after");
  const page = await packEffectPage(args.context.services, actor, args.params.packId ?? "", after);
  if (!page) throw answer.notFound();
  return page;
}

/** Who is touched by a newer version of the rules: nobody but new projects, and how many stay with which version. */
export default function PackEffectView() {
  const { t, pick } = useWords();
  const page = useLoaderData<typeof loader>() as unknown as PackEffectPage;
  const { pack, heirs } = page;
  return (
    <Shell current="packs">
      <Breadcrumbs
        crumbs={[
          { label: t("admin.packs.title"), href: paths.admin.packs() },
          { label: pick(pack.name), href: paths.admin.pack(pack.id) },
          { label: t("pack.effect.title") },
        ]}
      />
      <PageHead title={t("pack.effect.title")} lead={pick(pack.name)} />
      <Alert tone="info">{t("pack.effect.lead")}</Alert>
      <Figures
        label={t("pack.effect.figures")}
        figures={[
          { key: "current", value: page.openCurrent, label: t("pack.effect.figure.current") },
          { key: "former", value: page.openFormer, label: t("pack.effect.figure.former"), tone: "warn" },
          { key: "heirs", value: heirs.length, label: t("pack.effect.figure.heirs") },
        ]}
      />
      <Stack>
        <Card title={t("pack.effect.caption")} flush>
          <Versions page={page} />
          <Pager
            previous={page.first ? null : paths.admin.packEffect(pack.id)}
            next={page.next ? paths.admin.packEffect(pack.id, { after: page.next }) : null}
          />
        </Card>
        <Card title={t("pack.effect.heirs")}>
          {heirs.length === 0 ? (
            <p className="muted">{t("pack.effect.heirs.none")}</p>
          ) : (
            <>
              <p className="muted small">{t("pack.effect.heirs.lead")}</p>
              <ul className="plain-list">
                {heirs.map((heir) => (
                  <li key={heir.id}>
                    <a href={paths.admin.packEffect(heir.id)}>{pick(heir.name)}</a> <span className="muted small">{pick(heir.place)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
      </Stack>
    </Shell>
  );
}

function Versions({ page: { pack, rows } }: { page: PackEffectPage }) {
  const { t, number } = useWords();
  return (
    <DataTable<VersionRow>
      caption={t("admin.table", { title: t("pack.effect.caption") })}
      rows={rows}
      rowKey={(row) => row.digest}
      stacked
      empty={t("pack.effect.none")}
      columns={[
        {
          key: "version",
          header: t("pack.effect.version"),
          rowHeader: true,
          cell: (row) => (
            <>
              <span className="mono">{row.digest.slice(0, 12)}</span>{" "}
              <Tag tone={row.current ? "ok" : "hold"}>{t(row.current ? "pack.effect.current" : "pack.effect.former")}</Tag>
            </>
          ),
        },
        { key: "open", header: t("pack.effect.open"), align: "end", cell: (row) => number(row.openCount) },
        { key: "all", header: t("pack.effect.all"), align: "end", cell: (row) => number(row.projectCount) },
        {
          key: "differences",
          header: t("pack.effect.differs"),
          cell: (row) =>
            row.current ? (
              <span className="muted">{t("pack.effect.same")}</span>
            ) : (
              <>
                <KindCounts counts={row.counts} />
                <a href={paths.admin.packDifferences(pack.id, row.digest)}>{t("pack.effect.see", { n: row.differenceCount })}</a>
              </>
            ),
        },
      ]}
    />
  );
}
