import { and, eq } from "drizzle-orm";
import { loadCase } from "../../../db/repositories/case-rows";
import { may } from "../../domain/access/permissions";
import { maySee, SCOPE } from "../../domain/access/scope";
import type { Actor } from "../../domain/case/context";
import { PAPER_RULES } from "../../domain/case/papers";
import { isPaperKind } from "../../domain/case/parts/paper";
import type { Services } from "../services";
import { drawnPaper, type PaperModel } from "./drawn-paper";
import { readVerifyCode } from "./verify-code";

export type PaperFile =
  | { readonly ok: true; readonly pdf: Buffer; readonly number: string }
  /** 404: not there or not theirs. 409: the software draws it otherwise since an update, so it must be handed out again. */
  | { readonly ok: false; readonly status: 404 | 409 };

/**
 * The file of a paper given out, drawn again from what was kept: the same bytes, or none at all. Staff see the papers of cases they see,
 * reviewers those of the own department's items and of the whole case; an investor sees those meant for the applicant.
 */
export async function issuedPaper(services: Services, actor: Actor, typedCode: string): Promise<PaperFile> {
  const { db } = services;
  const { issuedDocument: d } = db.t;
  const code = readVerifyCode(typedCode);
  if (code === null) return { ok: false, status: 404 };
  const [row] = await db.q
    .select({ projectId: d.projectId, itemId: d.itemId, kind: d.kind, number: d.number, digest: d.digest, model: d.model })
    .from(d)
    .where(and(eq(d.centreId, actor.centreId), eq(d.code, code)));
  const loaded = row && (await loadCase(db, actor.centreId, { projectId: row.projectId }, SCOPE));
  if (!row || !loaded || !maySee(actor, loaded.state) || !mayTake(actor, row.kind)) return { ok: false, status: 404 };
  const item = row.itemId === null ? null : loaded.state.items[row.itemId];
  if (actor.role === "reviewer" && item && item.departmentCode !== actor.departmentCode) return { ok: false, status: 404 };
  const { pdf, digest } = await drawnPaper(row.model as PaperModel);
  return digest === row.digest ? { ok: true, pdf, number: row.number } : { ok: false, status: 409 };
}

function mayTake(actor: Actor, kind: string): boolean {
  if (actor.role !== "investor") return isPaperKind(kind) || may(actor, "report:issue");
  return isPaperKind(kind) && PAPER_RULES[kind].forInvestor;
}
