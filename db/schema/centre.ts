import type { Role } from "../../app/domain/case/context";
import type { Kit } from "../kit";

/** Centres, their departments, the people who work in them and their sessions. */
export function centreTables(k: Kit) {
  const centre = k.table(
    "centre",
    {
      id: k.id().notNull(),
      /** Prefix of project numbers, e.g. HY. */
      code: k.text().notNull(),
      nameZh: k.text().notNull(),
      nameEn: k.text().notNull(),
      level: k.code<"province" | "city" | "county" | "town" | "village">().notNull(),
      parentId: k.id(),
      /** GB/T 2260 region code of the place. */
      regionCode: k.text().notNull(),
      /** Pack under which new projects are registered. */
      packId: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.id] }),
      k.uniqueIndex("centre_by_code").on(t.code),
      k.foreignKey({ name: "centre_parent_fk", columns: [t.parentId], foreignColumns: [t.id] }),
    ],
  );

  const department = k.table(
    "department",
    {
      centreId: k.id().notNull(),
      code: k.text().notNull(),
      nameZh: k.text().notNull(),
      nameEn: k.text().notNull(),
      shortZh: k.text().notNull(),
      shortEn: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.code] }),
      k.foreignKey({ name: "department_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
    ],
  );

  const person = k.table(
    "person",
    {
      id: k.id().notNull(),
      signInName: k.text().notNull(),
      name: k.text().notNull(),
      /** Argon2id in its own encoded form. */
      passwordHash: k.text().notNull(),
      locale: k.code<"zh-CN" | "en">().notNull(),
      active: k.bool().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.id] }), k.uniqueIndex("person_by_sign_in_name").on(t.signInName)],
  );

  const personRole = k.table(
    "person_role",
    {
      centreId: k.id().notNull(),
      personId: k.id().notNull(),
      role: k.code<Role>().notNull(),
      /** Only for reviewers. */
      departmentCode: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.personId, t.role] }),
      k.index("person_role_by_person").on(t.personId),
      k.foreignKey({ name: "person_role_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
      k.foreignKey({ name: "person_role_person_fk", columns: [t.personId], foreignColumns: [person.id] }),
      k.foreignKey({ name: "person_role_department_fk", columns: [t.centreId, t.departmentCode], foreignColumns: [department.centreId, department.code] }),
    ],
  );

  const session = k.table(
    "session",
    {
      /** SHA-256 of the cookie's secret in hex: the table alone opens no session. */
      id: k.text().notNull(),
      personId: k.id().notNull(),
      centreId: k.id().notNull(),
      role: k.code<Role>().notNull(),
      createdAt: k.instant().notNull(),
      lastSeenAt: k.instant().notNull(),
      expiresAt: k.instant().notNull(),
      revokedAt: k.instant(),
    },
    (t) => [
      k.primaryKey({ columns: [t.id] }),
      k.index("session_by_person").on(t.personId),
      k.foreignKey({
        name: "session_role_fk",
        columns: [t.centreId, t.personId, t.role],
        foreignColumns: [personRole.centreId, personRole.personId, personRole.role],
      }),
    ],
  );

  /** Days on which one centre is closed beside the published calendar. */
  const localClosure = k.table("local_closure", { centreId: k.id().notNull(), day: k.day().notNull(), reason: k.text().notNull() }, (t) => [
    k.primaryKey({ columns: [t.centreId, t.day] }),
    k.foreignKey({ name: "local_closure_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
  ]);

  return { centre, department, person, personRole, session, localClosure };
}
