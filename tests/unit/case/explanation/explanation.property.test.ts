import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../../../app/domain/case/commands";
import { evolve } from "../../../../app/domain/case/evolve";
import { canExplain } from "../../../../app/domain/case/explanation/moves";
import { explanationsOf } from "../../../../app/domain/case/explanation/reads";
import type { ProjectCase } from "../../../../app/domain/case/state";
import { anItemInReview, intake, manager, reviewer } from "../../../builders/case-story";

const CODE = "planning-conditions";
const DAYS = ["2026-03-02", "2026-05-06", "2026-05-07", "2026-05-08"] as const;
const ACTS = ["ask", "explain", "accept", "send-back", "withdraw"] as const;

test("R-402, R-403, R-405: whatever is tried in whatever order, an explanation moves only by its table and replay gives the same rows", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.record({ act: fc.constantFrom(...ACTS), day: fc.nat(3) }), { maxLength: 14 }), (steps) => {
      const story = anItemInReview(CODE, "2026-03-02");
      const itemNo = story.no(CODE);
      const { id, departmentCode } = story.item(CODE);
      for (const { act, day } of steps) {
        const on = DAYS[day] ?? DAYS[0];
        const one = explanationsOf(story.case, id)[0];
        const commands: Record<(typeof ACTS)[number], Command> = {
          ask: { type: "ask-overdue-reason", itemNo, question: "原因", on },
          explain: { type: "explain-overdue", itemNo, reason: "测绘", on },
          accept: { type: "rule-on-explanation", itemNo, explanationId: one?.id ?? "none", accepted: true, reason: "可", on },
          "send-back": { type: "rule-on-explanation", itemNo, explanationId: one?.id ?? "none", accepted: false, reason: "否", on },
          withdraw: { type: "withdraw-item", itemNo, reason: "撤回", on },
        };
        const actor = act === "explain" ? reviewer(departmentCode) : act === "withdraw" ? intake : manager;
        const before = one?.status ?? null;
        const outcome = story.try(actor, "2026-05-08", commands[act]);
        if (!outcome.ok) continue;
        for (const event of outcome.value) if (event.type.startsWith("explanation-")) expect(canExplain(event.type as "explanation-given", before)).toBe(true);
        story.do(actor, "2026-05-08", commands[act]);
        const all = explanationsOf(story.case, id);
        expect(all.length).toBeLessThanOrEqual(1);
        if (all[0]) seen.add(all[0].status);
      }
      const replayed = story.events.reduce<ProjectCase | null>((state, event) => evolve(state, event, "2026-05-08T02:00:00.000Z"), null);
      expect(replayed?.explanations).toEqual(story.case.explanations);
    }),
    { numRuns: 120 },
  );
  expect([...seen].sort()).toEqual(["accepted", "asked", "given", "sent-back"]);
});
