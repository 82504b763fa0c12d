import { checklistOf } from "../../app/domain/case/checklist";
import type { Command } from "../../app/domain/case/commands";
import type { StoredFile } from "../../app/domain/case/parts/material";
import { aPerson, aPlannedCase, type CaseStory, intake } from "./case-story";

export const investor = { ...aPerson("陈志明", "investor"), enterpriseIds: ["enterprise"] };

/** Three core and two deferrable materials in the national list. */
export const CODE = "land-planning-permit";
/** A filing that only waits for the project code. */
export const PLAN = "ent-filing";

export const planned = (): CaseStory => aPlannedCase();

export const no = (story: CaseStory, code: string) => story.item(code).itemNo;
export const paper = (name: string, originals = 1, copies = 0, electronic = false) => ({ name, originals, copies, electronic });
export const bring = (story: CaseStory, code: string, names: readonly string[], on = "2026-03-02"): Command => ({
  type: "bring-materials",
  itemNo: no(story, code),
  materials: names.map((name) => paper(name)),
  on,
  note: null,
});
export const coreOf = (story: CaseStory, code: string) => story.pack.items.find((item) => item.code === code)?.coreMaterials ?? [];
export const file = (digit = "a", name = "材料.pdf"): StoredFile => ({ digest: digit.repeat(64), name, bytes: 1200, mediaType: "application/pdf" });
export const lines = (story: CaseStory, code: string) => checklistOf(story.case, story.item(code), story.pack);
export const line = (story: CaseStory, code: string, name: string) => {
  const found = lines(story, code).find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no line ${name}`);
  return found;
};
export const received = (story: CaseStory, code: string, on = "2026-03-02") => story.do(intake, on, { type: "receive-items", itemNos: [no(story, code)], on });
export const accept = (story: CaseStory, code: string, on = "2026-03-03"): Command => ({
  type: "accept-item",
  itemNo: no(story, code),
  on,
  acceptanceNo: "受1",
});
