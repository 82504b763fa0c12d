import type { CivilDay, Instant } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Pack } from "../pack/pack";

export type Role = "agent" | "intake" | "issuing" | "reviewer" | "manager" | "supervisor" | "admin" | "investor";

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
}

/** Everything outside the case that a decision may look at. `newId` hands out UUIDv7s so that `decide` stays pure. */
export interface Context {
  readonly actor: Actor;
  readonly today: CivilDay;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly pack: Pack;
  readonly newId: () => string;
}
