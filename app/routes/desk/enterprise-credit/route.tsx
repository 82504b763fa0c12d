import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { creditPage } from "../../../application/credit";
import { ButtonLink, Card, DataTable, Empty, PageHead, Shell, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled<typeof loader>((t, { enterprise }) => t("credit.page", { name: enterprise.name }));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "credit:read");
  const page = await creditPage(args.context.services, actor, args.params.enterpriseId ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** Promises an enterprise did not keep, and which of them it repaired. */
export default function CreditRoute() {
  const { t, day } = useWords();
  const { enterprise, records, unrepaired, mayRecord } = useLoaderData<typeof loader>();
  return (
    <Shell current="projects">
      <PageHead
        title={t("credit.page", { name: enterprise.name })}
        lead={t("credit.lead")}
        actions={mayRecord ? <ButtonLink href={paths.desk.creditAct(enterprise.id, "breach")}>{t("credit.breach.title")}</ButtonLink> : undefined}
      />
      <Card title={t("credit.title")} flush tags={unrepaired > 0 ? <Tag tone="late">{t("credit.open", { n: unrepaired })}</Tag> : undefined}>
        {records.length === 0 ? (
          <Empty>{t("credit.none")}</Empty>
        ) : (
          <DataTable
            caption={t("list.of", { name: t("credit.title") })}
            stacked
            rows={records}
            rowKey={(record) => record.id}
            columns={[
              { key: "kind", header: t("credit.kind"), rowHeader: true, cell: (record) => t(`credit.kind.${record.kind}`) },
              { key: "reason", header: t("credit.reason"), cell: (record) => record.reason },
              {
                key: "recorded",
                header: t("credit.recorded"),
                cell: (record) => t("credit.recorded.by", { day: day(record.recordedOn), name: record.recordedByName }),
              },
              {
                key: "repaired",
                header: t("credit.repaired"),
                cell: (record) =>
                  record.repairedOn ? (
                    <>
                      {t("credit.recorded.by", { day: day(record.repairedOn), name: record.repairedByName })}
                      <small className="cell-note">{record.repairReason}</small>
                    </>
                  ) : (
                    <>
                      <Tag tone="late">{t("credit.repaired.not")}</Tag>{" "}
                      {mayRecord && <a href={paths.desk.creditAct(enterprise.id, "repair", { record: record.id })}>{t("credit.repair.title")}</a>}
                    </>
                  ),
              },
            ]}
          />
        )}
      </Card>
    </Shell>
  );
}
