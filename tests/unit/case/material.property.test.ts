import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command } from "../../../app/domain/case/commands";
import { evolve } from "../../../app/domain/case/evolve";
import type { ProjectCase } from "../../../app/domain/case/state";
import { canonicalJson } from "../../../db/canonical";
import { type CaseStory, intake } from "../../builders/case-story";
import { CODE, file, lines, no, paper, planned } from "../../builders/material-story";

describe("any sequence of acts on materials", () => {
  const ITEMS = [CODE, "land-registration", "planning-permit", "project-code"] as const;
  const names = (story: CaseStory, code: string) => lines(story, code).map(({ name }) => name);
  const step = fc.record({
    act: fc.constantFrom("bring", "attach", "waive", "require", "reuse", "return"),
    item: fc.constantFrom(...ITEMS),
    pick: fc.nat(6),
    digit: fc.constantFrom("a", "b", "c"),
    from: fc.nat(12),
  });

  test("R-150, R-155, R-157: keeps one row per name, versions in order, reuse pointing at what was brought, and replays to the same rows", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const story = planned();
        for (const { act, item, pick, digit, from } of steps) {
          const itemNo = no(story, item);
          const known = names(story, item);
          const name = known[pick % known.length] ?? "";
          const on = "2026-03-02";
          const ids = Object.keys(story.case.materials);
          const command: Command =
            act === "bring"
              ? { type: "bring-materials", itemNo, materials: [paper(name, pick % 3, from % 2, digit === "a")], on, note: null }
              : act === "attach"
                ? { type: "attach-file", itemNo, name, file: file(digit) }
                : act === "reuse"
                  ? { type: "reuse-material", itemNo, name, fromId: ids[from % Math.max(1, ids.length)] ?? "none", on }
                  : act === "require"
                    ? { type: "require-material", itemNo, name: pick === 0 ? `另加${digit}` : name, reason: "需要", on }
                    : { type: act === "waive" ? "waive-material" : "return-material", itemNo, name, reason: "理由", on };
          if (story.try(intake, on, command).ok) story.do(intake, on, command);
        }
        const rows = Object.values(story.case.materials);
        expect(new Set(rows.map(({ itemId, name }) => `${itemId} ${name}`)).size).toBe(rows.length);
        for (const row of rows) {
          expect(row.files.map(({ version }) => version)).toEqual(row.files.map((_, index) => index + 1));
          if (row.reusedFromId !== null) {
            expect(row.reusedFromId).not.toBe(row.id);
            expect(story.case.materials[row.reusedFromId]?.itemId).not.toBe(row.itemId);
          }
          if (row.status === "brought" && row.reusedFromId === null) expect(row.originals + row.copies > 0 || row.electronic).toBe(true);
          expect(row.status === "waived").toBe(row.waivedReason !== null);
        }
        for (const code of ITEMS)
          for (const { status, source } of lines(story, code)) if (status === "brought" && source) expect(source.status).toBe("brought");
        const replayed = story.events.reduce<ProjectCase | null>((state, event) => evolve(state, event, "2026-03-02T02:00:00.000Z"), null);
        expect(canonicalJson(replayed?.materials)).toBe(canonicalJson(story.case.materials));
      }),
      { numRuns: 60 },
    );
  });
});
