import type { CommandType, CorrectableEntry } from "../../../domain/case/commands";
import { EXPLANATION_ACTS } from "./explanation-acts";
import { type ActField, choice, LENGTH, line, lines, optionalLine, optionalReason, optionalWhole, reason, tick, waiting, wantedBy, whole } from "./fields";
import { GAP_ACTS } from "./gap-acts";
import { act, type ItemAct, on } from "./item-act";
import { NOTICE_ACTS } from "./notice-acts";
import { channelField, channelOf, PASSAGE_ACTS } from "./passage-acts";
import { SIMULATION_ITEM_ACTS } from "./simulation-item-acts";

export type { ItemAct } from "./item-act";

/** One of these materials, by the name it has in the official list. */
const materialAmong = (lines: readonly { readonly name: string }[]): ActField<string> =>
  choice(
    { label: "acts.field.material" },
    lines.map(({ name }) => ({ value: name, label: { zh: name, en: name } })),
  );

const ENTRIES: readonly CorrectableEntry[] = ["receivedOn", "acceptedOn", "decidedOn", "decisionNo", "acceptanceNo"];

/** Every act on an item, by its noun. Texts are `acts.<noun>.title`, `.explain` and `.submit`; the result is said by `done.<noun>`. */
export const ITEM_ACTS: readonly ItemAct[] = [
  act({
    noun: "receipt",
    command: "receive-items",
    fields: ({ today }) => ({ on: on(today, "acts.field.receivedOn", "acts.receipt.on.hint"), channel: channelField() }),
    toCommand: (itemNo, { channel, ...values }) => ({ type: "receive-items", itemNos: [itemNo], channel: channelOf(channel), ...values }),
  }),
  act({
    noun: "acceptance",
    command: "accept-item",
    fields: ({ today }) => ({
      on: on(today, "acts.field.acceptedOn"),
      acceptanceNo: line({ label: "acts.field.acceptanceNo", hint: "acts.field.acceptanceNo.hint" }, { mono: true }),
    }),
    toCommand: (itemNo, values) => ({ type: "accept-item", itemNo, ...values }),
  }),
  act({
    noun: "correction",
    command: "notify-correction",
    fields: ({ today }) => ({
      on: on(today, "acts.field.notifiedOn"),
      noticeNo: line({ label: "acts.field.noticeNo" }, { mono: true }),
      defects: lines({ label: "acts.field.defects", hint: "acts.field.defects.hint" }),
      replyBy: wantedBy({ label: "acts.field.replyBy", hint: "acts.field.replyBy.hint" }, today),
    }),
    toCommand: (itemNo, values) => ({ type: "notify-correction", itemNo, ...values }),
  }),
  act({
    noun: "second-correction",
    command: "allow-second-correction",
    fields: () => ({ reason: reason({ label: "acts.field.reason", hint: "acts.second-correction.reason.hint" }) }),
    toCommand: (itemNo, values) => ({ type: "allow-second-correction", itemNo, ...values }),
  }),
  act({
    noun: "supply",
    command: "supply-correction",
    fields: ({ today }) => ({ on: on(today, "acts.field.suppliedOn", "acts.supply.on.hint"), note: optionalReason({ label: "acts.field.supplyNote" }) }),
    toCommand: (itemNo, values) => ({ type: "supply-correction", itemNo, ...values }),
  }),
  act({
    noun: "refusal",
    command: "refuse-acceptance",
    grave: true,
    fields: ({ today }) => ({
      on: on(today, "acts.field.decidedOn"),
      decisionNo: line({ label: "acts.field.refusalNo" }, { mono: true }),
      reason: reason({ label: "acts.field.reason", hint: "acts.refusal.reason.hint" }),
    }),
    toCommand: (itemNo, values) => ({ type: "refuse-acceptance", itemNo, ...values }),
  }),
  act({
    noun: "review",
    command: "start-review",
    fields: ({ today }) => ({ on: on(today, "acts.field.startedOn") }),
    toCommand: (itemNo, values) => ({ type: "start-review", itemNo, ...values }),
  }),
  act({
    noun: "step",
    command: "record-step",
    fields: ({ today, nextStep }) => ({
      step: choice({ label: "acts.field.step" }, nextStep ? [{ value: nextStep.code, label: nextStep.name }] : []),
      on: on(today, "acts.field.doneOn"),
      remark: optionalReason({ label: "acts.field.remark" }),
    }),
    toCommand: (itemNo, values) => ({ type: "record-step", itemNo, ...values }),
  }),
  act({
    noun: "procedure",
    command: "open-procedure",
    fields: ({ today, procedureKinds }) => ({
      kind: choice(
        { label: "acts.field.procedureKind", hint: "acts.procedure.kind.hint" },
        procedureKinds.map((kind) => ({
          value: kind.code,
          label: kind.name,
          hint: kind.stops === "both" ? "acts.procedure.stops-both" : "acts.procedure.stops-committed",
        })),
      ),
      on: on(today, "acts.field.procedureFrom"),
      // Where every kind is one of the law's, notice and length are never optional.
      ...(procedureKinds.every((kind) => kind.stops === "both")
        ? {
            noticeNo: line({ label: "acts.field.noticeNo" }, { mono: true }),
            toldWorkingDays: whole({ label: "acts.field.toldWorkingDays", hint: "acts.procedure.told.law" }, 1, 999, "acts.unit.working-days"),
          }
        : {
            noticeNo: optionalLine({ label: "acts.field.noticeNo", hint: "acts.procedure.notice.hint" }, { mono: true }),
            toldWorkingDays: optionalWhole({ label: "acts.field.toldWorkingDays", hint: "acts.procedure.told.hint" }, 1, 999, "acts.unit.working-days"),
          }),
      reason: reason({ label: "acts.field.reason" }),
    }),
    toCommand: (itemNo, values) => ({ type: "open-procedure", itemNo, ...values }),
  }),
  act({
    noun: "procedure-end",
    command: "close-procedure",
    fields: ({ today, openProcedures }) => ({
      procedureId: choice(
        { label: "acts.field.procedure" },
        openProcedures.map(({ id, name, openedOn }) => ({ value: id, label: name, hint: { key: "acts.procedure-end.since", facts: { day: openedOn } } })),
      ),
      on: on(today, "acts.field.procedureTo", "acts.procedure-end.on.hint"),
      outcome: reason({ label: "acts.field.outcome" }),
    }),
    toCommand: (itemNo, values) => ({ type: "close-procedure", itemNo, ...values }),
  }),
  act({
    noun: "extension",
    command: "request-extension",
    fields: ({ today, longestExtension }) => ({
      // Not offered where neither the law nor the place provides an extension.
      workingDays: whole(
        { label: "acts.field.extensionDays", hint: { key: "acts.extension.days.hint", facts: { n: longestExtension } } },
        1,
        longestExtension ?? 1,
        "acts.unit.working-days",
      ),
      on: on(today, "acts.field.requestedOn"),
      reason: reason({ label: "acts.field.reason", hint: "acts.extension.reason.hint" }),
    }),
    toCommand: (itemNo, values) => ({ type: "request-extension", itemNo, ...values }),
  }),
  act({
    noun: "extension-ruling",
    command: "rule-on-extension",
    fields: ({ today, requestedExtensions }) => ({
      extensionId: waiting(
        { label: "acts.field.extension" },
        requestedExtensions.map(({ id, ...facts }) => ({
          value: id,
          label: { key: "acts.extension-ruling.asked", facts },
          hint: { key: "acts.said", facts: { text: facts.reason } },
        })),
      ),
      approved: choice({ label: "acts.field.ruling" }, [
        { value: "yes", label: "acts.extension-ruling.approve" },
        { value: "no", label: "acts.extension-ruling.reject" },
      ]),
      on: on(today, "acts.field.ruledOn"),
      reason: reason({ label: "acts.field.reason", hint: "acts.extension-ruling.reason.hint" }),
    }),
    toCommand: (itemNo, { approved, ...values }) => ({ type: "rule-on-extension", itemNo, approved: approved === "yes", ...values }),
  }),
  act({
    noun: "decision",
    command: "decide-item",
    fields: ({ today, late, acceptedReason }) => ({
      granted: choice({ label: "acts.field.decision" }, [
        { value: "yes", label: "acts.decision.grant" },
        { value: "no", label: "acts.decision.refuse" },
      ]),
      on: on(today, "acts.field.decidedOn"),
      decisionNo: line({ label: "acts.field.decisionNo" }, { mono: true }),
      reason: optionalReason({ label: "acts.decision.reason", hint: "acts.decision.reason.hint" }),
      // Asked only where it can be needed: a decision entered today for a day on which the item was already overdue.
      ...(late
        ? { overdueReason: optionalReason({ label: "acts.decision.overdueReason", hint: "acts.decision.overdueReason.hint" }, acceptedReason ?? undefined) }
        : {}),
    }),
    toCommand: (itemNo, { granted, overdueReason, ...values }) => ({
      type: "decide-item",
      itemNo,
      granted: granted === "yes",
      overdueReason: overdueReason ?? null,
      ...values,
    }),
  }),
  act({
    noun: "issue",
    command: "issue-result",
    fields: ({ today }) => ({ on: on(today, "acts.field.issuedOn") }),
    toCommand: (itemNo, values) => ({ type: "issue-result", itemNo, ...values }),
  }),
  act({
    noun: "delivery",
    command: "deliver-result",
    fields: ({ today, passage }) => ({
      // What is not in the post can only be collected.
      ...(passage.handovers.some(({ kind }) => kind === "post-out")
        ? {
            method: choice({ label: "acts.field.method" }, [
              { value: "window", label: "acts.delivery.window" },
              { value: "post", label: "acts.delivery.post" },
            ]),
          }
        : {}),
      receivedBy: line({ label: "acts.field.receivedBy", hint: "acts.delivery.receivedBy.hint" }, { max: LENGTH.name }),
      identityChecked: tick({ label: "acts.field.identityChecked", hint: "acts.delivery.identity.hint" }),
      on: on(today, "acts.field.deliveredOn"),
    }),
    toCommand: (itemNo, { method, ...values }) => ({ type: "deliver-result", itemNo, method: method === "post" ? "post" : "window", ...values }),
  }),
  act({
    noun: "milestone",
    command: "complete-milestone",
    fields: ({ today }) => ({
      on: on(today, "acts.field.reachedOn"),
      reference: line({ label: "acts.field.reference", hint: "acts.milestone.reference.hint" }, { max: LENGTH.number }),
    }),
    toCommand: (itemNo, values) => ({ type: "complete-milestone", itemNo, ...values }),
  }),
  act({
    noun: "withdrawal",
    command: "withdraw-item",
    grave: true,
    fields: ({ today }) => ({ on: on(today, "acts.field.withdrawnOn"), reason: reason({ label: "acts.field.reason", hint: "acts.withdrawal.reason.hint" }) }),
    toCommand: (itemNo, values) => ({ type: "withdraw-item", itemNo, ...values }),
  }),
  act({
    noun: "material-waiver",
    command: "waive-material",
    onChecklist: true,
    fields: ({ today, checklist }) => ({
      name: materialAmong(checklist.filter(({ status }) => status === "outstanding")),
      reason: reason({ label: "acts.field.reason", hint: "acts.material-waiver.reason.hint" }),
      on: on(today, "acts.field.waivedOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "waive-material", itemNo, ...values }),
  }),
  act({
    noun: "extra-material",
    command: "require-material",
    onChecklist: true,
    fields: ({ today }) => ({
      name: line({ label: "acts.field.material", hint: "acts.extra-material.name.hint" }),
      reason: reason({ label: "acts.field.reason", hint: "acts.extra-material.reason.hint" }),
      on: on(today, "acts.field.requiredOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "require-material", itemNo, ...values }),
  }),
  act({
    noun: "material-reuse",
    command: "reuse-material",
    onChecklist: true,
    fields: ({ today, checklist, countable }) => ({
      name: materialAmong(checklist.filter(({ status }) => status === "outstanding")),
      fromId: choice(
        { label: "acts.field.reuseFrom", hint: "acts.material-reuse.from.hint" },
        countable.map(({ id, name, item, broughtOn }) => ({
          value: id,
          label: { key: "acts.material-reuse.option" as const, facts: { name, day: broughtOn } },
          hint: item,
        })),
      ),
      on: on(today, "acts.field.reusedOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "reuse-material", itemNo, ...values }),
  }),
  act({
    noun: "material-return",
    command: "return-material",
    onChecklist: true,
    grave: true,
    fields: ({ today, checklist }) => ({
      name: materialAmong(checklist.filter(({ returnable }) => returnable)),
      reason: reason({ label: "acts.field.reason", hint: "acts.material-return.reason.hint" }),
      on: on(today, "acts.field.returnedOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "return-material", itemNo, ...values }),
  }),
  act({
    noun: "note",
    command: "add-note",
    fields: () => ({
      text: reason({ label: "acts.field.text" }),
      shownToInvestor: tick({ label: "acts.field.shownToInvestor", hint: "acts.note.shown.hint" }),
    }),
    toCommand: (itemNo, values) => ({ type: "add-note", itemNo, ...values }),
  }),
  act({
    noun: "entry-correction",
    command: "correct-entry",
    fields: ({ recordedEntries }) => ({
      entry: choice(
        { label: "acts.field.entry" },
        ENTRIES.flatMap((entry) => {
          const value = recordedEntries[entry];
          return value ? [{ value: entry, label: `acts.entry.${entry}` as const, hint: { key: "acts.said" as const, facts: { text: value } } }] : [];
        }),
      ),
      value: line({ label: "acts.field.value", hint: "acts.entry-correction.value.hint" }),
      reason: reason({ label: "acts.field.reason", hint: "acts.entry-correction.reason.hint" }),
    }),
    toCommand: (itemNo, { entry, ...values }) => ({ type: "correct-entry", itemNo, entry: entry as CorrectableEntry, ...values }),
  }),
  ...PASSAGE_ACTS,
  ...SIMULATION_ITEM_ACTS,
  ...NOTICE_ACTS,
  ...GAP_ACTS,
  ...EXPLANATION_ACTS,
];

export const itemActByNoun = (noun: string | undefined): ItemAct | undefined => ITEM_ACTS.find((candidate) => candidate.noun === noun);
export const itemActByCommand = (command: CommandType): ItemAct | undefined => ITEM_ACTS.find((candidate) => candidate.command === command);
