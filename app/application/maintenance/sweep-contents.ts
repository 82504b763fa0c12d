import type { Services } from "../services";
import { namedContents } from "./named-contents";

/** Contents that lie in storage and that no case names, and how many of them were removed. */
export interface Swept {
  readonly unnamed: number;
  readonly removed: number;
}

/**
 * Looks for contents that nobody names: a process that ends between storing a file and recording it leaves one behind. Removes them
 * when told to. What a request under way may have stored is left alone, also when it is stored again during the run.
 */
export async function sweepContents({ db, files }: Pick<Services, "db" | "files">, remove: boolean): Promise<Swept> {
  // Storage first: whatever is named after this moment was stored after it as well.
  const unnamed = new Set<string>();
  for await (const digest of files.settled()) unnamed.add(digest);
  if (unnamed.size > 0) for await (const digest of namedContents(db)) unnamed.delete(digest);
  let removed = 0;
  if (remove) for (const digest of unnamed) if (await files.remove(digest)) removed += 1;
  return { unnamed: unnamed.size, removed };
}
