import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type CreditPage, creditPage, recordBreach, recordRepair } from "../../../application/credit";
import { PageHead, Shell, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import type { ActState } from "../acts/answer-act";
import { choice, happenedOn, reason } from "../acts/fields";

const KINDS = ["deferral", "notice-commitment", "commitment", "other"] as const;
type CreditAct = "breach" | "repair";

export const handle = titled<typeof loader>((t, { act, page }) => `${t(`credit.${act}.title`)} - ${page.enterprise.name}`);

async function load(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "credit:record");
  const act = args.params.act;
  const page = await creditPage(args.context.services, actor, args.params.enterpriseId ?? "");
  if (!page || (act !== "breach" && act !== "repair")) throw answer.notFound();
  return { actor, act: act as CreditAct, page, record: new URL(args.request.url).searchParams.get("record") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { act, page, record } = await load(args);
  return { act, page, record };
}

const breachFields = ({ today }: Pick<CreditPage, "today">) => ({
  kind: choice(
    { label: "credit.kind" },
    KINDS.map((kind) => ({ value: kind, label: `credit.kind.${kind}` as const })),
  ),
  on: happenedOn({ label: "credit.on" }, today),
  reason: reason({ label: "credit.reason" }),
});

const repairFields = ({ records, today }: Pick<CreditPage, "records" | "today">, record: string | null) => ({
  recordId: choice(
    { label: "credit.repair.record" },
    records.filter(({ repairedOn }) => repairedOn === null).map(({ id, reason: why }) => ({ value: id, label: { zh: why, en: why } })),
    record ? { value: record } : {},
  ),
  on: happenedOn({ label: "credit.on" }, today),
  reason: reason({ label: "credit.repair.reason" }),
});

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const { actor, act, page, record } = await load(args);
  const to = paths.desk.credit(page.enterprise.id);
  if (act === "breach") {
    const fields = breachFields(page);
    const form = await readForm(args.request, z.object({ ...hidden, kind: fields.kind.schema, on: fields.on.schema, reason: fields.reason.schema }));
    if (!form.ok) return answer.invalid(form);
    const { idempotencyKey: key, kind, on, reason: why } = form.value;
    const outcome = await recordBreach(services, actor, page.enterprise.id, { kind: KINDS.find((one) => one === kind) ?? "other", on, reason: why, key });
    return outcome.ok ? answer.done(to, "credit-recorded") : answer.refused({ status: 409, error: outcome.error }, form);
  }
  const fields = repairFields(page, record);
  const form = await readForm(args.request, z.object({ ...hidden, recordId: fields.recordId.schema, on: fields.on.schema, reason: fields.reason.schema }));
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey: key, recordId, on, reason: why } = form.value;
  const outcome = await recordRepair(services, actor, page.enterprise.id, { recordId, on, reason: why, key });
  return outcome.ok ? answer.done(to, "credit-repaired") : answer.refused({ status: 409, error: outcome.error }, form);
}

/** A manager records that an enterprise broke a promise, or that it repaired one. */
export default function CreditActRoute() {
  const { t } = useWords();
  const { act, page, record } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const fields = act === "breach" ? breachFields(page) : repairFields(page, record);
  const back = paths.desk.credit(page.enterprise.id);
  return (
    <Shell current="projects" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t(`credit.${act}.title`)} over={<a href={back}>{t("acts.back-to", { name: page.enterprise.name })}</a>} />
      <Consequences textKey={`credit.${act}.explain`} grave={act === "breach"} />
      <ActForm fields={fields} state={state} version={0} submit={t(`credit.${act}.submit`)} cancelHref={back} />
    </Shell>
  );
}
