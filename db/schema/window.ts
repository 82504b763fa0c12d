import type { WindowChanged } from "../../app/domain/centre/window";
import type { Kit } from "../kit";
import type { centreTables } from "./centre";

/** Windows of a centre, the letters by which departments let them act, the people who sit at them, and who changed what when. */
export function windowTables(k: Kit, { centre, department, person }: Pick<ReturnType<typeof centreTables>, "centre" | "department" | "person">) {
  const serviceWindow = k.table(
    "service_window",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      /** Number over the window, e.g. B07. */
      code: k.text().notNull(),
      nameZh: k.text().notNull(),
      nameEn: k.text().notNull(),
      /** Kind and area in the rules of the place; null where they name none. */
      kindCode: k.text(),
      areaCode: k.text(),
      /** Departments served; empty: all of them. */
      departmentCodes: k.json<readonly string[]>().notNull(),
      closedOn: k.day(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.uniqueIndex("service_window_by_code").on(t.centreId, t.code),
      k.foreignKey({ name: "service_window_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
    ],
  );

  const authorisation = k.table(
    "authorisation",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      windowId: k.id().notNull(),
      departmentCode: k.text().notNull(),
      /** Null: every item of the department. */
      itemCodes: k.json<readonly string[]>(),
      letterNo: k.text().notNull(),
      signedBy: k.text().notNull(),
      validFrom: k.day().notNull(),
      validTo: k.day(),
      revokedOn: k.day(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.index("authorisation_by_window").on(t.centreId, t.windowId, t.departmentCode),
      k.foreignKey({ name: "authorisation_window_fk", columns: [t.centreId, t.windowId], foreignColumns: [serviceWindow.centreId, serviceWindow.id] }),
      k.foreignKey({ name: "authorisation_department_fk", columns: [t.centreId, t.departmentCode], foreignColumns: [department.centreId, department.code] }),
    ],
  );

  /** One window for each person; the history of seats is in `window_change`. */
  const windowStaff = k.table(
    "window_staff",
    {
      centreId: k.id().notNull(),
      personId: k.id().notNull(),
      windowId: k.id().notNull(),
      since: k.day().notNull(),
      /** 持证上岗 (K11). */
      certificateNo: k.text(),
      certificateValidTo: k.day(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.personId] }),
      k.index("window_staff_by_window").on(t.centreId, t.windowId),
      k.foreignKey({ name: "window_staff_window_fk", columns: [t.centreId, t.windowId], foreignColumns: [serviceWindow.centreId, serviceWindow.id] }),
      k.foreignKey({ name: "window_staff_person_fk", columns: [t.personId], foreignColumns: [person.id] }),
    ],
  );

  /** Who changed what of a window and when; only ever added to. The key of the form makes a second arrival harmless. */
  const windowChange = k.table(
    "window_change",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      windowId: k.id().notNull(),
      key: k.text().notNull(),
      change: k.json<WindowChanged>().notNull(),
      actorId: k.text().notNull(),
      actorName: k.text().notNull(),
      recordedAt: k.instant().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.uniqueIndex("window_change_by_key").on(t.centreId, t.key),
      k.index("window_change_by_window").on(t.centreId, t.windowId, t.id),
      k.foreignKey({ name: "window_change_window_fk", columns: [t.centreId, t.windowId], foreignColumns: [serviceWindow.centreId, serviceWindow.id] }),
    ],
  );

  return { serviceWindow, authorisation, windowStaff, windowChange };
}
