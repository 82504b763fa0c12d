import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type ItemActPage, itemActPage } from "../../../application/queries/item-act";
import { Alert, Card, KeyValues, LightTag, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActPage, NotNow } from "../acts/act-page";
import type { ActState } from "../acts/answer-act";
import { type ItemAct, itemActByNoun } from "../acts/item-acts";
import { submitAct } from "../acts/submit-act.server";
import { HolderText } from "../pieces/holder";
import { NOTICE_NOUNS, NoticeInShort } from "../pieces/notice-short";
import { SIMULATED_NOUNS, SimulationInShort } from "../pieces/simulation-short";

export const handle = titled<typeof loader>((t, { noun, page }) => `${t(`acts.${noun}.title`)} - ${page.item.itemNo}`);

/** The act named in the address; a noun that is none is a page that does not exist. */
function actOf(params: LoaderFunctionArgs["params"]): ItemAct {
  const act = itemActByNoun(params.act);
  if (!act) throw answer.notFound();
  return act;
}

export async function loader(args: LoaderFunctionArgs) {
  const act = actOf(args.params);
  const actor = await requireActor(args, act.command);
  const seen = await itemActPage(args.context.services, actor, args.params.itemNo ?? "", act.command);
  if (!seen) throw answer.notFound();
  return { noun: act.noun, page: seen.page };
}

export async function action(args: ActionFunctionArgs) {
  const act = actOf(args.params);
  const actor = await requireActor(args, act.command);
  const itemNo = args.params.itemNo ?? "";
  const seen = await itemActPage(args.context.services, actor, itemNo, act.command);
  if (!seen) throw answer.notFound();
  const { page, found } = seen;
  return submitAct(args, {
    actor,
    projectNo: page.head.projectNo,
    fields: act.fields(page),
    toCommand: (values) => act.toCommand(itemNo, values),
    found,
    to: act.onChecklist ? paths.desk.materials(itemNo) : paths.desk.item(itemNo),
    done: act.noun,
  });
}

export default function ItemActRoute() {
  const { t, pick } = useWords();
  const { noun, page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const act = itemActByNoun(noun);
  if (!act) return null;
  const limit = (n: number | null) => (n === null ? t("unknown") : t("item.limit", { n }));
  const back = act.onChecklist ? paths.desk.materials(page.item.itemNo) : paths.desk.item(page.item.itemNo);
  return (
    <ActPage
      titleKey={`acts.${noun}.title`}
      back={{ href: back, name: pick(page.item.name) }}
      fields={act.fields(page)}
      state={state}
      version={page.head.version}
      explainKey={page.deemed && noun === "acceptance" ? "acts.acceptance.deemed" : `acts.${noun}.explain`}
      explainFacts={{ place: limit(page.days.place), law: limit(page.days.law), deliver: limit(page.days.deliver) }}
      grave={act.grave}
      submitKey={`acts.${noun}.submit`}
      notNow={page.available ? null : <WhyNot noun={noun} page={page} back={back} />}
      warning={
        page.late &&
        noun === "decision" && (
          <Alert tone="warning">
            <p>{t("acts.decision.late")}</p>
          </Alert>
        )
      }
    >
      <CaseInShort page={page} />
      {page.simulation && SIMULATED_NOUNS.includes(act.noun) && <SimulationInShort simulation={page.simulation} />}
      {page.notice && NOTICE_NOUNS.includes(act.noun) && <NoticeInShort record={page.notice} projectNo={page.head.projectNo} evidence={page.evidence} />}
    </ActPage>
  );
}

/** What the act is about, so that nothing is done to the wrong item. */
function CaseInShort({ page: { head, item, record, gaps } }: { page: ItemActPage }) {
  const { t, pick, day } = useWords();
  const days = (["receivedOn", "acceptedOn", "decidedOn"] as const).flatMap((key) =>
    record[key] ? [{ label: t(`item.${key}`), value: day(record[key]) }] : [],
  );
  return (
    <Card title={pick(item.name)} tags={<StatusTags item={item} />}>
      <KeyValues
        rows={[
          { label: t("item.no"), value: <span className="mono">{item.itemNo}</span> },
          { label: t("item.project"), value: `${head.name} · ${head.enterpriseName}` },
          { label: t("item.department"), value: pick(item.department) },
          { label: t("item.holder"), value: <HolderText holder={item.holder} /> },
          ...days,
          ...(item.dueOn ? [{ label: t("item.due"), value: day(item.dueOn) }] : []),
          ...(gaps.outstanding.length > 0 && gaps.supplyBy
            ? [
                { label: t("gaps.outstanding"), value: gaps.outstanding.join(t("list.comma")) },
                { label: t("gaps.supplyBy"), value: day(gaps.supplyBy) },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

const StatusTags = ({ item }: { item: ItemActPage["item"] }) => {
  const { t } = useWords();
  return (
    <>
      <Tag>{t(`item.status.${item.status}`)}</Tag>
      <LightTag light={item.light} remaining={item.remaining} />
    </>
  );
};

/** The act cannot be taken in this state: says what the state is and leads back. */
function WhyNot({ noun, page, back }: { noun: ItemAct["noun"]; page: ItemActPage; back: string }) {
  const { t, pick, day } = useWords();
  return (
    <NotNow backHref={back}>
      <p>{t("acts.not-now.state", { status: t(`item.status.${page.item.status}`) })}</p>
      {page.item.holder.kind === "manager" &&
        page.passage.paths.map(({ id, text, askedOn }) => <p key={id}>{t("acts.not-now.path", { day: day(askedOn), text })}</p>)}
      {noun === "refusal" && !page.mayRefuse && <p>{t("refusal.window-may-not-refuse")}</p>}
      {page.openProcedures.length > 0 && <p>{t("acts.not-now.procedure", { names: page.openProcedures.map(({ name }) => pick(name)) })}</p>}
      {page.nextStep && page.item.status === "in-review" && <p>{t("acts.not-now.step", { step: pick(page.nextStep.name) })}</p>}
      {page.gaps.outstanding.length > 0 && page.gaps.supplyBy && <p>{t("acts.not-now.gap", { names: page.gaps.outstanding, day: page.gaps.supplyBy })}</p>}
      {page.missing.length > 0 && <p>{t("acts.not-now.missing", { items: page.missing.map(pick) })}</p>}
    </NotNow>
  );
}
