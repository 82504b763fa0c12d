import type { ReactNode } from "react";
import {
  Alert,
  Buttons,
  Choices,
  DayField,
  ErrorSummary,
  Field,
  Form,
  HiddenFields,
  type Option,
  Select,
  TextArea,
  Tick,
  useWords,
  type Words,
} from "../../../components";
import { type Facts, isKey, type Key } from "../../../i18n";
import type { FormState } from "../../../i18n/message";
import type { ActField, ActFields, FieldOption, OptionWords } from "./fields";

/** Labels by field name, for the error summary. */
export function useLabels(fields: ActFields): Readonly<Record<string, string>> {
  const words = useWords();
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, labelOf(field, words)]));
}

export const ActErrors = ({ state, fields }: { state: FormState | undefined; fields: ActFields }) => <ErrorSummary state={state} labels={useLabels(fields)} />;

interface ActFormProps {
  readonly fields: ActFields;
  readonly state: FormState | undefined;
  readonly version: number;
  readonly submit: string;
  readonly cancelHref: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
}

/** The form of an act: its fields in order, then the button that names the act, then the way back. */
export const ActForm = ({ fields, state, version, submit, cancelHref, hidden, children }: ActFormProps) => (
  <Form state={state}>
    <HiddenFields version={version} values={hidden} />
    {folded(fields).map(({ fold, named }) =>
      fold ? (
        <Folded key={named[0]?.[0]} label={fold} open={state !== undefined}>
          {named.map(([name, field]) => (
            <FieldOf key={name} name={name} field={field} />
          ))}
        </Folded>
      ) : (
        named.map(([name, field]) => <FieldOf key={name} name={name} field={field} />)
      ),
    )}
    {children}
    <Buttons submit={submit} cancel={{ href: cancelHref }} />
  </Form>
);

interface FieldGroup {
  readonly fold: Key | null;
  readonly named: readonly (readonly [name: string, field: ActField<unknown>])[];
}

/** The fields in order, neighbours of one fold together. */
function folded(fields: ActFields): readonly FieldGroup[] {
  const groups: { fold: Key | null; named: (readonly [string, ActField<unknown>])[] }[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const fold = field.fold ?? null;
    const last = groups.at(-1);
    if (last && last.fold === fold) last.named.push([name, field]);
    else groups.push({ fold, named: [[name, field]] });
  }
  return groups;
}

/** Fields that are seldom wanted; open when the form came back, so that nothing typed is hidden. */
function Folded({ label, open, children }: { label: Key; open: boolean; children: ReactNode }) {
  const { t } = useWords();
  return (
    <details className="fold" open={open}>
      <summary>{t(label)}</summary>
      {children}
    </details>
  );
}

function FieldOf({ name, field }: { name: string; field: ActField<unknown> }) {
  const words = useWords();
  const { t } = words;
  const { look } = field;
  const box = {
    name,
    label: labelOf(field, words),
    hint: field.hint && (typeof field.hint === "string" ? t(field.hint) : t(field.hint.key, field.hint.facts)),
    optional: field.optional,
  };
  switch (look.kind) {
    case "day":
      return <DayField {...box} value={look.value} min={look.min} max={look.max} />;
    case "line":
      return <Field {...box} value={look.value} maxLength={look.max} mono={look.mono} size="medium" />;
    case "area":
      return <TextArea {...box} rows={look.rows} maxLength={look.max} value={look.value} />;
    case "whole":
      return <Field {...box} size="short" inputMode="numeric" maxLength={4} suffix={t(look.unit)} />;
    case "tick":
      return <Tick {...box} />;
    case "select":
      return <Select {...box} options={optionsOf(look.options, words)} value={first(look.value)} blank={t("acts.choose")} size="full" />;
    default:
      return <Choices {...box} options={optionsOf(look.options, words)} many={look.kind === "many"} value={look.value} />;
  }
}

const labelOf = ({ label, about }: ActField<unknown>, { t, pick }: Words): string =>
  about ? t("acts.field.of-body", { body: pick(about), label: t(label) }) : t(label);

const first = (value: string | readonly string[] | undefined): string | undefined => (typeof value === "string" ? value : value?.[0]);

function optionsOf(options: readonly FieldOption[], { t, pick, day }: Words): readonly Option[] {
  const each = <V, W>(values: Readonly<Record<string, V>> | undefined, inWords: (value: V) => W) =>
    Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, inWords(value)]));
  const say = (words: OptionWords): string => {
    if (typeof words === "string") return t(words);
    if ("zh" in words) return pick(words);
    return "key" in words ? t(words.key, { ...words.facts, ...each(words.names, pick), ...each(words.days, day) }) : words.map(pick).join(t("list.comma"));
  };
  return options.map(({ value, label, hint, disabled }) => ({ value, label: say(label), hint: hint && say(hint), disabled }));
}

/** What the act brings with it, before it is done. */
export function Consequences({ textKey, facts, grave }: { textKey: Key; facts?: Facts; grave?: boolean }) {
  const { t } = useWords();
  return (
    <Alert tone={grave ? "warning" : "info"}>
      <p>{t(textKey, facts)}</p>
    </Alert>
  );
}

/** A text that some acts have and others do not. */
export const optionalKey = (key: string): Key | null => (isKey(key) ? key : null);
