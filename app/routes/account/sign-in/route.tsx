import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Alert, Buttons, ErrorSummary, Field, Form, PageHead, PublicShell, useWords } from "../../../components";
import { DEFAULT_LOCALE } from "../../../i18n";
import { answer } from "../../../web/answer";
import { readCookie, writeCookie } from "../../../web/cookies";
import { fail, field, readForm } from "../../../web/form";
import { homeOf } from "../../../web/frame";
import { asLocale, LOCALE_COOKIE, LOCALE_SECONDS } from "../../../web/locale";
import { titled } from "../../../web/page";
import { localPath, paths } from "../../../web/paths";
import { signInName } from "../../../web/sign-in.server";

export const handle = titled((t) => t("sign-in.title"));

const SignInForm = z.object({
  name: field.text(100),
  password: z.string("form.required").min(1, "form.required").max(200, "form.too-long"),
  next: field.optionalText(2000),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get("next"), "");
  const signed = await context.signed();
  if (signed) throw redirect(next || homeOf(signed.actor.role), 303);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, SignInForm);
  if (!form.ok) return answer.invalid(form);
  const { sessions, signIn, limits, address } = context;
  const account = signInName(form.value.name);

  const minutes = await limits.signInTry(account, address);
  if (minutes > 0) throw data({ code: "too-many", minutes }, { status: 429, headers: { "Retry-After": String(minutes * 60) } });
  const person = await signIn.check(form.value.name, form.value.password);
  if (!person) return answer.invalid(fail(form, { name: { key: "sign-in.failed" } }));
  await limits.signInSucceeded(account, address);

  const roles = await sessions.rolesOf(person.personId);
  const [only] = roles;
  if (!only) return answer.invalid(fail(form, { name: { key: "sign-in.no-role" } }));
  const headers = new Headers();
  // A language chosen in this browser stays. Else the person's own; every account begins with the house's, which then says no more than the browser does.
  const own = person.locale === DEFAULT_LOCALE ? context.locale : person.locale;
  const locale = asLocale(readCookie(request.headers.get("Cookie"), LOCALE_COOKIE)) ?? own;
  headers.append("Set-Cookie", writeCookie(LOCALE_COOKIE, locale, { secure: context.secureCookies, maxAge: LOCALE_SECONDS }));
  const next = localPath(form.value.next, "");
  if (roles.length > 1) {
    headers.append("Set-Cookie", signIn.pending(person.personId));
    return redirect(paths.signInRole(next || null), { status: 303, headers });
  }
  headers.append("Set-Cookie", await sessions.start(person.personId, only, request.headers.get("Cookie")));
  return redirect(next || homeOf(only.role), { status: 303, headers });
}

export default function SignInPage() {
  const { t } = useWords();
  const { next } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <PublicShell>
      <div className="door">
        <section className="door__in">
          <ErrorSummary state={state} labels={{ name: t("sign-in.name"), password: t("sign-in.password") }} />
          <PageHead title={t("sign-in.title")} />
          {next && !state && <Alert tone="info">{t("sign-in.needed")}</Alert>}
          <p className="muted">{t("sign-in.who")}</p>
          <Form state={state}>
            <input type="hidden" name="next" value={next} />
            <Field name="name" label={t("sign-in.name")} autoComplete="username" size="full" autoFocus={!state} />
            <Field name="password" label={t("sign-in.password")} type="password" autoComplete="current-password" size="full" />
            <Buttons submit={t("sign-in.submit")} />
          </Form>
          <p className="muted">{t("sign-in.help")}</p>
        </section>
        <aside className="door__aside">
          <h2>{t("sign-in.public.title")}</h2>
          <p>
            <a href={paths.progress()}>{t("sign-in.public.progress")}</a>
          </p>
        </aside>
      </div>
    </PublicShell>
  );
}
