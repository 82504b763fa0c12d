import { type CivilDay, parseDay } from "../calendar/calendar-date";
import type { Role } from "../case/context";
import type { Pack } from "../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../result";

/** A window of a centre: its number, its kind and area in the rules of the place, and the departments behind it (F07, D05). */
export interface ServiceWindow {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kindCode: string | null;
  readonly areaCode: string | null;
  /** Empty: all departments of the centre. */
  readonly departmentCodes: readonly string[];
  readonly closedOn: CivilDay | null;
}

/** 授权书: a department lets a window act for it (F09 授权到位, H40, Z20). */
export interface Authorisation {
  readonly id: string;
  readonly windowId: string;
  readonly departmentCode: string;
  /** Null: every item of the department. */
  readonly itemCodes: readonly string[] | null;
  readonly letterNo: string;
  readonly signedBy: string;
  readonly validFrom: CivilDay;
  readonly validTo: CivilDay | null;
  readonly revokedOn: CivilDay | null;
}

/** Somebody at a window, with the certificate staff there must hold (K11). */
export interface WindowSeat {
  readonly personId: string;
  readonly windowId: string;
  readonly since: CivilDay;
  readonly certificateNo: string | null;
  readonly certificateValidTo: CivilDay | null;
}

type WindowFacts = Pick<ServiceWindow, "code" | "nameZh" | "nameEn" | "kindCode" | "areaCode" | "departmentCodes">;
type Letter = Pick<Authorisation, "departmentCode" | "itemCodes" | "letterNo" | "signedBy" | "validFrom" | "validTo">;

export type WindowCommand =
  | ({ readonly type: "open-window" } & WindowFacts)
  | ({ readonly type: "change-window" } & WindowFacts)
  | { readonly type: "close-window"; readonly on: CivilDay }
  | ({ readonly type: "sign-letter" } & Letter)
  | { readonly type: "revoke-letter"; readonly authorisationId: string; readonly on: CivilDay }
  | {
      readonly type: "seat-person";
      readonly personId: string;
      readonly personName: string;
      readonly certificateNo: string | null;
      readonly certificateValidTo: CivilDay | null;
      readonly on: CivilDay;
    }
  | { readonly type: "leave-window"; readonly personId: string; readonly personName: string; readonly on: CivilDay };

/** What is kept of a change: the command itself, complete, with the number a letter got. */
export type WindowChanged = WindowCommand & { readonly authorisationId?: string };

/** What a change of a window may look at. */
export interface WindowSituation {
  /** Null while it is being opened. */
  readonly window: ServiceWindow | null;
  readonly letters: readonly Authorisation[];
  /** Names of those who sit at it. */
  readonly seated: readonly string[];
  /** People of the centre by what they do, who could sit here. */
  readonly people: readonly { readonly personId: string; readonly role: Role }[];
  readonly codeTaken: boolean;
  readonly departmentCodes: readonly string[];
  readonly pack: Pick<Pack, "windowKinds" | "windowAreas" | "items">;
  readonly today: CivilDay;
}

/** Only those who receive or hand out sit at a window. */
export const WINDOW_ROLES: readonly Role[] = ["intake", "issuing"];

const first = (...checks: readonly (Refusal | null | false)[]): Refusal | null => checks.find((check): check is Refusal => Boolean(check)) ?? null;
const blank = (text: string, field: string): Refusal | null => (text.trim() === "" ? { code: "text-missing", field } : null);
const noDay = (day: CivilDay | null, field: string): Refusal | null =>
  day !== null && parseDay(day) === null ? { code: "day-impossible", field, value: day } : null;

function refuseFacts(facts: WindowFacts, { codeTaken, departmentCodes, pack }: WindowSituation): Refusal | null {
  return first(
    blank(facts.code, "code"),
    codeTaken && { code: "window-code-taken", field: "code", window: facts.code },
    blank(facts.nameZh, "nameZh"),
    blank(facts.nameEn, "nameEn"),
    facts.kindCode !== null && !pack.windowKinds?.some((kind) => kind.code === facts.kindCode) && { code: "window-kind-unknown-here", field: "kindCode" },
    facts.areaCode !== null && !pack.windowAreas?.some((area) => area.code === facts.areaCode) && { code: "window-area-unknown-here", field: "areaCode" },
    facts.departmentCodes.some((code) => !departmentCodes.includes(code)) && { code: "window-department-unknown", field: "departmentCodes" },
  );
}

/** A letter is recorded once; one recorded wrongly is revoked and may be recorded again under its number. */
function refuseSameLetter({ departmentCode, letterNo }: Letter, letters: readonly Authorisation[]): Refusal | null {
  const same = letters.some((one) => one.revokedOn === null && one.departmentCode === departmentCode && one.letterNo.trim() === letterNo.trim());
  return same ? { code: "letter-already-recorded", field: "letterNo", letterNo: letterNo.trim() } : null;
}

