import { afterAll, beforeAll, describe, inject } from "vitest";
import "./contract.setup";
import { ENGINES, type Engine, type TestDatabase, testDatabase } from "./databases";

/** Declares the same tests for both engines; `at()` answers the database of the engine under test, made once per file. */
export function onEachEngine(what: string, tests: (at: () => TestDatabase, engine: Engine) => void): void {
  describe.each(ENGINES)(`${what} on %s`, (engine) => {
    let database: TestDatabase | undefined;
    beforeAll(async () => {
      database = await testDatabase(engine, inject("postgresUrl"));
    });
    afterAll(() => database?.remove());
    tests(() => {
      if (!database) throw new Error("the database is made in beforeAll");
      return database;
    }, engine);
  });
}
