import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeWindow } from "../../../application/change-window";
import { windowChoices, windowPage } from "../../../application/queries/windows";
import { Alert, Breadcrumbs, Buttons, ErrorSummary, Form, HiddenFields, PageHead, Shell, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths, type WindowActNoun } from "../../../web/paths";
import { useWindowLabels, WindowFields } from "../pieces/window-fields";
import { windowCommandOf, windowForms } from "../pieces/window-form";

export const handle = titled<typeof loader>((t, { act, page }) => `${t(`window.act.${act}.title`)} - ${page.window.code}`);

const ACTS: readonly WindowActNoun[] = ["details", "letter", "revocation", "seat", "leave", "closing"];
const GRAVE: readonly WindowActNoun[] = ["closing", "revocation"];

/** The change named in the address; a noun that is none is a page that does not exist, and so is a closed window's. */
async function load(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "window:change");
  const act = ACTS.find((noun) => noun === args.params.act);
  const page = act && (await windowPage(args.context.services, actor, args.params.code ?? ""));
  if (!act || !page || page.window.closedOn !== null) throw answer.notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    actor,
    act,
    page,
    choices: await windowChoices(args.context.services, actor),
    named: { letter: query.get("letter"), person: query.get("person") },
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor: _, ...shown } = await load(args);
  return shown;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, act, page, choices } = await load(args);
  const form = await readForm(args.request, windowForms(choices, page)[act]);
  if (!form.ok) return answer.invalid(form);
  const { code } = page.window;
  const outcome = await changeWindow(args.context.services, actor, code, windowCommandOf(act, form.value, choices), form.value.idempotencyKey);
  if (!outcome.ok) return answer.refused(outcome, form);
  return answer.done(paths.admin.window(outcome.code), `window-${act}`);
}

export default function WindowActRoute() {
  const { t } = useWords();
  const { act, page, choices, named } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const back = paths.admin.window(page.window.code);
  return (
    <Shell current="windows" narrow>
      <ErrorSummary state={state} labels={useWindowLabels()} />
      <Breadcrumbs
        crumbs={[{ label: t("windows.title"), href: paths.admin.windows() }, { label: page.window.code, href: back }, { label: t(`window.act.${act}.title`) }]}
      />
      <PageHead title={`${t(`window.act.${act}.title`)} ${page.window.code}`} />
      {GRAVE.includes(act) && (
        <Alert tone="warning">
          <p>{t(act === "closing" ? "window.act.closing.explain" : "window.act.revocation.explain")}</p>
        </Alert>
      )}
      <Form state={state}>
        <HiddenFields />
        <WindowFields act={act} choices={choices} page={page} named={named} />
        <Buttons submit={t(`window.act.${act}.submit`)} cancel={{ href: back }} />
      </Form>
    </Shell>
  );
}
