import type { OpenHandover } from "../../../application/queries/passage-choices";
import type { ReceiptChannel } from "../../../domain/case/parts/window";
import type { UpperLevel } from "../../../domain/pack/values";
import {
  type ActField,
  choice,
  type FieldOption,
  LENGTH,
  line,
  optionalLine,
  optionalLines,
  optionalReason,
  optionalWhole,
  reason,
  tick,
  whole,
} from "./fields";
import { act, type ItemAct, on } from "./item-act";

const CHANNELS: readonly ReceiptChannel[] = ["window", "online", "mobile", "post"];

/** How the application came in; at the counter unless said otherwise. */
export const channelField = (): ActField<string> =>
  choice(
    { label: "acts.field.channel" },
    CHANNELS.map((channel) => ({ value: channel, label: `acts.channel.${channel}` as const })),
    { value: "window" },
  );
export const channelOf = (value: string): ReceiptChannel | null => CHANNELS.find((channel) => channel === value) ?? null;

/** Whether the papers are in order, and what is lacking. */
export const precheckFields = (today: string) => ({
  verdict: choice({ label: "acts.field.verdict" }, [
    { value: "fit", label: "acts.precheck.fit" },
    { value: "lacking", label: "acts.precheck.lacking" },
  ]),
  remarks: optionalLines({ label: "acts.field.remarks", hint: "acts.precheck.remarks.hint" }),
  on: on(today, "acts.field.checkedOn"),
});

/** What is handed to the back office. */
export const papersFields = (today: string) => ({
  pieces: whole({ label: "acts.field.pieces" }, 1, 999, "acts.unit.pieces"),
  contents: optionalLine({ label: "acts.field.contents", hint: "acts.papers.contents.hint" }),
  on: on(today, "acts.field.handedOn"),
});

const parcel = { carrier: line({ label: "acts.field.carrier" }, { max: LENGTH.name }), trackingNo: line({ label: "acts.field.trackingNo" }, { mono: true }) };

const handoverOption = ({ id, kind, sentOn, department, carrier, trackingNo }: OpenHandover): FieldOption => ({
  value: id,
  label: department === null ? `handovers.${kind}` : { key: `handovers.${kind}`, names: { department } },
  hint: carrier === null ? { key: "acts.said", days: { text: sentOn } } : { key: "handovers.parcel", facts: { carrier, trackingNo } },
});

/** Who signed: somebody of the applicant for what was posted to them, otherwise whoever enters it unless another is named. */
const signedBy = (handovers: readonly OpenHandover[]): ActField<string | null> =>
  handovers.some(({ kind }) => kind !== "post-out")
    ? optionalLine({ label: "acts.field.signedBy", hint: "acts.signature.by.hint" }, { max: LENGTH.name })
    : line({ label: "acts.field.signedBy" }, { max: LENGTH.name });

