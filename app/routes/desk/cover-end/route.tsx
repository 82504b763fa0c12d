import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { changeCover, coverPage } from "../../../application/cover";
import { Card, KeyValues, PageHead, Shell, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm } from "../acts/act-form";

export const handle = titled((t) => t("cover.end"));

/** The cover in the address, where this person may end it or has. */
async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "cover:change");
  const { covers } = await coverPage(args.context.services, actor);
  const cover = covers.find(({ id, forId, standInId }) => id === args.params.coverId && (forId === actor.personId || standInId === actor.personId));
  if (!cover) throw answer.notFound();
  return { actor, cover };
}

export const loader = async (args: LoaderFunctionArgs) => ({ cover: (await seen(args)).cover });

export async function action(args: ActionFunctionArgs) {
  const { actor, cover } = await seen(args);
  const form = await readForm(args.request, z.object(hidden));
  if (!form.ok) return answer.invalid(form);
  const outcome = await changeCover(args.context.services, actor, { type: "end-cover", coverId: cover.id }, form.value.idempotencyKey);
  return outcome.ok ? answer.done(paths.desk.cover(), "cover-ended") : answer.refused(outcome, form);
}

/** Confirms the end of a cover before its time. */
export default function EndCoverRoute() {
  const { t, day } = useWords();
  const { cover } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  return (
    <Shell current="queue" narrow>
      <ActErrors state={state} fields={{}} />
      <PageHead title={t("cover.end")} over={<a href={paths.desk.cover()}>{t("acts.back-to", { name: t("cover.title") })}</a>} />
      <Card title={t("cover.for-by", { standIn: cover.standInName, name: cover.forName })}>
        <KeyValues
          rows={[
            { label: t("cover.column.scope"), value: cover.projectName ?? t("cover.scope.all") },
            { label: t("cover.column.days"), value: t("cover.days", { since: day(cover.since), until: day(cover.until) }) },
            { label: t("acts.field.reason"), value: cover.reason },
          ]}
        />
        <p>{t("cover.end.explain")}</p>
        <ActForm fields={{}} state={state} version={0} submit={t("cover.end.submit")} cancelHref={paths.desk.cover()} />
      </Card>
    </Shell>
  );
}
