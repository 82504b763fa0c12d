import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type TimelinePage, timelinePage } from "../../../application/queries/project-timeline";
import { Card, KeyValues, Timeline, useWords } from "../../../components";
import type { TimelineZoom } from "../../../domain/timeline/axis";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { BudgetCard, SharesCard } from "../pieces/days-cards";
import { ItemLink, itemHref } from "../pieces/item-link";
import { ProjectFrame } from "../pieces/project-frame";

export const handle = titled<typeof loader>((t, { page }) => `${t("project.tab.timeline")} - ${page.head.name}`);

const ZOOMS: readonly TimelineZoom[] = ["all", "month", "week"];
/** Items of the critical path named on the page; the picture marks them all. */
const CRITICAL_SHOWN = 6;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const asked = new URL(args.request.url).searchParams.get("zoom");
  const zoom = ZOOMS.find((one) => one === asked) ?? "all";
  const page = await timelinePage(args.context.services, actor, args.params.projectNo ?? "", zoom);
  if (!page) throw answer.notFound();
  return { page, zoom };
}

export default function TimelineRoute() {
  const { t } = useWords();
  const { page, zoom } = useLoaderData<typeof loader>();
  const { head } = page;
  const to = (one: TimelineZoom) => paths.desk.projectTab(head.projectNo, "timeline", { zoom: one === "all" ? null : one });
  return (
    <ProjectFrame head={head} tab="timeline">
      <div className="stack">
        <Card title={t("timeline.heading")}>
          <Timeline
            name={head.name}
            facts={page.facts}
            layout={page.layout}
            names={page.names}
            itemHref={(itemNo) => itemHref(head, itemNo)}
            zooms={ZOOMS.map((one) => ({ zoom: one, href: to(one), current: one === zoom }))}
          />
        </Card>
        <div className="stack beside">
          <BudgetCard budget={page.budget} />
          <SharesCard shares={page.shares} total={page.totalWorkingDays} />
          <OutlookCard page={page} />
        </div>
      </div>
    </ProjectFrame>
  );
}

/** When it is expected to end, and what decides that. */
function OutlookCard({ page: { head, outlook, facts } }: { page: TimelinePage }) {
  const { t, pick, day } = useWords();
  const more = outlook.critical.length - CRITICAL_SHOWN;
  return (
    <Card title={t("outlook.title")}>
      <KeyValues
        rows={[
          ...(outlook.permitOn
            ? [{ label: t("outlook.permit"), value: t(outlook.permitEnded ? "outlook.done" : "outlook.expected", { day: day(outlook.permitOn) }) }]
            : []),
          { label: t("outlook.all"), value: outlook.endsOn ? t("outlook.expected", { day: day(outlook.endsOn) }) : day(facts.completedOn) },
        ]}
      />
      {outlook.critical.length > 0 && (
        <>
          <h3>{t("outlook.critical")}</h3>
          <ol className="path">
            {outlook.critical.slice(0, CRITICAL_SHOWN).map((item) => (
              <li key={item.itemNo}>
                <ItemLink head={head} itemNo={item.itemNo}>
                  {pick(item.name)}
                </ItemLink>{" "}
                <span className="muted num">{day(item.to)}</span>
              </li>
            ))}
          </ol>
          {more > 0 && <p className="muted">{t("outlook.more", { n: more })}</p>}
        </>
      )}
      <p className="muted">{t("outlook.rule")}</p>
    </Card>
  );
}
