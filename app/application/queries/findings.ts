import { and, asc, count, eq, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case/context";
import { type FindingCode, FOUND_BY_PEOPLE, FOUND_BY_RULE } from "../../domain/case/parts/finding";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type FindingView, viewFinding } from "./finding-view";
import { behind, inOrder, readCursor, writeCursor } from "./keyset";

const PAGE_SIZE = 50;

export interface FindingsAsked {
  readonly code: string | null;
  readonly department: string | null;
  readonly after: string | null;
}

export interface FindingRow extends FindingView {
  readonly projectNo: string;
  readonly projectName: string;
}

export interface FindingsPage {
  readonly code: FindingCode | null;
  readonly department: string | null;
  readonly departments: readonly { readonly code: string; readonly name: Words }[];
  readonly rows: readonly FindingRow[];
  readonly total: number;
  readonly next: string | null;
}

const CODES: readonly string[] = [...FOUND_BY_RULE, ...FOUND_BY_PEOPLE];

/** Irregularities of the centre, newest first, by kind and department. 3 statements, whatever there is. */
export async function findingsPage({ db, pack }: Services, actor: Actor, asked: FindingsAsked): Promise<FindingsPage> {
  const { finding: f, project: p, item: i, department: d } = db.t;
  const departments = await db.q.select({ code: d.code, zh: d.shortZh, en: d.shortEn }).from(d).where(eq(d.centreId, actor.centreId)).orderBy(asc(d.code));
  const code = CODES.includes(asked.code ?? "") ? (asked.code as FindingCode) : null;
  const department = departments.find((one) => one.code === asked.department)?.code ?? null;
  const where: SQL | undefined = and(
    eq(f.centreId, actor.centreId),
    code === null ? undefined : eq(f.code, code),
    department === null ? undefined : eq(f.departmentCode, department),
  );
  const [counted] = await db.q.select({ n: count() }).from(f).where(where);
  const cursor = readCursor(asked.after, "day");
  const found = await db.q
    .select({
      id: f.id,
      code: f.code,
      facts: f.facts,
      byRule: f.byRule,
      byName: f.byName,
      evidence: f.evidence,
      eventSeq: f.eventSeq,
      foundOn: f.foundOn,
      departmentCode: f.departmentCode,
      itemNo: i.itemNo,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
      type: i.type,
      projectNo: p.projectNo,
      projectName: p.name,
      packDigest: p.packDigest,
    })
    .from(f)
    .innerJoin(p, and(eq(p.centreId, f.centreId), eq(p.id, f.projectId)))
    .leftJoin(i, and(eq(i.centreId, f.centreId), eq(i.projectId, f.projectId), eq(i.id, f.itemId)))
    .where(and(where, cursor ? behind(f.foundOn, f.id, cursor, "down") : undefined))
    .orderBy(...inOrder(f.foundOn, f.id, "down"))
    .limit(PAGE_SIZE + 1);
  const shown = found.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    code,
    department,
    departments: departments.map(({ code: one, zh, en }) => ({ code: one, name: { zh, en } })),
    rows: shown.map(({ itemNo, nameZh, nameEn, type, projectNo, projectName, packDigest, ...finding }) => ({
      ...viewFinding(
        finding,
        itemNo === null || nameZh === null || nameEn === null || type === null ? null : { itemNo, nameZh, nameEn, type },
        pack(packDigest),
      ),
      projectNo,
      projectName,
    })),
    total: Number(counted?.n ?? 0),
    next: found.length > PAGE_SIZE && last ? writeCursor({ value: last.foundOn, id: last.id }) : null,
  };
}
