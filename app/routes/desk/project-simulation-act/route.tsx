import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { simulationPage } from "../../../application/queries/project-simulation";
import { Alert, Card, KeyValues, PageHead, Shell, SimTag, useWords } from "../../../components";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import type { ActState } from "../acts/answer-act";
import { type SimulationAct, type SimulationActContext, simulationActByNoun } from "../acts/simulation-acts";
import { submitAct } from "../acts/submit-act.server";
import { Happenings } from "../pieces/happenings";

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
  const { act, actor, context, found } = await seen(args);
  const { projectNo } = context.page.head;
  return submitAct(args, {
    actor,
    projectNo,
    fields: act.fields(context),
    toCommand: (values) => act.toCommand(context, values),
    found,
    to: paths.desk.projectTab(projectNo, "simulation"),
    done: `simulation-${act.noun}`,
  });
}

export default function SimulationActRoute() {
  const { t } = useWords();
  const { noun, context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const act = actOf(noun);
  const { page, run } = context;
  const { head } = page;
  const back = paths.desk.projectTab(head.projectNo, "simulation");
  const fields = act.fields(context);
  const possible = act.noun === "application" ? page.mayApply : run?.acts.includes(act.command as (typeof run.acts)[number]);
  return (
    <Shell current="projects" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t(`acts.simulation-${noun}.title`)} over={<a href={back}>{t("acts.back-to", { name: head.name })}</a>} />
      {state?.changes && state.changes.events.length > 0 && (
        <Card title={t("acts.changed")} tone="warn">
          <p>{t("acts.changed.text")}</p>
          <Happenings events={state.changes.events} names={state.changes.names} />
        </Card>
      )}
      <InShort context={context} />
      {possible || state ? (
        <>
          <Consequences textKey={`acts.simulation-${noun}.explain`} grave={act.grave} />
          <ActForm
            fields={fields}
            state={state}
            version={head.version}
            submit={t(state?.refusal?.code === "case-changed" ? "acts.submit-anyway" : `acts.simulation-${noun}.submit`)}
            cancelHref={back}
          />
        </>
      ) : (
        <NotNow context={context} back={back} />
      )}
    </Shell>
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
                    .map((one) => t("letter.missing.one", { precondition: t(`simulation.precondition.${one.code}`), day: day(one.expectedOn) }))
                    .join(t("list.comma")),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function NotNow({ context: { page, run }, back }: { context: SimulationActContext; back: string }) {
  const { t } = useWords();
  const why = run
    ? t("acts.simulation.not-now", { status: t(`simulation.run.status.${run.record.status}`) })
    : page.refusal
      ? t("simulation.not-here", { reason: explain(t, page.refusal) })
      : t(page.simulable.length === 0 ? "acts.simulation.none-to-simulate" : "simulation.none");
  return (
    <Alert tone="warning" title={t("acts.not-now")}>
      <p>{why}</p>
      <p>
        <a href={back}>{t("acts.back")}</a>
      </p>
    </Alert>
  );
}