/** Acts by which an item passes between window, back office, courier, manager and the level above. */
export const PASSAGE_ACTS: readonly ItemAct[] = [
  act({
    noun: "precheck",
    command: "precheck-items",
    fields: ({ today }) => precheckFields(today),
    toCommand: (itemNo, { verdict, ...values }) => ({ type: "precheck-items", itemNos: [itemNo], verdict: verdict === "fit" ? "fit" : "lacking", ...values }),
  }),
  act({
    noun: "papers",
    command: "hand-over-papers",
    fields: ({ today }) => papersFields(today),
    toCommand: (itemNo, values) => ({ type: "hand-over-papers", itemNos: [itemNo], ...values }),
  }),
  act({
    noun: "result-return",
    command: "return-result",
    fields: ({ today }) => ({ pieces: whole({ label: "acts.field.pieces" }, 1, 999, "acts.unit.pieces"), on: on(today, "acts.field.handedOn") }),
    toCommand: (itemNo, values) => ({ type: "return-result", itemNo, ...values }),
  }),
  act({
    noun: "parcel-in",
    command: "post-materials",
    fields: ({ today }) => ({
      ...parcel,
      contents: optionalLine({ label: "acts.field.contents", hint: "acts.papers.contents.hint" }),
      on: on(today, "acts.field.sentOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "post-materials", itemNos: [itemNo], ...values }),
  }),
  act({
    noun: "posting",
    command: "send-result",
    fields: ({ today }) => ({ ...parcel, on: on(today, "acts.field.sentOn") }),
    toCommand: (itemNo, values) => ({ type: "send-result", itemNos: [itemNo], ...values }),
  }),
  act({
    noun: "signature",
    command: "confirm-handover",
    fields: ({ today, passage }) => ({
      handoverId: choice({ label: "acts.field.handover" }, passage.handovers.map(handoverOption)),
      receivedBy: signedBy(passage.handovers),
      on: on(today, "acts.field.arrivedOn"),
    }),
    toCommand: (_, values) => ({ type: "confirm-handover", ...values }),
  }),
  act({
    noun: "signpost",
    command: "signpost-item",
    grave: true,
    fields: ({ today }) => ({
      body: line({ label: "acts.field.body" }, { max: LENGTH.name }),
      place: line({ label: "acts.field.place" }, { max: LENGTH.name }),
      reason: reason({ label: "acts.field.reason" }),
      on: on(today, "acts.field.signpostedOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "signpost-item", itemNo, ...values }),
  }),
  act({
    noun: "path",
    command: "seek-path",
    fields: ({ today }) => ({ question: reason({ label: "acts.field.question", hint: "acts.path.question.hint" }), on: on(today, "acts.field.askedOn") }),
    toCommand: (itemNo, values) => ({ type: "seek-path", itemNo, ...values }),
  }),
  act({
    noun: "path-answer",
    command: "answer-path",
    fields: ({ today, passage }) => ({
      directionId: choice(
        { label: "acts.field.path" },
        passage.paths.map(({ id, text }) => ({ value: id, label: { key: "acts.said", facts: { text } } })),
      ),
      answer: reason({ label: "acts.field.answer" }),
      on: on(today, "acts.field.answeredOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "answer-path", itemNo, ...values }),
  }),
  act({
    noun: "forwarding",
    command: "forward-item",
    fields: ({ today, late, passage }) => ({
      level: choice(
        { label: "acts.field.level" },
        passage.levels.map((level) => ({ value: level, label: `level.${level}` as const })),
        { value: passage.usualLevel ?? undefined },
      ),
      upperBody: line({ label: "acts.field.upperBody" }, { max: LENGTH.name }),
      personInCharge: line(
        { label: "acts.field.personInCharge", hint: "acts.forwarding.person.hint" },
        { max: LENGTH.name, value: passage.officer ?? undefined },
      ),
      letterNo: line({ label: "acts.field.letterNo" }, { mono: true }),
      on: on(today, "acts.field.forwardedOn"),
      ...(passage.listed ? {} : { fileConfirmed: tick({ label: "acts.field.fileConfirmed", hint: "acts.forwarding.confirmed.hint" }) }),
      // Asked only where it can be needed: a sending after the due day here.
      ...(late ? { overdueReason: optionalReason({ label: "acts.decision.overdueReason", hint: "acts.decision.overdueReason.hint" }) } : {}),
    }),
    toCommand: (itemNo, { level, overdueReason, fileConfirmed, ...values }) => ({
      type: "forward-item",
      itemNo,
      level: level as UpperLevel,
      overdueReason: overdueReason ?? null,
      fileConfirmed: fileConfirmed === true,
      ...values,
    }),
  }),
  act({
    noun: "upper-receipt",
    command: "record-upper-receipt",
    fields: ({ today }) => ({
      on: on(today, "acts.field.upperReceiptOn"),
      upperNo: line({ label: "acts.field.upperNo" }, { mono: true }),
      upperLimitWorkingDays: optionalWhole({ label: "acts.field.upperLimit", hint: "acts.upper-receipt.limit.hint" }, 1, 999, "acts.unit.working-days"),
    }),
    toCommand: (itemNo, values) => ({ type: "record-upper-receipt", itemNo, ...values }),
  }),
  act({
    noun: "upper-return",
    command: "record-upper-return",
    fields: ({ today }) => ({ on: on(today, "acts.field.upperReturnedOn"), reason: reason({ label: "acts.field.reason" }) }),
    toCommand: (itemNo, values) => ({ type: "record-upper-return", itemNo, ...values }),
  }),
  act({
    noun: "upper-result",
    command: "record-upper-result",
    fields: ({ today }) => ({
      granted: choice({ label: "acts.field.decision" }, [
        { value: "yes", label: "acts.decision.grant" },
        { value: "no", label: "acts.decision.refuse" },
      ]),
      on: on(today, "acts.field.decidedOn"),
      resultNo: line({ label: "acts.field.resultNo" }, { mono: true }),
      reason: optionalReason({ label: "acts.decision.reason", hint: "acts.decision.reason.hint" }),
    }),
    toCommand: (itemNo, { granted, ...values }) => ({ type: "record-upper-result", itemNo, granted: granted === "yes", ...values }),
  }),
];
