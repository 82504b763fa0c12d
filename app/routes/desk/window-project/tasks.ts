import type { BundleLine, BundleTask, WindowProjectPage } from "../../../application/queries/window-project";
import type { Command } from "../../../domain/case/commands";
import type { Translate } from "../../../i18n";
import { explain } from "../../../i18n/message";
import { type ActFields, choice, happenedOn, line, several } from "../acts/fields";
import { channelField, channelOf, papersFields, precheckFields } from "../acts/passage-acts";

/** The items to tick; those this window may not take are shown with the reason and cannot be ticked. */
function items(lines: readonly BundleLine[], t: Translate, ticked: boolean) {
  const open = lines.filter((one) => one.refusal === null);
  return several(
    { label: "bundle.items", hint: "bundle.items.hint" },
    lines.map((one) => ({
      value: one.itemNo,
      label: one.name,
      hint: one.refusal ? { zh: explain(t, one.refusal), en: explain(t, one.refusal) } : [one.stageName, one.department],
      disabled: one.refusal !== null,
    })),
    ticked ? open.map((one) => one.itemNo) : [],
  );
}

/** Fields of one task, in the order a window asks for them. */
export function fieldsOf({ task, lines, today, menu }: WindowProjectPage, t: Translate): ActFields {
  switch (task) {
    case "precheck":
      return { itemNos: items(lines, t, false), ...precheckFields(today) };
    case "receive":
      return { itemNos: items(lines, t, false), channel: channelField(), on: happenedOn({ label: "acts.field.receivedOn" }, today) };
    case "accept":
      return {
        itemNos: items(lines, t, true),
        bundle: choice(
          { label: "bundle.menu" },
          [
            { value: "own", label: "bundle.menu.own" as const },
            ...menu.map(({ code, name, items: held }) => ({ value: `menu-${code}`, label: name, hint: held })),
          ],
          { value: "own" },
        ),
        acceptanceNo: line({ label: "acts.field.acceptanceNo", hint: "acts.field.acceptanceNo.hint" }, { mono: true }),
        on: happenedOn({ label: "acts.field.acceptedOn" }, today),
      };
    case "papers":
      return { itemNos: items(lines, t, true), ...papersFields(today) };
  }
}

type Values = Readonly<Record<string, unknown>>;
const text = (values: Values, name: string): string => String(values[name] ?? "");

/** What was typed as the command of the task; the fields have checked it. */
export function commandOf(task: BundleTask, values: Values): Command {
  const itemNos = values.itemNos as readonly string[];
  const on = text(values, "on");
  switch (task) {
    case "precheck":
      return { type: "precheck-items", itemNos, verdict: values.verdict === "fit" ? "fit" : "lacking", remarks: values.remarks as readonly string[], on };
    case "receive":
      return { type: "receive-items", itemNos, channel: channelOf(text(values, "channel")), on };
    case "accept": {
      const chosen = text(values, "bundle");
      return {
        type: "accept-bundle",
        itemNos,
        bundle: chosen.startsWith("menu-") ? chosen.slice("menu-".length) : null,
        acceptanceNo: text(values, "acceptanceNo"),
        on,
      };
    }
    case "papers":
      return { type: "hand-over-papers", itemNos, pieces: Number(values.pieces), contents: (values.contents as string | null) ?? null, on };
  }
}
