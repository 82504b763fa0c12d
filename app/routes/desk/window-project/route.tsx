import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BUNDLE_TASKS, windowProjectPage } from "../../../application/queries/window-project";
import { Alert, ButtonLink, Card, Empty, PageHead, Shell, Stack, Tabs, Tag, useWords } from "../../../components";
import { translator } from "../../../i18n";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ActErrors, ActForm } from "../acts/act-form";
import type { ActState } from "../acts/answer-act";
import { ChangedMeanwhile, orAnyway } from "../acts/changed-meanwhile";
import { submitAct } from "../acts/submit-act.server";
import { commandOf, fieldsOf } from "./tasks";

export const handle = titled<typeof loader>((t, { page }) => `${t("bundle.title")} - ${page.head.name}`);

const askedIn = (request: Request) => new URL(request.url).searchParams.get("do");

async function load(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "accept-bundle");
  const seen = await windowProjectPage(args.context.services, actor, args.params.projectNo ?? "", askedIn(args.request));
  if (!seen) throw answer.notFound();
  return { actor, ...seen };
}

export const loader = async (args: LoaderFunctionArgs) => ({ page: (await load(args)).page });

export async function action(args: ActionFunctionArgs) {
  const { actor, page, found } = await load(args);
  const { projectNo } = page.head;
  return submitAct(args, {
    actor,
    projectNo,
    fields: fieldsOf(page, translator("zh-CN")),
    toCommand: (values) => commandOf(page.task, values),
    found,
    to: paths.desk.windowProject(projectNo),
    done: `bundle-${page.task}`,
  });
}

/** Several items of one project by one form: looked over, received, accepted under one number, or handed to the back office. */
export default function WindowProjectRoute() {
  const { t, pick, day } = useWords();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as ActState | undefined;
  const { head, task, lines } = page;
  const fields = fieldsOf(page, t);
  const to = (which: string) => paths.desk.windowProject(head.projectNo, { do: which });
  // Two items make a bundle; one is accepted on its own page.
  const only = lines.length === 1 ? lines[0] : undefined;
  const remarked = lines.filter((line) => line.precheck !== null);
  return (
    <Shell current="window" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t("bundle.heading", { name: head.name })} over={<a href={paths.desk.window()}>{t("bundle.back")}</a>} lead={head.enterpriseName} />
      <Stack>
        <Tabs
          label={t("bundle.tabs")}
          current={task}
          tabs={BUNDLE_TASKS.map((one) => ({ key: one, label: t(`bundle.tab.${one}`), href: to(one), count: page.counts[one] }))}
        />
        <ChangedMeanwhile state={state} />
        {task === "accept" && only ? (
          <Card title={t("bundle.tab.accept")}>
            {only.refusal ? (
              <p>
                <b>{pick(only.name)}</b> {explain(t, only.refusal)}
              </p>
            ) : (
              <>
                <p>{t("bundle.accept.one")}</p>
                <p>
                  <ButtonLink href={paths.desk.act(only.itemNo, "acceptance")}>{t("bundle.accept.one.go", { item: pick(only.name) })}</ButtonLink>
                </p>
              </>
            )}
          </Card>
        ) : lines.length === 0 ? (
          <Card title={t(`bundle.tab.${task}`)}>
            <Empty>{t(`bundle.empty.${task}`)}</Empty>
          </Card>
        ) : (
          <>
            <Alert tone="info">
              <p>
                {t(
                  task === "precheck"
                    ? "acts.precheck.explain"
                    : task === "papers"
                      ? "acts.papers.explain"
                      : task === "accept"
                        ? "bundle.accept.explain"
                        : "bundle.receive.explain",
                  { days: page.noticeDays === null ? t("unknown") : t("item.limit", { n: page.noticeDays }) },
                )}
              </p>
            </Alert>
            {remarked.length > 0 && task !== "papers" && (
              <Card title={t("prechecks.title")}>
                {remarked.map((line) => (
                  <div key={line.itemNo} className="passage">
                    <p className="passage__what">
                      <b>{pick(line.name)}</b>
                      <Tag tone={line.precheck?.verdict === "fit" ? "ok" : "warn"}>{t(`prechecks.${line.precheck?.verdict ?? "fit"}`)}</Tag>
                      <small>{day(line.precheck?.on ?? null)}</small>
                    </p>
                    {(line.precheck?.remarks.length ?? 0) > 0 && <small>{line.precheck?.remarks.join(t("list.semicolon"))}</small>}
                  </div>
                ))}
              </Card>
            )}
            <ActForm
              key={task}
              fields={fields}
              state={state}
              version={head.version}
              submit={t(orAnyway(state, `bundle.${task}.submit`))}
              cancelHref={paths.desk.window()}
            />
          </>
        )}
      </Stack>
    </Shell>
  );
}
