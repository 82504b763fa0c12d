/** What a rule answers: a value, or a refusal the person can understand and act on. Rules never throw for either. */
export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | { ok: false; error: R };

/**
 * One cause for saying no. `code` is stable and has one text per language in `app/i18n`;
 * the other fields are the facts that text needs. `field` names the form field at fault, when there is one.
 */
export interface Refusal {
  readonly code: string;
  readonly field?: string;
  readonly [fact: string]: string | number | boolean | null | undefined | readonly string[];
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refuse = <R extends Refusal>(error: R): { ok: false; error: R } => ({ ok: false, error });
