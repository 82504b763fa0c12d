import { data, redirect } from "@remix-run/node";
import type { Refusal } from "../domain/result";
import type { FormState } from "../i18n/message";
import { withQuery } from "./paths";

/** Answers an action gives; one meaning per status. Pages read the same `FormState` from `useActionData` in every case. */
export const answer = {
  /** 400: the form itself is wrong; typed values are kept. */
  invalid: (form: { readonly state: FormState }) => data(form.state, { status: 400 }),

  /**
   * 409 refused by a rule or changed meanwhile, 403 not allowed: same page, values kept, the reason above.
   * 404 shows the page for things that are not there or not yours.
   */
  refused: (outcome: { readonly status: 403 | 404 | 409; readonly error: Refusal }, form: { readonly typed: FormState["typed"] } = { typed: {} }) => {
    if (outcome.status === 404) throw answer.notFound();
    const { field } = outcome.error;
    const errors: FormState["errors"] = field ? { [field]: [{ key: `refusal.${outcome.error.code}`, facts: outcome.error }] } : {};
    const state: FormState = { typed: form.typed, errors, refusal: outcome.error };
    return data(state, { status: outcome.status });
  },

  /** 303 to the page that shows the result. `said` names a text `done.<said>`, shown there once as an alert. */
  done: (path: string, said?: string) => redirect(said ? withQueryAdded(path, { done: said }) : path, 303),

  /** To be thrown: not there, or not yours, which look alike. */
  notFound: () => data({ code: "not-found" }, { status: 404 }),

  /** To be thrown: known to you, but not for your role. */
  forbidden: () => data({ code: "forbidden" }, { status: 403 }),
};

function withQueryAdded(path: string, query: Record<string, string>): string {
  const [bare, hash] = path.split("#", 2) as [string, string?];
  const [route, search] = bare.split("?", 2) as [string, string?];
  const all = withQuery(route, { ...Object.fromEntries(new URLSearchParams(search)), ...query });
  return hash ? `${all}#${hash}` : all;
}
