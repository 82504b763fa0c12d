import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { execute, type Outcome } from "../../app/application/execute";
import { diskFiles } from "../../app/application/files/disk-files";
import { packShelf } from "../../app/application/pack-shelf";
import { registerProject } from "../../app/application/register-project";
import type { Services } from "../../app/application/services";
import type { Command } from "../../app/domain/case/commands";
import type { Actor } from "../../app/domain/case/context";
import type { Db } from "../../db/port";
import { type LoadedCase, loadCase } from "../../db/repositories/case-rows";
import { uuidv7 } from "../../db/uuid";
import { calendar, hengyang, PROJECT_FACTS, packOf, plainAnswers } from "../builders/case-story";
import { aCentre, type TestCentre } from "../builders/centre-rows";

/** The real application over a test database, on a day the test says. */
export class World {
  today = "2026-03-02";
  readonly services: Services;
  readonly agent: Actor;
  readonly intake: Actor;
  readonly manager: Actor;

  private constructor(
    readonly db: Db,
    readonly centre: TestCentre,
    pack: Services["pack"],
  ) {
    this.agent = centre.person("李敏", "agent");
    this.intake = centre.person("王芳", "intake");
    this.manager = centre.person("周建国", "manager");
    this.services = {
      db,
      now: () => `${this.today}T02:00:00.000Z`,
      today: () => this.today,
      calendarOf: () => calendar,
      pack,
      packs: [],
      calendars: [],
      files: diskFiles(join(tmpdir(), `daiban-files-${uuidv7()}`)),
      log: pino({ level: "silent" }),
    };
  }

  static async open(db: Db, code = "HY"): Promise<World> {
    return World.at(db, await aCentre(db, code));
  }

  /** In a centre that is there already. The rules are kept in the database, as the product keeps them. */
  static async at(db: Db, centre: TestCentre): Promise<World> {
    return new World(db, centre, await packShelf(db, [hengyang]));
  }

  /** Registers the plain industrial project under a key of its own. */
  register(actor: Actor = this.agent, key = uuidv7(), facts: Partial<typeof PROJECT_FACTS> = {}): Promise<Outcome> {
    return registerProject(this.services, actor, { ...PROJECT_FACTS, ...facts, on: this.today }, { idempotencyKey: key });
  }

  run(
    actor: Actor,
    projectNo: string,
    command: Command,
    { key = uuidv7(), expectedVersion }: { key?: string; expectedVersion?: number } = {},
  ): Promise<Outcome> {
    return execute(this.services, actor, command, { projectNo, idempotencyKey: key, ...(expectedVersion === undefined ? {} : { expectedVersion }) });
  }

  /** A registered, screened and planned project; answers its number. */
  async planned(): Promise<string> {
    const projectNo = numberOf(await this.register());
    numberOf(await this.run(this.agent, projectNo, { type: "answer-screening", answers: plainAnswers(packOf("hengyang-2018"), "IND") }));
    numberOf(await this.run(this.agent, projectNo, { type: "confirm-plan", on: this.today, added: [], dropped: [] }));
    return projectNo;
  }

  async load(projectNo: string): Promise<LoadedCase> {
    const loaded = await loadCase(this.db, this.centre.id, { projectNo });
    if (!loaded) throw new Error(`no case ${projectNo}`);
    return loaded;
  }
}

/** The case number of an outcome that must be a success. */
export function numberOf(outcome: Outcome): string {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
  return outcome.projectNo;
}
