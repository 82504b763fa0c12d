import { describe, expect, test } from "vitest";
import { asReadBy, evidenceOf, MOST_EVIDENCE, maySeeEvidence } from "../../../app/domain/case/evidence";
import { evolve } from "../../../app/domain/case/evolve";
import type { EvidenceOf } from "../../../app/domain/case/parts/evidence";
import type { ProjectCase } from "../../../app/domain/case/state";
import { isToldToEnterprise } from "../../../app/domain/case/told";
import { agent, type CaseStory, reviewer } from "../../builders/case-story";
import { anEnforced, aStarted, COMPLETED, check, checkAt, commitmentIn, deputy, housing, no, recheck, STARTED } from "../../builders/commitment-story";
import { attaching } from "../../builders/evidence";
import {
  aFailedNotice,
  aGrantedNotice,
  aRectifyingNotice,
  aRevokedNotice,
  aSignedNotice,
  checking,
  departmentOf,
  investor,
  manager,
  noticeOf,
  SIGNED,
} from "../../builders/notice-story";

const ON = "2026-04-01";
const ofNotice = (story: CaseStory, round = 1): EvidenceOf => ({ subjectKind: "notice-check", subjectId: noticeOf(story).id, round });
const ofPoint = (story: CaseStory, subjectKind: "supervision-check" | "rectification" = "supervision-check", round = 1): EvidenceOf => ({
  subjectKind,
  subjectId: checkAt(story, "before-start").id,
  round,
});
/** Names of the files whose adding is told to the enterprise. */
const toldOf = (story: CaseStory): readonly string[] =>
  story.events.flatMap((event) => (event.type === "evidence-attached" && isToldToEnterprise(story.case, event) ? [event.file.name] : []));
/** Names of the files that this person reads in the history. */
const readBy = (story: CaseStory, who: typeof investor): readonly string[] =>
  story.events.map((event) => asReadBy(story.case, event, who)).flatMap((event) => (event.type === "evidence-attached" ? [event.file.name] : []));
const seenBy = (story: CaseStory, who: typeof investor): readonly string[] =>
  Object.values(story.case.evidenceFiles)
    .filter((file) => maySeeEvidence(story.case, file, who))
    .map(({ name }) => name);

