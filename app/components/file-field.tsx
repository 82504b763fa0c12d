import { classNames } from "./class-names";
import { fieldId, useFieldError } from "./form";
import { useWords } from "./words";

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Endings with the dot that the box offers; the server decides by content. */
  readonly endings: readonly string[];
}

/** The one file of a form. What was chosen cannot be given back by any browser, so an error asks for it again. */
export function FileField({ label, hint, endings }: FileFieldProps) {
  const { t } = useWords();
  const error = useFieldError("file", label);
  const id = fieldId("file");
  return (
    <div className={classNames("field", error && "field--wrong")}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="field__error" id={`${id}-error`}>
          <span className="visually-hidden">{t("form.error-prefix")}</span>
          {error}
        </p>
      )}
      <input
        id={id}
        className="input input--file"
        type="file"
        name="file"
        accept={endings.join(",")}
        aria-describedby={[`${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}
