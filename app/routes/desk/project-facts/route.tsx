import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { simulationPage } from "../../../application/queries/project-simulation";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActPage } from "../acts/act-page";
import type { ActState } from "../acts/answer-act";
import { changeFacts } from "../acts/simulation-acts";
import { submitActOn } from "../acts/submit-act.server";

export const handle = titled<typeof loader>((t, page) => `${t("acts.facts.title")} - ${page.head.name}`);

async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, changeFacts.command);
  const found = await simulationPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!found) throw answer.notFound();
  return { actor, ...found };
}

export const loader = async (args: LoaderFunctionArgs) => (await seen(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { actor, page, found } = await seen(args);
  return submitActOn(args, { act: changeFacts, actor, context: { page }, found }, paths.desk.project, changeFacts.noun);
}

/** The facts of the project that may change on its way, with why. */
export default function FactsRoute() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head } = page;
  return (
    <ActPage
      titleKey="acts.facts.title"
      back={{ href: paths.desk.project(head.projectNo), name: head.name }}
      fields={changeFacts.fields({ page })}
      state={state}
      version={head.version}
      explainKey="acts.facts.explain"
      submitKey="acts.facts.submit"
    />
  );
}
