import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { historyPage } from "../../../application/queries/project-history";
import { Card, Pager, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { Happenings } from "../pieces/happenings";
import { ProjectFrame } from "../pieces/project-frame";

export const handle = titled<typeof loader>((t, { head }) => `${t("project.tab.history")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const asked = new URL(args.request.url).searchParams.get("before") ?? "";
  const before = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
  const page = await historyPage(args.context.services, actor, args.params.projectNo ?? "", before);
  if (!page) throw answer.notFound();
  return page;
}

export default function HistoryRoute() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const here = (before?: number) => paths.desk.projectTab(page.head.projectNo, "history", { before });
  return (
    <ProjectFrame head={page.head} tab="history">
      <Card title={t("history.title")} more={<span className="muted">{t("history.chain")}</span>}>
        <Happenings events={page.events} names={page.names} withChain />
        <Pager previous={page.isFirst ? null : here()} next={page.before === null ? null : here(page.before)} />
      </Card>
    </ProjectFrame>
  );
}
