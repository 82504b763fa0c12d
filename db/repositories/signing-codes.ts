import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { LetterKind } from "../../app/domain/case/parts/signature";
import type { SigningCode } from "../../app/domain/case/parts/signing-code";
import type { Q, Tables } from "../port";

/** The letter a code is for, and the person who may sign with it. */
export interface CodeFor {
  readonly centreId: string;
  readonly projectId: string;
  readonly letterKind: LetterKind;
  readonly subjectId: string;
  readonly personId: string;
}

export type StoredCode = SigningCode & { readonly codeHash: string };

export async function insertCode(q: Q, t: Tables, owner: Pick<CodeFor, "centreId" | "projectId">, code: StoredCode): Promise<void> {
  await q.insert(t.signingCode).values({ ...code, centreId: owner.centreId, projectId: owner.projectId });
}

/** The latest code of a person for a letter: the only one that counts. 1 statement. */
export async function latestCode(q: Q, t: Tables, { centreId, projectId, letterKind, subjectId, personId }: CodeFor): Promise<StoredCode | null> {
  const { signingCode: c } = t;
  const [found] = await q
    .select()
    .from(c)
    .where(and(eq(c.centreId, centreId), eq(c.projectId, projectId), eq(c.letterKind, letterKind), eq(c.subjectId, subjectId), eq(c.personId, personId)))
    .orderBy(desc(c.id))
    .limit(1);
  if (!found) return null;
  const { centreId: _, projectId: __, ...code } = found;
  return code;
}

/** Counts a try before the code is looked at, so that many at once count as many. @returns false when none is left. 1 statement. */
export async function countTry(q: Q, t: Tables, centreId: string, id: string): Promise<boolean> {
  const { signingCode: c } = t;
  const counted = await q
    .update(c)
    .set({ triesLeft: sql`${c.triesLeft} - 1` })
    .where(and(eq(c.centreId, centreId), eq(c.id, id), gt(c.triesLeft, 0)))
    .returning({ id: c.id });
  return counted.length > 0;
}

/** Uses a code up. @returns false when it was used before. 1 statement. */
export async function spendCode(q: Q, t: Tables, centreId: string, id: string, at: string): Promise<boolean> {
  const { signingCode: c } = t;
  const spent = await q
    .update(c)
    .set({ usedAt: at })
    .where(and(eq(c.centreId, centreId), eq(c.id, id), isNull(c.usedAt)))
    .returning({ id: c.id });
  return spent.length > 0;
}
