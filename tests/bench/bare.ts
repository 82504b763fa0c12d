import { Agent, createServer, get } from "node:http";
import Database from "better-sqlite3";
import { CENTRE_ID } from "./generate";
import { type Measured, measure } from "./measure";

/** The least a list can cost: 50 rows by one prepared statement on the index made for it, no mapping. */
export function bareQuery(path: string): () => Promise<unknown> {
  const file = new Database(path, { readonly: true });
  const statement = file.prepare(
    `SELECT "project_no", "name", "status", "next_due_on", "updated_at" FROM "project" WHERE "centre_id" = ? AND "status" = ? ORDER BY "updated_at" DESC, "id" DESC LIMIT 50`,
  );
  return async () => statement.all(CENTRE_ID, "running");
}

/** The least an answer over HTTP can cost: node's own server, one kept connection, 20 KB. */
export async function bareAnswer(): Promise<Measured> {
  const body = "a".repeat(20_000);
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const once = () =>
    new Promise<string>((resolve, reject) => {
      get({ port, host: "127.0.0.1", agent }, (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => resolve(text));
      }).on("error", reject);
    });
  const got = await measure(1_000, once);
  agent.destroy();
  server.close();
  return got;
}
