import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CoverState, coverPage } from "../../../application/cover";
import { ButtonLink, Card, DataTable, Empty, PageHead, Shell, Tag, type Tone, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("cover.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "cover:read");
  return { page: await coverPage(args.context.services, actor) };
}

const TONE: Readonly<Record<CoverState, Tone>> = { coming: "warn", "in-force": "ok", over: "plain", ended: "plain" };

/** Who stands in for whom, from day to day, and what for. */
export default function CoverRoute() {
  const { t, day } = useWords();
  const { page } = useLoaderData<typeof loader>();
  return (
    <Shell current="queue">
      <PageHead
        title={t("cover.title")}
        lead={t("cover.lead")}
        actions={page.mayName ? <ButtonLink href={paths.desk.newCover()}>{t("cover.name")}</ButtonLink> : undefined}
      />
      <Card title={t("cover.list")} flush>
        {page.covers.length === 0 ? (
          <Empty>{t("cover.none")}</Empty>
        ) : (
          <DataTable
            caption={t("list.of", { name: t("cover.list") })}
            stacked
            rows={page.covers}
            rowKey={(cover) => cover.id}
            columns={[
              {
                key: "for",
                header: t("cover.column.for"),
                rowHeader: true,
                cell: (cover) => t("cover.for-by", { standIn: cover.standInName, name: cover.forName }),
              },
              {
                key: "scope",
                header: t("cover.column.scope"),
                cell: (cover) => (cover.projectNo === null ? t("cover.scope.all") : <a href={paths.desk.project(cover.projectNo)}>{cover.projectName}</a>),
              },
              { key: "days", header: t("cover.column.days"), cell: (cover) => t("cover.days", { since: day(cover.since), until: day(cover.until) }) },
              {
                key: "state",
                header: t("cover.column.state"),
                cell: (cover) => (
                  <>
                    <Tag tone={TONE[cover.state]}>{t(`cover.state.${cover.state}`)}</Tag>
                    {cover.endedOn && <small className="cell-note">{t("cover.ended-by", { day: day(cover.endedOn), name: cover.endedByName })}</small>}
                  </>
                ),
              },
              { key: "reason", header: t("acts.field.reason"), cell: (cover) => cover.reason },
              {
                key: "end",
                header: t("cover.column.end"),
                cell: (cover) => (cover.mayEnd ? <a href={paths.desk.endCover(cover.id)}>{t("cover.end")}</a> : "--"),
              },
            ]}
          />
        )}
      </Card>
      <p className="foot-note">{t("cover.rules")}</p>
    </Shell>
  );
}
