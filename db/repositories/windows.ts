import { and, asc, eq, gt, gte, isNull, lte, or } from "drizzle-orm";
import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import type { WindowAtWork } from "../../app/domain/case/parts/window";
import type { Authorisation, ServiceWindow, WindowSeat } from "../../app/domain/centre/window";
import type { Q, Tables } from "../port";

/** Columns of a window without the centre they lie in. */
const windowColumns = ({ serviceWindow: w }: Tables) => ({
  id: w.id,
  code: w.code,
  nameZh: w.nameZh,
  nameEn: w.nameEn,
  kindCode: w.kindCode,
  areaCode: w.areaCode,
  departmentCodes: w.departmentCodes,
  closedOn: w.closedOn,
});

const letterColumns = ({ authorisation: a }: Tables) => ({
  id: a.id,
  windowId: a.windowId,
  departmentCode: a.departmentCode,
  itemCodes: a.itemCodes,
  letterNo: a.letterNo,
  signedBy: a.signedBy,
  validFrom: a.validFrom,
  validTo: a.validTo,
  revokedOn: a.revokedOn,
});

/** The open window somebody sits at, with the letters in force on that day; null when they sit at none. 1 statement. */
export async function windowOf(q: Q, t: Tables, centreId: string, personId: string, on: CivilDay): Promise<WindowAtWork | null> {
  const { serviceWindow: w, windowStaff: s, authorisation: a } = t;
  const inForce = and(lte(a.validFrom, on), or(isNull(a.validTo), gte(a.validTo, on)), or(isNull(a.revokedOn), gt(a.revokedOn, on)));
  const rows = await q
    .select({
      id: w.id,
      code: w.code,
      nameZh: w.nameZh,
      nameEn: w.nameEn,
      kindCode: w.kindCode,
      areaCode: w.areaCode,
      departmentCodes: w.departmentCodes,
      certificateValidTo: s.certificateValidTo,
      departmentCode: a.departmentCode,
      itemCodes: a.itemCodes,
      letterNo: a.letterNo,
    })
    .from(s)
    .innerJoin(w, and(eq(w.centreId, s.centreId), eq(w.id, s.windowId), isNull(w.closedOn)))
    .leftJoin(a, and(eq(a.centreId, w.centreId), eq(a.windowId, w.id), inForce))
    .where(and(eq(s.centreId, centreId), eq(s.personId, personId)))
    .orderBy(asc(a.departmentCode), asc(a.id));
  const [first] = rows;
  if (!first) return null;
  const { departmentCode: _, itemCodes: __, letterNo: ___, ...window } = first;
  return {
    ...window,
    letters: rows.flatMap(({ departmentCode, itemCodes, letterNo }) =>
      departmentCode === null || letterNo === null ? [] : [{ departmentCode, itemCodes, letterNo }],
    ),
  };
}

/** The windows of a centre by number. 1 statement. */
export const windowsOf = (q: Q, t: Tables, centreId: string): Promise<ServiceWindow[]> =>
  q.select(windowColumns(t)).from(t.serviceWindow).where(eq(t.serviceWindow.centreId, centreId)).orderBy(asc(t.serviceWindow.code));

/** Ids of the windows of a centre that are open. 1 statement. */
export async function openWindowIds(q: Q, { serviceWindow: w }: Tables, centreId: string): Promise<readonly string[]> {
  const rows = await q
    .select({ id: w.id })
    .from(w)
    .where(and(eq(w.centreId, centreId), isNull(w.closedOn)));
  return rows.map(({ id }) => id);
}

/** The letters of a centre, or of one window of it, newest first day last. 1 statement. */
export const lettersOf = (q: Q, t: Tables, centreId: string, windowId?: string): Promise<Authorisation[]> =>
  q
    .select(letterColumns(t))
    .from(t.authorisation)
    .where(and(eq(t.authorisation.centreId, centreId), windowId === undefined ? undefined : eq(t.authorisation.windowId, windowId)))
    .orderBy(asc(t.authorisation.departmentCode), asc(t.authorisation.validFrom), asc(t.authorisation.id));

export type SeatedPerson = WindowSeat & { readonly name: string };

/** Who sits at the windows of a centre, by name. 1 statement. */
export const seatsOf = (q: Q, t: Tables, centreId: string): Promise<SeatedPerson[]> => {
  const { windowStaff: s, person } = t;
  return q
    .select({
      personId: s.personId,
      windowId: s.windowId,
      since: s.since,
      certificateNo: s.certificateNo,
      certificateValidTo: s.certificateValidTo,
      name: person.name,
    })
    .from(s)
    .innerJoin(person, eq(person.id, s.personId))
    .where(eq(s.centreId, centreId))
    .orderBy(asc(person.name), asc(s.personId));
};
