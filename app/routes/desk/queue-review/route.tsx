import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type WaitingReview, waitingReview } from "../../../application/queries/waiting-review";
import { Alert, ButtonLink, Card, Columns, PageHead, Shell, useWords } from "../../../components";
import { isWaitingKind } from "../../../domain/oversight/parts/waiting";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import type { ActState } from "../acts/answer-act";
import { submitAct } from "../acts/submit-act.server";
import { NoticeCard } from "../item/notice";
import { Happenings } from "../pieces/happenings";
import { CommitmentEvidence } from "./commitment-evidence";
import { type Decision, decisionOf, principalOf } from "./decision";
import { elsewhere } from "./elsewhere";
import { LetterCard, MaterialsCard, OpinionsCard, PassedCard, RunEvidence } from "./evidence";
import { FactsCard } from "./facts-card";
import { RisksCard } from "./risks-card";

export const handle = titled<typeof loader>((t, page) => `${t(`queue.kind.${page.kind}`)} - ${page.head.name}`);

async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager-desk:read");
  const { kind, projectNo = "", subjectId = "" } = args.params;
  const found = isWaitingKind(kind) ? await waitingReview(args.context.services, actor, { kind, projectNo, subjectId }) : null;
  if (!found) throw answer.notFound();
  return { actor, ...found };
}

export const loader = async (args: LoaderFunctionArgs): Promise<WaitingReview> => (await seen(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { actor, page, found } = await seen(args);
  const decision = decisionOf(page);
  if (!decision) throw answer.notFound();
  return submitAct(args, {
    actor,
    projectNo: page.head.projectNo,
    fields: decision.fields,
    toCommand: ({ onBehalfOf: _, ...values }) => decision.toCommand(values),
    inNameOf: principalOf,
    found,
    to: paths.desk.queue(),
    done: "queue-decided",
  });
}

/** One thing that waits: the facts, the evidence beside them, what the system found, and the decision. */
export default function QueueReviewRoute() {
  const { t } = useWords();
  const page: WaitingReview = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const decision = decisionOf(page);
  const { head } = page;
  return (
    <Shell current="queue">
      <ActErrors state={state} fields={decision?.fields ?? {}} />
      <PageHead
        title={t(`queue.kind.${page.kind}`)}
        over={<a href={paths.desk.queue()}>{t("queue.back")}</a>}
        lead={head.name}
        actions={
          <ButtonLink href={paths.desk.newCover({ project: head.projectNo })} second>
            {t("cover.delegate")}
          </ButtonLink>
        }
      />
      {state?.changes && state.changes.events.length > 0 && (
        <Card title={t("acts.changed")} tone="warn">
          <p>{t("acts.changed.text")}</p>
          <Happenings events={state.changes.events} names={state.changes.names} />
        </Card>
      )}
      <Columns
        aside={
          <>
            <RisksCard risks={page.risks} recordHref={paths.desk.credit(page.enterpriseId)} />
            <DecisionCard page={page} decision={decision} state={state} />
          </>
        }
      >
        <FactsCard page={page} />
        <LetterCard evidence={page.letter} projectNo={head.projectNo} />
        <RunEvidence source={page.source} />
        <OpinionsCard source={page.source} />
        <NoticeCard notice={page.notice} />
        <CommitmentEvidence source={page.source} command={page.command} projectNo={head.projectNo} />
        <PassedCard passed={page.passed} />
        {page.item !== null || page.materials.length > 0 ? <MaterialsCard materials={page.materials} /> : null}
      </Columns>
    </Shell>
  );
}

function DecisionCard({ page, decision, state }: { page: WaitingReview; decision: Decision | null; state: ActState | undefined }) {
  const { t } = useWords();
  const { head, waits } = page;
  if (!waits && !state)
    return (
      <Alert tone="success" title={t("queue.settled")}>
        <p>{t("queue.settled.text")}</p>
      </Alert>
    );
  return (
    <Card title={t("queue.decide")} tone={decision?.grave ? "late" : undefined} id="decide">
      {decision ? (
        <>
          <Consequences textKey={decision.explain} grave={decision.grave} />
          <ActForm
            fields={decision.fields}
            state={state}
            version={head.version}
            submit={t(state?.refusal?.code === "case-changed" ? "acts.submit-anyway" : decision.submit)}
            cancelHref={paths.desk.queue()}
          />
        </>
      ) : (
        <p>
          <ButtonLink href={elsewhere(page)}>{t("queue.decide.elsewhere")}</ButtonLink>
        </p>
      )}
      <p>
        <a href={paths.desk.projectTab(head.projectNo, "note")}>{t("queue.ask")}</a>
      </p>
    </Card>
  );
}
