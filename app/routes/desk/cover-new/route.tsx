import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type CoverPage, changeCover, coverPage } from "../../../application/cover";
import { type NamedProject, namedProject } from "../../../application/queries/named-project";
import { Alert, PageHead, Shell, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { field, hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm, Consequences } from "../acts/act-form";
import { type ActField, choice, reason } from "../acts/fields";

export const handle = titled((t) => t("cover.name"));

type Seen = Pick<CoverPage, "today" | "others"> & { readonly project: NamedProject | null };

const ONE = "one";
const ALL = "all";

/** A day that may lie ahead; whether it may is the rule's to say. */
const dayAhead = (label: ActField<string>["label"], hint: ActField<string>["hint"], today: string): ActField<string> => ({
  label,
  hint,
  look: { kind: "day", value: today, min: today },
  schema: field.day(),
});

const fieldsOf = ({ others, project, today }: Seen) => ({
  standInId: choice(
    { label: "cover.field.stand-in", hint: "cover.field.stand-in.hint" },
    others.map(({ personId, name }) => ({ value: personId, label: { zh: name, en: name } })),
    { long: others.length > 6 },
  ),
  scope: choice(
    { label: "cover.field.scope" },
    [
      ...(project ? [{ value: ONE, label: { key: "cover.scope.one" as const, facts: { name: project.name } } }] : []),
      { value: ALL, label: "cover.scope.all" as const, hint: "cover.scope.all.hint" as const },
    ],
    { value: project ? ONE : ALL },
  ),
  since: dayAhead("cover.field.since", "cover.field.since.hint", today),
  until: dayAhead("cover.field.until", "cover.field.until.hint", today),
  reason: reason({ label: "acts.field.reason", hint: "cover.field.reason.hint" }),
});

async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "cover:change");
  const { services } = args.context;
  const asked = new URL(args.request.url).searchParams.get("project");
  const project = asked === null ? null : await namedProject(services, actor, asked);
  if (asked !== null && project === null) throw answer.notFound();
  const { today, others } = await coverPage(services, actor);
  return { actor, seen: { today, others, project } satisfies Seen };
}

export const loader = async (args: LoaderFunctionArgs): Promise<Seen> => (await seen(args)).seen;

export async function action(args: ActionFunctionArgs) {
  const { actor, seen: page } = await seen(args);
  const fields = fieldsOf(page);
  const schema = z.object({
    ...hidden,
    standInId: fields.standInId.schema,
    scope: fields.scope.schema,
    since: fields.since.schema,
    until: fields.until.schema,
    reason: fields.reason.schema,
  });
  const form = await readForm(args.request, schema);
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, version: _, scope, ...said } = form.value;
  const projectId = scope === ONE ? (page.project?.id ?? null) : null;
  const outcome = await changeCover(args.context.services, actor, { type: "name-stand-in", projectId, ...said }, idempotencyKey);
  return outcome.ok ? answer.done(paths.desk.cover(), "cover-named") : answer.refused(outcome, form);
}

/** A manager names who stands in, from day to day, for everything or for one case. */
export default function NewCoverRoute() {
  const { t } = useWords();
  const page: Seen = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const fields = fieldsOf(page);
  return (
    <Shell current="queue" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t("cover.name")} over={<a href={paths.desk.cover()}>{t("acts.back-to", { name: t("cover.title") })}</a>} />
      {page.others.length === 0 ? (
        <Alert tone="warning">
          <p>{t("cover.nobody")}</p>
        </Alert>
      ) : (
        <>
          <Consequences textKey="cover.explain" />
          <ActForm fields={fields} state={state} version={0} submit={t("cover.name.submit")} cancelHref={paths.desk.cover()} />
        </>
      )}
    </Shell>
  );
}
