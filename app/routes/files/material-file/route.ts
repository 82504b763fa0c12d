import type { LoaderFunctionArgs } from "@remix-run/node";
import { materialFile } from "../../../application/queries/material-file";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { fileResponse } from "../../../web/file-response.server";

/** One stored version of a material, to be saved. A digest that belongs to no material of the item is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  const actor = await requireActor(args, "file:read");
  const file = await materialFile(services, actor, args.params.itemNo ?? "", args.params.digest ?? "");
  const content = file && (await services.files.open(file.digest));
  if (!file || !content) throw answer.notFound();
  return fileResponse(args.context, { ...file, bytes: content.bytes }, content.stream());
}
