import type { ReactNode } from "react";
import type { FormState } from "../i18n/message";
import { FileField } from "./file-field";
import { type FileRow, FileVersions } from "./file-versions";
import { Buttons, Form, HiddenFields } from "./form";
import { useWords } from "./words";

interface UploadFormProps {
  readonly state: FormState | undefined;
  readonly action: string;
  /** Versions that are there already. */
  readonly files?: readonly FileRow[];
  readonly maxMegabytes: number;
  readonly endings: readonly string[];
  readonly cancelHref: string;
  readonly children?: ReactNode;
}

/** One file, with what is there already: versions of a material, or whatever else the page shows above the box. */
export function UploadForm({ state, action, files = [], children, maxMegabytes, endings, cancelHref }: UploadFormProps) {
  const { t } = useWords();
  return (
    <Form state={state} action={action} upload>
      <HiddenFields />
      <FileVersions files={files} />
      {files.length > 0 && <p className="muted">{t("upload.lead")}</p>}
      {children}
      <FileField label={t("file.box")} hint={t("file.box.hint", { megabytes: maxMegabytes })} endings={endings} />
      <Buttons submit={t("upload.submit")} cancel={{ href: cancelHref }} />
    </Form>
  );
}
