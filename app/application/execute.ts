import { and, eq, sql } from "drizzle-orm";
import { canonicalJson, sha256 } from "../../db/canonical";
import { prepared, type Q } from "../../db/port";
import { appendEvents, CHAIN_START, chainEvents, readEventRows } from "../../db/repositories/case-events";
import { type LoadedCase, loadCase, lockCase, saveCase } from "../../db/repositories/case-rows";
import { countUnrepaired } from "../../db/repositories/credit";
import { openWindowIds, windowOf } from "../../db/repositories/windows";
import { uuidv7 } from "../../db/uuid";
import { insertRows } from "../../db/writes";
import { may } from "../domain/access/permissions";
import { maySee } from "../domain/access/scope";
import type { Command } from "../domain/case/commands";
import type { Actor, Context } from "../domain/case/context";
import { decide } from "../domain/case/decide";
import { derive } from "../domain/case/derive";
import { evolve } from "../domain/case/evolve";
import { signedName } from "../domain/case/on-behalf";
import type { Project, ProjectCase } from "../domain/case/state";
import { WINDOW_ROLES } from "../domain/centre/window";
import { isEnteredLate } from "../domain/oversight/finding";
import type { Pack } from "../domain/pack/pack";
import { ok, type Refusal } from "../domain/result";
import { withArea } from "./assessed-areas";
import { underCover } from "./cover";
import { outdatedSignatures, withLetterDigest } from "./letter-digest";
import { namedAgent } from "./named-agent";
import { recordBreaches } from "./record-breaches";
import type { Services } from "./services";
import { spendSigningCode, withSigningCode } from "./signing-codes";

/** What became of a command. `status` is the answer HTTP gives: 403 not allowed, 404 not there or not yours, 409 refused. */
export type Outcome =
  | { readonly ok: true; readonly projectNo: string; readonly version: number; readonly replayed: boolean }
  | { readonly ok: false; readonly status: 403 | 404 | 409; readonly error: Refusal };

export interface ExecuteOptions {
  /** The case, or null for `register-project`. */
  readonly projectNo: string | null;
  /** Made with the form; the same key again changes nothing and answers the same. */
  readonly idempotencyKey: string;
  /** Version the form was shown with; when the case has moved on, the command is refused with what changed. */
  readonly expectedVersion?: number;
  /** The manager in whose name the actor acts; refused unless a cover for this case is in force today. */
  readonly onBehalfOf?: string | null;
}

/** Changes told at most in a `case-changed` refusal, newest last. */
const CHANGES_TOLD = 20;

/**
 * The only way a case changes: locks its root row, looks up the idempotency key, decides, evolves, derives, and records rows
 * and chained events, all in one transaction. Refuses, never throws, for what people can put right.
 */
export function execute(services: Services, actor: Actor, command: Command, options: ExecuteOptions): Promise<Outcome> {
  return inOneTransaction(services, (q) => perform(services, q, actor, command, options));
}

/** Runs once more when another command with the same key or number was recorded meanwhile: now it is found. */
export async function inOneTransaction(services: Services, work: (q: Q) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await services.db.tx(work);
  } catch (error) {
    if (services.db.fault(error) !== "unique") throw error;
    return services.db.tx(work);
  }
}

