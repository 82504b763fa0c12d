import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type WaitingReview, waitingReview } from "../../../application/queries/waiting-review";
import { Alert, ButtonLink, Card, PageHead, Shell, useWords } from "../../../components";
import { isWaitingKind } from "../../../domain/oversight/parts/waiting";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import type { ActState } from "../acts/answer-act";
import { ChangedMeanwhile, orAnyway } from "../acts/changed-meanwhile";
import { simulationActByCommand } from "../acts/simulation-acts";
import { submitAct } from "../acts/submit-act.server";
import { NoticeCard } from "../item/notice";
import { CheckFilesCard } from "./check-files-card";
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
      <ChangedMeanwhile state={state} />
      <JumpLinks page={page} />
      <div className="settle">
        <div className="settle__facts">
          <FactsCard page={page} />
        </div>
        <aside className="settle__aside stack">
          <RisksCard risks={page.risks} recordHref={paths.desk.credit(page.enterpriseId)} />
          <DecisionCard page={page} decision={decision} state={state} />
        </aside>
        <div className="settle__evidence stack" id="evidence">
          <LetterCard evidence={page.letter} />
          <RunEvidence source={page.source} />
          <OpinionsCard source={page.source} />
          <NoticeCard notice={page.notice} projectNo={head.projectNo} files={false} />
          <CommitmentEvidence source={page.source} projectNo={head.projectNo} />
          <CheckFilesCard page={page} />
          <PassedCard passed={page.passed} />
          {page.item !== null || page.materials.length > 0 ? <MaterialsCard materials={page.materials} /> : null}
        </div>
      </div>
    </Shell>
  );
}

/** On a phone the parts stand one under the other: what was signed and the decision are one touch away. */
function JumpLinks({ page }: { page: WaitingReview }) {
  const { t } = useWords();
  return (
    <nav className="jump" aria-label={t("queue.jump")}>
      <a href="#decide">{t("queue.decide")}</a>
      {page.letter && <a href="#letter">{t("queue.jump.letter")}</a>}
      <a href="#evidence">{t("queue.jump.evidence")}</a>
    </nav>
  );
}

function DecisionCard({ page, decision, state }: { page: WaitingReview; decision: Decision | null; state: ActState | undefined }) {
  const { t } = useWords();
  const { head, waits } = page;
  if (!waits && !state)
    return (
      <div id="decide">
        <Alert tone="success" title={t("queue.settled")}>
          <p>{t("queue.settled.text")}</p>
        </Alert>
      </div>
    );
  return (
    <Card title={t("queue.decide")} tone={decision?.grave ? "late" : undefined} id="decide">
      {decision ? (
        <>
          <Consequences textKey={decision.explain} grave={decision.grave} />
          <ActForm fields={decision.fields} state={state} version={head.version} submit={t(orAnyway(state, decision.submit))} cancelHref={paths.desk.queue()} />
        </>
      ) : (
        <p>
          <ButtonLink href={elsewhere(page)}>{t("queue.decide.elsewhere")}</ButtonLink>
        </p>
      )}
      <OtherActs page={page} />
      <p>
        <a href={paths.desk.projectTab(head.projectNo, "note")}>{t("queue.ask")}</a>
      </p>
    </Card>
  );
}

/** What else would settle it, where a run may go on or end: acts with pages of their own. */
function OtherActs({ page: { kind, source, command, head } }: { page: WaitingReview }) {
  const { t } = useWords();
  if (kind !== "simulation-trigger" || source.via !== "run") return null;
  const { runNo, acts } = source.run;
  const others = acts.flatMap((act) => (act === command ? [] : (simulationActByCommand(act) ?? [])));
  if (others.length === 0) return null;
  return (
    <p>
      {t("queue.run.otherwise")}
      {t("list.colon")}
      {others.map(({ noun }, index) => (
        <span key={noun}>
          {index > 0 && t("list.comma")}
          <a href={paths.desk.simulationAct(head.projectNo, noun, runNo)}>{t(`acts.simulation-${noun}.button`)}</a>
        </span>
      ))}
    </p>
  );
}
