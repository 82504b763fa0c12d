import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { execute } from "../../../application/execute";
import type { Command } from "../../../domain/case/commands";
import type { Actor } from "../../../domain/case/context";
import { answer } from "../../../web/answer";
import { hidden, readForm } from "../../../web/form";
import type { ActOn } from "./act-on";
import { type FoundCase, refusedAct } from "./answer-act";
import type { ActFields } from "./fields";

/** An act as a form hands it in. */
interface Submitted {
  readonly actor: Actor;
  readonly projectNo: string;
  readonly fields: ActFields;
  toCommand(values: Readonly<Record<string, unknown>>): Command;
  /** The manager in whose name it is done, where the form asks. */
  inNameOf?(values: Readonly<Record<string, unknown>>): string | null;
  readonly found: FoundCase;
  /** Where a done act leads, and what is said there. */
  readonly to: string;
  readonly done: string;
}

/** Reads the form of an act and does it; a form with errors or a refusal comes back with everything typed. */
export async function submitAct({ request, context: { services } }: ActionFunctionArgs, act: Submitted) {
  const schemas = Object.fromEntries(Object.entries(act.fields).map(([name, field]) => [name, field.schema]));
  const form = await readForm(request, z.object({ ...schemas, ...hidden }));
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, version, ...values } = form.value;
  const outcome = await execute(services, act.actor, act.toCommand(values), {
    projectNo: act.projectNo,
    idempotencyKey,
    expectedVersion: version,
    onBehalfOf: act.inNameOf?.(values) ?? null,
  });
  return outcome.ok ? answer.done(act.to, act.done) : refusedAct(services, act.found, outcome, form);
}

interface AboutProject {
  readonly page: { readonly head: { readonly projectNo: string } };
}

/** Somebody who may do an act, and what it is about. */
interface Seen<Context extends AboutProject> {
  readonly act: Pick<ActOn<Context>, "fields" | "toCommand">;
  readonly actor: Actor;
  readonly context: Context;
  readonly found: FoundCase;
}

/** The same for an act on a project or on something of it; a done act leads to `to` of the project. */
export function submitActOn<Context extends AboutProject>(
  args: ActionFunctionArgs,
  { act, actor, context, found }: Seen<Context>,
  to: (projectNo: string) => string,
  done: string,
) {
  const { projectNo } = context.page.head;
  const toCommand: Submitted["toCommand"] = (values) => act.toCommand(context, values);
  return submitAct(args, { actor, projectNo, fields: act.fields(context), toCommand, found, to: to(projectNo), done });
}
