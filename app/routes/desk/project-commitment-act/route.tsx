import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commitmentPage } from "../../../application/queries/project-commitment";
import { Alert, Card, PageHead, Shell, useWords } from "../../../components";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import type { ActState } from "../acts/answer-act";
import type { CommitmentAct, CommitmentActContext } from "../acts/commitment-acts";
import { commitmentActByNoun } from "../acts/commitment-registry";
import { submitAct } from "../acts/submit-act.server";
import { CommitmentInShort } from "../pieces/commitment-short";
import { Happenings } from "../pieces/happenings";

export const handle = titled<typeof loader>((t, { noun, context }) => `${t(`acts.commitment-${noun}.title`)} - ${context.page.head.name}`);

function actOf(noun: string | undefined): CommitmentAct {
  const act = commitmentActByNoun(noun);
  if (!act) throw answer.notFound();
  return act;
}

/** The act named in the address and the commitment it is about; 404 when either is not there for this person. */
async function seen(args: LoaderFunctionArgs) {
  const act = actOf(args.params.act);
  const actor = await requireActor(args, act.command);
  const found = await commitmentPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!found) throw answer.notFound();
  const { searchParams } = new URL(args.request.url);
  const commitmentNo = searchParams.get("commitment");
  const { commitments } = found.page;
  const commitment =
    act.noun === "proposal" ? null : (commitments.find(({ record }) => (commitmentNo === null ? true : record.commitmentNo === commitmentNo)) ?? null);
  if (commitmentNo !== null && commitment === null) throw answer.notFound();
  const context: CommitmentActContext = { page: found.page, commitment, subject: searchParams.get("subject") };
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
    to: paths.desk.projectTab(projectNo, "commitment"),
    done: `commitment-${act.noun}`,
  });
}

/** One act on a project commitment: what it is about, what it brings with it, and its form. */
export default function CommitmentActRoute() {
  const { t } = useWords();
  const { noun, context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const act = actOf(noun);
  const { page, commitment } = context;
  const { head } = page;
  const back = paths.desk.projectTab(head.projectNo, "commitment");
  const fields = act.fields(context);
  const possible = noun === "proposal" ? page.mayPropose : (commitment?.acts.some((one) => one === act.command) ?? false);
  return (
    <Shell current="projects" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t(`acts.commitment-${noun}.title`)} over={<a href={back}>{t("acts.back-to", { name: head.name })}</a>} />
      {state?.changes && state.changes.events.length > 0 && (
        <Card title={t("acts.changed")} tone="warn">
          <p>{t("acts.changed.text")}</p>
          <Happenings events={state.changes.events} names={state.changes.names} />
        </Card>
      )}
      <CommitmentInShort noun={noun} context={context} />
      {possible || state ? (
        <>
          <Consequences textKey={`acts.commitment-${noun}.explain`} grave={act.grave} />
          <ActForm
            fields={fields}
            state={state}
            version={head.version}
            submit={t(state?.refusal?.code === "case-changed" ? "acts.submit-anyway" : `acts.commitment-${noun}.submit`)}
            cancelHref={back}
          />
        </>
      ) : (
        <NotNow context={context} back={back} />
      )}
    </Shell>
  );
}

function NotNow({ context: { page, commitment }, back }: { context: CommitmentActContext; back: string }) {
  const { t } = useWords();
  const why = commitment
    ? t("acts.commitment.not-now", { status: t(`commitment.status.${commitment.record.status}`) })
    : page.refusal
      ? t("commitment.not-here", { reason: explain(t, page.refusal) })
      : t("commitment.none");
  return (
    <Alert tone="warning" title={t("acts.not-now")}>
      <p>{why}</p>
      <p>
        <a href={back}>{t("acts.back")}</a>
      </p>
    </Alert>
  );
}
