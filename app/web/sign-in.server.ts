import { createHmac, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "../../db/port";
import { hashPassword, isPassword } from "../application/passwords";
import type { Locale } from "../i18n";
import { readCookie, writeCookie } from "./cookies";

const PENDING = "daiban-pending";
const PENDING_SECONDS = 300;

/** Sign-in names are written in any case and width. */
export const signInName = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/** Checks names and passwords, and remembers for five minutes who has passed while the role is being chosen. */
export class SignIn {
  /** Verified against when the name is unknown, so that both answers take the same time. */
  private readonly nobody = hashPassword("nobody has this password");

  constructor(
    private readonly db: Db,
    private readonly secret: string,
    private readonly secure: boolean,
    private readonly now: () => number = Date.now,
  ) {}

  /** The person with this name and password; null when either is wrong or the account is closed, without saying which. */
  async check(name: string, password: string): Promise<{ readonly personId: string; readonly locale: Locale } | null> {
    const { t, q } = this.db;
    const [person] = await q
      .select()
      .from(t.person)
      .where(eq(t.person.signInName, signInName(name)))
      .limit(1);
    const right = await isPassword(person?.passwordHash ?? (await this.nobody), password);
    return person?.active && right ? { personId: person.id, locale: person.locale } : null;
  }

  /** Whether this is the password of a person who is signed in already: asked again before a signature. */
  async confirms(personId: string, password: string): Promise<boolean> {
    const { t, q } = this.db;
    const [person] = await q.select({ passwordHash: t.person.passwordHash, active: t.person.active }).from(t.person).where(eq(t.person.id, personId)).limit(1);
    const right = await isPassword(person?.passwordHash ?? (await this.nobody), password);
    return right && person?.active === true;
  }

  /** Remembers the language a person chose, for the next browser they sign in from. */
  async speaks(personId: string, locale: Locale): Promise<void> {
    const { t } = this.db;
    await this.db.tx((q) => q.update(t.person).set({ locale }).where(eq(t.person.id, personId)).returning({ id: t.person.id }));
  }

  /** `Set-Cookie` header for somebody who still has to choose a role. */
  pending(personId: string): string {
    const claim = `${personId}.${this.now() + PENDING_SECONDS * 1000}`;
    return writeCookie(PENDING, `${claim}.${this.sign(claim)}`, { secure: this.secure, maxAge: PENDING_SECONDS, path: "/sign-in" });
  }

  /** Who is choosing a role; null when nobody, or too late. */
  pendingPerson(cookies: string | null | undefined): string | null {
    const [personId = "", until = "", signature = ""] = (readCookie(cookies, PENDING) ?? "").split(".");
    const expected = Buffer.from(this.sign(`${personId}.${until}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return Number(until) > this.now() ? personId : null;
  }

  forgetPending(): string {
    return writeCookie(PENDING, "", { secure: this.secure, maxAge: 0, path: "/sign-in" });
  }

  private sign(claim: string): string {
    return createHmac("sha256", this.secret).update(`sign-in role\0${claim}`).digest("base64url");
  }
}
