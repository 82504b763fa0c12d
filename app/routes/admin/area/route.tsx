import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveArea } from "../../../application/assessed-areas";
import { areaPage } from "../../../application/queries/areas";
import { Alert, Card, PageHead, Shell, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { AreaErrors, AreaFields } from "../pieces/area-fields";
import { areaSchema, areaTyped } from "../pieces/area-form";

export const handle = titled<typeof loader>((t, { area }) => `${t("areas.edit")} - ${area.areaCode}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "area:write");
  const page = await areaPage(args.context.services, actor, args.params.areaId ?? "");
  if (!page) throw answer.notFound();
  return page;
}

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "area:write");
  const areaId = args.params.areaId ?? "";
  const page = await areaPage(services, actor, areaId);
  if (!page) throw answer.notFound();
  const form = await readForm(args.request, areaSchema(page.items.map(({ code }) => code)));
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, version } = form.value;
  const outcome = await saveArea(services, actor, areaTyped(form.value), { areaId, idempotencyKey, expectedVersion: version });
  return outcome.ok ? answer.done(paths.admin.areas(), "area-saved") : answer.refused(outcome, form);
}

/** One assessed area: its form, and every state it ever had with who wrote it when. */
export default function AreaRoute() {
  const { t, pick, day, dayTime } = useWords();
  const { area, items, changes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const nameOf = (code: string) => pick(items.find((item) => item.code === code)?.name ?? { zh: code, en: code });
  return (
    <Shell current="areas" narrow>
      <AreaErrors state={state} />
      <PageHead title={pick({ zh: area.nameZh, en: area.nameEn })} over={<a href={paths.admin.areas()}>{t("areas.title")}</a>} />
      <Alert tone="info">
        <p>{t("areas.explain")}</p>
      </Alert>
      <AreaFields state={state} items={items} area={area} />
      <Card title={t("areas.history")}>
        <ol className="plain-list">
          {changes.map(({ version, facts, byName, recordedAt }) => (
            <li key={version}>
              <b>{t("areas.history.entry", { n: version })}</b>{" "}
              <span className="muted">{t("areas.history.by", { name: byName, at: dayTime(recordedAt) })}</span>
              <p>
                {facts.areaCode} {pick({ zh: facts.nameZh, en: facts.nameEn })} ·{" "}
                {facts.validTo
                  ? t("areas.valid.between", { from: day(facts.validFrom), to: day(facts.validTo) })
                  : t("areas.valid.open", { from: day(facts.validFrom) })}
              </p>
              <p className="muted small">
                {facts.assessments.map((kind) => t(`areas.kind.${kind}`)).join(t("list.comma"))} · {facts.spares.map(nameOf).join(t("list.comma"))} ·{" "}
                {facts.sourceDocument}
              </p>
            </li>
          ))}
        </ol>
      </Card>
    </Shell>
  );
}
