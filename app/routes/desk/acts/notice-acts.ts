import type { NoticeStandard } from "../../../domain/case/parts/notice-commitment";
import type { Words } from "../../../domain/pack/pack";
import { field } from "../../../web/form";
import { type ActField, type ActFields, choice, LENGTH, line, lines, optionalLine, optionalReason, reason, several, wantedBy } from "./fields";
import { act, type ItemAct, on } from "./item-act";

/** Most standards one notice tells: a permit with more is seldom one to promise. */
const MOST_STANDARDS = 6;
const NUMBERS = Array.from({ length: MOST_STANDARDS }, (_, index) => index + 1);
/** The number of a standard, the same in every language. */
const nth = (n: number): Words => ({ zh: `${n}`, en: `${n}` });

/** Any of the options, or none. */
const anyOf: typeof several = (named, options, value) => ({
  ...several(named, options, value),
  optional: true,
  schema: field.many().refine((given) => given.every((one) => options.some((option) => option.value === one)), "form.choose"),
});

/** Standards beyond these fold away until they are wanted. */
const SHOWN_STANDARDS = 2;

/** Of the n-th standard, and not asked for. */
const ofNth = (made: ActField<string | null>, n: number): ActField<string | null> => ({
  ...made,
  about: nth(n),
  ...(n > SHOWN_STANDARDS ? { fold: "acts.notice-telling.more" } : {}),
});

/** The fields of one standard; only the first must be told. */
const standardFields = (n: number, today: string): ActFields => ({
  [`text${n}`]:
    n === 1
      ? { ...reason({ label: "acts.field.standardZh", hint: "acts.field.standardZh.hint" }), about: nth(n) }
      : ofNth(optionalReason({ label: "acts.field.standardZh" }), n),
  [`en${n}`]: ofNth(optionalLine({ label: "acts.field.standardEn" }, { max: LENGTH.reason }), n),
  [`shownBy${n}`]:
    n === 1 ? { ...line({ label: "acts.field.shownBy" }), about: nth(n) } : ofNth(optionalLine({ label: "acts.field.shownBy" }, { max: LENGTH.number }), n),
  [`metBy${n}`]: ofNth(wantedBy({ label: "acts.field.metBy", hint: "acts.field.metBy.hint" }, today), n),
});

const textOf = (values: Readonly<Record<string, unknown>>, name: string): string => (typeof values[name] === "string" ? values[name].trim() : "");

/** The standards typed, in order; a number without any text is left out, one with half of it comes back as refused. */
function standardsOf(values: Readonly<Record<string, unknown>>): readonly NoticeStandard[] {
  return NUMBERS.flatMap((n) => {
    const [textZh, textEn, shownBy, metBy] = [`text${n}`, `en${n}`, `shownBy${n}`, `metBy${n}`].map((name) => textOf(values, name)) as [
      string,
      string,
      string,
      string,
    ];
    return textZh === "" && shownBy === "" ? [] : [{ textZh, textEn: textEn || textZh, shownBy, metBy: metBy || null }];
  });
}

const OUTCOMES = ["met", "not-met"] as const;
const RULINGS = ["revoke", "more-time"] as const;

