import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { execute } from "../../../application/execute";
import { simulationPage } from "../../../application/queries/project-simulation";
import { Card, PageHead, Shell, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import { type ActState, refusedAct } from "../acts/answer-act";
import { factFields, factsCommand } from "../acts/simulation-acts";
import { Happenings } from "../pieces/happenings";

export const handle = titled<typeof loader>((t, page) => `${t("acts.facts.title")} - ${page.head.name}`);

async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "change-facts");
  const found = await simulationPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!found) throw answer.notFound();
  return { actor, ...found };
}

export const loader = async (args: LoaderFunctionArgs) => (await seen(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const { actor, page, found } = await seen(args);
  const fields = factFields(page);
  const schemas = {
    name: fields.name.schema,
    site: fields.site.schema,
    parcelNo: fields.parcelNo.schema,
    schemeNo: fields.schemeNo.schema,
    investmentWan: fields.investmentWan.schema,
    floorAreaSqm: fields.floorAreaSqm.schema,
    reason: fields.reason.schema,
    on: fields.on.schema,
  };
  const form = await readForm(args.request, z.object({ ...schemas, ...hidden }));
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, version, ...values } = form.value;
  const { projectNo } = page.head;
  const outcome = await execute(services, actor, factsCommand(values), { projectNo, idempotencyKey, expectedVersion: version });
  if (!outcome.ok) return refusedAct(services, found, outcome, form);
  return answer.done(paths.desk.project(projectNo), "facts");
}

/** The facts of the project that may change on its way, with why. */
export default function FactsRoute() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head } = page;
  const back = paths.desk.project(head.projectNo);
  const fields = factFields(page);
  return (
    <Shell current="projects" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t("acts.facts.title")} over={<a href={back}>{t("acts.back-to", { name: head.name })}</a>} />
      {state?.changes && state.changes.events.length > 0 && (
        <Card title={t("acts.changed")} tone="warn">
          <p>{t("acts.changed.text")}</p>
          <Happenings events={state.changes.events} names={state.changes.names} />
        </Card>
      )}
      <Consequences textKey="acts.facts.explain" />
      <ActForm
        fields={fields}
        state={state}
        version={head.version}
        submit={t(state?.refusal?.code === "case-changed" ? "acts.submit-anyway" : "acts.facts.submit")}
        cancelHref={back}
      />
    </Shell>
  );
}
