import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { lettersOf, type SeatedPerson, seatsOf, windowsOf } from "../../../db/repositories/windows";
import type { CivilDay, Instant } from "../../domain/calendar/calendar-date";
import type { Actor, Role } from "../../domain/case/context";
import { type Authorisation, type Coverage, coverageOf, inForce, type ServiceWindow, WINDOW_ROLES, type WindowChanged } from "../../domain/centre/window";
import type { Pack, Words } from "../../domain/pack/pack";
import type { WindowKind } from "../../domain/pack/practice";
import type { Services } from "../services";

/** A window as lists and pages name it. */
export interface WindowView extends ServiceWindow {
  readonly kind: Pick<WindowKind, "name" | "accepts" | "issues" | "source"> | null;
  readonly area: Words | null;
  readonly departments: readonly Words[];
}

/** A letter with what it is for and whether it counts today. */
export interface LetterView extends Authorisation {
  readonly department: Words;
  readonly items: readonly Words[] | null;
  readonly state: "valid" | "future" | "ended" | "revoked";
}

export interface SeatView extends SeatedPerson {
  readonly certificateExpired: boolean;
}

export interface WindowsPage {
  readonly today: CivilDay;
  readonly windows: readonly (WindowView & { readonly letters: number; readonly staff: readonly SeatView[] })[];
  readonly coverage: readonly (Omit<Coverage, "outside" | "unauthorised"> & {
    readonly department: Words;
    readonly outside: readonly Words[];
    readonly unauthorised: number;
  })[];
  readonly mayChange: boolean;
}

export interface WindowPage {
  readonly today: CivilDay;
  readonly window: WindowView;
  readonly letters: readonly LetterView[];
  readonly staff: readonly SeatView[];
  readonly changes: readonly {
    readonly id: string;
    readonly change: WindowChanged;
    readonly department: Words | null;
    readonly actorName: string;
    readonly recordedAt: Instant;
  }[];
  readonly mayChange: boolean;
}

/** What the forms of a window choose from. */
export interface WindowChoices {
  readonly today: CivilDay;
  readonly kinds: readonly { readonly code: string; readonly name: Words; readonly accepts: WindowKind["accepts"]; readonly issues: boolean }[];
  readonly areas: readonly { readonly code: string; readonly name: Words }[];
  readonly departments: readonly { readonly code: string; readonly name: Words }[];
  readonly items: readonly { readonly code: string; readonly name: Words; readonly department: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: Role; readonly at: string | null }[];
}

/** The newest changes a page lists. */
const CHANGES_SHOWN = 50;

async function rulesOf({ db, pack }: Services, centreId: string): Promise<Pack> {
  const { centre } = db.t;
  const [row] = await db.q.select({ packId: centre.packId }).from(centre).where(eq(centre.id, centreId));
  return pack(row?.packId ?? "");
}

const departmentName = (pack: Pack, code: string): Words => pack.departments.find((department) => department.code === code)?.name ?? { zh: code, en: code };
const itemName = (pack: Pack, code: string): Words => pack.items.find((item) => item.code === code)?.name ?? { zh: code, en: code };

function viewWindow(pack: Pack, window: ServiceWindow): WindowView {
  const kind = pack.windowKinds?.find((one) => one.code === window.kindCode);
  return {
    ...window,
    kind: kind ? { name: kind.name, accepts: kind.accepts, issues: kind.issues, source: kind.source } : null,
    area: pack.windowAreas?.find((one) => one.code === window.areaCode)?.name ?? null,
    departments: window.departmentCodes.map((code) => departmentName(pack, code)),
  };
}

const viewSeat = (seat: SeatedPerson, today: CivilDay): SeatView => ({
  ...seat,
  certificateExpired: seat.certificateValidTo !== null && seat.certificateValidTo < today,
});

function stateOf(letter: Authorisation, today: CivilDay): LetterView["state"] {
  if (inForce(letter, today)) return "valid";
  if (letter.revokedOn !== null && letter.revokedOn <= today) return "revoked";
  return letter.validFrom > today ? "future" : "ended";
}

