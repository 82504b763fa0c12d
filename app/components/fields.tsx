import type { InputHTMLAttributes, ReactNode } from "react";
import { type CivilDay, parseDay } from "../domain/calendar/calendar-date";
import { classNames } from "./class-names";
import { fieldId, useFieldError, useFormState, useTyped } from "./form";
import { useWords } from "./words";

interface Labelled {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Marked 选填; everything else must be given. */
  readonly optional?: boolean;
  /** When it must be given, where that hangs on another answer; stands beside the label. */
  readonly needed?: string;
}

interface BoxProps extends Labelled {
  readonly wide?: boolean;
  children(attributes: { id: string; name: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined }): ReactNode;
}

function Box({ name, label, hint, optional, needed, wide, children }: BoxProps) {
  const { t } = useWords();
  const error = useFieldError(name, label);
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("field", error && "field--wrong", wide && "field--wide")}>
      <label className="field__label" htmlFor={id}>
        {label}
        {optional && <span className="field__optional">{t("form.optional")}</span>}
        {needed && <span className="field__optional">{needed}</span>}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
      {children({ id, name, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

function ErrorLine({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <p className="field__error" id={id}>
      <span className="visually-hidden">{t("form.error-prefix")}</span>
      {children}
    </p>
  );
}

interface FieldProps extends Labelled {
  readonly value?: string | number | null;
  readonly type?: "text" | "search" | "tel" | "password" | "email";
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** How much text is expected; the control is about that long. */
  readonly size?: "short" | "medium" | "full";
  /** 万元 */
  readonly suffix?: string;
  readonly mono?: boolean;
  readonly autoFocus?: boolean;
  readonly list?: readonly string[];
}

/** One line of text. */
export function Field({
  value,
  type = "text",
  inputMode,
  autoComplete = "off",
  maxLength,
  size = "medium",
  suffix,
  mono,
  list,
  autoFocus,
  ...box
}: FieldProps) {
  const typed = useTyped(box.name, value);
  return (
    <Box {...box} wide={size === "full"}>
      {(attributes) => (
        <div className="field__line">
          <input
            {...attributes}
            className={classNames("input", `input--${size}`, mono && "mono")}
            type={type}
            defaultValue={type === "password" ? "" : typed}
            inputMode={inputMode}
            autoComplete={autoComplete}
            maxLength={maxLength}
            // biome-ignore lint/a11y/noAutofocus: only on pages that are one field, where the reader came to type
            autoFocus={autoFocus}
            list={list ? `${attributes.id}-list` : undefined}
          />
          {suffix && <span className="field__suffix">{suffix}</span>}
          {list && (
            <datalist id={`${attributes.id}-list`}>
              {list.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </div>
      )}
    </Box>
  );
}

/** Several lines of text. */
export function TextArea({ value, rows = 4, maxLength, ...box }: Labelled & { value?: string | null; rows?: number; maxLength?: number }) {
  const typed = useTyped(box.name, value);
  return (
    <Box {...box} wide>
      {(attributes) => <textarea {...attributes} className="input input--full" rows={rows} maxLength={maxLength} defaultValue={typed} />}
    </Box>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly group?: string;
  readonly disabled?: boolean;
}

interface SelectProps extends Labelled {
  readonly options: readonly Option[];
  readonly value?: string | null;
  /** First, empty choice: 请选择, 全部 … Left out when there is always a value. */
  readonly blank?: string;
  readonly size?: "medium" | "full";
}

/** One of a list, where the list is long; a handful of choices reads better as `Choices`. */
export function Select({ options, value, blank, size = "medium", ...box }: SelectProps) {
  const typed = useTyped(box.name, value);
  const groups = [...new Set(options.map((option) => option.group))];
  const draw = (option: Option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
  return (
    <Box {...box}>
      {(attributes) => (
        <select {...attributes} className={`input input--${size}`} defaultValue={typed}>
          {blank !== undefined && <option value="">{blank}</option>}
          {groups.map((group) =>
            group === undefined ? (
              options.filter((option) => option.group === undefined).map(draw)
            ) : (
              <optgroup key={group} label={group}>
                {options.filter((option) => option.group === group).map(draw)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Box>
  );
}

interface ChoicesProps extends Labelled {
  readonly options: readonly Option[];
  /** Several may be ticked. */
  readonly many?: boolean;
  readonly value?: string | readonly string[] | null;
  /** Side by side when the words are short. */
  readonly inline?: boolean;
}

/** Radio buttons, or boxes to tick when `many`. The first control carries the id the error summary links to. */
export function Choices({ name, label, hint, optional, options, many, value, inline }: ChoicesProps) {
  const { t } = useWords();
  const error = useFieldError(name, label);
  const state = useFormState();
  const typed = state?.typed[name];
  const given = state && Object.keys(state.typed).length > 0 ? (typed ?? []) : (value ?? []);
  const chosen = new Set(typeof given === "string" ? [given] : given);
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={classNames("field", "field--choices", error && "field--wrong")} aria-describedby={described || undefined}>
      <legend className="field__label">
        {label}
        {optional && <span className="field__optional">{t("form.optional")}</span>}
      </legend>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
      <div className={classNames("choices", inline && "choices--inline")}>
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div key={option.value} className="choice">
              <input
                id={own}
                type={many ? "checkbox" : "radio"}
                name={name}
                value={option.value}
                defaultChecked={chosen.has(option.value)}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${own}-hint` : undefined}
                aria-invalid={error && !many ? true : undefined}
              />
              <label htmlFor={own}>{option.label}</label>
              {option.hint && (
                <p className="choice__hint" id={`${own}-hint`}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** One box to tick, with its sentence. */
export function Tick({ name, label, hint, value }: Omit<Labelled, "optional"> & { value?: boolean }) {
  const error = useFieldError(name, label);
  const state = useFormState();
  const checked = state && Object.keys(state.typed).length > 0 ? state.typed[name] !== undefined : value === true;
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("field", error && "field--wrong")}>
      {error && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
      <div className="choice">
        <input id={id} type="checkbox" name={name} value="yes" defaultChecked={checked} aria-describedby={described || undefined} />
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="choice__hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

interface DayFieldProps extends Labelled {
  readonly value?: CivilDay | null;
  readonly min?: CivilDay;
  readonly max?: CivilDay;
}

/** A day near today. The browser's own calendar helps; where it has none, typing `2026-03-02` works, and the server checks either way. */
export function DayField({ value, min, max, ...box }: DayFieldProps) {
  const typed = useTyped(box.name, value);
  // A native date control drops text that is no day, and what was typed must be kept.
  const type = typed === "" || parseDay(typed) === typed ? "date" : "text";
  return (
    <Box {...box}>
      {(attributes) => <input {...attributes} className="input input--day num" type={type} defaultValue={typed} min={min} max={max} autoComplete="off" />}
    </Box>
  );
}
