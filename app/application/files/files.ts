import type { Readable } from "node:stream";

/** What was stored: the content's name and its size. */
export interface Stored {
  /** sha-256 of the content, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  readonly bytes: number;
}

/** A content that was just stored. */
export interface Kept extends Stored {
  /** Removes it again when it came by this put alone; what anybody stored before or since stays. Safe to call twice. */
  takeBack(): Promise<void>;
}

/** Bytes that were put down unread, for as long as one request needs them. */
export interface Spooled {
  readonly bytes: number;
  /** From the beginning; may be asked for again. */
  stream(): Readable;
  /** Forgets them. Safe to call twice. */
  discard(): Promise<void>;
}

/** More came than was allowed; what had come is gone. Told by its code: the server and the pages are bundled apart, each with its own class. */
export class TooLarge extends Error {
  readonly code = "too-large";
}
export const isTooLarge = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "too-large";

/**
 * Where the contents of attachments lie, by what they are: the same content is stored once, and a content never changes. Nothing
 * is ever read under a name a person gave.
 */
export interface Files {
  /**
   * Stores a content and answers when it would survive a power cut. A stream that fails leaves nothing behind.
   * @throws TooLarge beyond `maxBytes`; whatever the stream throws
   */
  put(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Kept>;
  /** Keeps bytes aside for one request. @throws TooLarge; whatever the stream throws */
  spool(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Spooled>;
  /** The content and its size; null when it is not there. */
  open(digest: string): Promise<{ readonly bytes: number; stream(): Readable } | null>;
  has(digest: string): Promise<boolean>;
  /** Removes what cut connections and crashes left half written. @returns how many */
  sweep(): Promise<number>;
  /** Digests of all contents that no request under way can have stored. */
  settled(): AsyncIterable<string>;
  /** Removes a settled content; one that was stored again meanwhile stays. @returns whether it is gone */
  remove(digest: string): Promise<boolean>;
}
