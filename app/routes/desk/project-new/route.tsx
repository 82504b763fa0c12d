import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readCodes, registerPage } from "../../../application/queries/register";
import { registerProject } from "../../../application/register-project";
import { Alert, Buttons, Choices, DayField, ErrorSummary, Field, Form, HiddenFields, Shell, Tick, useWords } from "../../../components";
import type { Key } from "../../../i18n";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { fail, field, hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { LENGTH } from "../acts/fields";
import { StepHead } from "../pieces/steps-head";

export const handle = titled((t) => t("register.title"));

const RegisterForm = z.object({
  name: field.text(LENGTH.name),
  category: field.choice(["GOV", "SOC", "LANDPLAN", "SMALL", "IND", "TECH"]),
  projectCode: field.optionalText(40),
  /** Project code that was warned about and is meant as it stands. */
  codeConfirmed: field.optionalText(40),
  enterpriseName: field.text(LENGTH.name),
  creditCode: field.text(40),
  legalRepresentative: field.optionalText(LENGTH.person),
  contactName: field.text(50),
  contactPhone: field.text(30),
  site: field.text(LENGTH.name),
  investmentWan: field.optionalDecimal(4, 1e10),
  keyProject: field.ticked(),
  greenChannel: field.ticked(),
  attractedInvestment: field.ticked(),
  on: field.day(),
  idempotencyKey: hidden.idempotencyKey,
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "register-project");
  return registerPage(args.context.services, actor);
}

/** A form that came back because of a doubtful project code, to be looked at and sent again. */
interface RegisterState extends FormState {
  readonly doubts?: readonly string[];
  readonly doubtfulCode?: string;
}

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "register-project");
  const form = await readForm(args.request, RegisterForm);
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, codeConfirmed, ...typed } = form.value;
  const codes = readCodes(typed.creditCode, typed.projectCode);
  const wrong = {
    ...(typed.on > services.today() ? { on: { key: "form.day-future" } } : {}),
    ...(codes.creditCodeError ? { creditCode: { key: `refusal.${codes.creditCodeError}` } } : {}),
    ...(codes.projectCodeError ? { projectCode: { key: `refusal.${codes.projectCodeError}` } } : {}),
  };
  if (Object.keys(wrong).length > 0) return answer.invalid(fail(form, wrong));
  if (codes.warnings.length > 0 && codeConfirmed !== codes.projectCode) {
    const state: RegisterState = { typed: form.typed, errors: {}, refusal: null, doubts: codes.warnings, doubtfulCode: codes.projectCode ?? "" };
    return data(state, { status: 400 });
  }
  const facts = { ...typed, creditCode: codes.creditCode ?? typed.creditCode, projectCode: codes.projectCode };
  const outcome = await registerProject(services, actor, facts, { idempotencyKey });
  if (!outcome.ok) return answer.refused(outcome, form);
  return answer.done(paths.desk.projectTab(outcome.projectNo, "screening"), "registered");
}

const FIELDS = ["name", "category", "projectCode", "enterpriseName", "creditCode", "contactName", "contactPhone", "site", "investmentWan", "on"] as const;

export default function RegisterRoute() {
  const { t, pick } = useWords();
  const { categories, today, packName } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as RegisterState | undefined;
  const label = (name: (typeof FIELDS)[number]) => t(`register.${name}`);
  return (
    <Shell current="projects" narrow>
      <ErrorSummary
        state={state}
        labels={{ ...Object.fromEntries(FIELDS.map((name) => [name, label(name)])), legalRepresentative: t("representative.label") }}
      />
      <StepHead step={1} title={t("register.title")} over={<a href={paths.desk.projects()}>{t("register.back")}</a>} />
      {state?.doubts && <CodeDoubts doubts={state.doubts} />}
      <p className="muted">{t("register.rules", { pack: pick(packName) })}</p>
      <Form state={state} grid>
        <HiddenFields values={state?.doubtfulCode ? { codeConfirmed: state.doubtfulCode } : {}} />
        <h2>{t("register.about-project")}</h2>
        <Field name="name" label={label("name")} size="full" maxLength={LENGTH.name} />
        <Choices
          name="category"
          label={label("category")}
          inline
          options={categories.map((category) => ({
            value: category.code,
            label: pick(category.name),
            hint:
              category.budgetWorkingDays === null
                ? t("register.budget.none")
                : t(category.assumed ? "register.budget.assumed" : "register.budget", { n: category.budgetWorkingDays }),
          }))}
        />
        <Field name="projectCode" label={label("projectCode")} hint={t("register.projectCode.hint")} optional mono maxLength={40} />
        <Field name="site" label={label("site")} size="full" maxLength={LENGTH.name} />
        <Field name="investmentWan" label={label("investmentWan")} optional size="short" inputMode="decimal" suffix={t("register.wan")} maxLength={16} />
        <Tick name="keyProject" label={t("project.key")} />
        <Tick name="greenChannel" label={t("project.green")} />
        <Tick name="attractedInvestment" label={t("project.attracted")} />
        <h2>{t("register.about-enterprise")}</h2>
        <Field name="enterpriseName" label={label("enterpriseName")} size="full" maxLength={LENGTH.name} autoComplete="organization" />
        <Field name="creditCode" label={label("creditCode")} hint={t("register.creditCode.hint")} mono maxLength={40} />
        <Field name="legalRepresentative" label={t("representative.label")} hint={t("representative.hint")} optional maxLength={LENGTH.person} />
        <Field name="contactName" label={label("contactName")} maxLength={50} />
        <Field name="contactPhone" label={label("contactPhone")} type="tel" inputMode="tel" maxLength={30} />
        <DayField name="on" label={label("on")} value={today} max={today} />
        <Buttons submit={t(state?.doubts ? "register.submit-anyway" : "register.submit")} cancel={{ href: paths.desk.projects() }} />
      </Form>
    </Shell>
  );
}

/** The code was read but looks wrong; sending the form again keeps it. */
function CodeDoubts({ doubts }: { doubts: readonly string[] }) {
  const { t } = useWords();
  return (
    <Alert tone="warning" title={t("register.doubt")} live>
      {doubts.map((doubt) => (
        <p key={doubt}>{t(`register.doubt.${doubt}` as Key)}</p>
      ))}
      <p>{t("register.doubt.keep")}</p>
    </Alert>
  );
}
