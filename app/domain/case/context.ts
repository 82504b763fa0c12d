import type { CivilDay, Instant } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Pack } from "../pack/pack";
import type { WindowAtWork } from "./parts/window";

export type Role = "agent" | "intake" | "issuing" | "reviewer" | "manager" | "supervisor" | "admin" | "investor" | "system";

/** Who acts. One role at a time in one centre; a person with several roles chooses at sign-in. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly centreId: string;
  /** Only for reviewers. */
  readonly departmentCode: string | null;
  /** Only for investors: enterprises they act for. */
  readonly enterpriseIds: readonly string[];
  /** The manager in whose name this one acts under a dated cover; absent when they act in their own. */
  readonly onBehalfOf?: Principal;
}

/** Who is stood in for. */
export interface Principal {
  readonly personId: string;
  readonly name: string;
}

/** Everything outside the case that a decision may look at. `newId` hands out UUIDv7s so that `decide` stays pure. */
export interface Context {
  readonly actor: Actor;
  readonly today: CivilDay;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly pack: Pack;
  readonly newId: () => string;
  /** The window the actor sits at; null for everybody else and for staff without one. */
  readonly window: WindowAtWork | null;
  /** Windows of the centre that are open, by id; asked only for acts of acceptance and of handing out. */
  readonly openWindows?: readonly string[];
  /** Breaches of earlier promises that the enterprise has not repaired; asked only for commands that depend on it. */
  readonly unrepairedBreaches?: number;
  /** Signatures that stand although their letter says something else by now; asked only for commands that decide on a letter. */
  readonly outdatedSignatures?: readonly string[];
}

/** The system's own eyes: what it finds in a case when a day has passed is recorded under this name. It decides nothing. */
export const systemActor = (centreId: string): Actor => ({
  personId: "system",
  name: "系统",
  role: "system",
  centreId,
  departmentCode: null,
  enterpriseIds: [],
});
