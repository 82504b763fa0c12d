import type { ReactNode } from "react";
import type { ItemView } from "../../../application/queries/item-view";
import type { ProjectHead } from "../../../application/queries/project-head";
import { Breadcrumbs, Identity, LightTag, Shell, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";

interface ItemFrameProps {
  readonly head: ProjectHead;
  readonly item: ItemView;
  /** Pages below the item's own name themselves here. */
  readonly page?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What the pages of one item stand in. */
export function ItemFrame({ head, item, page, actions, children }: ItemFrameProps) {
  const { t, pick } = useWords();
  return (
    <Shell
      current="projects"
      identity={
        <Identity
          breadcrumbs={
            <Breadcrumbs
              crumbs={[
                { label: t("nav.projects"), href: paths.desk.projects() },
                { label: head.name, href: paths.desk.project(head.projectNo) },
                { label: t("project.tab.stages"), href: paths.desk.projectTab(head.projectNo, "stages") },
                ...(page ? [{ label: item.itemNo, href: paths.desk.item(item.itemNo) }, { label: page }] : [{ label: item.itemNo }]),
              ]}
            />
          }
          title={pick(item.name)}
          tags={
            <>
              <Tag>{t(`item.status.${item.status}`)}</Tag>
              <LightTag light={item.light} remaining={item.remaining} />
              {!item.required && <Tag>{t("item.added")}</Tag>}
            </>
          }
          actions={actions}
          facts={[
            { label: t("item.no"), value: <span className="mono">{item.itemNo}</span> },
            { label: t("item.department"), value: pick(item.department) },
            { label: t("project.enterprise"), value: head.enterpriseName },
            { label: t("project.agent"), value: head.agentName ?? t("project.agent.none") },
          ]}
        />
      }
    >
      {children}
    </Shell>
  );
}
