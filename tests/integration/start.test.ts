import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openDb } from "../../db/open";
import { uuidv7 } from "../../db/uuid";
import { type DatabasePlace, databasePlace } from "../support/databases";

const PROGRAM = join(process.cwd(), "build", "main.js");
const SECRET = "for this test only, long enough to be taken";

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** The built server as its own process, the way an installation runs it. */
describe("starting and stopping", () => {
  const places: DatabasePlace[] = [];
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await Promise.all(places.splice(0).map((place) => place.remove()));
  });

  async function emptyPlace(): Promise<string> {
    const place = await databasePlace("sqlite", "");
    places.push(place);
    return place.url;
  }

  /** Starts it; `listening` answers its address, `ended` how it ended. */
  function run(env: Readonly<Record<string, string>>): { child: ChildProcess; listening: Promise<string>; ended: Promise<Ended> } {
    const { PATH = "" } = process.env;
    const child = spawn(process.execPath, [PROGRAM], {
      env: { PATH, NODE_ENV: "development", TZ: "Asia/Shanghai", PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    let said = "";
    const ended = new Promise<Ended>((done) => child.on("exit", (code) => done({ code, said })));
    const listening = new Promise<string>((done, fail) => {
      const hear = (part: Buffer) => {
        said += part;
        const port = /"port":(\d+)[^\n]*"listening"/.exec(said)?.[1];
        if (port) done(`http://127.0.0.1:${port}`);
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      void ended.then(({ said: all }) => fail(new Error(all)));
    });
    listening.catch(() => null);
    return { child, listening, ended };
  }

  test.each([
    ["without a secret", { NODE_ENV: "production" }, "SESSION_SECRET"],
    ["with a short secret", { NODE_ENV: "production", SESSION_SECRET: "short" }, "SESSION_SECRET"],
    ["with a fixed day", { NODE_ENV: "production", SESSION_SECRET: SECRET, DAIBAN_TODAY: "2026-03-16" }, "DAIBAN_TODAY"],
    ["with a port that is none", { PORT: "abc" }, "PORT"],
  ])("does not start %s, and says which variable is at fault", async (_, env, named) => {
    const { code, said } = await run({ DATABASE_URL: await emptyPlace(), ...(env as Record<string, string>) }).ended;
    expect([code, said]).toEqual([1, expect.stringContaining(named)]);
  });

  test("a real installation does not start on a database with demo sign-ins", async () => {
    const url = await emptyPlace();
    const db = await openDb(url);
    await db.tx((q) =>
      q.insert(db.t.person).values({ id: uuidv7(), signInName: "demo-hy-agent", name: "李敏", passwordHash: "x", locale: "zh-CN", active: true }),
    );
    await db.close();
    const { code, said } = await run({ DATABASE_URL: url, NODE_ENV: "production", SESSION_SECRET: SECRET }).ended;
    expect([code, said]).toEqual([1, expect.stringContaining("demo sign-ins")]);
  });

  test("it makes its tables, then listens; a stop lets the answer under way finish and ends cleanly", async () => {
    const { child, listening, ended } = run({ DATABASE_URL: await emptyPlace(), NODE_ENV: "production", SESSION_SECRET: SECRET });
    const base = await listening;
    expect(await (await fetch(`${base}/health`)).json()).toEqual({ status: "ok" });
    // An answer under way: the server has the head of a form and waits for the rest.
    let send: ((text: string | null) => void) | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        send = (text) => (text === null ? stream.close() : stream.enqueue(new TextEncoder().encode(text)));
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      duplex: "half",
      body,
      headers: { Origin: base, "Content-Type": "application/x-www-form-urlencoded" },
    };
    const answer = fetch(`${base}/sign-in`, init);
    send?.("name=limin&");
    await fetch(`${base}/health`);
    child.kill("SIGTERM");
    await expect
      .poll(() =>
        fetch(`${base}/ready`).then(
          () => "open",
          () => "closed",
        ),
      )
      .toBe("closed");
    send?.("password=");
    send?.(null);
    expect((await answer).status).toBe(400);
    const { code, said } = await ended;
    expect([code, said.includes('"stopped"')]).toEqual([0, true]);
  });
});