/** Acts on the notice commitment of an item: by the department or the window that tells it, and by the manager. */
export const NOTICE_ACTS: readonly ItemAct[] = [
  act<ActFields>({
    noun: "notice-telling",
    command: "tell-notice-commitment",
    fields: ({ today, checklist }) => ({
      on: on(today, "acts.field.toldOn"),
      noticeNo: line({ label: "acts.field.tellingNo" }, { mono: true }),
      ...Object.assign({}, ...NUMBERS.map((n) => standardFields(n, today))),
      ...(checklist.length === 0
        ? {}
        : {
            replaces: anyOf(
              { label: "acts.field.replaces", hint: "acts.field.replaces.hint" },
              checklist.map(({ name }) => ({ value: name, label: { zh: name, en: name } })),
              [],
            ),
          }),
    }),
    toCommand: (itemNo, values) => ({
      type: "tell-notice-commitment",
      itemNo,
      on: String(values.on),
      noticeNo: String(values.noticeNo),
      standards: standardsOf(values),
      replaces: (values.replaces as readonly string[] | undefined) ?? [],
    }),
  }),
  act({
    noun: "notice-recall",
    command: "recall-notice-commitment",
    fields: ({ today }) => ({ on: on(today, "acts.field.recalledOn"), reason: reason({ label: "acts.field.reason" }) }),
    toCommand: (itemNo, values) => ({ type: "recall-notice-commitment", itemNo, ...values }),
  }),
  act({
    noun: "notice-grant",
    command: "grant-on-notice-commitment",
    fields: ({ today }) => ({
      on: on(today, "acts.field.decidedOn"),
      decisionNo: line({ label: "acts.field.decisionNo" }, { mono: true }),
      lateReason: optionalReason({ label: "acts.notice-grant.lateReason", hint: "acts.notice-grant.lateReason.hint" }),
    }),
    toCommand: (itemNo, values) => ({ type: "grant-on-notice-commitment", itemNo, ...values }),
  }),
  act({
    noun: "notice-check-day",
    command: "set-notice-check-day",
    fields: ({ today }) => ({
      checkDueOn: { ...wantedBy({ label: "acts.field.checkDueOn" }, today), optional: false, schema: field.day() },
      reason: reason({ label: "acts.field.reason" }),
      on: on(today, "acts.field.ruledOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "set-notice-check-day", itemNo, ...values, checkDueOn: String(values.checkDueOn) }),
  }),
  act({
    noun: "notice-check",
    command: "record-notice-check",
    fields: ({ today, notice }) => ({
      on: on(today, "acts.field.noticeCheckedOn"),
      outcome: choice(
        { label: "acts.field.checkOutcome" },
        OUTCOMES.map((outcome) => ({ value: outcome, label: `acts.notice-check.${outcome}` as const })),
      ),
      failed: anyOf(
        { label: "acts.field.failedStandards", hint: "acts.notice-check.failed.hint" },
        (notice?.standards ?? []).map(({ textZh, textEn }, index) => ({
          value: String(index + 1),
          label: { zh: `${index + 1}. ${textZh}`, en: `${index + 1}. ${textEn}` },
        })),
        [],
      ),
      looked: reason({ label: "acts.field.looked" }),
      inspectors: lines({ label: "acts.field.inspectors", hint: "acts.field.inspectors.hint" }),
      reference: optionalLine({ label: "acts.field.checkReference" }, { max: LENGTH.reason }),
      ...(notice?.status === "granted" ? { rectifyBy: wantedBy({ label: "acts.field.rectifyBy", hint: "acts.notice-check.rectifyBy.hint" }, today) } : {}),
    }),
    toCommand: (itemNo, { outcome, failed, rectifyBy, ...values }) => ({
      type: "record-notice-check",
      itemNo,
      outcome: outcome === "met" ? "met" : "not-met",
      failed: failed.map(Number),
      rectifyBy: rectifyBy ?? null,
      ...values,
    }),
  }),
  act({
    noun: "notice-ruling",
    command: "rule-on-notice-commitment",
    grave: true,
    fields: ({ today }) => ({
      ruling: choice(
        { label: "acts.field.noticeRuling" },
        RULINGS.map((ruling) => ({
          value: ruling,
          label: `acts.notice-ruling.${ruling}` as const,
          ...(ruling === "revoke" ? { hint: "acts.notice-ruling.revoke.hint" as const } : {}),
        })),
      ),
      decisionNo: optionalLine({ label: "acts.field.revocationNo", hint: "acts.notice-ruling.revocationNo.hint" }, { mono: true }),
      rectifyBy: wantedBy({ label: "acts.field.rectifyBy", hint: "acts.notice-ruling.rectifyBy.hint" }, today),
      reason: reason({ label: "acts.field.reason", hint: "acts.notice-ruling.reason.hint" }),
      on: on(today, "acts.field.ruledOn"),
    }),
    toCommand: (itemNo, { ruling, ...values }) => ({
      type: "rule-on-notice-commitment",
      itemNo,
      ruling: ruling === "revoke" ? "revoke" : "more-time",
      ...values,
    }),
  }),
];
