import type { RunView, SimulatedView } from "../../../application/queries/simulation-view";
import { ButtonLink, Card, DataTable, KeyValues, LightTag, NextSteps, SimTag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { simulationActByCommand } from "../acts/simulation-acts";
import { Blocks, SimulatedStatusTag, Validity } from "../pieces/simulation-words";
import { RunDifferences } from "./run-differences";

/** One run: how it stands, what is missing, its letter, and each item with what conversion waits for. */
export function RunCard({ run, projectNo }: { run: RunView; projectNo: string }) {
  const { t } = useWords();
  return (
    <Card
      id={run.runNo}
      title={t("simulation.run", { runNo: run.runNo })}
      tone="sim"
      tags={<SimTag>{t(`simulation.run.status.${run.record.status}`)}</SimTag>}
      more={<Acts run={run} projectNo={projectNo} />}
    >
      <div className="sim-run">
        <NextSteps steps={run.steps} />
        <RunFacts run={run} projectNo={projectNo} />
        <Items run={run} />
        <Assumed run={run} />
        <RunDifferences run={run} />
      </div>
    </Card>
  );
}

/** Said once under the items, where the place does not state how long an opinion is valid. */
function Assumed({ run }: { run: RunView }) {
  const { t } = useWords();
  const assumed = run.items.find(({ record }) => record.validityAssumed && record.validTo !== null);
  return assumed ? <p className="muted small">{t("simulation.valid.assumed.run", { n: assumed.record.validMonths })}</p> : null;
}

function Acts({ run, projectNo }: { run: RunView; projectNo: string }) {
  const { t } = useWords();
  return (
    <>
      {run.acts.flatMap((command, index) => {
        const act = simulationActByCommand(command);
        if (!act) return [];
        return [
          <ButtonLink key={act.noun} href={paths.desk.simulationAct(projectNo, act.noun, run.runNo)} second={index > 0 || act.grave}>
            {t(`acts.simulation-${act.noun}.button`)}
          </ButtonLink>,
        ];
      })}
    </>
  );
}

function RunFacts({ run, projectNo }: { run: RunView; projectNo: string }) {
  const { t, pick, day, dayTime } = useWords();
  const { record, trigger, signature } = run;
  return (
    <KeyValues
      rows={[
        { label: t("simulation.run.kind"), value: t(`simulation.kind.${record.kind}`) },
        { label: t("simulation.run.applied"), value: t("simulation.by", { day: day(record.appliedOn), name: record.appliedByName }) },
        { label: t("simulation.run.lead"), value: pick(run.lead) },
        { label: t("simulation.run.missing"), value: <Missing run={run} /> },
        {
          label: t("simulation.run.letter"),
          value: signature ? (
            t("simulation.run.letter.signed", { name: signature.byName, day: dayTime(signature.signedAt) })
          ) : (
            <>
              {t("simulation.run.letter.none")} {run.mayHandOutCode && <a href={paths.desk.projectTab(projectNo, "signing-code")}>{t("signing.hand-out")}</a>}
            </>
          ),
        },
        ...(record.askedBackOn
          ? [{ label: t("simulation.run.asked"), value: t("simulation.run.asked.text", { day: day(record.askedBackOn), reason: record.askedBackReason }) }]
          : []),
        ...(record.answer ? [{ label: t("simulation.run.answer"), value: record.answer }] : []),
        ...(record.reviewedOn
          ? [
              {
                label: t("simulation.run.reviewed"),
                value: t("simulation.run.reviewed.by", { day: day(record.reviewedOn), name: record.reviewedByName, reason: record.reviewReason }),
              },
            ]
          : []),
        ...(trigger ? [{ label: t("simulation.run.trigger"), value: t("simulation.run.trigger.text", { ...trigger, day: day(trigger.on) }) }] : []),
        ...(record.endCause
          ? [
              {
                label: t("simulation.run.ended"),
                value: `${t("simulation.run.ended.text", { day: day(record.endedOn), cause: t(`simulation.cause.${record.endCause}`) })}${record.endReason ? ` · ${record.endReason}` : ""}`,
              },
            ]
          : []),
      ]}
    />
  );
}

function Missing({ run }: { run: RunView }) {
  const { t, day } = useWords();
  return (
    <ul className="sim-blocks">
      {run.missing.map((one) => (
        <li key={one.code}>
          {t(`simulation.precondition.${one.code}`)}{" "}
          <span className="muted">
            {one.obtainedOn
              ? t("simulation.run.missing.obtained", { day: day(one.obtainedOn) })
              : t(one.over ? "simulation.run.missing.over" : "simulation.run.missing.expected", { day: day(one.expected) })}
          </span>
          {one.moved?.map((move, index) => (
            <span key={`${move.on} ${move.to}`} className="sim-days">
              {t("simulation.run.moved", {
                from: day(one.moved?.[index - 1]?.to ?? one.expectedOn),
                to: day(move.to),
                on: day(move.on),
                name: move.byName,
                reason: move.reason,
              })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Items({ run }: { run: RunView }) {
  const { t, pick } = useWords();
  return (
    <DataTable
      caption={t("simulation.items.of", { runNo: run.runNo })}
      stacked
      rows={run.items}
      rowKey={(item) => item.id}
      columns={[
        {
          key: "item",
          header: t("simulation.item"),
          rowHeader: true,
          cell: (item) => (
            <>
              {item.opens ? <a href={paths.desk.item(item.itemNo)}>{pick(item.name)}</a> : pick(item.name)}
              <span className="sim-days">{pick(item.department)}</span>
            </>
          ),
        },
        { key: "state", header: t("simulation.item.state"), cell: (item) => <State item={item} /> },
        { key: "opinion", header: t("simulation.item.opinion"), className: "optional", cell: (item) => <Opinion item={item} /> },
        {
          key: "validity",
          header: t("simulation.item.validity"),
          className: "nowrap optional",
          cell: (item) => item.record.validTo && <Validity item={item} brief />,
        },
        { key: "blocks", header: t("simulation.item.blocks"), className: "optional", cell: (item) => item.live && <ToConvert item={item} /> },
        { key: "formal", header: t("simulation.item.formal"), className: "nowrap", cell: (item) => t(`item.status.${item.formalStatus}`) },
      ]}
    />
  );
}

function State({ item }: { item: SimulatedView }) {
  const { t } = useWords();
  return (
    <>
      <SimulatedStatusTag status={item.status} />
      {item.reviewWorkingDays !== null && (
        <span className="sim-days">
          {t("simulation.item.review-days", { n: item.reviewWorkingDays })}
          {item.reviewLimit !== null && `${t("list.semicolon")}${t("simulation.item.review-limit", { n: item.reviewLimit })}`}
        </span>
      )}
      {item.record.endCause && <span className="sim-days">{t(`simulation.cause.${item.record.endCause}`)}</span>}
    </>
  );
}

function Opinion({ item: { record } }: { item: SimulatedView }) {
  const { t, day } = useWords();
  if (record.opinionOn === null) return null;
  return (
    <>
      <span className="mono">{record.opinionNo}</span>
      <span className="sim-days">
        {record.stance && t(`review.stance.${record.stance}`)} · {day(record.opinionOn)}
      </span>
    </>
  );
}

function ToConvert({ item }: { item: SimulatedView }) {
  const { t, day } = useWords();
  return (
    <>
      <Blocks item={item} />
      {item.live && item.conversionDueOn && (
        <span className="sim-days">
          {t("simulation.convert.by", { day: day(item.conversionDueOn) })} <LightTag light={item.conversionLight} remaining={item.conversionDaysLeft} />
        </span>
      )}
    </>
  );
}
