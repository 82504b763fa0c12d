import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; about 20 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** However a keyboard composed the characters, they are the same password. */
const composed = (password: string): string => password.normalize("NFC");

/** Argon2id in its own encoded form. */
export const hashPassword = (password: string): Promise<string> => hash(composed(password), COST);

/** Whether this is the password of that hash; a hash that is none matches nothing. */
export const isPassword = (kept: string, typed: string): Promise<boolean> => verify(kept, composed(typed)).catch(() => false);
