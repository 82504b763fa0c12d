import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type SimulationPage, simulationPage } from "../../../application/queries/project-simulation";
import { Alert, ButtonLink, Card, Empty, SimTag, Stack, useWords } from "../../../components";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ProjectFrame } from "../pieces/project-frame";
import { RunCard } from "./run-card";
import { SavedCard } from "./saved-card";

export const handle = titled<typeof loader>((t, { head }) => `${t("simulation.title")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs): Promise<SimulationPage> {
  const actor = await requireActor(args, "project:read");
  const seen = await simulationPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!seen) throw answer.notFound();
  return seen.page;
}

/** The simulated runs of a project: what each waits for, what blocks conversion, what it saved. */
export default function SimulationRoute() {
  const { t } = useWords();
  const page: SimulationPage = useLoaderData<typeof loader>();
  const { head, runs } = page;
  const apply = page.mayApply && <ButtonLink href={paths.desk.simulationAct(head.projectNo, "application")}>{t("simulation.apply")}</ButtonLink>;
  const change = page.mayChangeFacts && (
    <ButtonLink href={paths.desk.projectTab(head.projectNo, "facts")} second>
      {t("acts.facts.button")}
    </ButtonLink>
  );
  return (
    <ProjectFrame head={head} tab="simulation">
      <Stack>
        <Card
          title={t("simulation.title")}
          tone="sim"
          tags={<SimTag>{t("simulation.mark")}</SimTag>}
          more={
            <>
              {apply}
              {change}
            </>
          }
        >
          <p>{t("simulation.lead")}</p>
          {runs.length === 0 && (
            <Empty>
              {page.refusal ? t("simulation.not-here", { reason: explain(t, page.refusal) }) : `${t("simulation.none")}${t("simulation.may-apply")}`}
            </Empty>
          )}
        </Card>
        {runs.map((run) => (
          <RunCard key={run.runNo} run={run} projectNo={head.projectNo} />
        ))}
        <SavedCard saved={page.saved} />
        {runs.length > 0 && page.refusal && (
          <Alert tone="info">
            <p>{t("simulation.not-here", { reason: explain(t, page.refusal) })}</p>
          </Alert>
        )}
      </Stack>
    </ProjectFrame>
  );
}
