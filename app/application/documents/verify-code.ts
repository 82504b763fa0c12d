import { randomInt } from "node:crypto";

/** Digits and letters without I, L, O and U, which are misread or misheard (Crockford's base 32). */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

/** A new code for a paper's QR, e.g. `7K3M-9QXW-P2RD`: 60 random bits, so that codes cannot be tried out. */
export const newVerifyCode = (): string => grouped(Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(""));

/** The code as it is kept, however it was typed; null when it cannot be one. */
export function readVerifyCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—_]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter)) ? grouped(plain) : null;
}

const grouped = (plain: string): string => plain.replace(/(.{4})(?=.)/g, "$1-");
