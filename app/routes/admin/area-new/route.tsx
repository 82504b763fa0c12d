import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveArea } from "../../../application/assessed-areas";
import { areaForm } from "../../../application/queries/areas";
import { PageHead, Shell, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { AreaErrors, AreaFields } from "../pieces/area-fields";
import { areaSchema, areaTyped } from "../pieces/area-form";

export const handle = titled((t) => t("areas.new"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "area:write");
  return areaForm(args.context.services, actor);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "area:write");
  const { services } = args.context;
  const { items } = await areaForm(services, actor);
  const form = await readForm(args.request, areaSchema(items.map(({ code }) => code)));
  if (!form.ok) return answer.invalid(form);
  const outcome = await saveArea(services, actor, areaTyped(form.value), { areaId: null, idempotencyKey: form.value.idempotencyKey });
  return outcome.ok ? answer.done(paths.admin.areas(), "area-saved") : answer.refused(outcome, form);
}

/** Writes a new assessed area down. */
export default function NewAreaRoute() {
  const { t } = useWords();
  const { items } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  return (
    <Shell current="areas" narrow>
      <AreaErrors state={state} />
      <PageHead title={t("areas.new")} lead={t("areas.lead")} over={<a href={paths.admin.areas()}>{t("areas.title")}</a>} />
      <AreaFields state={state} items={items} area={null} />
    </Shell>
  );
}
