import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type AreaView, areasPage } from "../../../application/queries/areas";
import { ButtonLink, Card, DataTable, Empty, PageHead, Shell, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("areas.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "area:read");
  return areasPage(args.context.services, actor);
}

/** The register of assessed areas of the centre. */
export default function AreasRoute() {
  const { t, pick, number } = useWords();
  const { areas, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Shell current="areas">
      <PageHead
        title={t("areas.title")}
        lead={t("areas.lead")}
        actions={mayWrite ? <ButtonLink href={paths.admin.newArea()}>{t("areas.new")}</ButtonLink> : undefined}
      />
      <Card title={t("areas.title")} flush={areas.length > 0}>
        {areas.length === 0 ? (
          <Empty>{t("areas.none")}</Empty>
        ) : (
          <DataTable<AreaView>
            caption={t("list.of", { name: t("areas.title") })}
            stacked
            rows={areas}
            rowKey={(area) => area.id}
            columns={[
              {
                key: "name",
                header: t("areas.name"),
                rowHeader: true,
                cell: (area) => (
                  <>
                    {mayWrite ? (
                      <a className="cell-name" href={paths.admin.area(area.id)}>
                        {pick({ zh: area.nameZh, en: area.nameEn })}
                      </a>
                    ) : (
                      pick({ zh: area.nameZh, en: area.nameEn })
                    )}
                    <small className="cell-note mono">{area.areaCode}</small>
                  </>
                ),
              },
              {
                key: "assessments",
                header: t("areas.assessments"),
                cell: (area) => area.assessments.map((kind) => t(`areas.kind.${kind}`)).join(t("list.comma")),
              },
              { key: "spares", header: t("areas.spares"), cell: (area) => area.spareNames.map(pick).join(t("list.comma")) },
              { key: "valid", header: t("areas.valid"), cell: (area) => <Validity area={area} /> },
              { key: "projects", header: t("areas.projects"), align: "end", cell: (area) => number(area.projects) },
              { key: "document", header: t("areas.document"), cell: (area) => area.sourceDocument },
            ]}
          />
        )}
      </Card>
    </Shell>
  );
}

const STATE = {
  valid: { tone: "ok", label: "areas.valid-now" },
  expired: { tone: "late", label: "areas.expired" },
  "not-yet": { tone: "hold", label: "areas.not-yet" },
} as const;

function Validity({ area }: { area: AreaView }) {
  const { t, day } = useWords();
  const { tone, label } = STATE[area.state];
  return (
    <>
      {area.validTo ? t("areas.valid.between", { from: day(area.validFrom), to: day(area.validTo) }) : t("areas.valid.open", { from: day(area.validFrom) })}{" "}
      <Tag tone={tone}>{t(label)}</Tag>
    </>
  );
}
