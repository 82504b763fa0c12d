import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commitmentPage } from "../../../application/queries/project-commitment";
import { useWords } from "../../../components";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActPage, NotNow } from "../acts/act-page";
import type { ActState } from "../acts/answer-act";
import type { CommitmentAct, CommitmentActContext } from "../acts/commitment-acts";
import { commitmentActByNoun } from "../acts/commitment-registry";
import { submitActOn } from "../acts/submit-act.server";
import { CommitmentInShort } from "../pieces/commitment-short";

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
  const about = await seen(args);
  return submitActOn(args, about, (projectNo) => paths.desk.projectTab(projectNo, "commitment"), `commitment-${about.act.noun}`);
}

/** One act on a project commitment: what it is about, what it brings with it, and its form. */
export default function CommitmentActRoute() {
  const { noun, context } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const act = actOf(noun);
  const { page, commitment } = context;
  const { head } = page;
  const back = paths.desk.projectTab(head.projectNo, "commitment");
  const possible = noun === "proposal" ? page.mayPropose : (commitment?.acts.some((one) => one === act.command) ?? false);
  return (
    <ActPage
      titleKey={`acts.commitment-${noun}.title`}
      back={{ href: back, name: head.name }}
      fields={act.fields(context)}
      state={state}
      version={head.version}
      explainKey={`acts.commitment-${noun}.explain`}
      grave={act.grave}
      submitKey={`acts.commitment-${noun}.submit`}
      notNow={
        possible || state ? null : (
          <NotNow backHref={back}>
            <Why context={context} />
          </NotNow>
        )
      }
    >
      <CommitmentInShort noun={noun} context={context} />
    </ActPage>
  );
}

/** Why the act cannot be taken now. */
function Why({ context: { page, commitment } }: { context: CommitmentActContext }) {
  const { t } = useWords();
  const why = commitment
    ? t("acts.commitment.not-now", { status: t(`commitment.status.${commitment.record.status}`) })
    : page.refusal
      ? t("commitment.not-here", { reason: explain(t, page.refusal) })
      : t("commitment.none");
  return <p>{why}</p>;
}
