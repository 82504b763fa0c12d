import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { execute } from "../../../application/execute";
import { type PlanPage, planPage } from "../../../application/queries/project-plan";
import { Alert, ButtonLink, Card, Columns, Empty, ErrorSummary, Shell, useWords } from "../../../components";
import { explain, type FormState, type Message } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { fail, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ProjectFrame } from "../pieces/project-frame";
import { StepHead } from "../pieces/steps-head";
import { ChangePlan } from "./change-plan";
import { nextChanges, PlanForm } from "./changes";
import { FeasibilityCard } from "./feasibility-card";
import { PlanTables } from "./plan-tables";
import { SparedCard } from "./spared-card";

export const handle = titled<typeof loader>((t, { head }) => `${t("project.tab.plan")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const page = await planPage(args.context.services, actor, args.params.projectNo ?? "", null);
  if (!page) throw answer.notFound();
  return page;
}

/** What the action brings back: the page with the changes tried on it, and what is wrong with the form. */
interface PlanState extends FormState {
  readonly tried: PlanPage;
}

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "confirm-plan");
  const projectNo = args.params.projectNo ?? "";
  const form = await readForm(args.request, PlanForm);
  if (!form.ok) return answer.invalid(form);
  const typed = form.value;
  const missing = missingIn(typed);
  const changes = Object.keys(missing).length > 0 ? nextChanges({ ...typed, intent: "confirm" }) : nextChanges(typed);
  const tried = await planPage(services, actor, projectNo, changes);
  if (!tried) throw answer.notFound();
  if (Object.keys(missing).length > 0) return data<PlanState>({ ...fail(form, missing).state, tried }, { status: 400 });
  if (typed.intent !== "confirm") {
    // A preview changes nothing: what was typed for this change is used up, the key and the other fields start afresh.
    return data<PlanState>({ typed: {}, errors: {}, refusal: null, tried });
  }
  if (typed.on !== null && typed.on > services.today())
    return data<PlanState>({ ...fail(form, { on: { key: "form.day-future" } }).state, tried }, { status: 400 });
  const outcome = await execute(
    services,
    actor,
    { type: "confirm-plan", on: typed.on ?? services.today(), ...changes },
    { projectNo, idempotencyKey: typed.idempotencyKey, expectedVersion: typed.version },
  );
  if (outcome.ok) return answer.done(paths.desk.projectTab(projectNo, "stages"), "planned");
  return data<PlanState>({ ...answer.refused(outcome, form).data, tried }, { status: outcome.status });
}

/** An item and a reason are needed for a change; a change that is only taken back needs none. */
function missingIn(typed: {
  intent: string;
  code: string | null;
  reason: string | null;
  dropCode: string | null;
  dropReason: string | null;
  change: readonly { act: string; code: string }[];
}): Record<string, Message> {
  const takesBack = (act: string, code: string | null) => typed.change.some((change) => change.act === act && change.code === code);
  if (typed.intent === "add")
    return {
      ...(typed.code ? {} : { code: { key: "form.choose" } }),
      ...(typed.reason || takesBack("drop", typed.code) ? {} : { reason: { key: "form.required" } }),
    };
  if (typed.intent === "drop")
    return {
      ...(typed.dropCode ? {} : { dropCode: { key: "form.choose" } }),
      ...(typed.dropReason || takesBack("add", typed.dropCode) ? {} : { dropReason: { key: "form.required" } }),
    };
  return {};
}

export default function PlanRoute() {
  const { t } = useWords();
  const loaded = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as (FormState & { readonly tried?: PlanPage }) | undefined;
  const page = state?.tried ?? loaded;
  const { head } = page;
  const errors = (
    <ErrorSummary
      state={state}
      labels={{ code: t("plan.add.item"), reason: t("plan.add.reason"), dropCode: t("plan.drop.item"), dropReason: t("plan.drop.reason"), on: t("plan.on") }}
    />
  );
  const body = <Body page={page} state={state} />;
  // Until the plan is confirmed this is the third step of the registration; afterwards it is a tab of the project.
  if (page.confirmedOn === null && page.mayChange)
    return (
      <Shell current="projects">
        {errors}
        <StepHead step={3} title={t("plan.title")} over={<a href={paths.desk.project(head.projectNo)}>{t("acts.back-to", { name: head.name })}</a>} />
        {body}
      </Shell>
    );
  return (
    <ProjectFrame head={head} tab="plan">
      {errors}
      {body}
    </ProjectFrame>
  );
}

function Body({ page, state }: { page: PlanPage; state: FormState | undefined }) {
  const { t, pick } = useWords();
  const { preview, head, mayChange } = page;
  const screening = (
    <ButtonLink href={paths.desk.projectTab(head.projectNo, "screening")} second>
      {t(page.answered ? "screening.change" : "screening.go")}
    </ButtonLink>
  );
  if (!preview)
    return (
      <Card title={t("plan.title")}>
        <Empty action={mayChange ? screening : undefined}>{page.refusal ? explain(t, page.refusal) : t("plan.none")}</Empty>
      </Card>
    );
  return (
    <Columns
      aside={
        <>
          <FeasibilityCard preview={preview} />
          <SparedCard page={page} />
          {mayChange && page.hasQuestions && (
            <Card title={t("screening.title")}>
              <p>{t("screening.change.text")}</p>
              {screening}
            </Card>
          )}
        </>
      }
    >
      {preview.undecided.length > 0 && (
        <Alert tone="warning" title={t("plan.undecided", { n: preview.undecided.length })}>
          <details>
            <summary>{t("plan.undecided.show")}</summary>
            <ul>
              {preview.undecided.map((question) => (
                <li key={question.zh}>{pick(question)}</li>
              ))}
            </ul>
          </details>
          {mayChange && <p>{screening}</p>}
        </Alert>
      )}
      <PlanTables page={page} preview={preview} />
      {mayChange && <ChangePlan page={page} preview={preview} state={state} />}
    </Columns>
  );
}
