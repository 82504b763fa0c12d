import { and, eq, inArray, ne } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { SimulatedStatus } from "../../domain/case/parts/simulation";
import type { ProjectStatus } from "../../domain/case/state";
import { lightOf } from "../../domain/clock/light";
import type { Words } from "../../domain/pack/pack";
import type { Locale } from "../../i18n";
import type { Services } from "../services";
import { readVerifyCode } from "./verify-code";

/** Where a case stands, in numbers only: no person, no amount. */
export interface CaseStanding {
  readonly asOf: CivilDay;
  readonly status: ProjectStatus;
  readonly items: number;
  readonly ended: number;
  readonly running: number;
  readonly paused: number;
  readonly correcting: number;
  readonly late: boolean;
  /** The case has moved on since the paper. */
  readonly changed: boolean;
}

export interface KnownPaper {
  readonly code: string;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: CivilDay;
  readonly locale: Locale;
  /** SHA-256 of the file, in hex. */
  readonly digest: string;
  readonly packId: string;
  readonly centre: Words;
  readonly projectNo: string;
  readonly projectName: string;
}

/**
 * What is known of a paper. `altered` beats the others: the file in hand is not the one that was issued. `digestMatches` is
 * null when no digest was given.
 */
export type PaperCheck =
  | { readonly verdict: "unknown"; readonly code: string }
  | {
      readonly verdict: "genuine" | "superseded" | "altered";
      readonly digestMatches: boolean | null;
      readonly paper: KnownPaper;
      readonly supersededBy: { readonly number: string; readonly issuedOn: CivilDay } | null;
      readonly now: CaseStanding;
      /** For a paper without legal force: how it stands today. Null for every other paper. */
      readonly simulated: SimulatedStanding | null;
    };

/** How what a simulated paper is about stands, and the last day on which it may be converted. */
export interface SimulatedStanding {
  readonly kind: "simulated-opinion" | "simulated-correction";
  readonly status: SimulatedStatus;
  readonly validTo: CivilDay | null;
}

/** 64 hex digits, however they were copied; null when it is no SHA-256. */
export function readDigest(typed: string): string | null {
  const plain = typed.toLowerCase().replace(/[\s:]/g, "");
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}

/**
 * Checks a paper by the code in its QR, and by the digest of the file when one is given. Open to everybody who holds the
 * paper: it says what the paper itself says, and where the case stands now. At most 5 statements.
 */
export async function verifyPaper({ db, today }: Services, typedCode: string, sha256: string | null = null): Promise<PaperCheck> {
  const code = readVerifyCode(typedCode);
  if (code === null) return { verdict: "unknown", code: typedCode.slice(0, 40) };
  const { issuedDocument: d, centre, project } = db.t;
  const [row] = await db.q
    .select({
      centreId: d.centreId,
      projectId: d.projectId,
      kind: d.kind,
      subjectId: d.subjectId,
      number: d.number,
      issuedOn: d.issuedOn,
      locale: d.locale,
      digest: d.digest,
      packId: d.packId,
      caseVersion: d.caseVersion,
      supersededBy: d.supersededBy,
      zh: centre.nameZh,
      en: centre.nameEn,
      projectNo: project.projectNo,
      projectName: project.name,
      status: project.status,
      version: project.version,
    })
    .from(d)
    .innerJoin(centre, eq(centre.id, d.centreId))
    .innerJoin(project, and(eq(project.centreId, d.centreId), eq(project.id, d.projectId)))
    // The centre leads every key; naming them all keeps the question answerable where rows are spread by centre.
    .where(and(inArray(d.centreId, db.q.select({ id: centre.id }).from(centre)), eq(d.code, code)));
  if (!row) return { verdict: "unknown", code };

  const [next] = row.supersededBy
    ? await db.q
        .select({ number: d.number, issuedOn: d.issuedOn })
        .from(d)
        .where(and(eq(d.centreId, row.centreId), eq(d.code, row.supersededBy)))
    : [];
  const digestMatches = sha256 === null ? null : sha256 === row.digest;
  return {
    verdict: digestMatches === false ? "altered" : next ? "superseded" : "genuine",
    digestMatches,
    paper: {
      code,
      kind: row.kind,
      number: row.number,
      issuedOn: row.issuedOn,
      locale: row.locale,
      digest: row.digest,
      packId: row.packId,
      centre: { zh: row.zh, en: row.en },
      projectNo: row.projectNo,
      projectName: row.projectName,
    },
    supersededBy: next ?? null,
    simulated: await simulatedStanding(db, row),
    now: { ...(await standing(db, row, today())), asOf: today(), status: row.status, changed: row.version !== row.caseVersion },
  };
}

async function simulatedStanding(
  db: Services["db"],
  { centreId, projectId, kind, subjectId }: { readonly centreId: string; readonly projectId: string; readonly kind: string; readonly subjectId: string | null },
): Promise<SimulatedStanding | null> {
  if ((kind !== "simulated-opinion" && kind !== "simulated-correction") || subjectId === null) return null;
  const { simulatedItem: s } = db.t;
  const [row] = await db.q
    .select({ status: s.status, validTo: s.validTo })
    .from(s)
    .where(and(eq(s.centreId, centreId), eq(s.projectId, projectId), eq(s.id, subjectId)));
  return row ? { kind, ...row } : null;
}

type Counts = Omit<CaseStanding, "asOf" | "status" | "changed">;

async function standing(
  db: Services["db"],
  { centreId, projectId }: { readonly centreId: string; readonly projectId: string },
  today: CivilDay,
): Promise<Counts> {
  const { item } = db.t;
  const rows = await db.q
    .select({ status: item.status, endedOn: item.endedOn, running: item.running, paused: item.paused, warnFrom: item.warnFrom, lateFrom: item.lateFrom })
    .from(item)
    .where(and(eq(item.centreId, centreId), eq(item.projectId, projectId), ne(item.status, "dropped")));
  const number = (is: (row: (typeof rows)[number]) => boolean): number => rows.filter(is).length;
  return {
    items: rows.length,
    ended: number((row) => row.endedOn !== null),
    running: number((row) => row.running && !row.paused),
    paused: number((row) => row.paused),
    correcting: number((row) => row.status === "correcting"),
    late: rows.some((row) => lightOf(row, today) === "late"),
  };
}
