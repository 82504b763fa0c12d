import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CommitmentPage, commitmentTab } from "../../../application/queries/project-commitment";
import { Alert, ButtonLink, Card, Empty, KeyValues, Stack, Tag, useWords } from "../../../components";
import { explain } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ProjectFrame } from "../pieces/project-frame";
import { CommitmentCard } from "./commitment-card";
import { StopsCard } from "./stops-card";
import { ObjectionsCard, PointsCard, StandardsCard } from "./tables";

export const handle = titled<typeof loader>((t, { head }) => `${t("commitment.title")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs): Promise<CommitmentPage> {
  const actor = await requireActor(args, "project:read");
  const page = await commitmentTab(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** The commitment of a project: where it stands, its standards and points, what it spares and which legal stops remain. */
export default function CommitmentRoute() {
  const page: CommitmentPage = useLoaderData<typeof loader>();
  const { head, commitments } = page;
  const live = commitments.some((one) => one.live);
  return (
    <ProjectFrame head={head} tab="commitment">
      <Stack>
        {!live && <BeginCard page={page} />}
        {commitments.map((one) => (
          <Stack key={one.record.commitmentNo}>
            <CommitmentCard commitment={one} page={page} />
            <StandardsCard commitment={one} several={commitments.length > 1} />
            {one.record.inForceOn !== null && <PointsCard commitment={one} projectNo={head.projectNo} several={commitments.length > 1} />}
            {(one.objections.length > 0 || one.record.status === "in-publicity") && (
              <ObjectionsCard commitment={one} projectNo={head.projectNo} several={commitments.length > 1} />
            )}
          </Stack>
        ))}
        <StopsCard page={page} />
      </Stack>
    </ProjectFrame>
  );
}

/** What the commitment system is, whether this project fits it, and the way to propose it. */
function BeginCard({ page }: { page: CommitmentPage }) {
  const { t, pick } = useWords();
  const { head, commitments, refusal } = page;
  return (
    <Card
      title={t("commitment.title")}
      more={page.mayPropose && <ButtonLink href={paths.desk.commitmentAct(head.projectNo, "proposal")}>{t("commitment.propose")}</ButtonLink>}
    >
      <p>{t("commitment.lead")}</p>
      {commitments.length === 0 && <Empty>{t("commitment.none")}</Empty>}
      {refusal ? (
        <Alert tone="info">
          <p>{t("commitment.not-here", { reason: explain(t, refusal) })}</p>
        </Alert>
      ) : (
        <KeyValues
          rows={page.conditions.map((one) => ({
            label: t(`commitment.condition.${one.condition}`),
            value: one.met ? (
              <Tag tone="ok">{t("commitment.condition.met")}</Tag>
            ) : one.items.length > 0 ? (
              <Tag tone="late">{t("commitment.condition.items", { items: one.items.map(pick) })}</Tag>
            ) : (
              <Tag tone={one.asked ? "late" : "plain"}>{t(one.asked ? "commitment.condition.not-met" : "commitment.condition.not-asked")}</Tag>
            ),
          }))}
        />
      )}
    </Card>
  );
}
