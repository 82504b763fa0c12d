import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeWindow } from "../../../application/change-window";
import { windowChoices } from "../../../application/queries/windows";
import { Breadcrumbs, Buttons, ErrorSummary, Form, HiddenFields, PageHead, Shell, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { useWindowLabels, WindowFields } from "../pieces/window-fields";
import { windowCommandOf, windowForms } from "../pieces/window-form";

export const handle = titled((t) => t("window.act.new.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "window:change");
  return windowChoices(args.context.services, actor);
}

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "window:change");
  const choices = await windowChoices(services, actor);
  const form = await readForm(args.request, windowForms(choices, null).details);
  if (!form.ok) return answer.invalid(form);
  const command = windowCommandOf("details", form.value, choices, true);
  const outcome = await changeWindow(services, actor, null, command, form.value.idempotencyKey);
  if (!outcome.ok) return answer.refused(outcome, form);
  return answer.done(paths.admin.window(outcome.code), "window-new");
}

export default function NewWindowRoute() {
  const { t } = useWords();
  const choices = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  return (
    <Shell current="windows" narrow>
      <ErrorSummary state={state} labels={useWindowLabels()} />
      <Breadcrumbs crumbs={[{ label: t("windows.title"), href: paths.admin.windows() }, { label: t("window.act.new.title") }]} />
      <PageHead title={t("window.act.new.title")} />
      <Form state={state}>
        <HiddenFields />
        <WindowFields act="details" choices={choices} page={null} named={{ letter: null, person: null }} />
        <Buttons submit={t("window.act.new.submit")} cancel={{ href: paths.admin.windows() }} />
      </Form>
    </Shell>
  );
}
