import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EvidenceFiles, type EvidenceGroupShown } from "../../app/components/evidence-files";
import { WordsProvider } from "../../app/components/words";
import { anEvidenceRow } from "../builders/evidence";

const PREPARED = "为尚未记录的核查准备";
const look = (round: number, recorded: boolean): EvidenceGroupShown => ({
  subjectKind: "rectification",
  subjectId: "check",
  round,
  point: "construction",
  recorded,
  mayAdd: true,
  files: [anEvidenceRow(`photo-${round}`, "check", { name: `复查 ${round}.jpg`, round })],
});
const markup = (groups: readonly EvidenceGroupShown[], adds: boolean): string =>
  renderToStaticMarkup(
    <WordsProvider locale="zh-CN">
      <EvidenceFiles groups={groups} hrefOf={(id) => `/files/${id}`} {...(adds ? { addHrefOf: ({ round }) => `/add?n=${round}` } : {})} named />
    </WordsProvider>,
  );

test("R-462: only where files are added is it said that they lie ready, and only of those that do", () => {
  const desk = markup([look(1, true), look(2, false)], true);
  expect(desk.split(PREPARED)).toHaveLength(2);
  expect(desk.indexOf(PREPARED)).toBeGreaterThan(desk.indexOf("复查 1.jpg"));
  expect(markup([look(1, true), look(2, false)], false)).not.toContain(PREPARED);
});

test("R-463: each look at what was put right is told apart, and so is the way to add to it", () => {
  const desk = markup([look(1, true), look(2, false)], true);
  const names = [...desk.matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
  expect(names[1]).toContain("第 2 次复查");
});
