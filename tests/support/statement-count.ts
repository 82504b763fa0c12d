import Database from "better-sqlite3";

let sent = 0;

/** Marks around a job inside a shared commit; they ask the database for nothing. */
const MARK = /^(SAVEPOINT|RELEASE) /;

// Where statements are run, not where they are prepared: most are prepared once and run for ever.
const statement = Object.getPrototypeOf(new Database(":memory:").prepare("SELECT 1")) as Record<string, (...values: unknown[]) => unknown>;
for (const way of ["all", "get", "run", "iterate"]) {
  const run = statement[way];
  statement[way] = function counted(this: { readonly source: string }, ...values: unknown[]) {
    if (!MARK.test(this.source)) sent += 1;
    return run?.apply(this, values);
  };
}

/** Statements that any connection of this process has sent to SQLite since this was first asked for. */
export const statementsSent = (): number => sent;

/** Statements sent to SQLite while work is done. */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: number }> {
  const before = sent;
  const result = await work();
  return { result, statements: sent - before };
}
