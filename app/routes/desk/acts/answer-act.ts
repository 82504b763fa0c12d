import { data } from "@remix-run/node";
import type { Outcome } from "../../../application/execute";
import type { EventNames } from "../../../application/queries/event-names";
import { namesFor } from "../../../application/queries/event-names";
import type { CaseInView } from "../../../application/queries/project-case";
import { changesSince } from "../../../application/queries/project-history";
import type { Services } from "../../../application/services";
import type { RecordedEvent } from "../../../domain/case/events";
import type { FormState } from "../../../i18n/message";
import { answer } from "../../../web/answer";

/** A refused form, with what others recorded since it was shown when that is why. */
export interface ActState extends FormState {
  readonly changes?: { readonly events: readonly RecordedEvent[]; readonly names: EventNames };
}

type Refused = Extract<Outcome, { ok: false }>;
/** The case a form was about, or how to read it where only a case that changed meanwhile needs it; null when it is not there. */
export type FoundCase = CaseInView | (() => Promise<CaseInView | null>);

/** 403, 404 or 409 with everything typed kept; a case that changed meanwhile also says what changed. */
export async function refusedAct(services: Services, about: FoundCase, outcome: Refused, form: { readonly typed: FormState["typed"] }) {
  if (outcome.error.code !== "case-changed") return answer.refused(outcome, form);
  const found = typeof about === "function" ? await about() : about;
  if (!found) return answer.refused(outcome, form);
  const version = Number(form.typed.version);
  const events = Number.isSafeInteger(version) ? await changesSince(services, found, version) : [];
  const state: ActState = { typed: form.typed, errors: {}, refusal: outcome.error, changes: { events, names: namesFor(found.state, found.pack) } };
  return data(state, { status: outcome.status });
}
