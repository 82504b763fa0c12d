import { type ActionFunctionArgs, data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { type PublicProgress, publicProgress } from "../../../application/queries/public-progress";
import { Buttons, Card, ErrorSummary, Field, Form, KeyValues, PageHead, PublicShell, Stack, StageTracker, useWords } from "../../../components";
import { answer } from "../../../web/answer";
import { fail, field, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("public.progress.title"));

const ProgressForm = z.object({ projectNo: field.text(40), queryCode: field.text(40) });

export const loader = () => null;

/** Posted, so that the query code stands in no address, history or log. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, ProgressForm);
  if (!form.ok) return answer.invalid(form);
  const found = await publicProgress(context.services, form.value);
  if (!found) return data(fail(form, { projectNo: { key: "public.progress.wrong" } }).state, { status: 404 });
  return { found };
}

export default function ProgressPage() {
  const { t } = useWords();
  const answered = useActionData<typeof action>();
  if (answered && "found" in answered) return <Result found={answered.found} />;
  const labels = { projectNo: t("public.progress.no"), queryCode: t("public.progress.code") };
  return (
    <PublicShell>
      <ErrorSummary state={answered} labels={labels} />
      <PageHead title={t("public.progress.title")} />
      <Card title={t("public.landing.progress")}>
        <p>{t("public.progress.lead")}</p>
        <Form state={answered} action={paths.progress()}>
          <Field name="projectNo" label={labels.projectNo} hint={t("public.progress.no.hint")} size="full" maxLength={40} mono />
          <Field name="queryCode" label={labels.queryCode} hint={t("public.progress.code.hint")} size="full" maxLength={40} mono />
          <Buttons submit={t("public.progress.submit")} />
        </Form>
      </Card>
    </PublicShell>
  );
}

/** The tracker and nothing about anybody. */
function Result({ found }: { found: PublicProgress }) {
  const { t, pick, day, shortDay } = useWords();
  const { outlook, today } = found;
  return (
    <PublicShell>
      <PageHead title={t("public.progress.result", { name: found.name })} lead={t("public.progress.as-of", { day: day(today) })} />
      <Stack>
        <Card
          title={t("public.progress.where")}
          more={
            outlook && (
              <span>
                {outlook.permitOn
                  ? t("portal.project.outlook.permit", { day: shortDay(outlook.permitOn, today) })
                  : t("portal.project.outlook.end", { day: shortDay(outlook.endOn, today) })}
              </span>
            )
          }
          flush={found.stages.length > 0}
        >
          {found.stages.length === 0 ? <p>{t("public.progress.unplanned")}</p> : <StageTracker stages={found.stages} today={today} />}
          {outlook && found.stages.length > 0 && <p className="card__note muted small">{t("public.progress.how")}</p>}
        </Card>
        <Card title={t("public.progress.facts")}>
          <KeyValues
            rows={[
              { label: t("public.progress.no"), value: <span className="mono">{found.projectNo}</span> },
              { label: t("public.progress.centre"), value: pick(found.centre) },
              { label: t("public.progress.status"), value: t(`portal.status.${found.status === "completed" && found.vainCount > 0 ? "ended" : found.status}`) },
              { label: t("public.progress.closed"), value: t("public.progress.closed.value", { closed: found.closedCount, n: found.itemCount }) },
              ...(found.vainCount > 0 ? [{ label: t("public.progress.vain"), value: t("public.progress.vain.value", { n: found.vainCount }) }] : []),
              { label: t("public.progress.registered"), value: day(found.registeredOn) },
            ]}
          />
          <p className="card__foot">
            <a href={paths.progress()}>{t("public.progress.again")}</a>
          </p>
        </Card>
      </Stack>
    </PublicShell>
  );
}
