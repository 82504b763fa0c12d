import type { Actor, Role } from "../../app/domain/case/context";
import type { Db } from "../../db/port";
import { uuidv7 } from "../../db/uuid";

/** A centre with its rows in the database, and people to act in it. */
export interface TestCentre {
  readonly id: string;
  readonly code: string;
  /** A person of the centre; a reviewer needs a department, an investor its enterprises. */
  person(name: string, role: Role, of?: { readonly departmentCode?: string; readonly enterpriseIds?: readonly string[] }): Actor;
}

/** A centre that is already in the database. */
export const centreOf = (id: string, code: string): TestCentre => ({
  id,
  code,
  person: (name, role, of = {}) => ({
    personId: uuidv7(),
    name,
    role,
    centreId: id,
    departmentCode: of.departmentCode ?? null,
    enterpriseIds: of.enterpriseIds ?? [],
  }),
});

/** Writes one centre; its people exist as actors only, which is all that cases keep of them. */
export async function aCentre(db: Db, code: string, packId = "hengyang-2018"): Promise<TestCentre> {
  const centre = centreOf(uuidv7(), code);
  await db.tx((q) =>
    q.insert(db.t.centre).values({
      id: centre.id,
      code,
      nameZh: `${code}政务服务中心`,
      nameEn: `${code} Service Centre`,
      level: "city",
      parentId: null,
      regionCode: "430400",
      packId,
    }),
  );
  return centre;
}

/** Writes an active agency officer with a sign-in of the centre; answers the person's id. */
export async function anOfficer(db: Db, centreId: string, name: string): Promise<string> {
  const id = uuidv7();
  await db.tx(async (q) => {
    await q.insert(db.t.person).values({ id, signInName: `officer-${id}`, name, passwordHash: "none", locale: "zh-CN", active: true });
    await q.insert(db.t.personRole).values({ personId: id, centreId, role: "agent", departmentCode: null });
  });
  return id;
}
