import { looksMade } from "../../../domain/case/commitment/next";
import { standardsOf } from "../../../domain/case/commitment/reads";
import { evidenceOf, isCheckRecorded } from "../../../domain/case/evidence";
import type { EvidenceOf } from "../../../domain/case/parts/evidence";
import type { NoticeCheck, NoticeCommitment } from "../../../domain/case/parts/notice-commitment";
import type { SupervisionCheck } from "../../../domain/case/parts/project-commitment";
import { sizeText } from "../../../i18n/formats";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import { type Promised, promisedFacts, promisedOf } from "./check-source";
import { shortDigest } from "./simulation-source";
import { dayOf, letter, type PaperSource, type PaperWriter } from "./source";

/** 核查记录, 竣工对标验收记录: who looked at what on which day, what was found, and on which evidence it rests. */
export const checkRecord: PaperWriter = (source) => {
  const { t } = source;
  const promised = promisedOf(source);
  const { check } = promised.of === "project" ? promised : { check: null };
  const on = promised.of === "item" ? promised.notice.checkedOn : (check?.recheckedOn ?? check?.doneOn ?? null);
  return letter(source, {
    title: t(check?.point === "verification" ? "paper.check.verification" : "paper.kind.check-record"),
    issuer: promised.body,
    addressee: null,
    reference: promised.commitmentNo,
    blocks: [
      { is: "facts", rows: promisedFacts(source, promised) },
      ...(promised.of === "item" ? promised.notice.checks.flatMap((one, index) => noticeCheck(source, promised.notice, one, index)) : []),
      ...(check === null ? [] : supervisionCheck(source, promised, check)),
      { is: "note", lines: [t("paper.check.outside")] },
    ],
    signatures: [
      { label: t("paper.check.inspector"), name: null, on: null },
      { label: t("paper.check.witness"), name: null, on: null },
      { label: promised.body, name: promised.body, on: dayOf(source, on), seal: true },
    ],
  });
};

function noticeCheck(source: PaperSource, { id: subjectId, standards }: NoticeCommitment, check: NoticeCheck, index: number): readonly LetterBlock[] {
  const { t, names } = source;
  const failed = standards.filter((_, at) => check.failed.includes(at + 1)).map(({ textZh, textEn }) => names.pick({ zh: textZh, en: textEn }));
  return [
    {
      is: "facts",
      title: t("paper.check.nth", { n: index + 1 }),
      rows: [
        { label: t("paper.check.on"), value: dayOf(source, check.on) },
        { label: t("paper.check.outcome"), value: t(`paper.check.${check.outcome}`) },
        { label: t("paper.check.by"), value: check.inspectors.length === 0 ? check.byName : check.inspectors.join(t("list.comma")), wide: true },
        { label: t("paper.check.looked"), value: check.looked, wide: true },
        { label: t("paper.check.evidence"), value: check.reference ?? t("paper.none"), wide: true },
      ],
    },
    ...(failed.length === 0 ? [] : [{ is: "list" as const, title: t("paper.check.failed", { n: failed.length }), items: failed }]),
    ...filesTable(source, "paper.check.files", [{ subjectKind: "notice-check", subjectId, round: index + 1 }]),
  ];
}

function supervisionCheck(source: PaperSource, promised: Promised, check: SupervisionCheck): readonly LetterBlock[] {
  const { t, state } = source;
  const verified = check.point === "verification" && promised.of === "project" ? standardsOf(state, promised.commitment.id) : [];
  const evidence = [...check.evidence, ...check.recheckEvidence];
  return [
    {
      is: "facts",
      title: t("paper.check.point", { point: t(`commitment.point.${check.point}`) }),
      rows: [
        { label: t("paper.check.on"), value: dayOf(source, check.doneOn) },
        { label: t("paper.check.due"), value: dayOf(source, check.dueOn) },
        { label: t("paper.check.by"), value: check.checkedByName ?? t("paper.none") },
        { label: t("paper.check.outcome"), value: t(check.outcome === null ? "paper.none" : `paper.check.${check.outcome}`) },
      ],
    },
    ...(check.findings.length === 0 ? [] : [{ is: "list" as const, title: t("paper.check.findings", { n: check.findings.length }), items: check.findings }]),
    ...(verified.length === 0
      ? []
      : [
          {
            is: "table" as const,
            title: t("paper.check.standards"),
            columns: [
              { head: t("paper.column.no"), share: 8 },
              { head: t("paper.commitment.indicator"), share: 28 },
              { head: t("paper.commitment.condition"), share: 44 },
              { head: t("paper.check.outcome"), share: 20 },
            ],
            rows: verified.map(({ ordinal, indicator, condition, value, outcome }) => [
              String(ordinal),
              indicator,
              [condition, value].filter((text) => text !== "").join(t("list.comma")),
              t(outcome === null ? "paper.none" : `paper.check.${outcome}`),
            ]),
          },
        ]),
    ...(check.recheckedOn === null
      ? []
      : [
          {
            is: "facts" as const,
            title: t("paper.check.recheck"),
            rows: [
              { label: t("paper.check.on"), value: dayOf(source, check.recheckedOn) },
              { label: t("paper.check.by"), value: check.recheckedByName ?? t("paper.none") },
              { label: t("paper.check.outcome"), value: t(check.status === "met" ? "paper.check.met" : "paper.check.not-met") },
              { label: t("paper.check.note"), value: check.recheckNote ?? t("paper.none") },
            ],
          },
        ]),
    ...(evidence.length === 0 ? [] : [{ is: "list" as const, title: t("paper.check.evidence-list", { n: evidence.length }), items: evidence }]),
    ...filesTable(source, "paper.check.files", [{ subjectKind: "supervision-check", subjectId: check.id, round: 1 }]),
    ...filesTable(source, "paper.check.recheck-files", looksAt(check)),
  ];
}

/** The looks at what was put right, first to last. */
const looksAt = (check: SupervisionCheck): readonly EvidenceOf[] =>
  Array.from({ length: looksMade(check) }, (_, index) => ({ subjectKind: "rectification", subjectId: check.id, round: index + 1 }));

/** The photographs and papers that checks which were made rest on, told apart by size and digest, so that each can be compared with the file itself. */
function filesTable(source: PaperSource, title: "paper.check.files" | "paper.check.recheck-files", of: readonly EvidenceOf[]): readonly LetterBlock[] {
  const { t } = source;
  const files = of.filter((one) => isCheckRecorded(source.state, one)).flatMap((one) => evidenceOf(source.state, one));
  if (files.length === 0) return [];
  return [
    {
      is: "table",
      title: t(title, { n: files.length }),
      columns: [
        { head: t("paper.column.no"), share: 7 },
        { head: t("paper.check.file"), share: 35 },
        { head: t("paper.check.file.size"), share: 12 },
        { head: t("paper.check.file.added"), share: 22 },
        { head: t("paper.check.file.digest"), share: 24 },
      ],
      rows: files.map(({ name, bytes, addedOn, afterwards, digest }, index) => [
        String(index + 1),
        name,
        sizeText(bytes),
        afterwards ? t("paper.check.file.afterwards", { day: dayOf(source, addedOn) }) : dayOf(source, addedOn),
        shortDigest(digest),
      ]),
    },
  ];
}
