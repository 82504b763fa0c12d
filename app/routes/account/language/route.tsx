import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { writeCookie } from "../../../web/cookies";
import { field, readForm } from "../../../web/form";
import { LOCALE_COOKIE, LOCALE_SECONDS } from "../../../web/locale";
import { localPath, paths } from "../../../web/paths";

const LanguageForm = z.object({ locale: field.choice(["zh-CN", "en"]), back: field.optionalText(2000) });

/** Remembers the language, in this browser and for whoever is signed in, and goes back to the page the reader was on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, LanguageForm);
  if (!form.ok) throw data({ code: "bad-request" }, { status: 400 });
  const signed = await context.signed();
  if (signed) await context.signIn.speaks(signed.actor.personId, form.value.locale);
  const cookie = writeCookie(LOCALE_COOKIE, form.value.locale, { secure: context.secureCookies, maxAge: LOCALE_SECONDS });
  return redirect(localPath(form.value.back, paths.home()), { status: 303, headers: { "Set-Cookie": cookie } });
}

/** Somebody typed the address: nothing is changed by reading. */
export function loader() {
  return redirect(paths.home(), 303);
}
