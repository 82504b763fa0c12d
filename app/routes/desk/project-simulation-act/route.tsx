import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { simulationPage } from "../../../application/queries/project-simulation";
import { Card, KeyValues, SimTag, useWords } from "../../../components";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActPage, NotNow } from "../acts/act-page";
import type { ActState } from "../acts/answer-act";
import { type SimulationAct, type SimulationActContext, simulationActByNoun } from "../acts/simulation-acts";
import { submitActOn } from "../acts/submit-act.server";

export const handle = titled<typeof loader>((t, { noun, context }) => `${t(`acts.simulation-${noun}.title`)} - ${context.page.head.name}`);

function actOf(noun: string | undefined): SimulationAct {
  const act = simulationActByNoun(noun);
  if (!act) throw answer.notFound();
  return act;
}

/** The act named in the address and the run it is about; 404 when either is not there for this person. */
async function seen(args: LoaderFunctionArgs) {
  const act = actOf(args.params.act);
  // The enterprise may withdraw as well, at its own place and not at the desk.
  await requireActor(args, "project:read");
  const actor = await requireActor(args, act.command);
  const found = await simulationPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!found) throw answer.notFound();
  const runNo = new URL(args.request.url).searchParams.get("run");
  const run =
    act.noun === "application"
      ? null
      : (found.page.runs.find((one) => (runNo === null ? one.acts.includes(act.command as never) : one.runNo === runNo)) ?? null);
  if (runNo !== null && run === null) throw answer.notFound();
  const context: SimulationActContext = { page: found.page, run };
  return { act, actor, context, found: found.found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { act, context } = await seen(args);
  return { noun: act.noun, context };
}

export async function action(args: ActionFunctionArgs) {
  const about = await seen(args);
  return submitActOn(args, about, (projectNo) => paths.desk.projectTab(projectNo, "simulation"), `simulation-${about.act.noun}`);
}

export default function SimulationActRoute() {
  const { noun, context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const act = actOf(noun);
  const { page, run } = context;
  const { head } = page;
  const back = paths.desk.projectTab(head.projectNo, "simulation");
  const possible = act.noun === "application" ? page.mayApply : run?.acts.includes(act.command as (typeof run.acts)[number]);
  return (
    <ActPage
      titleKey={`acts.simulation-${noun}.title`}
      back={{ href: back, name: head.name }}
      fields={act.fields(context)}
      state={state}
      version={head.version}
      explainKey={`acts.simulation-${noun}.explain`}
      grave={act.grave}
      submitKey={`acts.simulation-${noun}.submit`}
      notNow={
        possible || state ? null : (
          <NotNow backHref={back}>
            <Why context={context} />
          </NotNow>
        )
      }
    >
      <InShort context={context} />
    </ActPage>
  );
}

/** The project and, where there is one, the run with what it waits for. */
function InShort({ context: { page, run } }: { context: SimulationActContext }) {
  const { t, pick, day } = useWords();
  const { head } = page;
  return (
    <Card
      title={head.name}
      tags={run && <SimTag>{t(`simulation.run.status.${run.record.status}`)}</SimTag>}
      more={<a href={paths.desk.project(head.projectNo)}>{t("acts.to-project")}</a>}
    >
      <KeyValues
        rows={[
          { label: t("project.no"), value: <span className="mono">{head.projectNo}</span> },
          { label: t("project.enterprise"), value: head.enterpriseName },
          ...(run
            ? [
                { label: t("simulation.item.run"), value: <span className="mono">{run.runNo}</span> },
                { label: t("simulation.items"), value: run.items.map((item) => pick(item.name)).join(t("list.comma")) },
                {
                  label: t("simulation.run.missing"),
                  value: run.missing
                    .map((one) => t("letter.missing.one", { precondition: t(`simulation.precondition.${one.code}`), day: day(one.expected) }))
                    .join(t("list.comma")),
                },
                ...(run.firstValidTo ? [{ label: t("simulation.run.first-valid-to"), value: day(run.firstValidTo) }] : []),
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** Why the act cannot be taken now. */
function Why({ context: { page, run } }: { context: SimulationActContext }) {
  const { t } = useWords();
  const why = run
    ? t("acts.simulation.not-now", { status: t(`simulation.run.status.${run.record.status}`) })
    : page.refusal
      ? t("simulation.not-here", { reason: explain(t, page.refusal) })
      : t(page.simulable.length === 0 ? "acts.simulation.none-to-simulate" : "simulation.none");
  return <p>{why}</p>;
}
