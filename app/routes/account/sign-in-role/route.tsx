import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Buttons, Choices, ErrorSummary, Form, PageHead, PublicShell, useWords } from "../../../components";
import { answer } from "../../../web/answer";
import { fail, field, readForm } from "../../../web/form";
import { homeOf } from "../../../web/frame";
import { titled } from "../../../web/page";
import { localPath, paths } from "../../../web/paths";

export const handle = titled((t) => t("role.title"));

const RoleForm = z.object({ choice: z.string("form.choose").min(1, "form.choose").max(100, "form.choose"), next: field.optionalText(2000) });

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** Whoever just gave the right password, or is signed in and wants another role. Nobody: back to the sign-in page. */
async function whoChooses({ request, context }: Args): Promise<string> {
  const personId = context.signIn.pendingPerson(request.headers.get("Cookie")) ?? (await context.signed())?.actor.personId;
  if (!personId) throw redirect(paths.signIn(), 303);
  return personId;
}

const code = (choice: { readonly centreId: string; readonly role: string }) => `${choice.centreId}:${choice.role}`;

export async function loader(args: LoaderFunctionArgs) {
  const roles = await args.context.sessions.rolesOf(await whoChooses(args));
  const signed = await args.context.signed();
  return {
    next: localPath(new URL(args.request.url).searchParams.get("next"), ""),
    current: signed ? code(signed.actor) : null,
    roles: roles.map(({ centre, role, ...choice }) => ({ code: code({ role, ...choice }), role, centre })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const personId = await whoChooses(args);
  const form = await readForm(request, RoleForm);
  if (!form.ok) return answer.invalid(form);
  const chosen = (await context.sessions.rolesOf(personId)).find((choice) => code(choice) === form.value.choice);
  if (!chosen) return answer.invalid(fail(form, { choice: { key: "form.choose" } }));
  const headers = new Headers();
  headers.append("Set-Cookie", await context.sessions.start(personId, chosen, request.headers.get("Cookie")));
  headers.append("Set-Cookie", context.signIn.forgetPending());
  return redirect(localPath(form.value.next, "") || homeOf(chosen.role), { status: 303, headers });
}

export default function RolePage() {
  const { t, pick } = useWords();
  const { next, current, roles } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <PublicShell>
      <div className="prose">
        <ErrorSummary state={state} labels={{ choice: t("role.label") }} />
        <PageHead title={t("role.title")} />
        <p>{t("role.lead")}</p>
        <Form state={state}>
          <input type="hidden" name="next" value={next} />
          <Choices
            name="choice"
            label={t("role.label")}
            value={current ?? roles[0]?.code ?? null}
            options={roles.map((choice) => ({ value: choice.code, label: t(`role.${choice.role}`), hint: pick(choice.centre) }))}
          />
          <Buttons submit={t("role.submit")} />
        </Form>
      </div>
    </PublicShell>
  );
}
