import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { batch, batchRefusal, officersOf, readRow } from "../../../application/batch";
import { coversToday } from "../../../application/cover";
import { queuePage } from "../../../application/queries/waiting-queue";
import { Alert, ButtonLink, Card, Empty, ErrorSummary, Figures, PageHead, Pager, Shell, Stack, useWords } from "../../../components";
import { isWaitingKind } from "../../../domain/oversight/parts/waiting";
import type { Refusal } from "../../../domain/result";
import { explain, type FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { fail, field, hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { CoverNotes } from "../pieces/cover-notes";
import { QueueList } from "./queue-list";
import { TONE_OF_KIND } from "./tones";

export const handle = titled((t) => t("queue.title"));

/** A batch that some cases refused: which, and why. */
interface QueueState extends FormState {
  readonly batch?: { readonly done: number; readonly refused: readonly { readonly projectNo: string; readonly error: Refusal }[] };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager-desk:read");
  const { services } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const kindAsked = asked.get("kind");
  const kind = isWaitingKind(kindAsked) ? kindAsked : null;
  const own = asked.get("show") === "own";
  const after = asked.get("after");
  const page = await queuePage(services, actor, { kind, own, after });
  const covers = await coversToday(services, actor);
  return { page, kind, own, after, covers, officers: await officersOf(services, actor.centreId) };
}

const BatchSchema = z.object({
  idempotencyKey: hidden.idempotencyKey,
  act: field.text(40),
  row: field.many(),
  agentId: field.optionalText(40),
  reason: field.optionalText(500),
});

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager-desk:read");
  const { services } = args.context;
  const form = await readForm(args.request, BatchSchema);
  if (!form.ok) return answer.invalid(form);
  const { act, row, agentId, reason, idempotencyKey } = form.value;
  const rows = row.flatMap((one) => readRow(one) ?? []);
  const refusal = batchRefusal(act, rows);
  if (refusal)
    return refusal.code === "batch-empty"
      ? answer.invalid(fail(form, { row: { key: "queue.batch.none" } }))
      : answer.refused({ status: 409, error: refusal }, form);
  if (act === "mark-seen") {
    await batch(services, actor, { type: "mark-seen" }, rows, idempotencyKey);
    return answer.done(here(args.request), "queue-seen");
  }
  if (agentId === null) return answer.invalid(fail(form, { agentId: { key: "form.choose" } }));
  if (reason === null) return answer.invalid(fail(form, { reason: { key: "form.required" } }));
  const outcome = await batch(services, actor, { type: "assign-agent", agentId, agentName: "", reason }, rows, idempotencyKey);
  if (!outcome.ok) return answer.refused({ status: 409, error: outcome.error }, form);
  if (outcome.refused.length === 0) return answer.done(here(args.request), "queue-assigned");
  const state: QueueState = { typed: form.typed, errors: {}, refusal: null, batch: outcome };
  return data(state, { status: 409 });
}

/** The page the form was on, with its filters. */
function here(request: Request): string {
  const { searchParams } = new URL(request.url);
  return paths.desk.queue({ kind: searchParams.get("kind"), show: searchParams.get("show"), after: searchParams.get("after") });
}

/** Everything that waits for a manager, what presses most first, each row leading to its review. */
export default function QueueRoute() {
  const { t, number } = useWords();
  const { page, kind, own, after, covers, officers } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as QueueState | undefined;
  const total = page.figures.reduce((sum, { count }) => sum + count, 0);
  const query = { kind, show: own ? "own" : null };
  const title = own ? t("queue.own") : kind ? t(`queue.kind.${kind}`) : t("queue.all");
  return (
    <Shell current="queue">
      <ErrorSummary state={state} labels={{ row: t("queue.batch.rows"), agentId: t("queue.batch.agent"), reason: t("acts.field.reason") }} />
      <PageHead
        title={t("queue.title")}
        lead={
          page.longestWorkingDays === null || page.rows.length === 0
            ? t("queue.lead")
            : t("queue.lead.longest", { n: number(total), days: page.longestWorkingDays })
        }
        actions={
          <>
            <ButtonLink href={paths.desk.board()} second>
              {t("board.title")}
            </ButtonLink>
            <ButtonLink href={paths.desk.cover()} second>
              {t("cover.title")}
            </ButtonLink>
          </>
        }
      />
      <CoverNotes covers={covers} />
      {state?.batch && (
        <Alert tone="warning" title={t("queue.batch.partly", { done: state.batch.done, refused: state.batch.refused.length })}>
          <ul>
            {state.batch.refused.map(({ projectNo, error }) => (
              <li key={projectNo}>
                <a href={paths.desk.project(projectNo)}>{projectNo}</a>: {explain(t, error)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Stack>
        {page.figures.length > 0 && (
          <Figures
            label={t("queue.figures")}
            figures={page.figures.map((figure) => ({
              key: figure.kind,
              value: figure.count,
              label: t(`queue.kind.${figure.kind}`),
              href: paths.desk.queue({ kind: figure.kind }),
              tone: TONE_OF_KIND[figure.kind],
            }))}
          />
        )}
        <Card
          title={title}
          flush
          more={
            <>
              {(kind !== null || own) && <a href={paths.desk.queue()}>{t("queue.show-all")}</a>}
              {!own && <a href={paths.desk.queue({ show: "own" })}>{t("queue.show-own")}</a>}
            </>
          }
        >
          {page.rows.length === 0 ? (
            <Empty>{t(own ? "queue.empty.own" : kind ? "queue.empty.kind" : "queue.empty")}</Empty>
          ) : (
            <QueueList rows={page.rows} today={page.today} label={title} officers={officers} state={state} />
          )}
        </Card>
        <p className="muted">{t("queue.order")}</p>
        <Pager previous={after ? paths.desk.queue(query) : null} next={page.next ? paths.desk.queue({ ...query, after: page.next }) : null} />
      </Stack>
    </Shell>
  );
}