/** The windows of a centre, and which items of the place they cover (F09, F10). 4 statements. */
export async function windowsPage(services: Services, actor: Actor): Promise<WindowsPage> {
  const { q, t } = services.db;
  const { centreId } = actor;
  const today = services.today();
  const pack = await rulesOf(services, centreId);
  const windows = await windowsOf(q, t, centreId);
  const letters = await lettersOf(q, t, centreId);
  const seats = (await seatsOf(q, t, centreId)).map((seat) => viewSeat(seat, today));
  return {
    today,
    windows: windows.map((window) => ({
      ...viewWindow(pack, window),
      letters: letters.filter((letter) => letter.windowId === window.id && inForce(letter, today)).length,
      staff: seats.filter((seat) => seat.windowId === window.id),
    })),
    coverage: coverageOf(pack, windows, letters, today).map(({ outside, unauthorised, ...one }) => ({
      ...one,
      department: departmentName(pack, one.departmentCode),
      outside: outside.map((code) => itemName(pack, code)),
      unauthorised: unauthorised.length,
    })),
    mayChange: actor.role === "admin",
  };
}

/** One window with its letters, its staff and its changes; null when the centre has none with that number. 5 statements. */
export async function windowPage(services: Services, actor: Actor, code: string): Promise<WindowPage | null> {
  const { q, t } = services.db;
  const { centreId } = actor;
  const today = services.today();
  const window = (await windowsOf(q, t, centreId)).find((one) => one.code === code);
  if (!window) return null;
  const pack = await rulesOf(services, centreId);
  const letters = await lettersOf(q, t, centreId, window.id);
  const { windowChange: c } = t;
  const changes = await q
    .select({ id: c.id, change: c.change, actorName: c.actorName, recordedAt: c.recordedAt })
    .from(c)
    .where(and(eq(c.centreId, centreId), eq(c.windowId, window.id)))
    .orderBy(desc(c.id))
    .limit(CHANGES_SHOWN);
  return {
    today,
    window: viewWindow(pack, window),
    letters: letters.map((letter) => ({
      ...letter,
      department: departmentName(pack, letter.departmentCode),
      items: letter.itemCodes?.map((item) => itemName(pack, item)) ?? null,
      state: stateOf(letter, today),
    })),
    staff: (await seatsOf(q, t, centreId)).filter((seat) => seat.windowId === window.id).map((seat) => viewSeat(seat, today)),
    changes: changes.map((row) => ({ ...row, department: row.change.type === "sign-letter" ? departmentName(pack, row.change.departmentCode) : null })),
    mayChange: actor.role === "admin",
  };
}

/** Kinds, areas, departments, items and people of the centre, for the forms of its windows. 4 statements. */
export async function windowChoices(services: Services, actor: Actor): Promise<WindowChoices> {
  const { q, t } = services.db;
  const { centreId } = actor;
  const pack = await rulesOf(services, centreId);
  const { person, personRole, windowStaff, serviceWindow } = t;
  const people = await q
    .select({ id: person.id, name: person.name, role: personRole.role, at: serviceWindow.code })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .leftJoin(windowStaff, and(eq(windowStaff.centreId, personRole.centreId), eq(windowStaff.personId, personRole.personId)))
    .leftJoin(serviceWindow, and(eq(serviceWindow.centreId, windowStaff.centreId), eq(serviceWindow.id, windowStaff.windowId)))
    .where(and(eq(personRole.centreId, centreId), eq(person.active, true), inArray(personRole.role, [...WINDOW_ROLES])))
    .orderBy(asc(person.name), asc(person.id));
  const departments = await q
    .select({ code: t.department.code, zh: t.department.nameZh, en: t.department.nameEn })
    .from(t.department)
    .where(eq(t.department.centreId, centreId))
    .orderBy(asc(t.department.code));
  return {
    today: services.today(),
    kinds: (pack.windowKinds ?? []).map(({ code, name, accepts, issues }) => ({ code, name, accepts, issues })),
    areas: (pack.windowAreas ?? []).map(({ code, name }) => ({ code, name })),
    departments: departments.map(({ code, zh, en }) => ({ code, name: { zh, en } })),
    items: pack.items
      .filter((item) => item.type !== "MILESTONE" && item.type !== "SERVICE")
      .map((item) => ({ code: item.code, name: item.name, department: item.decidingDepartment })),
    people,
  };
}
