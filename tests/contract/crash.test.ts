import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifyCases } from "../../app/application/maintenance/verify";
import { uuidv7 } from "../../db/uuid";
import { onEachEngine } from "../support/each-engine";
import { KillableApp, ProcessDied } from "../support/killable-app";
import { numberOf, World } from "../support/world";

/** How often a process is killed, after how many more commands each time, and how many clients write at once to how few cases. */
const KILLS = 6;
const COMMANDS_BETWEEN = 25;
const LANES = 24;
const CASES = 3;

interface Acknowledged {
  readonly key: string;
  readonly text: string;
  readonly projectNo: string;
  readonly version: number;
}

onEachEngine("what two processes acknowledged while they were killed again and again", (at) => {
  test("is there exactly once, and every history is whole", { timeout: 150_000 }, async () => {
    const { db, url } = at();
    const world = await World.open(db);
    const cases = await Promise.all(Array.from({ length: CASES }, () => world.register().then(numberOf)));
    const apps = [0, 1].map(() => new KillableApp([url, world.centre.id, world.centre.code]));
    const acknowledged: Acknowledged[] = [];
    const sent = new Set<string>();
    let retries = 0;
    let writing = true;

    /** One client: writes note after note, sending each again under its key until some process answers. */
    const lane = async (n: number) => {
      for (let round = 0; writing; round++) {
        const projectNo = cases[(n + round) % CASES] ?? "";
        const [key, text] = [uuidv7(), `lane ${n} round ${round}`];
        sent.add(text);
        for (let attempt = 0; ; attempt++) {
          const app = apps[(n + attempt) % apps.length];
          try {
            const answer = await app?.send({ actor: world.agent, projectNo, key, command: { type: "add-note", itemNo: null, text, shownToInvestor: false } });
            if (typeof answer !== "object" || !("version" in answer)) throw new Error(`not acknowledged: ${JSON.stringify(answer)}`);
            acknowledged.push({ key, text, projectNo, version: answer.version });
            break;
          } catch (error) {
            if (!(error instanceof ProcessDied)) throw error;
            retries += 1;
            await pause(10);
          }
        }
      }
    };

    try {
      await Promise.all(apps.map((app) => app.untilReady()));
      const lanes = Promise.all(Array.from({ length: LANES }, (_, n) => lane(n)));
      for (let kill = 0; kill < KILLS; kill++) {
        const [victim, survivor] = kill % 2 ? apps : [...apps].reverse();
        const before = acknowledged.length;
        // While clients are being answered, and never both at once: somebody must be there to acknowledge.
        while (acknowledged.length < before + COMMANDS_BETWEEN || !victim?.ready || !survivor?.ready) await Promise.race([pause(5), lanes]);
        victim.kill();
      }
      writing = false;
      await Promise.all([lanes, ...apps.map((app) => app.untilReady())]);
    } finally {
      for (const app of apps) app.stop();
    }

    console.log(`${db.engine}: ${acknowledged.length} acknowledged, ${KILLS} kills, ${retries} retries`);
    const { t } = db;
    const stored = await db.q.select({ text: t.note.text }).from(t.note);
    expect(stored.map((note) => note.text).sort()).toEqual([...sent].sort());
    const commands = new Map(
      (await db.q.select().from(t.command).where(eq(t.command.centreId, world.centre.id))).map((command) => [command.key, command.result]),
    );
    for (const { key, projectNo, version } of acknowledged) expect(commands.get(key)).toEqual({ projectNo, version });
    expect(commands.size).toBe(acknowledged.length + CASES);
    expect(await db.q.$count(t.caseEvent)).toBe(commands.size);
    expect(await verifyCases(world.services)).toEqual({ projects: CASES, events: commands.size, broken: [] });
  });
});
