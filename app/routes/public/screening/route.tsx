import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type PublicScreening, publicScreening } from "../../../application/queries/screening-public";
import { Card, Choices, ErrorSummary, PageHead, PublicShell, Stack, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { CentreChoice } from "../pieces/centre-choice";
import { RulesNote } from "../pieces/rules-note";
import { answerName } from "./address";
import { Result } from "./result";

export const handle = titled((t) => t("screening.public.title"));

const LIST = "list";
/** Says that the first step was sent, so that a missing category can be told from a reader who has only just come. */
const CHOSEN = "category";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const answers = Object.fromEntries(
    [...query].filter(([name, value]) => name.startsWith(answerName("")) && value !== "").map(([name, value]) => [name.slice(answerName("").length), value]),
  );
  const page = await publicScreening(context.services, {
    centre: query.get("centre"),
    category: query.get("category"),
    answers,
    list: query.get("show") === LIST,
  });
  const unchosen: FormState | undefined =
    query.get("show") === CHOSEN && page.centre && !page.category ? { typed: {}, errors: { category: [{ key: "form.choose" }] }, refusal: null } : undefined;
  return { page, unchosen };
}

/** What do I need: place and category, questions, list. Plain GET forms: the address holds every answer. */
export default function ScreeningRoute() {
  const { t } = useWords();
  const { page, unchosen } = useLoaderData<typeof loader>() as { page: PublicScreening; unchosen?: FormState };
  return (
    <PublicShell>
      <ErrorSummary state={unchosen} labels={{ category: t("screening.public.category") }} />
      <PageHead title={t(page.result ? "screening.public.result" : "screening.public.title")} {...(page.result ? {} : { lead: t("screening.public.lead") })} />
      <Stack>
        {page.result ? <Result page={page} result={page.result} /> : page.category && !page.refusal ? <Questions page={page} /> : <Choose page={page} />}
        <RulesNote rules={page.rules} />
      </Stack>
    </PublicShell>
  );
}

function Choose({ page: { centres, centre, categories, category } }: { page: PublicScreening }) {
  const { t, pick } = useWords();
  return (
    <Card title={t("screening.public.step1")}>
      <form className="form" method="get" action={paths.screening()}>
        <CentreChoice centres={centres} centre={centre} />
        {centre && <input type="hidden" name="show" value={CHOSEN} />}
        {centre && (
          <Choices
            name="category"
            label={t("screening.public.category")}
            value={category?.code ?? null}
            options={categories.map(({ code, name }) => ({ value: code, label: pick(name) }))}
          />
        )}
        <Submit label={t("screening.public.next")} />
      </form>
    </Card>
  );
}

function Questions({ page: { centre, category, questions, answers } }: { page: PublicScreening }) {
  const { t, pick } = useWords();
  return (
    <Card title={t("screening.public.step2")} more={<a href={paths.screening({ centre: centre?.code })}>{t("screening.public.restart")}</a>}>
      <p>
        {category && <b>{pick(category.name)}</b>} {t("screening.public.questions", { n: questions.length })}
      </p>
      <form className="form" method="get" action={paths.screening()}>
        <input type="hidden" name="centre" value={centre?.code} />
        <input type="hidden" name="category" value={category?.code} />
        <input type="hidden" name="show" value={LIST} />
        {questions.map((question) => (
          <Choices
            key={question.code}
            name={answerName(question.code)}
            label={pick(question.text)}
            hint={question.help ? pick(question.help) : undefined}
            value={answers[question.code] ?? ""}
            options={[
              ...question.options.map((option) => ({ value: option.code, label: pick(option.text) })),
              { value: "", label: t("screening.public.unknown") },
            ]}
          />
        ))}
        <Submit label={t("screening.public.show")} />
      </form>
    </Card>
  );
}

const Submit = ({ label }: { label: string }) => (
  <div className="buttons">
    <button type="submit" className="button">
      {label}
    </button>
  </div>
);
