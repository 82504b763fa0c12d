import type { MaterialLine } from "../../../application/queries/material-lines";
import type { ItemMaterials } from "../../../application/queries/materials";
import { type Column, DataTable, FileVersions, fieldId, Tag, useFieldError, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { paths } from "../../../web/paths";
import { boxes, held, shown } from "./bring";

/** How far the checklist is, in tags. */
export function ProgressTags({ page: { progress, begun, phase } }: { page: Pick<ItemMaterials, "progress" | "begun" | "phase"> }) {
  const { t } = useWords();
  const { asked, there, missingCore, missingDeferrable } = progress;
  // An item accepted on the window's word asks for nothing, whatever its list says.
  if (asked === 0 || (!begun && phase !== "before")) return null;
  return (
    <>
      <Tag tone={there === asked ? "ok" : "plain"}>{there === asked ? t("checklist.complete") : t("checklist.progress", { there, asked })}</Tag>
      {missingCore > 0 && <Tag tone="warn">{t("checklist.missing.core", { n: missingCore })}</Tag>}
      {missingDeferrable > 0 && <Tag>{t("checklist.missing.deferrable", { n: missingDeferrable })}</Tag>}
    </>
  );
}

/** The lines of the checklist; with boxes for the paper where the reader may record it. */
export function ChecklistTable({ page, state }: { page: ItemMaterials; state: FormState | undefined }) {
  const { t, pick, day } = useWords();
  const { lines, item, acts, deferralAllowed } = page;
  const brings = acts.includes("bring-materials");
  const attaches = acts.includes("attach-file");
  const kind = (line: MaterialLine) => t(`checklist.kind.${line.kind === "deferrable" && !deferralAllowed ? "other" : line.kind}`);
  const count = (which: "originals" | "copies"): Column<MaterialLine> => ({
    key: which,
    header: t(`checklist.col.${which}`),
    align: "end",
    cell: (line) => (brings ? <Count line={line} which={which} state={state} /> : line[which] || "--"),
  });
  const columns: readonly Column<MaterialLine>[] = [
    {
      key: "name",
      header: t("checklist.col.name"),
      rowHeader: true,
      cell: (line) => (
        <>
          <span className="material__name" lang="zh-CN">
            {line.name}
          </span>{" "}
          <Tag>{kind(line)}</Tag>
          <Whys line={line} />
        </>
      ),
    },
    {
      key: "state",
      header: t("checklist.col.state"),
      cell: (line) => (
        <>
          {page.begun || page.phase === "before" ? <StateTag line={line} /> : <Tag>{t("materials.project.not-begun")}</Tag>}
          {line.broughtOn && <small className="muted"> {day(line.broughtOn)}</small>}
          {line.reused && (
            <p className="material__why small">
              <a href={paths.desk.materials(line.reused.itemNo)}>{t("checklist.reused.from", { item: pick(line.reused.item), name: line.reused.name })}</a>
            </p>
          )}
        </>
      ),
    },
    count("originals"),
    count("copies"),
    {
      key: "electronic",
      header: t("checklist.col.electronic"),
      cell: (line) => (brings ? <Electronic line={line} state={state} /> : line.electronic ? t("checklist.electronic.yes") : "--"),
    },
    {
      key: "files",
      header: t("checklist.col.files"),
      cell: (line) => (
        <>
          <FileVersions files={line.files.map((file) => ({ ...file, key: `${file.digest}-${file.version}`, href: paths.file(item.itemNo, file.digest) }))} />
          {attaches ? (
            <a href={paths.desk.materialFile(item.itemNo, line.slot)} aria-label={t("checklist.upload.of", { name: line.name })}>
              {t(line.files.length === 0 ? "checklist.upload" : "checklist.upload.again")}
            </a>
          ) : (
            line.files.length === 0 && "--"
          )}
        </>
      ),
    },
  ];
  return <DataTable caption={t("checklist.caption", { name: pick(item.name) })} stacked rows={lines} rowKey={(line) => line.slot} columns={columns} />;
}

/** What was said about a line: waived, asked for in addition, handed back, noted. */
function Whys({ line }: { line: MaterialLine }) {
  const { t, day } = useWords();
  const whys = [
    line.status === "waived" && line.waived && t("checklist.waived.why", { day: day(line.waived.on), by: line.waived.byName, reason: line.waived.reason }),
    line.extraReason && t("checklist.extra.why", { reason: line.extraReason }),
    line.returned && t("checklist.returned.why", { day: day(line.returned.on), reason: line.returned.reason }),
    line.note && t("checklist.note", { note: line.note }),
  ].filter((why): why is string => typeof why === "string");
  return whys.map((why) => (
    <p key={why} className="material__why small muted">
      {why}
    </p>
  ));
}

const TONE = { outstanding: "warn", brought: "ok", waived: "plain" } as const;

export function StateTag({ line }: { line: Pick<MaterialLine, "status" | "reused"> }) {
  const { t } = useWords();
  const reused = line.status === "brought" && line.reused !== null;
  return <Tag tone={TONE[line.status]}>{t(`checklist.status.${reused ? "reused" : line.status}`)}</Tag>;
}

/** A box for a number of papers. */
function Count({ line, which, state }: { line: MaterialLine; which: "originals" | "copies"; state: FormState | undefined }) {
  const { t } = useWords();
  const name = boxes(line)[which];
  const label = t(`checklist.${which}.of`, { name: line.name });
  const error = useFieldError(name, label);
  const id = fieldId(name);
  return (
    <>
      <input
        id={id}
        className="input input--count"
        type="text"
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
        name={name}
        defaultValue={shown(state, name, held(line)[which])}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p className="field__error" id={`${id}-error`}>
          <span className="visually-hidden">{t("form.error-prefix")}</span>
          {error}
        </p>
      )}
    </>
  );
}

function Electronic({ line, state }: { line: MaterialLine; state: FormState | undefined }) {
  const { t } = useWords();
  const name = boxes(line).electronic;
  const checked = state && Object.keys(state.typed).length > 0 ? state.typed[name] !== undefined : held(line).electronic;
  return (
    <input
      className="checklist__tick"
      type="checkbox"
      name={name}
      value="yes"
      defaultChecked={checked}
      aria-label={t("checklist.electronic.of", { name: line.name })}
    />
  );
}
