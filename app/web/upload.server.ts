import { Readable } from "node:stream";
import { FormDataParseError, MaxFileSizeExceededError, MultipartParseError, parseFormData } from "@remix-run/form-data-parser";
import { data } from "@remix-run/node";
import { z } from "zod";
import { type AttachTo, attachFile, FILE_MISSING, fileTooLarge, UPLOAD_BROKEN_OFF } from "../application/attach-file";
import { statusOf } from "../application/execute";
import { type Files, isTooLarge, type Spooled } from "../application/files/files";
import type { Actor } from "../domain/case/context";
import type { Refusal } from "../domain/result";
import type { FormState } from "../i18n/message";
import { answer } from "./answer";
import type { LoadContext } from "./context";
import { hidden } from "./form";

/** What a form with a file carries beside it, in bytes. */
const REST_BYTES = 64_000;
/** Of what is too large this many times the limit is read and thrown away, so that the browser gets to see the answer. */
const DISCARD_TIMES = 4;
/** Files whose content is in memory at one time; others wait on disk. */
const AT_ONCE = 2;
/** A form with one file and its hidden fields. */
const MOST_PARTS = 10;

interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  /** Null when none was chosen. */
  readonly file: { readonly name: string; readonly content: Uint8Array } | null;
}

const state = (error: Refusal, typed: FormState["typed"] = {}): FormState => ({
  typed,
  errors: { file: [{ key: `refusal.${error.code}`, facts: error }] },
  refusal: error,
});
const refusedWith = (status: 400 | 413, error: Refusal) => data(state(error), { status });

/**
 * Takes one posted file and answers as actions do: 303 to `done`, 413 too large, 400 not a file we take, 409 refused;
 * errors keep the page. Where nothing more is taken (`available`) nothing is stored, and the page says so; `refusal` says why, where it
 * is about who they are that is a 403. The body lies on disk while it comes, so a slow line holds no memory and a cut one leaves nothing.
 */
export async function takeUpload(
  { request, context }: { readonly request: Request; readonly context: LoadContext },
  actor: Actor,
  to: Omit<AttachTo, "idempotencyKey" | "maxBytes"> & { readonly available: boolean; readonly refusal?: Refusal | null },
  done: { readonly to: string; readonly what: string },
) {
  const { services, fileBytes } = context;
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || !request.body) return refusedWith(400, FILE_MISSING);
  if (!to.available) {
    await discard(request.body, fileBytes + REST_BYTES);
    const refusal = to.refusal ?? null;
    return data({ typed: {}, errors: {}, refusal } satisfies FormState, { status: refusal === null ? 409 : statusOf(refusal) });
  }
  if (Number(request.headers.get("content-length") ?? 0) > fileBytes + REST_BYTES) {
    await discard(request.body, fileBytes * DISCARD_TIMES);
    return refusedWith(413, fileTooLarge(fileBytes));
  }
  const spooled = await spool(services.files, request.body, fileBytes);
  if (!spooled) return refusedWith(413, fileTooLarge(fileBytes));
  try {
    return await inTurn(async () => {
      const upload = await parse(spooled, type, fileBytes);
      if (!upload.ok) return refusedWith(upload.status, upload.error);
      const { fields, file } = upload;
      const key = z.object({ idempotencyKey: hidden.idempotencyKey }).safeParse(fields);
      if (!key.success) return data({ typed: fields, errors: { file: [{ key: "form.stale" }] }, refusal: null } satisfies FormState, { status: 400 });
      if (!file) return data(state(FILE_MISSING, fields), { status: 400 });
      const outcome = await attachFile(services, actor, { ...to, idempotencyKey: key.data.idempotencyKey, maxBytes: fileBytes }, file);
      if (outcome.ok) return answer.done(done.to, done.what);
      if (outcome.status === 404) throw answer.notFound();
      return data(state(outcome.error, fields), { status: outcome.status });
    });
  } finally {
    await spooled.discard();
  }
}

/** The body on disk, or null when it is larger than a form with one file may be. */
async function spool(files: Files, body: ReadableStream<Uint8Array>, fileBytes: number): Promise<Spooled | null> {
  const reader = body.getReader();
  try {
    return await files.spool(partsOf(reader), fileBytes + REST_BYTES);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    await discardRest(reader, fileBytes * DISCARD_TIMES);
    return null;
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function* partsOf(reader: Reader): AsyncGenerator<Uint8Array> {
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** Reads on without keeping anything; gives the connection up beyond `most` bytes. */
async function discardRest(reader: Reader, most: number): Promise<void> {
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > most) return reader.cancel();
  }
}

const discard = (body: ReadableStream<Uint8Array>, most: number): Promise<void> => discardRest(body.getReader(), most);

type Parsed = ({ readonly ok: true } & Upload) | { readonly ok: false; readonly status: 400 | 413; readonly error: Refusal };

/** Reads the form back from disk. Text fields are kept as typed; of several files the first counts. */
async function parse(spooled: Spooled, type: string, fileBytes: number): Promise<Parsed> {
  const body = Readable.toWeb(spooled.stream()) as unknown as ReadableStream<Uint8Array>;
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers: { "Content-Type": type }, body, duplex: "half" };
  const limits = { maxFiles: 1, maxFileSize: fileBytes, maxParts: MOST_PARTS, maxTotalSize: fileBytes + REST_BYTES };
  let file: Upload["file"] = null;
  try {
    const form = await parseFormData(new Request("http://upload.invalid/", init), limits, async (one) => {
      const content = new Uint8Array(await one.arrayBuffer());
      // A file box left empty is sent as a file without name and content.
      if (one.fieldName === "file" && !(content.byteLength === 0 && (one.name === "" || one.name === "file-upload"))) file = { name: one.name, content };
    });
    return { ok: true, fields: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])), file };
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError) return { ok: false, status: 413, error: fileTooLarge(fileBytes) };
    if (error instanceof FormDataParseError || error instanceof MultipartParseError) return { ok: false, status: 400, error: UPLOAD_BROKEN_OFF };
    throw error;
  }
}

let busy = 0;
const waiting: (() => void)[] = [];

/** At most `AT_ONCE` at a time, in the order they came. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
