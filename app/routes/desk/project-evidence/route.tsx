import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { toCheck } from "../../../application/attach-file";
import { ACCEPTED_ENDINGS } from "../../../application/files/inspect";
import { type EvidencePage, evidencePage } from "../../../application/queries/evidence-view";
import { Alert, Card, ErrorSummary, EvidenceList, evidenceTitle, PageHead, Shell, UploadForm, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { takeUpload } from "../../../web/upload.server";

export const handle = titled<typeof loader>((t, { commitmentNo }) => `${t("evidence-files.add")} - ${commitmentNo}`);

/** The check named in the address; what the case does not have is not there. */
async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "attach-evidence");
  const query = new URL(args.request.url).searchParams;
  const asked = {
    projectNo: args.params.projectNo ?? "",
    kind: query.get("of") ?? "",
    subjectId: query.get("check") ?? "",
    round: Number(query.get("n") ?? 1),
  };
  const page = await evidencePage(args.context.services, actor, asked);
  if (!page) throw answer.notFound();
  return { actor, page };
}

/** Where the check stands with the others. */
const backOf = ({ head, item }: Pick<EvidencePage, "head" | "item">): string =>
  item === null ? paths.desk.projectTab(head.projectNo, "commitment") : paths.desk.item(item.itemNo);

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await seen(args);
  return { ...page, maxMegabytes: args.context.fileBytes / 1_000_000, endings: ACCEPTED_ENDINGS };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await seen(args);
  const { head, group, refusal } = page;
  const to = { projectNo: head.projectNo, toCommand: toCheck(group), available: group.mayAdd, refusal };
  return takeUpload(args, actor, to, { to: backOf(page), what: "evidence" });
}

/** One photograph or paper for one check, with those that are there already. */
export default function ProjectEvidenceRoute() {
  const words = useWords();
  const { t, pick } = words;
  const { head, group, commitmentNo, item, maxMegabytes, endings } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const back = backOf({ head, item });
  const { projectNo } = head;
  return (
    <Shell current="projects" narrow>
      <ErrorSummary state={state} labels={{ file: t("file.box") }} />
      <PageHead
        title={t("evidence-files.add")}
        over={<a href={back}>{t("acts.back-to", { name: item ? pick(item.name) : head.name })}</a>}
        lead={t("evidence-files.page.lead")}
      />
      <Card title={evidenceTitle(group, words)} more={<span className="mono">{commitmentNo}</span>}>
        {group.files.length === 0 ? (
          <p className="muted">{t("evidence-files.none")}</p>
        ) : (
          <EvidenceList files={group.files} hrefOf={(id) => paths.evidenceFile(projectNo, id)} />
        )}
      </Card>
      {group.mayAdd ? (
        <UploadForm state={state} action={paths.desk.evidence(projectNo, group)} maxMegabytes={maxMegabytes} endings={endings} cancelHref={back} />
      ) : (
        <Alert tone="warning">
          <p>{t("evidence-files.not-now")}</p>
        </Alert>
      )}
    </Shell>
  );
}
