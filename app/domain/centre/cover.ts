import { type CivilDay, parseDay } from "../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../result";

/** 授权代理: one manager stands in for another from day to day, for everything or for one case. */
export interface Cover {
  readonly id: string;
  /** Who is stood in for. */
  readonly forId: string;
  readonly forName: string;
  readonly standInId: string;
  readonly standInName: string;
  /** Null: for everything that waits for the manager. */
  readonly projectId: string | null;
  /** First and last day, both counted. */
  readonly since: CivilDay;
  readonly until: CivilDay;
  readonly reason: string;
  /** Day on which it was ended before its time; that day no longer counts. Null when it runs to its last day. */
  readonly endedOn: CivilDay | null;
}

export type CoverCommand =
  | {
      readonly type: "name-stand-in";
      readonly standInId: string;
      readonly projectId: string | null;
      readonly since: CivilDay;
      readonly until: CivilDay;
      readonly reason: string;
    }
  | { readonly type: "end-cover"; readonly coverId: string };

export type CoverChanged =
  | { readonly type: "stand-in-named"; readonly cover: Cover }
  | { readonly type: "cover-ended"; readonly coverId: string; readonly on: CivilDay };

/** What naming or ending a cover may look at. */
export interface CoverSituation {
  readonly actor: { readonly personId: string; readonly name: string };
  /** Managers who work in the centre. */
  readonly managers: readonly { readonly personId: string; readonly name: string }[];
  /** Covers of the centre whose last day has not passed. */
  readonly covers: readonly Cover[];
  readonly today: CivilDay;
}

type Named = Extract<CoverCommand, { type: "name-stand-in" }>;

/** Whether a cover is in force on a day. The last day counts; the day on which it is ended does not. */
export const coverInForce = ({ since, until, endedOn }: Pick<Cover, "since" | "until" | "endedOn">, on: CivilDay): boolean =>
  since <= on && on <= until && (endedOn === null || on < endedOn);

/** Whether a cover is for this case: for everything, or for this one. */
export const coversCase = ({ projectId }: Pick<Cover, "projectId">, project: string): boolean => projectId === null || projectId === project;

/** The cover under which one manager may act in another's name in a case on a day; null when there is none. */
export const coverFor = (
  covers: readonly Cover[],
  asked: { readonly standInId: string; readonly forId: string; readonly projectId: string; readonly on: CivilDay },
): Cover | null =>
  covers.find(
    (cover) => cover.standInId === asked.standInId && cover.forId === asked.forId && coversCase(cover, asked.projectId) && coverInForce(cover, asked.on),
  ) ?? null;

/** Days on which both run; the last day one of them still counts. */
const meets = (cover: Cover, { since, until }: Pick<Named, "since" | "until">): boolean =>
  cover.since <= until && since <= cover.until && (cover.endedOn === null || since < cover.endedOn) && cover.endedOn !== cover.since;

const sameMatter = (a: Pick<Cover, "projectId">, b: Pick<Cover, "projectId">): boolean => a.projectId === b.projectId;

function refuseDays({ since, until }: Named, today: CivilDay): Refusal | null {
  if (parseDay(since) === null) return { code: "day-impossible", field: "since", value: since };
  if (parseDay(until) === null) return { code: "day-impossible", field: "until", value: until };
  if (since < today) return { code: "day-before", field: "since", on: since, earliest: today, what: "cover" };
  return until < since ? { code: "day-before", field: "until", on: until, earliest: since, what: "cover" } : null;
}

function refuseNaming(command: Named, { actor, managers, covers, today }: CoverSituation): Refusal | null {
  const { standInId } = command;
  const running = covers.filter((cover) => meets(cover, command));
  const own = running.find((cover) => cover.forId === actor.personId && sameMatter(cover, command));
  const away = running.find((cover) => cover.forId === standInId && cover.projectId === null);
  return (
    (standInId === actor.personId ? ({ code: "cover-of-oneself", field: "standInId" } as const) : null) ??
    (managers.some(({ personId }) => personId === standInId) ? null : ({ code: "stand-in-not-manager", field: "standInId" } as const)) ??
    refuseDays(command, today) ??
    (command.reason.trim() === "" ? { code: "text-missing", field: "reason" } : null) ??
    (own ? { code: "cover-overlaps", field: "since", name: own.standInName, since: own.since, until: own.until } : null) ??
    // What somebody else entrusted is not entrusted on: nobody stands in who is stood in for.
    (away ? { code: "stand-in-away", field: "standInId", name: away.forName, since: away.since, until: away.until } : null)
  );
}

/**
 * Names a stand-in or ends a cover. A manager names another manager of the same centre, never back-dated, one for the same matter at
 * a time, and never one who is away; either of the two ends it before its time.
 * @see RULES.md
 */
export function decideCover(situation: CoverSituation, command: CoverCommand, newId: () => string): Result<CoverChanged> {
  const { actor, managers, covers, today } = situation;
  if (command.type === "end-cover") {
    const cover = covers.find(({ id }) => id === command.coverId);
    if (!cover || (cover.forId !== actor.personId && cover.standInId !== actor.personId)) return refuse({ code: "cover-unknown" });
    return cover.endedOn !== null ? refuse({ code: "cover-already-ended", on: cover.endedOn }) : ok({ type: "cover-ended", coverId: cover.id, on: today });
  }
  const refusal = refuseNaming(command, situation);
  if (refusal) return refuse(refusal);
  const { standInId, projectId, since, until, reason } = command;
  const standInName = managers.find(({ personId }) => personId === standInId)?.name ?? "";
  return ok({
    type: "stand-in-named",
    cover: { id: newId(), forId: actor.personId, forName: actor.name, standInId, standInName, projectId, since, until, reason: reason.trim(), endedOn: null },
  });
}
