import Database from "better-sqlite3";
import { vi } from "vitest";

/** Statements sent to SQLite while work is done. */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: number }> {
  let statements = 0;
  const { prepare } = Database.prototype;
  const spy = vi.spyOn(Database.prototype, "prepare").mockImplementation(function (this: Database.Database, text: string) {
    statements += 1;
    return prepare.call(this, text) as never;
  });
  try {
    const result = await work();
    return { result, statements };
  } finally {
    spy.mockRestore();
  }
}
