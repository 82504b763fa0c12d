import type { EvidenceFile, EvidenceOf } from "../domain/case/parts/evidence";
import type { CheckPoint } from "../domain/case/parts/project-commitment";
import { shortDigest, sizeText } from "../i18n/formats";
import { pointWords } from "../i18n/point-words";
import { useWords, type Words } from "./words";

/** A file as it is listed: named, sized, told apart by its digest. */
type Shown = Pick<EvidenceFile, "id" | "name" | "bytes" | "digest" | "addedAt" | "byName" | "afterwards">;

/** The files of one check. */
export interface EvidenceGroupShown extends EvidenceOf {
  /** The supervision point; null for a check on the promise of one item. */
  readonly point: CheckPoint | null;
  /** This check, or this look at what was put right, was recorded; before that its files only lie ready. */
  readonly recorded: boolean;
  readonly mayAdd: boolean;
  readonly files: readonly Shown[];
}

interface EvidenceFilesProps {
  readonly groups: readonly EvidenceGroupShown[];
  /** Where a file is saved from. */
  readonly hrefOf: (id: string) => string;
  /** Where another is added; left out where nobody adds. */
  readonly addHrefOf?: (of: EvidenceOf) => string;
  /** What stands around it says which check it is: then a single check is not named again. */
  readonly named?: boolean;
}

const keyOf = ({ subjectKind, subjectId, round }: EvidenceOf): string => `${subjectKind} ${subjectId} ${round}`;

const saidOf = ({ subjectKind, round: n, point }: Pick<EvidenceGroupShown, "subjectKind" | "round" | "point">, { t }: Words) => {
  const said = pointWords(t, point);
  // Later looks at what was put right are told apart by their position.
  return subjectKind === "rectification" && n > 1 ? { ...said, n, point: t("evidence-files.later-look", { point: said.point, n }) } : { ...said, n };
};

/** What a group is called: the check at a point, what was put right there, the n-th check of an item. */
export const evidenceTitle = (of: Pick<EvidenceGroupShown, "subjectKind" | "round" | "point">, words: Words): string =>
  words.t(`evidence-files.of-${of.subjectKind}`, saidOf(of, words));

/** Photographs and papers of checks, check by check, with the way to add one. Files are saved, never shown as a page. */
export function EvidenceFiles({ groups, hrefOf, addHrefOf, named = false }: EvidenceFilesProps) {
  const words = useWords();
  const { t } = words;
  const shown = groups.filter(({ files, mayAdd }) => files.length > 0 || (mayAdd && addHrefOf !== undefined));
  if (shown.length === 0) return null;
  return (
    <div className="evidence-files">
      {shown.map((group) => (
        <div key={keyOf(group)} className="evidence-files__check">
          {!(named && shown.length === 1) && <p className="evidence-files__of">{evidenceTitle(group, words)}</p>}
          {!group.recorded && addHrefOf && group.files.length > 0 && <p className="muted">{t("evidence-files.prepared")}</p>}
          <EvidenceList files={group.files} hrefOf={hrefOf} />
          {group.mayAdd && addHrefOf && (
            <p>
              <a href={addHrefOf(group)} aria-label={t(`evidence-files.add.of-${group.subjectKind}`, saidOf(group, words))}>
                {t("evidence-files.add")}
              </a>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

/** The files of one check as a plain list. */
export function EvidenceList({ files, hrefOf }: { readonly files: readonly Shown[]; readonly hrefOf: EvidenceFilesProps["hrefOf"] }) {
  const { t, dayTime } = useWords();
  if (files.length === 0) return null;
  return (
    <ul className="evidence-files__list">
      {files.map((file) => (
        <li key={file.id}>
          <a href={hrefOf(file.id)} download="">
            <bdi>{file.name}</bdi>
          </a>{" "}
          <small className="muted">
            {sizeText(file.bytes)} · {t("file.by", { when: dayTime(file.addedAt), by: file.byName })}
            {file.afterwards && ` · ${t("evidence-files.afterwards")}`} ·{" "}
            <code title={file.digest}>{t("evidence-files.digest", { digest: shortDigest(file.digest) })}</code>
          </small>
        </li>
      ))}
    </ul>
  );
}
