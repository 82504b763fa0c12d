import { and, eq } from "drizzle-orm";
import { loadCase } from "../../../db/repositories/case-rows";
import { mayRead, maySee, SCOPE } from "../../domain/access/scope";
import { checklistOf } from "../../domain/case/checklist";
import type { Actor } from "../../domain/case/context";
import type { MaterialFile } from "../../domain/case/parts/material";
import type { Services } from "../services";

/**
 * The file with this digest when it is a version of a material of the item, its own or one that counts for it, and the item is this
 * person's to see; else null, as if there were none: a digest alone opens nothing. 2 statements.
 */
export async function materialFile(services: Services, actor: Actor, itemNo: string, digest: string): Promise<MaterialFile | null> {
  const { q, t } = services.db;
  const [row] = await q
    .select({ id: t.item.id, projectId: t.item.projectId })
    .from(t.item)
    .where(and(eq(t.item.centreId, actor.centreId), eq(t.item.itemNo, itemNo)));
  const loaded = row && (await loadCase(services.db, actor.centreId, { projectId: row.projectId }, [...SCOPE, "materials"]));
  const item = loaded?.state.items[row?.id ?? ""];
  if (!loaded || !item || !maySee(actor, loaded.state) || !mayRead(actor, loaded.state, item)) return null;
  const files = checklistOf(loaded.state, item, services.pack(loaded.state.project.packDigest)).flatMap((line) => line.files);
  return files.find((file) => file.digest === digest) ?? null;
}
