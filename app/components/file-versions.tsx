import type { Instant } from "../domain/calendar/calendar-date";
import { sizeText } from "../i18n/formats";
import { useWords } from "./words";

/** One stored version with the address it is saved from. */
export interface FileRow {
  readonly key: string;
  readonly href: string;
  readonly name: string;
  readonly bytes: number;
  readonly version: number;
  readonly addedAt: Instant;
  readonly byName: string;
}

/** Versions of one material, newest first; older ones fold away. */
export function FileVersions({ files }: { files: readonly FileRow[] }) {
  const { t } = useWords();
  const [newest, ...older] = files;
  if (!newest) return null;
  return (
    <div className="files">
      <Version file={newest} />
      {older.length > 0 && (
        <details className="fold">
          <summary>{t("file.versions", { n: files.length })}</summary>
          {older.map((file) => (
            <Version key={file.key} file={file} />
          ))}
        </details>
      )}
    </div>
  );
}

function Version({ file }: { file: FileRow }) {
  const { t, dayTime } = useWords();
  return (
    <p className="file">
      <a href={file.href} download="">
        <bdi>{file.name}</bdi>
      </a>{" "}
      <small className="muted">
        {t("file.version", { n: file.version })} · {sizeText(file.bytes)} · {t("file.by", { when: dayTime(file.addedAt), by: file.byName })}
      </small>
    </p>
  );
}