function refuseLetter(letter: Letter, { departmentCodes, letters, pack }: WindowSituation): Refusal | null {
  const foreign = letter.itemCodes?.find((code) => {
    const item = pack.items.find((candidate) => candidate.code === code);
    return item === undefined || item.decidingDepartment !== letter.departmentCode;
  });
  return first(
    !departmentCodes.includes(letter.departmentCode) && { code: "window-department-unknown", field: "departmentCode" },
    letter.itemCodes !== null && letter.itemCodes.length === 0 && { code: "items-missing", field: "itemCodes" },
    foreign !== undefined && { code: "letter-item-of-another", field: "itemCodes", item: foreign },
    blank(letter.letterNo, "letterNo"),
    refuseSameLetter(letter, letters),
    blank(letter.signedBy, "signedBy"),
    noDay(letter.validFrom, "validFrom"),
    noDay(letter.validTo, "validTo"),
    letter.validTo !== null && letter.validTo < letter.validFrom
      ? { code: "day-before", field: "validTo", on: letter.validTo, earliest: letter.validFrom, what: "letter" }
      : null,
  );
}

/**
 * What a change of a window, its letters or its staff would be, or why not. Only administrators come here; they change windows and
 * decide nothing about cases. Windows and letters are closed and revoked, never removed.
 */
export function decideWindow(situation: WindowSituation, command: WindowCommand, newId: () => string): Result<WindowChanged> {
  const { window, letters, people, today } = situation;
  if (command.type === "open-window") {
    const refusal = refuseFacts(command, situation);
    return refusal ? refuse(refusal) : ok(command);
  }
  if (!window) return refuse({ code: "window-unknown" });
  if (window.closedOn !== null) return refuse({ code: "window-closed", on: window.closedOn });
  switch (command.type) {
    case "change-window": {
      const refusal = refuseFacts(command, situation);
      return refusal ? refuse(refusal) : ok(command);
    }
    case "close-window": {
      const refusal = first(
        noDay(command.on, "on"),
        command.on > today && { code: "day-in-future", field: "on", on: command.on, today },
        situation.seated.length > 0 && { code: "window-not-empty", people: situation.seated },
      );
      return refusal ? refuse(refusal) : ok(command);
    }
    case "sign-letter": {
      const refusal = refuseLetter(command, situation);
      return refusal ? refuse(refusal) : ok({ ...command, authorisationId: newId() });
    }
    case "revoke-letter": {
      const letter = letters.find((one) => one.id === command.authorisationId);
      const refusal = first(
        !letter && { code: "authorisation-unknown", field: "authorisationId" },
        letter && letter.revokedOn !== null ? { code: "letter-already-revoked", on: letter.revokedOn } : null,
        noDay(command.on, "on"),
        letter && command.on < letter.validFrom ? { code: "day-before", field: "on", on: command.on, earliest: letter.validFrom, what: "letter" } : null,
      );
      return refusal ? refuse(refusal) : ok(command);
    }
    case "seat-person": {
      const refusal = first(
        !people.some((one) => one.personId === command.personId && WINDOW_ROLES.includes(one.role)) && { code: "person-not-of-windows", field: "personId" },
        noDay(command.on, "on"),
        noDay(command.certificateValidTo, "certificateValidTo"),
        command.certificateNo === null && command.certificateValidTo !== null ? { code: "text-missing", field: "certificateNo" } : null,
      );
      return refusal ? refuse(refusal) : ok(command);
    }
    case "leave-window":
      return ok(command);
  }
}

/** Whether a letter is in force on a day. The last day counts; the day it is revoked does not. */
export const inForce = (letter: Pick<Authorisation, "validFrom" | "validTo" | "revokedOn">, on: CivilDay): boolean =>
  letter.validFrom <= on && (letter.validTo === null || on <= letter.validTo) && (letter.revokedOn === null || on < letter.revokedOn);

/** What of one department's items the windows of a centre take, and for how many a letter is in force (F09 事项进驻到位、授权到位; F10). */
export interface Coverage {
  readonly departmentCode: string;
  readonly items: number;
  /** Items no open window of the centre serves: not in the centre (F10 应进必进). */
  readonly outside: readonly string[];
  /** Items for which no letter of the department is in force at any open window. */
  readonly unauthorised: readonly string[];
}

/** Coverage of every department that decides an item of the place, in the order of its rules. */
export function coverageOf(
  pack: Pick<Pack, "items" | "departments">,
  windows: readonly ServiceWindow[],
  letters: readonly Authorisation[],
  on: CivilDay,
): readonly Coverage[] {
  const open = windows.filter((window) => window.closedOn === null);
  const valid = letters.filter((letter) => inForce(letter, on) && open.some((window) => window.id === letter.windowId));
  const accepted = pack.items.filter((item) => item.type !== "MILESTONE" && item.type !== "SERVICE");
  const serves = (window: ServiceWindow, item: Pack["items"][number]) =>
    window.departmentCodes.length === 0 || window.departmentCodes.includes(item.decidingDepartment) || window.departmentCodes.includes(item.department);
  return pack.departments.flatMap(({ code }) => {
    const own = accepted.filter((item) => item.decidingDepartment === code);
    if (own.length === 0) return [];
    const covers = (item: Pack["items"][number]) =>
      valid.some((letter) => letter.departmentCode === code && (letter.itemCodes === null || letter.itemCodes.includes(item.code)));
    return [
      {
        departmentCode: code,
        items: own.length,
        outside: own.filter((item) => !open.some((window) => serves(window, item))).map((item) => item.code),
        unauthorised: own.filter((item) => !covers(item)).map((item) => item.code),
      },
    ];
  });
}