async function perform(services: Services, q: Q, actor: Actor, command: Command, options: ExecuteOptions): Promise<Outcome> {
  const { t, x } = services.db;
  const projectId = options.projectNo === null ? null : await lockCase(q, t, x, actor.centreId, options.projectNo);
  const before = projectId === null ? null : await loadCase({ q, t, x }, actor.centreId, { projectId });
  if (options.projectNo !== null && !before) return refused(404, { code: "project-unknown" });
  if (before && !maySee(actor, before.state)) return refused(404, { code: "project-unknown" });
  if (!may(actor, command.type)) return refused(403, { code: "not-allowed-role", role: actor.role, act: command.type });
  const { onBehalfOf } = options;
  const digest = commandDigest(onBehalfOf ? { command, onBehalfOf } : command, options.projectNo);
  const earlier = await earlierOutcome(services, q, actor, options.idempotencyKey, digest);
  if (earlier) return earlier;
  if (before && options.expectedVersion !== undefined && options.expectedVersion !== before.state.project.version)
    return changedMeanwhile(services, q, before.state.project, options.expectedVersion);
  const named = command.type === "assign-agent" ? await namedAgent(services, q, actor.centreId, command) : ok(command);
  if (!named.ok) return refused(409, named.error);
  const told = named.value.type === "place-in-area" ? await withArea(services, q, actor.centreId, named.value) : named.value;
  const signed = told.type === "sign-letter" && before ? withLetterDigest(told, before.state, services.pack(before.state.project.packDigest)) : told;
  const coded = signed.type === "sign-letter" && before ? await withSigningCode(services, q, actor, signed, before.state) : ok(signed);
  if (!coded.ok) return refused(409, coded.error);
  const acting = onBehalfOf && before ? await underCover(services, q, actor, onBehalfOf, before.state.project.id, command) : ok(actor);
  if (!acting.ok) return refused(409, acting.error);
  const outcome = await recordCommand(services, q, acting.value, coded.value, before, { key: options.idempotencyKey, digest });
  if (outcome.ok && coded.value.type === "sign-letter") await spendSigningCode(services, q, actor, coded.value);
  return outcome;
}

/** Refusals for parts of a case that are not there, answered as 404 like a case that is not there. */
const UNKNOWN_PARTS = new Set([
  "project-unknown",
  "item-unknown",
  "procedure-unknown",
  "extension-unknown",
  "review-unknown",
  "handover-unknown",
  "path-unknown",
  "run-unknown",
  "letter-unknown",
  "commitment-unknown",
  "notice-unknown",
  "evidence-subject-unknown",
]);

/** The answer HTTP gives to a refusal of the case's rules. */
export const statusOf = ({ code }: Refusal): 403 | 404 | 409 => (UNKNOWN_PARTS.has(code) ? 404 : code.startsWith("not-allowed-") ? 403 : 409);

/** What a key stands for: the command and the case it is for. */
export const commandDigest = (command: unknown, projectNo: string | null): string => sha256(canonicalJson({ command, projectNo }));

/** The outcome recorded under this key: the same again, or a refusal when the key was used for something else. */
export async function earlierOutcome({ db }: Services, q: Q, actor: Actor, key: string, digest: string): Promise<Outcome | null> {
  const { command } = db.t;
  const query = prepared(q, "outcome by key", () =>
    q
      .select({ actorId: command.actorId, digest: command.digest, result: command.result })
      .from(command)
      .where(and(eq(command.centreId, sql.placeholder("centreId")), eq(command.key, sql.placeholder("key")))),
  );
  const [done] = await query.execute({ centreId: actor.centreId, key });
  if (!done) return null;
  if (done.actorId !== actor.personId || done.digest !== digest) return refused(409, { code: "idempotency-key-reused" });
  return { ok: true, ...done.result, replayed: true };
}

async function changedMeanwhile({ db }: Services, q: Q, project: Project, expectedVersion: number): Promise<Outcome> {
  // Each event raises the version by one, so the version is the position in the chain.
  const since = (await readEventRows(q, db.t, project.centreId, project.id, expectedVersion)).slice(-CHANGES_TOLD);
  return refused(409, {
    code: "case-changed",
    version: project.version,
    eventTypes: since.map((row) => row.type),
    actors: [...new Set(since.map((row) => row.actorName))],
  });
}

