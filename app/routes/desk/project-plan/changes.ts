import { z } from "zod";
import type { PlanChanges } from "../../../application/queries/project-plan";
import { field, hidden } from "../../../web/form";
import { LENGTH } from "../acts/fields";

/** One change as it travels in the form between previews: `add:code:reason`. */
const Change = z
  .string()
  .max(LENGTH.reason + 200)
  .transform((text, context) => {
    const [, act, code, reason] = /^(add|drop):([^:]+):(.*)$/s.exec(text) ?? [];
    if ((act === "add" || act === "drop") && code !== undefined && reason !== undefined) return { act, code, reason } as const;
    context.addIssue({ code: "custom", message: "form.stale" });
    return z.NEVER;
  });

export const writeChange = (act: "add" | "drop", { code, reason }: { code: string; reason: string }): string => `${act}:${code}:${reason}`;

const single = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** What every button of the plan page posts: the changes tried so far, and what the button is for. */
export const PlanForm = z.object({
  intent: field.choice(["add", "drop", "undo", "confirm"]),
  change: z.preprocess(single, z.array(Change).max(100, "form.stale")),
  /** Only `undo`. */
  undo: field.optionalText(100),
  /** Only `add` and `drop`. */
  code: field.optionalText(100),
  reason: field.optionalText(LENGTH.reason),
  dropCode: field.optionalText(100),
  dropReason: field.optionalText(LENGTH.reason),
  /** Only `confirm`. */
  on: field.optionalDay(),
  ...hidden,
});

export type PlanTyped = z.output<typeof PlanForm>;

export function changesOf(typed: Pick<PlanTyped, "change">): PlanChanges {
  const pick = (act: "add" | "drop") => typed.change.filter((change) => change.act === act).map(({ code, reason }) => ({ code, reason }));
  return { added: pick("add"), dropped: pick("drop") };
}

/** The changes after the button was pressed. An addition undoes a removal of the same item; a removal with a reason takes the place of an addition. */
export function nextChanges(typed: PlanTyped): PlanChanges {
  const { added, dropped } = changesOf(typed);
  const without = (list: PlanChanges["added"], code: string | null) => list.filter((change) => change.code !== code);
  switch (typed.intent) {
    case "add":
      return dropped.some((change) => change.code === typed.code)
        ? { added, dropped: without(dropped, typed.code) }
        : { added: [...without(added, typed.code), { code: typed.code ?? "", reason: typed.reason ?? "" }], dropped };
    case "drop":
      return typed.dropReason === null && added.some((change) => change.code === typed.dropCode)
        ? { added: without(added, typed.dropCode), dropped }
        : {
            added: without(added, typed.dropCode),
            dropped: [...without(dropped, typed.dropCode), { code: typed.dropCode ?? "", reason: typed.dropReason ?? "" }],
          };
    case "undo":
      return { added: without(added, typed.undo), dropped: without(dropped, typed.undo) };
    default:
      return { added, dropped };
  }
}
