import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type ExplainDatePage, type ExplainedDay, explainDatePage } from "../../../application/queries/explain-date";
import { Alert, Card, Columns, classNames, KeyValues, LightTag, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ItemFrame } from "../pieces/item-frame";

export const handle = titled<typeof loader>((t, { item }) => `${t("explain.title")} - ${item.itemNo}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "item:read");
  const asked = new URL(args.request.url).searchParams.get("clock");
  const which = asked === "committed" || asked === "statutory" || asked === "upper" ? asked : null;
  const page = await explainDatePage(args.context.services, actor, args.params.itemNo ?? "", which);
  // Without a clock there is no date to explain; the page of the item says why none runs.
  if (page === "no-clock") throw answer.done(paths.desk.item(args.params.itemNo ?? ""));
  if (!page) throw answer.notFound();
  return page;
}

export default function ExplainDateRoute() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  return (
    <ItemFrame head={page.head} item={page.item} page={t("explain.title")}>
      <Columns aside={<Rules page={page} />}>
        <Sum page={page} />
        <Ledger page={page} />
      </Columns>
    </ItemFrame>
  );
}

/** The date and the sum that leads to it. */
function Sum({ page }: { page: ExplainDatePage }) {
  const { t, fullDay, day } = useWords();
  const { clock, totals, others, item } = page;
  const { reading, spec } = clock;
  const unit = t(`clock.unit.${spec.unit}`);
  const off = totals.weekend + totals.holiday + totals.closure;
  return (
    <Card
      title={t(`clock.${clock.which}`)}
      tags={<LightTag light={reading.light} remaining={reading.remainingDays} unit={spec.unit} />}
      more={others.map((which) => (
        <a key={which} href={paths.desk.itemDate(item.itemNo, { clock: which })}>
          {t("explain.other", { clock: t(`clock.${which}`) })}
        </a>
      ))}
    >
      <p className="explain-due">
        {reading.dueOn ? (
          <>
            {t(spec.endedOn ? "explain.was-due" : "explain.due")} <b>{fullDay(reading.dueOn)}</b>
          </>
        ) : (
          <b>{t("explain.paused")}</b>
        )}
      </p>
      <p>
        {t("explain.sum", { start: day(spec.startedOn), n: spec.limitDays + spec.extensionDays, unit })}
        {off > 0 && t("explain.sum.off", { n: off })}
        {totals["make-up"] > 0 && t("explain.sum.make-up", { n: totals["make-up"] })}
        {totals.paused > 0 && t("explain.sum.paused", { n: totals.paused })}
        {spec.extensionDays > 0 && t("explain.sum.extension", { n: spec.extensionDays })}
        {t("list.stop")}
      </p>
      <p>{spec.endedOn ? t("explain.used.ended", { day: day(spec.endedOn), n: reading.usedDays, unit }) : t("explain.used", { n: reading.usedDays, unit })}</p>
      {reading.provisional && (
        <Alert tone="warning">
          <p>{t("explain.provisional", { day: day(page.calendarPublishedThrough) })}</p>
        </Alert>
      )}
    </Card>
  );
}

function Ledger({ page }: { page: ExplainDatePage }) {
  const { t, weekday } = useWords();
  return (
    <Card title={t("explain.ledger")} flush>
      <div className="ledger-pane">
        <table className="table table--compact ledger">
          <caption className="visually-hidden">{t("explain.ledger")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("explain.day")}</th>
              <th scope="col">{t("explain.weekday")}</th>
              <th scope="col">{t("explain.kind")}</th>
              <th scope="col" className="end">
                {t("explain.number")}
              </th>
            </tr>
          </thead>
          {page.weeks.map((week) => (
            <tbody key={week.monday}>
              <tr className="ledger__week">
                <th colSpan={3} scope="rowgroup">
                  {t("explain.week", { day: week.monday })}
                </th>
                <td className="end">{t("explain.week.counted", { n: week.counted })}</td>
              </tr>
              {week.days.map((one) => (
                <tr
                  key={one.day}
                  className={classNames("ledger__day", `ledger__day--${one.kind}`, one.isToday && "ledger__day--today", one.ahead && "ledger__day--ahead")}
                >
                  <th scope="row" className="num nowrap">
                    <time dateTime={one.day}>{one.day.slice(5)}</time>
                  </th>
                  <td className="nowrap">{weekday(one.day)}</td>
                  <td>
                    <DayText day={one} />
                  </td>
                  <td className="end num">{one.counted ?? ""}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Card>
  );
}

/** Why the day counts or does not. */
function DayText({ day }: { day: ExplainedDay }) {
  const { t, pick } = useWords();
  const by = day.by === "investor" ? t("shares.investor") : day.by && pick(day.by);
  return (
    <>
      {t(`explain.kind.${day.kind}`)}
      {day.why && `${t("list.colon")}${pick(day.why)}`}
      {by && <span className="muted"> {by}</span>}
      {day.isToday && (
        <>
          {" "}
          <Tag tone="sim">{t("explain.today")}</Tag>
        </>
      )}
      {day.isDue && (
        <>
          {" "}
          <Tag tone="warn">{t("explain.is-due")}</Tag>
        </>
      )}
      {day.provisional && <span className="muted"> {t("explain.is-provisional")}</span>}
    </>
  );
}

/** The rules the count follows and where each comes from. */
function Rules({ page }: { page: ExplainDatePage }) {
  const { t, pick, day } = useWords();
  const { clock } = page;
  return (
    <Card title={t("explain.rules")}>
      <KeyValues
        rows={[
          { label: t("clock.limit"), value: t("clock.days", { n: clock.spec.limitDays, unit: t(`clock.unit.${clock.spec.unit}`) }) },
          {
            label: t("clock.source"),
            value: clock.assumed ? t("clock.source.assumed", { source: clock.source || t("unknown") }) : clock.source || t("unknown"),
          },
          { label: t("explain.start-rule"), value: t(`explain.start-rule.${page.startRule}`) },
          { label: t("explain.pause-rule"), value: t(`explain.pause-rule.${page.pauseRule}`) },
          { label: t("project.rules"), value: <a href={paths.admin.pack(page.head.packId)}>{pick(page.packName)}</a> },
          { label: t("explain.calendar"), value: t("explain.calendar.through", { day: day(page.calendarPublishedThrough) }) },
        ]}
      />
    </Card>
  );
}
