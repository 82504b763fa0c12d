import { randomUUID } from "node:crypto";

let lastMillisecond = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of time, a 12-bit counter, 62 random bits. Ids made by one process rise strictly, so
 * rows made by one command keep their order when sorted by id.
 */
export function uuidv7(): string {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMillisecond += 1;
    counter = 0;
  }
  const time = lastMillisecond.toString(16).padStart(12, "0");
  // A UUIDv4 ends in the same variant bits and 62 random bits, and Node keeps a stock of them.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${randomUUID().slice(19)}`;
}
