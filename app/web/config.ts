type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says, read once at start. */
export interface Config {
  /** A real installation: secure cookies, and no start without a secret or with demo sign-ins. */
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Folder for the contents of attachments. */
  readonly filesFolder: string;
  /** Largest attachment, in bytes. */
  readonly fileBytes: number;
  /** Signs what must survive between two forms of one sign-in. */
  readonly sessionSecret: string;
  /** Fixed civil day, for the demo and for tests. */
  readonly today: string | null;
  /** Address people reach the site at, for links on paper; null takes the address of the request. */
  readonly baseUrl: string | null;
  /** Express's "trust proxy": hops or addresses; null trusts nobody. */
  readonly trustProxy: number | string | null;
}

/** An environment that cannot be started with; the message says what to change. */
export class ConfigError extends Error {}

/** Libraries read NODE_ENV as "fast and quiet", so the demo runs with it too and says so in DAIBAN_DEMO. */
const isProduction = (env: Environment): boolean => env.NODE_ENV === "production" && env.DAIBAN_DEMO !== "1";

/** How much is logged; the demo keeps quiet beside what `npm start` prints. Needed before the rest can be read, to log what is wrong with it. */
export const logLevel = (env: Environment): string => env.LOG_LEVEL || (isProduction(env) ? "info" : "warn");

/**
 * Reads the environment. `NODE_ENV=production` without `DAIBAN_DEMO=1` is a real installation.
 * @throws ConfigError naming the variable at fault
 */
export function readConfig(env: Environment, randomSecret: () => string): Config {
  const production = isProduction(env);
  const secret = env.SESSION_SECRET ?? "";
  if (production && secret.length < 32)
    throw new ConfigError("SESSION_SECRET must be set in production, 32 characters or more. Make one with: openssl rand -base64 48");
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigError(`PORT must be a number from 0 to 65535, not ${env.PORT}`);
  const today = env.DAIBAN_TODAY || null;
  if (today !== null && !/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new ConfigError(`DAIBAN_TODAY must be a day such as 2026-03-16, not ${today}`);
  if (today !== null && production) throw new ConfigError("DAIBAN_TODAY fixes the day and is for the demo; remove it in production");
  const proxy = env.TRUST_PROXY ?? "";
  return {
    production,
    host: env.HOST || (production ? "0.0.0.0" : "127.0.0.1"),
    port,
    databaseUrl: env.DATABASE_URL || "file:data/daiban.sqlite",
    filesFolder: env.FILES_DIR || "data/files",
    fileBytes: readMegabytes(env.FILE_MB || "50"),
    sessionSecret: secret || randomSecret(),
    today,
    baseUrl: readBaseUrl(env.BASE_URL || null),
    trustProxy: proxy === "" ? null : /^\d+$/.test(proxy) ? Number(proxy) : proxy,
  };
}

/** @throws ConfigError when it is no sensible size: an attachment is held in memory while its content is looked at */
function readMegabytes(text: string): number {
  const megabytes = Number(text);
  if (!(megabytes > 0 && megabytes <= 500)) throw new ConfigError(`FILE_MB must be a size in megabytes, up to 500, not ${text}`);
  return Math.floor(megabytes * 1_000_000);
}

/** @throws ConfigError when it is no web address */
function readBaseUrl(text: string | null): string | null {
  if (text === null) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new ConfigError(`BASE_URL must be an address such as https://daiban.example.gov.cn, not ${text}`);
  return new URL(text).origin;
}