describe("photographs and papers of the checks on a promise of one item", () => {
  test("R-460 (F21): who records the check adds them before and after it; what comes later is marked as such", () => {
    const story = aGrantedNotice();
    const who = departmentOf(story);
    story.do(who, ON, attaching(ofNotice(story), 1));
    story.do(who, ON, checking(story, ON));
    story.do(who, "2026-04-02", attaching(ofNotice(story), 2));
    expect(evidenceOf(story.case, ofNotice(story)).map(({ name, afterwards, addedOn, byName }) => [name, afterwards, addedOn, byName])).toEqual([
      ["现场照片 1.jpg", false, ON, who.name],
      ["现场照片 2.jpg", true, "2026-04-02", who.name],
    ]);
  });

  test("R-460: nobody else adds any: not another department, not the manager who rules, not the officer, not the enterprise", () => {
    const story = aGrantedNotice();
    const code = (who: typeof investor) => story.refusal(who, ON, attaching(ofNotice(story), 1)).code;
    expect([departmentOf(story, "scheme-review"), manager, agent, investor].map(code)).toEqual([
      "not-allowed-other-department",
      "not-allowed-role",
      "not-allowed-role",
      "not-allowed-role",
    ]);
  });

  test("R-460: a second look has files of its own, and none is added to a look that is not due", () => {
    const story = aRectifyingNotice();
    const who = departmentOf(story);
    story.do(who, "2026-04-10", attaching(ofNotice(story, 2), 1));
    expect(evidenceOf(story.case, ofNotice(story, 1))).toEqual([]);
    expect(evidenceOf(story.case, ofNotice(story, 2))).toHaveLength(1);
    expect(story.refusal(who, "2026-04-10", attaching(ofNotice(story, 3), 2)).code).toBe("evidence-subject-unknown");
    expect(story.refusal(who, "2026-04-10", attaching({ ...ofNotice(story), subjectId: "another" }, 2)).code).toBe("evidence-subject-unknown");
    const unsigned = aSignedNotice();
    expect(unsigned.refusal(departmentOf(unsigned), SIGNED, attaching(ofNotice(unsigned), 1)).code).toBe("evidence-not-now");
    const failed = aFailedNotice();
    expect(failed.refusal(departmentOf(failed), "2026-04-21", attaching(ofNotice(failed, 3), 1)).code).toBe("evidence-not-now");
  });

  test("R-461: what a ruling rests on stays as it was; nothing is added after the permit is revoked", () => {
    const story = aRevokedNotice();
    expect(story.refusal(departmentOf(story), "2026-04-23", attaching(ofNotice(story), 1))).toMatchObject({ code: "evidence-closed" });
  });

  test("R-461: the same content is not added twice to one check, more than the most is refused, and what was never stored too", () => {
    const story = aGrantedNotice();
    const who = departmentOf(story);
    for (let n = 1; n <= MOST_EVIDENCE; n++) story.do(who, ON, attaching(ofNotice(story), n));
    expect(story.refusal(who, ON, attaching(ofNotice(story), 1))).toMatchObject({ code: "evidence-already-there", name: "现场照片 1.jpg" });
    expect(story.refusal(who, ON, attaching(ofNotice(story), 99))).toMatchObject({ code: "evidence-too-many", most: MOST_EVIDENCE });
    const bare = aGrantedNotice();
    const right = attaching(ofNotice(bare), 1);
    for (const file of [
      { ...right.file, digest: "../../etc/passwd" },
      { ...right.file, bytes: 0 },
    ])
      expect(bare.refusal(departmentOf(bare), ON, { ...right, file }).code).toBe("file-not-stored");
  });

  test("R-462: the enterprise sees what was checked, not what lies ready; another department sees none of it", () => {
    const story = aRectifyingNotice();
    const who = departmentOf(story);
    story.do(who, "2026-04-02", attaching(ofNotice(story, 1), 1));
    story.do(who, "2026-04-10", attaching(ofNotice(story, 2), 2));
    expect(seenBy(story, investor)).toEqual(["现场照片 1.jpg"]);
    expect(toldOf(story)).toEqual(["现场照片 1.jpg"]);
    expect(seenBy(story, manager)).toEqual(["现场照片 1.jpg", "现场照片 2.jpg"]);
    expect(readBy(story, manager)).toEqual(["现场照片 1.jpg", "现场照片 2.jpg"]);
    expect(seenBy(story, departmentOf(story, "scheme-review"))).toEqual([]);
    expect(readBy(story, departmentOf(story, "scheme-review"))).toEqual(["…", "…"]);
    story.do(who, "2026-04-15", checking(story, "2026-04-15"));
    expect(seenBy(story, investor)).toEqual(["现场照片 1.jpg", "现场照片 2.jpg"]);
    expect(toldOf(story)).toEqual(["现场照片 1.jpg", "现场照片 2.jpg"]);
  });
});

