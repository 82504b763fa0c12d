import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { execute } from "../../../application/execute";
import { type ScreeningPage, screeningPage } from "../../../application/queries/project-plan";
import { Alert, Buttons, Choices, ErrorSummary, Form, HiddenFields, Shell, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { oneOf } from "../acts/fields";
import { StepHead } from "../pieces/steps-head";

export const handle = titled<typeof loader>((t, { head }) => `${t("screening.title")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "answer-screening");
  const page = await screeningPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** Answers that together are no longer than this stand on one line. */
const INLINE_LENGTH = 28;

/** One choice per question; names are the codes of the questions. */
const formOf = ({ questions }: ScreeningPage) =>
  z.object({
    ...Object.fromEntries(
      questions.map((question) => [
        question.code,
        oneOf(
          question.options.map((option) => option.code),
          "screening.unanswered",
        ),
      ]),
    ),
    ...hidden,
  });

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "answer-screening");
  const projectNo = args.params.projectNo ?? "";
  const page = await screeningPage(services, actor, projectNo);
  if (!page) throw answer.notFound();
  const form = await readForm(args.request, formOf(page));
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, version, ...answers } = form.value;
  const outcome = await execute(
    services,
    actor,
    { type: "answer-screening", answers: answers as Record<string, string> },
    { projectNo, idempotencyKey, expectedVersion: version },
  );
  if (!outcome.ok) return answer.refused(outcome, form);
  return answer.done(paths.desk.projectTab(projectNo, "plan"), "screened");
}

export default function ScreeningRoute() {
  const { t, pick } = useWords();
  const { head, questions, answers, planConfirmed } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const back = paths.desk.project(head.projectNo);
  return (
    <Shell current="projects">
      <ErrorSummary state={state} labels={Object.fromEntries(questions.map((question) => [question.code, pick(question.text)]))} />
      <StepHead step={2} title={t("screening.title")} over={<a href={back}>{t("acts.back-to", { name: head.name })}</a>} />
      <p>{t("screening.intro", { category: pick(head.category.name), n: questions.length })}</p>
      {planConfirmed && (
        <Alert tone="warning">
          <p>{t("screening.after-plan")}</p>
        </Alert>
      )}
      <Form state={state} action={paths.desk.projectTab(head.projectNo, "screening")}>
        <HiddenFields version={head.version} />
        <div className="questions">
          {questions.map((question) => {
            const options = question.options.map((option) => ({ value: option.code, label: pick(option.text) }));
            return (
              <Choices
                key={question.code}
                name={question.code}
                label={pick(question.text)}
                hint={question.help ? pick(question.help) : undefined}
                value={answers[question.code] ?? null}
                options={options}
                inline={options.reduce((length, option) => length + option.label.length, 0) <= INLINE_LENGTH}
              />
            );
          })}
        </div>
        {questions.length === 0 && <p>{t("screening.none")}</p>}
        <Buttons submit={t("screening.submit")} cancel={{ href: back, label: t("screening.later") }} />
      </Form>
    </Shell>
  );
}