/** Decides and, when allowed, records: rows that changed, chained events and the command under its key. */
export async function recordCommand(
  services: Services,
  q: Q,
  actor: Actor,
  command: Command,
  before: LoadedCase | null,
  { key, digest }: { readonly key: string; readonly digest: string },
): Promise<Outcome> {
  const { t } = services.db;
  const outdated = before && DECIDES_ON_LETTER.includes(command.type) ? outdatedSignatures(before.state, services.pack(before.state.project.packDigest)) : [];
  const context = contextFor(
    services,
    actor,
    services.pack(before ? before.state.project.packDigest : command.type === "register-project" ? command.packId : ""),
    WINDOW_ROLES.includes(actor.role) ? await windowOf(q, t, actor.centreId, actor.personId, services.today()) : null,
    before && ASKS_CREDIT.includes(command.type) ? await countUnrepaired(q, t, actor.centreId, before.state.project.enterpriseId, services.today()) : 0,
    outdated,
    ASKS_WINDOWS.includes(command.type) ? await openWindowIds(q, t, actor.centreId) : undefined,
  );
  const decided = decide(before?.state ?? null, command, context);
  if (!decided.ok) return refused(statusOf(decided.error), decided.error);
  const { now, calendar, pack } = context;
  const after = derive(
    decided.value.reduce<ProjectCase | null>((state, event) => evolve(state, event, now), before?.state ?? null) as ProjectCase,
    pack,
    calendar,
  );
  const { centreId, id: projectId, projectNo, version } = after.project;
  const events = chainEvents({ seq: before?.headSeq ?? 0, hash: before?.headHash ?? CHAIN_START }, decided.value, {
    centreId,
    projectId,
    actorId: actor.personId,
    actorName: actor.name,
    actorRole: actor.role,
    recordedAt: now,
    commandKey: key,
    ...(actor.onBehalfOf ? { onBehalfOf: actor.onBehalfOf } : {}),
    isBackDated: (event) => isEnteredLate(event, context),
  });
  const head = events.at(-1);
  if (!head) throw new Error(`${command.type} decided on no event`);
  if (!(await saveCase(q, t, before?.state ?? null, after, head))) throw new Error(`${projectNo} changed under its lock`);
  await appendEvents(q, t, events);
  await recordBreaches(q, t, after.project, decided.value, key, now);
  await insertRows(q, t.command, [{ centreId, key, projectId, actorId: actor.personId, digest, result: { projectNo, version }, recordedAt: now }]);
  return { ok: true, projectNo, version, replayed: false };
}

/** Acts that a place may bar to an enterprise with an unrepaired breach. */
const ASKS_CREDIT: readonly Command["type"][] = [
  "accept-with-gaps",
  "apply-simulation",
  "propose-commitment",
  "tell-notice-commitment",
  "choose-notice-commitment",
  "grant-on-notice-commitment",
  "rule-on-simulation",
  "appraise-commitment",
  "put-in-force",
];
/** Acts that hang on which windows the centre has open: where something is accepted, and where its result is handed out. */
const ASKS_WINDOWS: readonly Command["type"][] = [
  "accept-item",
  "accept-stage",
  "accept-bundle",
  "accept-with-gaps",
  "issue-result",
  "deliver-result",
  "send-result",
];
/** Acts that decide on the strength of a signed letter. */
const DECIDES_ON_LETTER: readonly Command["type"][] = [
  "rule-on-simulation",
  "precheck-promise",
  "open-publicity",
  "put-in-force",
  "grant-on-notice-commitment",
];

const contextFor = (
  services: Services,
  actor: Actor,
  pack: Pack,
  window: Context["window"],
  unrepairedBreaches: number,
  outdatedSignatures: readonly string[],
  openWindows: Context["openWindows"],
): Context => ({
  // Whatever the act writes down as done by names both people where one acts in the other's name.
  actor: { ...actor, name: signedName(actor) },
  today: services.today(),
  now: services.now(),
  calendar: services.calendarOf(actor.centreId),
  pack,
  newId: uuidv7,
  window,
  unrepairedBreaches,
  outdatedSignatures,
  ...(openWindows ? { openWindows } : {}),
});

export const refused = (status: 403 | 404 | 409, error: Refusal): Outcome => ({ ok: false, status, error });
