import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { toMaterial } from "../../../application/attach-file";
import { ACCEPTED_ENDINGS } from "../../../application/files/inspect";
import { portalMaterials } from "../../../application/queries/portal-materials";
import { Alert, Breadcrumbs, ErrorSummary, PageHead, PortalShell, UploadForm, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { takeUpload } from "../../../web/upload.server";

export const handle = titled<typeof loader>((t, { line }) => (line ? t("upload.page", { name: line.name }) : t("upload.title")));

/** The line named in the address, by default the first that takes a file, null where none does; another's is not there. */
async function lineOf(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "portal:read");
  const page = await portalMaterials(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  const query = new URL(args.request.url).searchParams;
  const items = [...page.open, ...page.closed];
  const item = query.has("item") ? items.find((candidate) => candidate.itemNo === query.get("item")) : items[0];
  const line = query.has("material") ? item?.lines.find((candidate) => candidate.slot === query.get("material")) : item?.lines[0];
  if (query.size > 0 && (!item || !line)) throw answer.notFound();
  const found = item && line ? { item, line } : null;
  return { actor, page, found, available: found !== null && page.open.includes(found.item) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, found, available } = await lineOf(args);
  const { projectNo, name } = page;
  return {
    project: { projectNo, name },
    item: found && { itemNo: found.item.itemNo, name: found.item.name },
    line: found?.line ?? null,
    available,
    maxMegabytes: args.context.fileBytes / 1_000_000,
    endings: ACCEPTED_ENDINGS,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, found, available } = await lineOf(args);
  const { projectNo } = page;
  return takeUpload(
    args,
    actor,
    { projectNo, toCommand: toMaterial(found?.item.itemNo ?? "", found?.line.name ?? ""), available },
    { to: paths.portal.materials(projectNo), what: "file" },
  );
}

export default function PortalMaterialFilePage() {
  const { t, pick } = useWords();
  const { project, item, line, available, maxMegabytes, endings } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const back = paths.portal.materials(project.projectNo);
  return (
    <PortalShell>
      <Breadcrumbs
        crumbs={[
          { label: project.name, href: paths.portal.project(project.projectNo) },
          { label: t("portal.materials.title"), href: back },
          { label: t("upload.title") },
        ]}
      />
      <ErrorSummary state={state} labels={{ file: t("file.box") }} />
      <PageHead title={line ? t("upload.page", { name: line.name }) : t("upload.title")} lead={item && pick(item.name)} />
      {available && item && line ? (
        <UploadForm
          state={state}
          action={paths.portal.materialFile(project.projectNo, item.itemNo, line.slot)}
          files={line.files.map((file) => ({ ...file, key: `${file.digest}-${file.version}`, href: paths.file(item.itemNo, file.digest) }))}
          maxMegabytes={maxMegabytes}
          endings={endings}
          cancelHref={back}
        />
      ) : (
        <Alert tone="warning">
          <p>{t("upload.not-now")}</p>
        </Alert>
      )}
    </PortalShell>
  );
}
