import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceFile } from "../../../application/queries/evidence-view";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { fileResponse } from "../../../web/file-response.server";

/** A photograph or paper of a check, to be saved. What is no evidence of this case, or not for this reader, is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "file:read");
  const file = await evidenceFile(services, actor, args.params.projectNo ?? "", args.params.fileId ?? "");
  const content = file && (await services.files.open(file.digest));
  if (!file || !content) throw answer.notFound();
  return fileResponse(args.context, { ...file, bytes: content.bytes }, content.stream());
}
