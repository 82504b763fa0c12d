import { Readable } from "node:stream";
import type { StoredFile } from "../domain/case/parts/material";
import type { LoadContext } from "./context";

/** A name as RFC 5987 spells it: UTF-8, percent-encoded but for the characters every reader takes. */
const extended = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
/** For readers that know only ASCII. */
const plain = (name: string): string => name.replace(/[^\x20-\x7E]/g, "_").replace(/["\\%]/g, "_");

/**
 * A stored file to be saved, never shown: whatever it holds, no browser opens it as a page of ours (`nosniff` comes with every answer). Sent as fast as the client takes it.
 */
export function fileResponse(context: Pick<LoadContext, "room">, file: StoredFile, content: AsyncIterable<Uint8Array>): Response {
  async function* paced(): AsyncGenerator<Uint8Array> {
    for await (const part of content) {
      if (!(await context.room())) return;
      yield part;
    }
  }
  return new Response(Readable.toWeb(Readable.from(paced())) as unknown as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes),
      "Content-Disposition": `attachment; filename="${plain(file.name)}"; filename*=UTF-8''${extended(file.name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      // Papers of one case, for one reader.
      "Cache-Control": "private, no-store",
    },
  });
}