describe("photographs and papers of the checks on a project commitment", () => {
  const recording = (story: CaseStory, evidence: readonly string[]) => ({
    type: "record-check" as const,
    commitmentNo: no(story),
    checkId: checkAt(story, "before-start").id,
    outcome: "met" as const,
    findings: [],
    evidence,
    rectifyBy: null,
    failedStandardIds: [],
    on: STARTED,
  });

  test("R-463 (H44): a photograph is evidence: with one attached, no line of text is asked for", () => {
    const story = anEnforced();
    expect(story.refusal(housing, STARTED, recording(story, [])).code).toBe("evidence-missing");
    story.do(housing, STARTED, attaching(ofPoint(story), 1));
    story.do(housing, STARTED, recording(story, []));
    expect(checkAt(story, "before-start")).toMatchObject({ status: "met", evidence: [] });
  });

  test("R-460 (H44): added by a department of the list or a manager, never by who proposed the commitment, nor by a foreign department", () => {
    const story = anEnforced();
    expect(story.refusal(reviewer("sw"), STARTED, attaching(ofPoint(story), 1)).code).toBe("not-allowed-other-department");
    expect(story.refusal(agent, STARTED, attaching(ofPoint(story), 1)).code).toBe("not-allowed-role");
    const proposer = { ...manager, personId: commitmentIn(story).proposedById };
    expect(story.refusal(proposer, STARTED, attaching(ofPoint(story), 1)).code).toBe("own-application");
    expect(story.try(manager, STARTED, attaching(ofPoint(story), 1)).ok).toBe(true);
  });

  test("R-463 (H44): what was put right has files of its own, from the finding to the second look, and they count for it", () => {
    const story = anEnforced();
    expect(story.refusal(housing, STARTED, attaching(ofPoint(story, "rectification"), 1)).code).toBe("evidence-not-now");
    check(story, "before-start", STARTED, "not-met", "2026-05-20");
    story.do(housing, "2026-05-10", attaching(ofPoint(story, "rectification"), 1));
    expect(seenBy(story, investor)).toEqual([]);
    story.do(housing, "2026-05-11", {
      type: "recheck-rectification",
      commitmentNo: no(story),
      checkId: checkAt(story, "before-start").id,
      outcome: "not-met",
      evidence: [],
      note: "仍不足 4 米",
      on: "2026-05-11",
    });
    expect(seenBy(story, investor)).toEqual(["现场照片 1.jpg"]);
    // More time: the second look rests on something new.
    const checkId = checkAt(story, "before-start").id;
    const more = { type: "rule-on-breach", commitmentNo: no(story), ruling: "more-time", reason: "雨季", rectifyBy: "2026-06-30" } as const;
    story.do(manager, "2026-05-12", { ...more, decisionNo: null, penaltyYuan: null, penaltyBasis: null, on: "2026-05-12" });
    const again = { type: "recheck-rectification", commitmentNo: no(story), checkId, outcome: "met", evidence: [], note: null } as const;
    expect(story.refusal(housing, "2026-06-01", { ...again, on: "2026-06-01" }).code).toBe("evidence-missing");
    story.do(housing, "2026-06-01", attaching(ofPoint(story, "rectification", 2), 2));
    expect(seenBy(story, investor), "the first look stays seen").toEqual(["现场照片 1.jpg"]);
    story.do(housing, "2026-06-01", { ...again, on: "2026-06-01" });
    expect(seenBy(story, investor)).toHaveLength(2);
  });

  const ruledOn = "2026-05-11";
  /** Not met, looked at in vain and given more time, all on one day; the look is entered under `lookedOn`. */
  function lookedInVain(lookedOn: string): CaseStory {
    const story = anEnforced();
    check(story, "before-start", STARTED, "not-met", "2026-05-20");
    story.do(housing, "2026-05-10", attaching(ofPoint(story, "rectification"), 1));
    const commitmentNo = no(story);
    const { id: checkId } = checkAt(story, "before-start");
    const vain = { outcome: "not-met", evidence: [], note: "仍不足 4 米", on: lookedOn } as const;
    story.do(housing, ruledOn, { type: "recheck-rectification", commitmentNo, checkId, ...vain });
    story.do(housing, ruledOn, attaching(ofPoint(story, "rectification"), 2));
    const more = { ruling: "more-time", reason: "雨季", rectifyBy: "2026-06-30", decisionNo: null, penaltyYuan: null, penaltyBasis: null } as const;
    return story.do(manager, ruledOn, { type: "rule-on-breach", commitmentNo, ...more, on: ruledOn });
  }

  test.each([
    ["on the day of its files and of the ruling", ruledOn],
    ["entered under a day before its files came", "2026-05-09"],
  ])("R-463 (H44): a look %s keeps its files, and they are none of the next", (_, lookedOn) => {
    const story = lookedInVain(lookedOn);
    const of = (round: number) => evidenceOf(story.case, ofPoint(story, "rectification", round)).map(({ name, afterwards }) => [name, afterwards]);
    expect(of(1)).toEqual([
      ["现场照片 1.jpg", false],
      ["现场照片 2.jpg", true],
    ]);
    expect(seenBy(story, investor)).toEqual(["现场照片 1.jpg", "现场照片 2.jpg"]);
    const again = { type: "recheck-rectification", commitmentNo: no(story), checkId: checkAt(story, "before-start").id, note: null, on: ruledOn } as const;
    expect(story.refusal(housing, ruledOn, { ...again, outcome: "met", evidence: [] }).code).toBe("evidence-missing");
    story.do(housing, ruledOn, attaching(ofPoint(story, "rectification", 2), 3));
    expect(seenBy(story, investor), "ready for the next look").toEqual(["现场照片 1.jpg", "现场照片 2.jpg"]);
    expect(toldOf(story)).toEqual(["现场照片 1.jpg", "现场照片 2.jpg"]);
    expect(story.refusal(housing, ruledOn, attaching(ofPoint(story, "rectification", 3), 4)).code).toBe("evidence-subject-unknown");
    story.do(housing, ruledOn, { ...again, outcome: "met", evidence: [] });
    expect(of(2)).toEqual([["现场照片 3.jpg", false]]);
    expect(seenBy(story, investor)).toHaveLength(3);
  });

  test("R-463: a look from before they were counted counts as one, and its case replays as it lies", () => {
    const story = lookedInVain(ruledOn);
    const old = story.events.map((event) => {
      if (event.type !== "rectification-checked") return event;
      const { look: _, ...rest } = event;
      return rest;
    });
    const replayed = old.reduce<ProjectCase | null>((state, event) => evolve(state, event, "2026-05-01T00:00:00.000Z"), null);
    const id = checkAt(story, "before-start").id;
    expect([replayed?.supervisionChecks[id]?.looks, story.case.supervisionChecks[id]?.looks]).toEqual([0, 1]);
    const ready = { ...ofPoint(story, "rectification", 2) };
    expect(replayed && maySeeEvidence(replayed, ofPoint(story, "rectification"), investor)).toBe(true);
    expect(replayed && maySeeEvidence(replayed, ready, investor)).toBe(false);
  });

  test("R-462 (H44): a department sees what promises rest on that it set a standard of or checked, another in the case none of it", () => {
    const story = anEnforced();
    story.do(housing, STARTED, attaching(ofPoint(story), 1));
    const made = checkAt(story, "before-start");
    const byOther = { ...story.case, supervisionChecks: { ...story.case.supervisionChecks, [made.id]: { ...made, departmentCode: "sw" } } };
    const rows = [housing, reviewer("st"), reviewer("sw"), manager, agent].map((who) => seenBy(story, who).length);
    expect(rows).toEqual([1, 1, 0, 1, 1]);
    expect(readBy(story, reviewer("sw"))).toEqual(["…"]);
    expect(maySeeEvidence(byOther, ofPoint(story), reviewer("sw"))).toBe(true);
    expect(maySeeEvidence(byOther, ofPoint(story), { ...reviewer("sw"), departmentCode: null })).toBe(false);
  });

  test("R-460 (H44): none is added to a verification while an earlier point is open, for nobody can verify yet", () => {
    const story = check(aStarted(), "construction", "2026-06-15");
    const completion = { type: "record-works-completion", commitmentNo: no(story), reference: "竣工报告 2026-9", verifyBy: "2026-09-10" } as const;
    story.do(agent, COMPLETED, { ...completion, on: COMPLETED });
    const ofVerification = { ...ofPoint(story), subjectId: checkAt(story, "verification").id };
    expect(story.refusal(housing, COMPLETED, attaching(ofVerification, 1)).code).toBe("evidence-not-now");
    check(story, "completion", COMPLETED);
    expect(story.try(housing, COMPLETED, attaching(ofVerification, 1)).ok).toBe(true);
  });

  test("R-461 (H44): a breach closes the file for every check, also for one nobody made", () => {
    const story = anEnforced();
    check(story, "before-start", STARTED, "not-met", "2026-05-20");
    recheck(story, "before-start", "2026-05-11", "not-met");
    const ruling = { type: "rule-on-breach", commitmentNo: no(story), ruling: "revoke", reason: "拒不整改", rectifyBy: null } as const;
    story.do(manager, "2026-05-21", { ...ruling, decisionNo: "衡承撤〔2026〕1号", penaltyYuan: null, penaltyBasis: null, on: "2026-05-21" });
    for (const subject of [ofPoint(story), ofPoint(story, "rectification"), { ...ofPoint(story), subjectId: checkAt(story, "construction").id }])
      expect(story.refusal(housing, "2026-05-22", attaching(subject, 3)).code).toBe("evidence-closed");
  });

  test("R-460 (Z08): a manager who brought what a promise was found broken by does not rule on it; another does", () => {
    const story = anEnforced();
    story.do(manager, STARTED, attaching(ofPoint(story), 1));
    check(story, "before-start", STARTED, "not-met", "2026-05-20");
    recheck(story, "before-start", "2026-05-11", "not-met");
    const ruling = { type: "rule-on-breach", commitmentNo: no(story), ruling: "more-time", reason: "雨季", rectifyBy: "2026-06-30", on: "2026-05-12" } as const;
    const more = { ...ruling, decisionNo: null, penaltyYuan: null, penaltyBasis: null };
    expect(story.refusal(manager, "2026-05-12", more)).toMatchObject({ code: "own-check", name: manager.name });
    expect(story.try(deputy, "2026-05-12", more).ok).toBe(true);
  });

  test("R-460 (H44): none is added for a completion nobody recorded or the operation of what was not verified", () => {
    const story = anEnforced();
    for (const point of ["completion", "operation"] as const)
      expect(story.refusal(housing, STARTED, attaching({ ...ofPoint(story), subjectId: checkAt(story, point).id }, 1)).code).toBe("evidence-not-now");
  });

  test("R-461: replaying the events gives the same files", () => {
    const story = anEnforced();
    story.do(housing, STARTED, attaching(ofPoint(story), 1));
    const replayed = story.events.reduce<ProjectCase | null>((state, event) => evolve(state, event, "2026-05-01T00:00:00.000Z"), null);
    expect(replayed?.evidenceFiles).toEqual(story.case.evidenceFiles);
  });
});
