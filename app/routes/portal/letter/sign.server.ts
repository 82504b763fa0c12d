import { type ActionFunctionArgs, data } from "@remix-run/node";
import { z } from "zod";
import { execute } from "../../../application/execute";
import type { LetterPage } from "../../../application/queries/letter-page";
import { checkSigningCode } from "../../../application/signing-codes";
import type { Actor } from "../../../domain/case/context";
import { SIGNER_CAPACITIES } from "../../../domain/case/parts/signature";
import { answer } from "../../../web/answer";
import { fail, field, hidden, readForm } from "../../../web/form";
import { paths } from "../../../web/paths";

/** What proves, at the moment of signing, that it is the one signed in; each in a field of its own. */
const METHODS = ["password", "one-time-code"] as const;

const ASKED = { message: "form.required", when: () => true } as const;

/** Says at once everything that is missing: what one answer asks of another field does not wait until the rest is right. */
export const SignSchema = z
  .object({
    ...hidden,
    shownDigest: field.text(64),
    typedName: field.text(120),
    capacity: field.choice(SIGNER_CAPACITIES),
    authorisation: field.optionalText(120),
    method: field.choice(METHODS),
    password: z.string().max(200, "form.too-long").optional(),
    signingCode: field.optionalText(40),
    confirmed: field.ticked().refine((ticked) => ticked, "letter.confirm.missing"),
  })
  .refine(({ capacity, authorisation }) => capacity !== "authorised" || Boolean(authorisation), { ...ASKED, path: ["authorisation"] })
  .refine(({ method, password }) => method !== "password" || Boolean(password), { ...ASKED, path: ["password"] })
  .refine(({ method, signingCode }) => method !== "one-time-code" || Boolean(signingCode), { ...ASKED, path: ["signingCode"] });

/** Signs the letter that was shown, with the password once more or with a one-time code handed over at the counter. */
export async function signShown(args: ActionFunctionArgs, actor: Actor, page: Pick<LetterPage, "projectNo" | "projectId" | "kind" | "subjectId">) {
  const { services, signIn, limits, address } = args.context;
  const form = await readForm(args.request, SignSchema);
  if (!form.ok) return answer.invalid(form);
  const { method, password, signingCode } = form.value;
  const { projectNo, projectId, kind: letterKind, subjectId } = page;
  const minutes = await limits.signInTry(actor.personId, address);
  if (minutes > 0) throw data({ code: "too-many", minutes }, { status: 429, headers: { "Retry-After": String(minutes * 60) } });
  let codeId: string | null = null;
  if (method === "password") {
    if (!(await signIn.confirms(actor.personId, password ?? ""))) return answer.invalid(fail(form, { password: { key: "letter.password.wrong" } }));
  } else {
    const code = await checkSigningCode(services, { centreId: actor.centreId, projectId, letterKind, subjectId, personId: actor.personId }, signingCode ?? "");
    if (!code.ok) return answer.invalid(fail(form, { signingCode: { key: `refusal.${code.error.code}`, facts: code.error } }));
    codeId = code.value;
  }
  await limits.signInSucceeded(actor.personId, address);
  const { idempotencyKey, shownDigest, typedName, capacity, authorisation } = form.value;
  const command = { type: "sign-letter", letterKind, subjectId, shownDigest, digest: "", typedName, capacity, authorisation, method, address, codeId } as const;
  // What else happened to the case meanwhile does not matter to a signature: that the letter is the one shown, its digest says.
  const outcome = await execute(services, actor, command, { projectNo, idempotencyKey });
  return outcome.ok ? answer.done(paths.portal.letter(projectNo, letterKind, subjectId), "letter-signed") : answer.refused(outcome, form);
}
