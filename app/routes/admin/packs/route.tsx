import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type PackRow, packList } from "../../../application/queries/pack-list";
import { Card, DataTable, PageHead, Shell, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("admin.packs.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "pack:read");
  return { packs: await packList(args.context.services) };
}

export default function PacksPage() {
  const { t, pick, number } = useWords();
  const { packs } = useLoaderData<typeof loader>();
  return (
    <Shell current="packs">
      <PageHead title={t("admin.packs.title")} lead={t("admin.packs.lead")} />
      <Card title={t("admin.packs.caption")} flush>
        <DataTable<PackRow>
          caption={t("admin.table", { title: t("admin.packs.caption") })}
          rows={packs}
          rowKey={(pack) => pack.id}
          stacked
          columns={[
            {
              key: "name",
              header: t("admin.packs.name"),
              rowHeader: true,
              cell: (pack) => (
                <>
                  <a href={paths.admin.pack(pack.id)}>{pick(pack.name)}</a>
                  <br />
                  <span className="muted small mono">{pack.id}</span>
                </>
              ),
            },
            { key: "place", header: t("admin.packs.place"), cell: (pack) => `${pick(pack.place)} ${pack.regionCode}` },
            {
              key: "inherits",
              header: t("admin.packs.inherits"),
              cell: (pack) => (pack.inherits ? <a href={paths.admin.pack(pack.inherits)}>{nameOf(packs, pack.inherits, pick)}</a> : "--"),
            },
            { key: "valid", header: t("admin.packs.valid"), cell: (pack) => <Validity from={pack.validFrom} to={pack.validTo} /> },
            { key: "items", header: t("admin.packs.items"), align: "end", cell: (pack) => number(pack.itemCount) },
            { key: "assumed", header: t("admin.packs.assumed"), align: "end", cell: (pack) => number(pack.assumedCount) },
            { key: "unset", header: t("admin.packs.unset"), align: "end", cell: (pack) => number(pack.unstatedCount) },
            { key: "centres", header: t("admin.packs.centres"), cell: (pack) => pack.centres.map(pick).join(t("admin.comma")) || "--" },
          ]}
        />
      </Card>
    </Shell>
  );
}

const nameOf = (packs: readonly PackRow[], id: string, pick: (name: PackRow["name"]) => string): string => {
  const pack = packs.find((candidate) => candidate.id === id);
  return pack ? pick(pack.name) : id;
};

function Validity({ from, to }: { from: string; to: string | null }) {
  const { t, range } = useWords();
  return <span className="nowrap">{to === null ? t("admin.packs.valid.open", { from }) : range(from, to)}</span>;
}
