import { eq, like } from "drizzle-orm";
import { centres } from "../../../db/seeds/centres";
import { DEMO_PREFIX, people } from "../../../db/seeds/people";
import type { CentreKey, Story } from "../../../db/seeds/story";
import { uuidv7 } from "../../../db/uuid";
import type { Actor, Role } from "../../domain/case/context";
import type { Services } from "../services";
import { raiseDemoCovers } from "./demo-covers";
import { raiseDemoWindows } from "./demo-windows";

/** The demo people as actors: who a story means by a sign-in name, a role or a department. */
export interface Cast {
  /** The person with this sign-in name; throws when the story names nobody. */
  named(signInName: string): Actor;
  inRole(centre: CentreKey, role: Role): Actor;
  /** The investor who acts for this enterprise. */
  actingFor(centre: CentreKey, enterpriseId: string): Actor;
  /** Reviewers of a department, in the order of their sign-in names. */
  reviewers(centre: CentreKey, departmentCode: string): readonly Actor[];
}

/** Whether the installation holds nobody and nothing yet; demo data is only ever put into an empty one. */
export async function isEmpty({ db }: Services): Promise<boolean> {
  return (await db.q.$count(db.t.centre)) === 0 && (await db.q.$count(db.t.person)) === 0;
}

/**
 * Writes the demo centres with their departments, the demo people with their roles, and the enterprises that demo investors
 * act for. Only for an empty installation.
 * @param passwordHash Argon2id hash of the one demo password
 */
export async function raiseDemoCentres(services: Services, stories: readonly Story[], passwordHash: string): Promise<void> {
  const { db } = services;
  const { t } = db;
  const enterpriseName = new Map(stories.map((story) => [story.project.creditCode, story.project.enterpriseName]));
  await db.tx(async (q) => {
    for (const { papers: _, ...centre } of centres) {
      const centreId = uuidv7();
      await q.insert(t.centre).values({ ...centre, id: centreId, parentId: null });
      const departments = services.pack(centre.packId).departments;
      await q
        .insert(t.department)
        .values(
          departments.map(({ code, name, shortName }) => ({ centreId, code, nameZh: name.zh, nameEn: name.en, shortZh: shortName.zh, shortEn: shortName.en })),
        );
      const enterpriseIds = new Map<string, string>();
      for (const person of people.filter((candidate) => candidate.centre === centre.code)) {
        const personId = uuidv7();
        await q.insert(t.person).values({ id: personId, signInName: person.signInName, name: person.name, passwordHash, locale: "zh-CN", active: true });
        await q.insert(t.personRole).values({ centreId, personId, role: person.role, departmentCode: person.departmentCode });
        for (const creditCode of person.creditCodes) {
          const enterpriseId = enterpriseIds.get(creditCode) ?? uuidv7();
          if (!enterpriseIds.has(creditCode)) {
            enterpriseIds.set(creditCode, enterpriseId);
            await q.insert(t.enterprise).values({ centreId, id: enterpriseId, creditCode, name: enterpriseName.get(creditCode) ?? creditCode });
          }
          await q.insert(t.enterpriseMember).values({ centreId, enterpriseId, personId });
        }
      }
    }
  });
  await raiseDemoWindows(services);
  await raiseDemoCovers(services);
}

/** The demo people of this installation. */
export async function readCast({ db }: Services): Promise<Cast> {
  const { t } = db;
  const rows = await db.q
    .select({
      signInName: t.person.signInName,
      personId: t.person.id,
      name: t.person.name,
      role: t.personRole.role,
      departmentCode: t.personRole.departmentCode,
      centreId: t.personRole.centreId,
      centre: t.centre.code,
    })
    .from(t.person)
    .innerJoin(t.personRole, eq(t.personRole.personId, t.person.id))
    .innerJoin(t.centre, eq(t.centre.id, t.personRole.centreId))
    .where(like(t.person.signInName, `${DEMO_PREFIX}%`))
    .orderBy(t.person.signInName);
  const members = await db.q.select({ personId: t.enterpriseMember.personId, enterpriseId: t.enterpriseMember.enterpriseId }).from(t.enterpriseMember);
  const cast = rows.map(({ signInName, centre, ...person }) => ({
    signInName,
    centre,
    actor: { ...person, enterpriseIds: members.filter((member) => member.personId === person.personId).map((member) => member.enterpriseId) } satisfies Actor,
  }));
  const only = (actor: Actor | undefined, wanted: string): Actor => {
    if (!actor) throw new Error(`the demo has no ${wanted}`);
    return actor;
  };
  return {
    named: (signInName) => only(cast.find((one) => one.signInName === signInName)?.actor, signInName),
    actingFor: (centre, enterpriseId) =>
      only(
        cast.find((one) => one.centre === centre && one.actor.role === "investor" && one.actor.enterpriseIds.includes(enterpriseId))?.actor,
        `investor in ${centre}`,
      ),
    inRole: (centre, role) => only(cast.find((one) => one.centre === centre && one.actor.role === role)?.actor, `${role} in ${centre}`),
    reviewers: (centre, departmentCode) =>
      cast.filter((one) => one.centre === centre && one.actor.role === "reviewer" && one.actor.departmentCode === departmentCode).map((one) => one.actor),
  };
}
