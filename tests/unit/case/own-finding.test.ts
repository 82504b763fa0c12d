import { describe, expect, test } from "vitest";
import type { CaseInView } from "../../../app/application/queries/project-case";
import { subjectOf } from "../../../app/application/queries/waiting-subject";
import type { Actor } from "../../../app/domain/case/context";
import { evolve } from "../../../app/domain/case/evolve";
import type { ProjectCase } from "../../../app/domain/case/state";
import { risksOf } from "../../../app/domain/oversight/risks";
import { type CaseStory, calendar, hengyang } from "../../builders/case-story";
import { agent, anEnforced, check, checkAt, commitmentIn, deputy, manager, no, recheck, STARTED } from "../../builders/commitment-story";
import { attaching } from "../../builders/evidence";
import { aGrantedNotice, checking, departmentOf, NOT_MET, noticeOf, revoking } from "../../builders/notice-story";

const RULED = "2026-05-12";
const inNameOf = ({ personId, name }: Actor): Actor => ({ ...deputy, onBehalfOf: { personId, name } });

const ruling = (story: CaseStory) =>
  ({
    type: "rule-on-breach",
    commitmentNo: no(story),
    ruling: "more-time",
    reason: "雨季",
    rectifyBy: "2026-06-30",
    decisionNo: null,
    penaltyYuan: null,
    penaltyBasis: null,
    on: RULED,
  }) as const;

/** Found not met by the deputy in the manager's name; looked at again by whoever is given. */
function foundInName(again: Actor): CaseStory {
  const story = anEnforced();
  const of = { commitmentNo: no(story), checkId: checkAt(story, "before-start").id, outcome: "not-met" } as const;
  const found = { findings: ["消防通道宽度不足"], evidence: ["照片"], rectifyBy: "2026-05-20", failedStandardIds: [], on: STARTED };
  story.do(inNameOf(manager), STARTED, { type: "record-check", ...of, ...found });
  return story.do(again, "2026-05-11", { type: "recheck-rectification", ...of, evidence: ["复查记录"], note: "仍不足", on: "2026-05-11" });
}

/** How the queue's review page shows the breach of the promise to this manager, and whether an own hand stops them. */
function seenBy(story: CaseStory, actor: Actor) {
  const found = { state: story.case, actor, pack: hengyang, calendar, today: RULED } as unknown as CaseInView;
  const byId = subjectOf(found, "commitment-breach", checkAt(story, "before-start").id)?.byId ?? null;
  const risks = risksOf(story.case, { byId }, { ...found, unrepairedBreaches: 0, letterUnchanged: null });
  return { byId, hand: risks.find(({ about }) => about === "own-hand")?.level };
}

describe("what was found not kept", () => {
  test("R-393, R-460: what a stand-in found in a manager's name, neither of the two rules on; another does", () => {
    const third: Actor = { ...deputy, personId: "person-third", name: "第三人" };
    const story = foundInName(inNameOf(manager));
    for (const actor of [manager, deputy, inNameOf(third), { ...third, onBehalfOf: { personId: manager.personId, name: manager.name } }])
      expect(story.refusal(actor, RULED, ruling(story)).code).toBe("own-check");
    expect(story.try(third, RULED, ruling(story)).ok).toBe(true);
  });

  test("R-393: either look alone is enough, and an act in the own name keeps nobody else", () => {
    const first = foundInName(deputy);
    expect(checkAt(first, "before-start")).toMatchObject({ checkedForId: manager.personId, recheckedForId: null });
    expect(first.refusal(manager, RULED, ruling(first)).code).toBe("own-check");
    const own = anEnforced();
    check(own, "before-start", STARTED, "not-met", "2026-05-20");
    recheck(own, "before-start", "2026-05-11", "not-met");
    expect(own.events.some((event) => "forId" in event)).toBe(false);
    expect(own.try(manager, RULED, ruling(own)).ok).toBe(true);
  });

  test("R-393: replaying the events gives the same checks; events from before anybody was represented replay", () => {
    const story = foundInName(inNameOf(manager));
    const replay = (events: CaseStory["events"]) =>
      events.reduce<ProjectCase | null>((state, event) => evolve(state, event, "2026-05-01T00:00:00.000Z"), null)?.supervisionChecks ?? {};
    expect(replay(story.events)).toEqual(story.case.supervisionChecks);
    const earlier = story.events.map((event) => {
      const { forId: _, ...rest } = event as typeof event & { forId?: string };
      return rest as typeof event;
    });
    expect(replay(earlier)[checkAt(story, "before-start").id]).toMatchObject({ checkedForId: null, recheckedForId: null, checkedById: deputy.personId });
  });

  test("R-401: the review page says own hand where the ruling is refused: whoever found it, in whose name, or who brought evidence", () => {
    const story = foundInName(inNameOf(manager));
    expect(seenBy(story, manager)).toEqual({ byId: manager.personId, hand: "stop" });
    expect(seenBy(story, deputy)).toEqual({ byId: deputy.personId, hand: "stop" });
    const brought = anEnforced();
    const of = { subjectKind: "supervision-check", subjectId: checkAt(brought, "before-start").id, round: 1 } as const;
    brought.do(manager, STARTED, attaching(of, 1));
    check(brought, "before-start", STARTED, "not-met", "2026-05-20");
    recheck(brought, "before-start", "2026-05-11", "not-met");
    expect(seenBy(brought, manager)).toEqual({ byId: manager.personId, hand: "stop" });
    expect(seenBy(brought, deputy)).toEqual({ byId: agent.personId, hand: "ok" });
    expect(seenBy(brought, { ...deputy, personId: commitmentIn(brought).proposedById })).toMatchObject({ hand: "stop" });
  });

  test("R-460 (Z08): who brought what a permit on a promise was found wanting by does not rule on it, nor is told they may", () => {
    const story = aGrantedNotice();
    const bringer = departmentOf(story, undefined, "丙");
    const { id } = noticeOf(story);
    story.do(bringer, "2026-04-01", attaching({ subjectKind: "notice-check", subjectId: id, round: 1 }, 1));
    story.do(departmentOf(story), "2026-04-01", checking(story, "2026-04-01", { ...NOT_MET }));
    story.do(departmentOf(story), "2026-04-20", checking(story, "2026-04-20", { ...NOT_MET, rectifyBy: null }));
    const promoted: Actor = { ...bringer, role: "manager", departmentCode: null };
    const on = "2026-04-22";
    for (const actor of [promoted, inNameOf(promoted)]) {
      expect(story.refusal(actor, on, revoking(story, on))).toMatchObject({ code: "checker-cannot-rule", name: actor.name });
      const found = { state: story.case, actor, pack: hengyang, today: on } as unknown as CaseInView;
      expect(subjectOf(found, "notice-breach", id)?.byId).toBe(actor.personId);
    }
    expect(story.try(manager, on, revoking(story, on)).ok).toBe(true);
  });
});
