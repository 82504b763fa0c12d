import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type ItemProgress, projectMaterials } from "../../../application/queries/materials";
import { ButtonLink, Card, type Column, DataTable, Empty, Figures, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ProjectFrame } from "../pieces/project-frame";

export const handle = titled<typeof loader>((t, { head }) => `${t("project.tab.materials")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "materials:read");
  const page = await projectMaterials(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** Materials of all items by stage: what is there, what is missing, and what need not be brought again. */
export default function ProjectMaterialsRoute() {
  const { t, pick } = useWords();
  const { head, stages, total } = useLoaderData<typeof loader>();
  return (
    <ProjectFrame head={head} tab="materials">
      <Stack>
        <Card title={t("materials.project.title")}>
          {stages.length === 0 ? (
            <Empty action={head.may.plan ? <ButtonLink href={paths.desk.projectTab(head.projectNo, "plan")}>{t("plan.go")}</ButtonLink> : undefined}>
              {t("materials.project.none")}
            </Empty>
          ) : (
            <>
              <p className="muted">{t("materials.project.lead")}</p>
              <Figures
                label={t("materials.project.title")}
                figures={[
                  { key: "asked", label: t("materials.project.asked"), value: total.asked },
                  { key: "there", label: t("materials.project.there"), value: total.there },
                  { key: "core", label: t("materials.project.core"), value: total.missingCore },
                  { key: "deferrable", label: t("materials.project.deferrable"), value: total.missingDeferrable },
                  { key: "reusable", label: t("materials.project.reusable"), value: total.reusable },
                ]}
              />
            </>
          )}
        </Card>
        {stages.map((stage) => (
          <Card key={stage.code} id={stage.code} title={pick(stage.name)} flush>
            <StageTable name={pick(stage.name)} items={stage.items} />
          </Card>
        ))}
      </Stack>
    </ProjectFrame>
  );
}

function StageTable({ name, items }: { name: string; items: readonly ItemProgress[] }) {
  const { t, pick } = useWords();
  const columns: readonly Column<ItemProgress>[] = [
    {
      key: "item",
      header: t("materials.project.item"),
      rowHeader: true,
      cell: (item) => (item.opens ? <a href={paths.desk.materials(item.itemNo)}>{pick(item.name)}</a> : pick(item.name)),
    },
    { key: "status", header: t("materials.project.status"), cell: (item) => <Tag>{t(`item.status.${item.status}`)}</Tag> },
    {
      key: "progress",
      header: t("materials.project.progress"),
      align: "end",
      cell: (item) => (
        <>
          <span className="num">
            {item.there} / {item.asked}
          </span>{" "}
          {item.asked > 0 && item.there === item.asked ? (
            <Tag tone="ok">{t("checklist.complete")}</Tag>
          ) : (
            !item.begun && <small className="muted">{t("materials.project.not-begun")}</small>
          )}
        </>
      ),
    },
    {
      key: "missing",
      header: t("materials.project.missing"),
      cell: (item) => (item.missing.length === 0 ? "--" : <span lang="zh-CN">{item.missing.map((one) => one.name).join(t("list.comma"))}</span>),
    },
    {
      key: "reuse",
      header: t("materials.project.reuse"),
      cell: (item) =>
        item.reuse.length === 0 ? (
          "--"
        ) : (
          <ul className="missing" lang="zh-CN">
            {item.reuse.map((one) => (
              <li key={one.name}>{t("materials.project.reuse.line", { name: one.name, item: pick(one.from) })}</li>
            ))}
          </ul>
        ),
    },
  ];
  return <DataTable caption={t("checklist.caption", { name })} stacked rows={items} rowKey={(item) => item.itemNo} columns={columns} />;
}
