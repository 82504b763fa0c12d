import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { type Db, prepared } from "../../db/port";
import type { Role } from "../domain/case/context";
import { readCookie, writeCookie } from "./cookies";
import type { Signed } from "./signed";

const HOUR_MS = 3_600_000;
/** A session ends this long after the last page, and this long after signing in whatever happens. */
export const IDLE_MS = 8 * HOUR_MS;
export const ABSOLUTE_MS = 24 * HOUR_MS;
/** How fresh "last seen" is kept: one write in this time, not one per page. */
const SEEN_EVERY_MS = 5 * 60_000;

/** The place and role somebody works in during one session. */
export interface RoleChoice {
  readonly centreId: string;
  readonly role: Role;
  readonly departmentCode: string | null;
  readonly centre: { readonly zh: string; readonly en: string };
}

/**
 * Sessions live in the database, so they can be ended from there. The cookie holds 256 random bits; the table only their
 * SHA-256, so reading the table opens no session. `now` is the real time, also where the day is fixed for a demo.
 */
export class Sessions {
  constructor(
    private readonly db: Db,
    private readonly secure: boolean,
    private readonly now: () => number = Date.now,
  ) {}

  private get cookieName(): string {
    return this.secure ? "__Host-daiban" : "daiban";
  }

  /** Who is signed in, by the request's cookies; null when nobody, too long idle, too old, revoked, or the person or role is gone. */
  async signed(cookies: string | null | undefined): Promise<Signed | null> {
    const secret = readCookie(cookies, this.cookieName);
    if (!secret) return null;
    const [found] = await this.find().execute({ id: digest(secret), now: this.instant(), seenAfter: this.instant(-IDLE_MS) });
    if (!found) return null;
    const { t } = this.db;
    const { session } = found;
    if (session.lastSeenAt < this.instant(-SEEN_EVERY_MS)) {
      await this.db.tx((write) =>
        write.update(t.session).set({ lastSeenAt: this.instant() }).where(eq(t.session.id, session.id)).returning({ id: t.session.id }),
      );
    }
    return {
      sessionId: session.id,
      actor: {
        personId: session.personId,
        name: found.name,
        role: session.role,
        centreId: session.centreId,
        departmentCode: session.role === "reviewer" ? found.departmentCode : null,
        enterpriseIds: session.role === "investor" ? await this.enterprisesOf(session.centreId, session.personId) : [],
      },
      centre: { zh: found.zh, en: found.en },
      canChangeRole: Number(found.roles) > 1,
    };
  }

  /** The session with everything a page needs of its person: every page asks, so it is one statement, built once. */
  private find() {
    const { t, q } = this.db;
    const { placeholder } = sql;
    const roles = sql<number>`(select count(*) from ${t.personRole} as mine where mine.${sql.identifier(t.personRole.personId.name)} = ${t.session.personId})`;
    return prepared(q, "session", () =>
      q
        .select({ session: t.session, name: t.person.name, zh: t.centre.nameZh, en: t.centre.nameEn, departmentCode: t.personRole.departmentCode, roles })
        .from(t.session)
        .innerJoin(t.person, eq(t.person.id, t.session.personId))
        .innerJoin(t.centre, eq(t.centre.id, t.session.centreId))
        .innerJoin(
          t.personRole,
          and(eq(t.personRole.centreId, t.session.centreId), eq(t.personRole.personId, t.session.personId), eq(t.personRole.role, t.session.role)),
        )
        .where(
          and(
            eq(t.session.id, placeholder("id")),
            isNull(t.session.revokedAt),
            gt(t.session.expiresAt, placeholder("now")),
            gt(t.session.lastSeenAt, placeholder("seenAfter")),
            eq(t.person.active, true),
          ),
        )
        .limit(1),
    );
  }

  /** Every place and role of a person, centres by name. */
  async rolesOf(personId: string): Promise<readonly RoleChoice[]> {
    const { t, q } = this.db;
    const rows = await q
      .select({
        centreId: t.personRole.centreId,
        role: t.personRole.role,
        departmentCode: t.personRole.departmentCode,
        zh: t.centre.nameZh,
        en: t.centre.nameEn,
      })
      .from(t.personRole)
      .innerJoin(t.centre, eq(t.centre.id, t.personRole.centreId))
      .where(eq(t.personRole.personId, personId))
      .orderBy(t.centre.code, t.personRole.role);
    return rows.map(({ zh, en, ...choice }) => ({ ...choice, centre: { zh, en } }));
  }

  /**
   * Opens a session under a fresh secret and ends the one the request carried. Sessions of this person that ran out are cleared.
   * @returns the value of the `Set-Cookie` header
   */
  async start(personId: string, choice: Pick<RoleChoice, "centreId" | "role">, cookies: string | null | undefined): Promise<string> {
    const { t } = this.db;
    const secret = randomBytes(32).toString("base64url");
    const now = this.instant();
    const old = readCookie(cookies, this.cookieName);
    await this.db.tx(async (q) => {
      if (old) await q.delete(t.session).where(eq(t.session.id, digest(old)));
      await q
        .delete(t.session)
        .where(and(eq(t.session.personId, personId), or(lt(t.session.expiresAt, now), lt(t.session.lastSeenAt, this.instant(-IDLE_MS)))));
      await q.insert(t.session).values({
        id: digest(secret),
        personId,
        centreId: choice.centreId,
        role: choice.role,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: this.instant(ABSOLUTE_MS),
        revokedAt: null,
      });
    });
    return writeCookie(this.cookieName, secret, { secure: this.secure });
  }

  /** Ends the session of this request, if it has one. @returns the `Set-Cookie` header that forgets it */
  async end(cookies: string | null | undefined): Promise<string> {
    const { t } = this.db;
    const secret = readCookie(cookies, this.cookieName);
    if (secret)
      await this.db.tx((q) =>
        q
          .update(t.session)
          .set({ revokedAt: this.instant() })
          .where(eq(t.session.id, digest(secret)))
          .returning({ id: t.session.id }),
      );
    return writeCookie(this.cookieName, "", { secure: this.secure, maxAge: 0 });
  }

  private async enterprisesOf(centreId: string, personId: string): Promise<readonly string[]> {
    const { t, q } = this.db;
    const rows = await q
      .select({ id: t.enterpriseMember.enterpriseId })
      .from(t.enterpriseMember)
      .where(and(eq(t.enterpriseMember.centreId, centreId), eq(t.enterpriseMember.personId, personId)));
    return rows.map((row) => row.id);
  }

  private instant(shift = 0): string {
    return new Date(this.now() + shift).toISOString();
  }
}

const digest = (secret: string) => createHash("sha256").update(secret).digest("hex");
