import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { execute } from "../../../application/execute";
import { itemMaterials } from "../../../application/queries/materials";
import { Card, DayField, ErrorSummary, Field, Form, HiddenFields, Stack, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { type ActState, refusedAct } from "../acts/answer-act";
import { ChangedMeanwhile } from "../acts/changed-meanwhile";
import { itemActByCommand } from "../acts/item-acts";
import { ItemFrame } from "../pieces/item-frame";
import { boxes, bringForm, changedLines } from "./bring";
import { ChecklistTable, ProgressTags } from "./checklist-table";
import { ReuseCard } from "./reuse-card";

export const handle = titled<typeof loader>((t, { item }) => t("checklist.page", { no: item.itemNo }));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "materials:read");
  const seen = await itemMaterials(args.context.services, actor, args.params.itemNo ?? "");
  if (!seen) throw answer.notFound();
  return seen.page;
}

/** Saves the paper of the whole checklist. */
export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "bring-materials");
  const itemNo = args.params.itemNo ?? "";
  const seen = await itemMaterials(services, actor, itemNo);
  if (!seen) throw answer.notFound();
  const { head, lines } = seen.page;
  const form = await readForm(args.request, bringForm(lines, head.today));
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, version, on, note, ...counts } = form.value;
  const materials = changedLines(lines, counts);
  const outcome = await execute(
    services,
    actor,
    { type: "bring-materials", itemNo, materials, on, note },
    { projectNo: head.projectNo, idempotencyKey, expectedVersion: version },
  );
  if (!outcome.ok) return refusedAct(services, seen.found, outcome, form);
  return answer.done(paths.desk.materials(itemNo), "materials");
}

export default function ItemMaterialsRoute() {
  const { t, pick } = useWords();
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head, item, lines, begun, phase, acts } = page;
  const lead = lines.length === 0 ? "checklist.none" : phase !== "before" ? (`checklist.${phase}` as const) : begun ? "checklist.begun" : "checklist.not-begun";
  const brings = acts.includes("bring-materials");
  const others = acts.flatMap((command) => itemActByCommand(command) ?? []).filter((act) => act.onChecklist);
  const labels = Object.fromEntries(
    lines.flatMap((line) => [
      [boxes(line).originals, t("checklist.originals.of", { name: line.name })],
      [boxes(line).copies, t("checklist.copies.of", { name: line.name })],
    ]),
  );
  return (
    <ItemFrame head={head} item={item} page={t("checklist.title")}>
      <ErrorSummary state={state} labels={{ ...labels, on: t("checklist.bring.on"), note: t("checklist.bring.note"), materials: t("checklist.title") }} />
      <Stack>
        <ChangedMeanwhile state={state} />
        <Card title={t("checklist.title")} tags={<ProgressTags page={page} />} flush>
          <p className="card__note">{t(lead)}</p>
          {lines.length > 0 &&
            (brings ? (
              <Form state={state}>
                <HiddenFields version={head.version} />
                <ChecklistTable page={page} state={state} />
                <div className="checklist__foot">
                  <p className="muted">{t("checklist.bring.lead")}</p>
                  <DayField name="on" label={t("checklist.bring.on")} value={head.today} max={head.today} />
                  <Field name="note" label={t("checklist.bring.note")} hint={t("checklist.bring.note.hint")} size="full" maxLength={500} optional />
                  <div className="buttons">
                    <button type="submit" className="button">
                      {t("checklist.bring.submit")}
                    </button>
                    <a href={paths.desk.item(item.itemNo)}>{t("acts.back-to", { name: pick(item.name) })}</a>
                  </div>
                </div>
              </Form>
            ) : (
              <ChecklistTable page={page} state={undefined} />
            ))}
          <p className="card__note muted small">{t("checklist.source", { pack: pick(head.packName) })}</p>
        </Card>
        <ReuseCard page={page} />
        {others.length > 0 && (
          <Card title={t("checklist.acts")}>
            <p className="muted">{t("checklist.acts.explain")}</p>
            <p className="acts acts--aside">
              {others.map((act) => (
                <a key={act.noun} href={paths.desk.act(item.itemNo, act.noun)}>
                  {t(`acts.${act.noun}.button`)}
                </a>
              ))}
            </p>
          </Card>
        )}
      </Stack>
    </ItemFrame>
  );
}
