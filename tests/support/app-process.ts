// One process of the application for the crash test: commands come and outcomes go over the channel to the parent.
// Arguments: database URL, centre id, centre code.

import type { Command } from "../../app/domain/case/commands";
import type { Actor } from "../../app/domain/case/context";
import { openDb } from "../../db/open";
import { centreOf } from "../builders/centre-rows";
import { World } from "./world";

export interface Order {
  readonly id: number;
  readonly actor: Actor;
  readonly projectNo: string;
  readonly command: Command;
  readonly key: string;
}
export type Answer = { readonly id: number; readonly version: number; readonly replayed: boolean } | { readonly id: number; readonly error: string } | "ready";

const [url = "", centreId = "", code = ""] = process.argv.slice(2);
const say = (answer: Answer) => process.send?.(answer);
// A parent that is gone must not leave processes behind.
process.on("disconnect", () => process.exit());

const world = await World.at(await openDb(url), centreOf(centreId, code));
process.on("message", async ({ id, actor, projectNo, command, key }: Order) => {
  try {
    const outcome = await world.run(actor, projectNo, command, { key });
    say(outcome.ok ? { id, version: outcome.version, replayed: outcome.replayed } : { id, error: outcome.error.code });
  } catch (error) {
    say({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
say("ready");
