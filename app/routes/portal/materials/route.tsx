import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { MaterialLine } from "../../../application/queries/material-lines";
import { type PortalItemMaterials, type PortalMaterials, portalMaterials } from "../../../application/queries/portal-materials";
import { Breadcrumbs, Card, Empty, FileVersions, PageHead, PortalShell, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled<typeof loader>((t, page) => `${t("portal.materials.title")} - ${page.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "portal:read");
  const page = await portalMaterials(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** What I must bring, item by item: first what can be handed in now, then what comes later, then what was received. */
export default function PortalMaterialsPage() {
  const { t } = useWords();
  const page: PortalMaterials = useLoaderData<typeof loader>();
  const now = page.open.filter((item) => item.ready);
  const later = page.open.filter((item) => !item.ready);
  return (
    <PortalShell>
      <Breadcrumbs crumbs={[{ label: page.name, href: paths.portal.project(page.projectNo) }, { label: t("portal.materials.title") }]} />
      <PageHead title={t("portal.materials.title")} lead={t("portal.materials.lead")} />
      <Stack>
        {page.agentName && <p>{t("portal.materials.agent", { agent: page.agentName })}</p>}
        <Group title={t("portal.materials.bring")} items={now} page={page} open>
          {t("portal.materials.none")}
        </Group>
        {later.length > 0 && <Group title={t("portal.materials.later")} items={later} page={page} />}
        {page.closed.length > 0 && <Group title={t("portal.materials.closed")} items={page.closed} page={page} />}
      </Stack>
    </PortalShell>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly PortalItemMaterials[];
  readonly page: PortalMaterials;
  /** Items with something outstanding stand open. */
  readonly open?: boolean;
  readonly children?: string;
}

function Group({ title, items, page, open, children }: GroupProps) {
  const { t, pick } = useWords();
  return (
    <Card title={title} flush>
      {items.length === 0 && <Empty>{children}</Empty>}
      <ul className="todos">
        {items.map((item) => {
          const left = item.progress.asked - item.progress.there;
          return (
            <li key={item.itemNo} className="todo">
              <details className="fold" open={open && left > 0}>
                <summary>
                  <b>{pick(item.name)}</b>{" "}
                  {page.open.includes(item) && (
                    <Tag tone={left === 0 ? "ok" : "warn"}>{left === 0 ? t("portal.materials.all-there") : t("portal.materials.left", { n: left })}</Tag>
                  )}
                </summary>
                <ul className="todos">
                  {item.lines.map((line) => (
                    <Line key={line.slot} line={line} item={item} page={page} />
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const TONE = { outstanding: "warn", brought: "ok", waived: "plain" } as const;

function Line({ line, item, page }: { line: MaterialLine; item: PortalItemMaterials; page: PortalMaterials }) {
  const { t, pick, day } = useWords();
  const takes = page.open.includes(item);
  return (
    <li className="todo">
      <p className="todo__title">
        <span lang="zh-CN">{line.name}</span>
        <Tag tone={TONE[line.status]}>{t(`checklist.status.${line.status === "brought" && line.reused ? "reused" : line.status}`)}</Tag>
        {line.kind === "deferrable" && line.status === "outstanding" && <Tag>{t("portal.materials.may-wait")}</Tag>}
      </p>
      <div className="todo__how">
        {line.extraReason && <p className="muted">{t("checklist.extra.why", { reason: line.extraReason })}</p>}
        {line.returned && line.status === "outstanding" && (
          <p className="muted">{t("portal.materials.returned", { day: day(line.returned.on), reason: line.returned.reason })}</p>
        )}
        {line.reused && <p className="muted">{t("checklist.reused.from", { item: pick(line.reused.item), name: line.reused.name })}</p>}
        {line.reusable && <p className="muted">{t("portal.materials.reuse", { item: pick(line.reusable.item) })}</p>}
        {line.originals + line.copies > 0 && <p className="muted">{t("portal.materials.counts", { originals: line.originals, copies: line.copies })}</p>}
        <FileVersions files={line.files.map((file) => ({ ...file, key: `${file.digest}-${file.version}`, href: paths.file(item.itemNo, file.digest) }))} />
        {takes && line.status !== "waived" && (
          <p>
            <a
              className={line.status === "outstanding" ? "button button--second" : "link"}
              href={paths.portal.materialFile(page.projectNo, item.itemNo, line.slot)}
              aria-label={t("checklist.upload.of", { name: line.name })}
            >
              {t(line.files.length === 0 ? "checklist.upload" : "checklist.upload.again")}
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
