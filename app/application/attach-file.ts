import { Readable } from "node:stream";
import type { Command } from "../domain/case/commands";
import type { Actor } from "../domain/case/context";
import type { EvidenceOf } from "../domain/case/parts/evidence";
import type { StoredFile } from "../domain/case/parts/material";
import type { Refusal } from "../domain/result";
import { execute, type Outcome } from "./execute";
import { cleanFileName } from "./files/file-name";
import { isTooLarge } from "./files/files";
import { inspect } from "./files/inspect";
import type { Services } from "./services";

/** A file as it arrived, nothing of it believed yet. */
export interface ArrivedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface AttachTo {
  readonly projectNo: string;
  /** What the case is told once the file is stored: a version of a material, evidence of a check. */
  toCommand(file: StoredFile): Command;
  readonly idempotencyKey: string;
  readonly maxBytes: number;
}

/** As `Outcome`; 400 is a file that is not what it should be, 413 one that is too large. */
export type Attached = Outcome | { readonly ok: false; readonly status: 400 | 413; readonly error: Refusal };

/**
 * Looks at a file's content, stores it and tells the case. The content is on disk for good before the case says
 * so; nothing stays of a file that is refused, for what it is or by the case.
 */
export async function attachFile(services: Services, actor: Actor, to: AttachTo, arrived: ArrivedFile): Promise<Attached> {
  const name = cleanFileName(arrived.name);
  const looked = await inspect(arrived.content, name);
  if (!looked.ok) return { ok: false, status: 400, error: looked.error };
  try {
    const { digest, bytes, takeBack } = await services.files.put(Readable.from([arrived.content]), to.maxBytes);
    const file = { digest, name, bytes, mediaType: looked.value.mediaType };
    const { projectNo, idempotencyKey } = to;
    const outcome = await execute(services, actor, to.toCommand(file), { projectNo, idempotencyKey });
    // After a fault nobody knows whether the case says so: then it stays, and is found when unnamed contents are looked for.
    if (!outcome.ok) await takeBack();
    return outcome;
  } catch (error) {
    if (isTooLarge(error)) return { ok: false, status: 413, error: fileTooLarge(to.maxBytes) };
    throw error;
  }
}

/** A file for a material of an item, by its name on the checklist. */
export const toMaterial =
  (itemNo: string, name: string): AttachTo["toCommand"] =>
  (file) => ({ type: "attach-file", itemNo, name, file });

/** A photograph or paper for a check. */
export const toCheck =
  ({ subjectKind, subjectId, round }: EvidenceOf): AttachTo["toCommand"] =>
  (file) => ({ type: "attach-evidence", subjectKind, subjectId, round, file });

/** @param maxBytes the limit, told in megabytes */
export const fileTooLarge = (maxBytes: number): Refusal => ({ code: "file-too-large", field: "file", megabytes: Math.floor(maxBytes / 100_000) / 10 });

/** The form came without a file. */
export const FILE_MISSING: Refusal = { code: "file-missing", field: "file" };
/** What arrived ends in the middle, or is no form. */
export const UPLOAD_BROKEN_OFF: Refusal = { code: "upload-broken-off", field: "file" };
