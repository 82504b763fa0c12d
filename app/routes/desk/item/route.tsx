import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { itemPage } from "../../../application/queries/item";
import { ButtonLink, Card, Columns, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { type ItemAct, itemActByCommand } from "../acts/item-acts";
import { FindingsCard } from "../pieces/findings";
import { Happenings } from "../pieces/happenings";
import { ItemFrame } from "../pieces/item-frame";
import { Clocks } from "./clocks";
import { CoHandling } from "./co-handling";
import { Explanations } from "./explanations";
import { DeferralCard } from "./gaps";
import { NoticeCard } from "./notice";
import { Directions, Forwardings, Handovers, Prechecks } from "./passage";
import { Corrections, Extensions, Notes, Procedures, Steps } from "./records";
import { SimulationCard } from "./simulation";
import { Facts, Materials, Neighbours, WhereItStands } from "./standing";

export const handle = titled<typeof loader>((t, { item }) => t("item.page", { no: item.itemNo, zh: item.name.zh, en: item.name.en }));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "item:read");
  const page = await itemPage(args.context.services, actor, args.params.itemNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** Acts that stand in the second row: corrections of the record and notes are always there but seldom the point. */
const ASIDE: readonly string[] = [
  "note",
  "irregularity",
  "entry-correction",
  "withdrawal",
  "refusal",
  "signpost",
  "path",
  "second-list",
  "overdue-question",
  "parcel-in",
  "notice-telling",
  "notice-recall",
];

/** Acts that are seldom the point though they may be all there is: no page puts them first as the thing to do. */
const NEVER_FIRST: readonly string[] = ["gap-extension", "procedure", "extension"];

export default function ItemRoute() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const acts = page.acts.flatMap((command) => itemActByCommand(command) ?? []).filter((act) => !act.onChecklist);
  const standsStill = page.procedures.some((procedure) => procedure.closedOn === null);
  // While a procedure is open, ending it is what the item waits for.
  const first = (act: ItemAct) => (standsStill && act.noun === "procedure-end" ? 0 : NEVER_FIRST.includes(act.noun) ? 2 : 1);
  // Once the day of the check is set, setting another is no longer the point.
  const isAside = ({ noun }: ItemAct) => ASIDE.includes(noun) || (noun === "notice-check-day" && page.notice?.record.checkDueOn != null);
  const main = acts.filter((act) => !isAside(act)).sort((a, b) => first(a) - first(b));
  const aside = acts.filter(isAside);
  const headline = main.find(({ noun }) => !NEVER_FIRST.includes(noun));
  return (
    <ItemFrame head={page.head} item={page.item} actions={headline && <ActLink act={headline} itemNo={page.item.itemNo} first />}>
      <Columns
        aside={
          <>
            <WhereItStands page={page} />
            <Materials page={page} />
            <Neighbours page={page} />
          </>
        }
      >
        <Card
          title={t("item.acts")}
          more={page.own && <a href={paths.desk.projectTab(page.head.projectNo, "papers", { item: page.item.itemNo })}>{t("papers.of-item")}</a>}
        >
          {acts.length === 0 ? (
            <p className="muted">{t(page.own ? "item.acts.none" : "item.acts.called")}</p>
          ) : (
            <>
              {main.length > 0 && (
                <div className="acts">
                  {main.map((act) => (
                    <ActLink key={act.noun} act={act} itemNo={page.item.itemNo} first={act === headline} />
                  ))}
                </div>
              )}
              {aside.length > 0 && (
                <p className="acts acts--aside">
                  {aside.map((act) => (
                    <a key={act.noun} href={paths.desk.act(page.item.itemNo, act.noun)}>
                      {t(`acts.${act.noun}.button`)}
                    </a>
                  ))}
                </p>
              )}
            </>
          )}
        </Card>
        <SimulationCard simulation={page.simulation} head={page.head} />
        <NoticeCard notice={page.notice} projectNo={page.head.projectNo} />
        <CoHandling page={page} />
        <DeferralCard page={page} />
        <Clocks page={page} />
        <Steps page={page} />
        <Prechecks page={page} />
        <Corrections page={page} />
        <Directions page={page} />
        <Forwardings page={page} />
        <Procedures page={page} />
        <Extensions page={page} />
        <Explanations explanations={page.explanations} record={page.record} />
        <Handovers page={page} />
        <FindingsCard findings={page.findings} />
        <Facts page={page} />
        <Notes page={page} />
        <Card title={t("item.history")} more={<a href={paths.desk.projectTab(page.head.projectNo, "history")}>{t("item.history.project")}</a>}>
          {page.events.length === 0 ? <p className="muted">{t("item.history.none")}</p> : <Happenings events={page.events} names={page.names} />}
        </Card>
      </Columns>
    </ItemFrame>
  );
}

const ActLink = ({ act, itemNo, first }: { act: ItemAct; itemNo: string; first?: boolean }) => {
  const { t } = useWords();
  return (
    <ButtonLink href={paths.desk.act(itemNo, act.noun)} second={!first}>
      {t(`acts.${act.noun}.button`)}
    </ButtonLink>
  );
};
