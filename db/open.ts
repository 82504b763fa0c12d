import type { Db } from "./port";
import { openPostgres } from "./postgres";
import { openSqlite, type SqliteOptions } from "./sqlite";
import { sqlitePath } from "./sqlite-path";

/**
 * Opens the database named by a URL and brings its tables up to date.
 * @param url `file:data/daiban.sqlite` (relative to the working directory) or `postgres://…`
 */
export async function openDb(url: string, options: SqliteOptions = {}): Promise<Db> {
  const db = connect(url, options);
  try {
    await db.migrate();
    // A full disk or a busy neighbour keeps nobody from working with what is known.
    await db.tend().catch((error) => {
      if (!["retry", "unavailable"].includes(db.fault(error))) throw error;
    });
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

function connect(url: string, options: SqliteOptions): Db {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  const path = sqlitePath(url);
  if (path !== null) return openSqlite(path, options);
  throw new Error(`a database URL starts with file: or postgres://, not with ${url.split(":")[0]}:`);
}
