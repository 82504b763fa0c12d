import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { toMaterial } from "../../../application/attach-file";
import { ACCEPTED_ENDINGS } from "../../../application/files/inspect";
import { itemMaterials } from "../../../application/queries/materials";
import { Alert, ErrorSummary, PageHead, Shell, UploadForm, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { takeUpload } from "../../../web/upload.server";

export const handle = titled<typeof loader>((t, { line, item }) => `${t("upload.page", { name: line.name })} - ${item.itemNo}`);

/** The line named in the address; what the item does not ask for is not there. */
async function lineOf(args: LoaderFunctionArgs) {
  // Who may record paper here may attach files here; investors have their own page.
  const actor = await requireActor(args, "bring-materials");
  const seen = await itemMaterials(args.context.services, actor, args.params.itemNo ?? "");
  if (!seen) throw answer.notFound();
  const slot = new URL(args.request.url).searchParams.get("material") ?? seen.page.lines[0]?.slot;
  const line = seen.page.lines.find((candidate) => candidate.slot === slot);
  if (!line) throw answer.notFound();
  return { actor, page: seen.page, line };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, line } = await lineOf(args);
  const { item, acts } = page;
  return { item, line, available: acts.includes("attach-file"), maxMegabytes: args.context.fileBytes / 1_000_000, endings: ACCEPTED_ENDINGS };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, line } = await lineOf(args);
  const { itemNo } = page.item;
  return takeUpload(
    args,
    actor,
    { projectNo: page.head.projectNo, toCommand: toMaterial(itemNo, line.name), available: page.acts.includes("attach-file") },
    { to: paths.desk.materials(itemNo), what: "file" },
  );
}

export default function ItemMaterialFileRoute() {
  const { t, pick } = useWords();
  const { item, line, available, maxMegabytes, endings } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const back = paths.desk.materials(item.itemNo);
  return (
    <Shell current="projects" narrow>
      <ErrorSummary state={state} labels={{ file: t("file.box") }} />
      <PageHead title={t("upload.page", { name: line.name })} over={<a href={back}>{t("acts.back-to", { name: pick(item.name) })}</a>} />
      {available ? (
        <UploadForm
          state={state}
          action={paths.desk.materialFile(item.itemNo, line.slot)}
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
    </Shell>
  );
}
