import { createContext, type ReactNode, useContext } from "react";
import { explain, type FormState, say } from "../i18n/message";
import { classNames } from "./class-names";
import { useWords } from "./words";

const FormContext = createContext<FormState | undefined>(undefined);
const SHOWN_PER_FIELD = 1;

interface FormProps {
  /** What the action answered, from `useActionData`; undefined on the first showing. */
  readonly state?: FormState | undefined;
  readonly action?: string;
  readonly children: ReactNode;
  /** Fields side by side where there is room. */
  readonly grid?: boolean;
  /** Carries a file. */
  readonly upload?: boolean;
}

/**
 * A form that posts without script. The server checks; the browser's own bubbles are off so that errors look and sound
 * the same everywhere. Fields inside find what was typed and what is wrong with it by their name.
 */
export const Form = ({ state, action, children, grid, upload }: FormProps) => (
  <FormContext.Provider value={state}>
    <form
      className={classNames("form", grid && "form--grid")}
      method="post"
      action={action}
      encType={upload ? "multipart/form-data" : undefined}
      noValidate
      data-guard=""
    >
      {children}
    </form>
  </FormContext.Provider>
);

/** The state of the form around; for fields of a page's own. */
export const useFormState = (): FormState | undefined => useContext(FormContext);

/** What was typed, or else the value known so far. */
export function useTyped(name: string, known: string | number | null | undefined): string {
  const typed = useFormState()?.typed[name];
  return (Array.isArray(typed) ? typed[0] : (typed as string | undefined)) ?? (known === null || known === undefined ? "" : String(known));
}

/** The sentence for what is wrong with a field, or null. */
export function useFieldError(name: string, label: string): string | null {
  const { t } = useWords();
  const found = useFormState()?.errors[name]?.slice(0, SHOWN_PER_FIELD) ?? [];
  return found.length === 0 ? null : found.map((message) => sayError(t, message, label)).join(" ");
}

/** Names of the fields on the page, so that the summary says the same sentence as the field. */
type Labels = Readonly<Record<string, string>>;

/**
 * Everything that is wrong, above the heading, each with a link to its field; a refusal of the whole first.
 * Stands before `PageHead`; draws nothing when nothing is wrong.
 */
export function ErrorSummary({ state, labels = {} }: { state: FormState | undefined; labels?: Labels }) {
  const { t } = useWords();
  if (!state) return null;
  const errors = Object.entries(state.errors).filter(([, messages]) => messages.length > 0);
  const whole = state.refusal && !state.refusal.field ? state.refusal : null;
  if (errors.length === 0 && !whole) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} data-errors="">
      <h2>{t(whole ? "form.refused" : "form.summary")}</h2>
      <ul>
        {whole && <li>{explain(t, whole)}</li>}
        {errors.map(([name, messages]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>{messages[0] && sayError(t, messages[0], labels[name] ?? t("form.this-field"))}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `id` of the control with this name; the error summary links to it. */
export const fieldId = (name: string): string => `field-${name}`;

function sayError(t: ReturnType<typeof useWords>["t"], message: FormState["errors"][string][number], label: string): string {
  if (message.key.startsWith("refusal.")) return explain(t, { ...message.facts, code: message.key.slice("refusal.".length) });
  return say(t, message, { label });
}

interface HiddenFieldsProps {
  /** Version of the case as this page shows it. */
  readonly version?: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * What a state-changing form carries: a key that makes a second arrival harmless, and the version shown.
 * The key is kept while the form comes back with errors, because nothing was recorded under it.
 */
export function HiddenFields({ version, values = {} }: HiddenFieldsProps) {
  const idempotencyKey = useTyped("idempotencyKey", null) || crypto.randomUUID();
  return (
    <>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** The buttons that end a form; the first names the act. */
export const Buttons = ({ submit, cancel, children }: { submit: string; cancel?: { href: string; label?: string }; children?: ReactNode }) => {
  const { t } = useWords();
  return (
    <div className="buttons">
      <button type="submit" className="button">
        {submit}
      </button>
      {children}
      {cancel && <a href={cancel.href}>{cancel.label ?? t("form.cancel")}</a>}
    </div>
  );
};

/** A link that looks like a button. */
export const ButtonLink = ({ href, second, children }: { href: string; second?: boolean; children: ReactNode }) => (
  <a className={classNames("button", second && "button--second")} href={href}>
    {children}
  </a>
);
