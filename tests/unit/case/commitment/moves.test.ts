import { describe, expect, test } from "vitest";
import type { Command } from "../../../../app/domain/case/commands";
import { COMMITMENT_MOVES, type CommitmentMove, canMoveCommitment, isInEffect, isLiveCommitment } from "../../../../app/domain/case/commitment/moves";
import { objectionsOf } from "../../../../app/domain/case/commitment/reads";
import type { Actor } from "../../../../app/domain/case/context";
import type { CommitmentCommand, CommitmentStatus } from "../../../../app/domain/case/parts/project-commitment";
import { isKey } from "../../../../app/i18n";
import type { CaseStory } from "../../../builders/case-story";
import {
  aCompleted,
  agent,
  anApplicable,
  anAwaited,
  anEnforced,
  aPromised,
  aProposal,
  aPublic,
  appraise,
  check,
  checkAt,
  commitmentIn,
  housing,
  investor,
  manager,
  no,
  precheck,
  standardsIn,
} from "../../../builders/commitment-story";
import { DIGEST } from "../../../builders/simulation-story";

const DAY = "2026-12-28";

const broken = (): CaseStory => {
  const story = check(anEnforced(), "before-start", "2026-03-20", "not-met", "2026-04-10");
  return story.do(manager, "2026-04-13", {
    type: "rule-on-breach",
    commitmentNo: no(story),
    ruling: "revoke",
    reason: "逾期未整改",
    rectifyBy: null,
    decisionNo: "衡承撤〔2026〕1号",
    penaltyYuan: null,
    penaltyBasis: null,
    on: "2026-04-13",
  });
};
const verified = (): CaseStory => check(aCompleted(), "verification", "2026-09-01");
const left = (): CaseStory => {
  const story = aProposal();
  return story.do(agent, "2026-03-03", { type: "exit-commitment", commitmentNo: no(story), reason: "改走普通路径", on: "2026-03-03" });
};

/** One real case for every state a commitment can be in, each reached by acts of people. */
const IN_STATE: { readonly [S in CommitmentStatus]: () => CaseStory } = {
  proposed: () => aProposal(),
  "not-applicable": () => appraise(aProposal(), "not-applicable"),
  applicable: () => anApplicable(),
  "awaiting-promise": () => anAwaited(),
  "in-precheck": () => aPromised(),
  supplementing: () => precheck(aPromised(), ["缺承诺附图"]),
  passed: () => precheck(aPromised()),
  "in-publicity": () => aPublic(),
  "in-force": () => anEnforced(),
  rectifying: () => check(anEnforced(), "before-start", "2026-03-20", "not-met", "2027-01-29"),
  verifying: () => aCompleted(),
  "in-operation": () => verified(),
  fulfilled: () => check(verified(), "operation", "2026-12-01"),
  exited: () => left(),
  breached: () => broken(),
};
const STATES = Object.keys(IN_STATE) as CommitmentStatus[];

/** Every act on a commitment as it would be allowed in the right state, with the move it needs. */
const ACTS: readonly { readonly event: CommitmentMove; readonly by: Actor; command(story: CaseStory): Command }[] = [
  {
    event: "commitment-appraised",
    by: manager,
    command: (story) => ({ type: "appraise-commitment", commitmentNo: no(story), ruling: "applicable", reason: "符合", on: DAY }),
  },
  {
    event: "standard-added",
    by: housing,
    command: (story) => ({
      type: "add-standard",
      commitmentNo: no(story),
      indicator: "绿地率",
      condition: "按规划条件",
      value: "15%",
      dueOn: null,
      departmentCode: "zj",
      itemNo: null,
      effect: null,
      on: DAY,
    }),
  },
  {
    event: "standard-dropped",
    by: manager,
    command: (story) => ({ type: "drop-standard", commitmentNo: no(story), standardId: standardsIn(story)[0]?.id ?? "none", on: DAY }),
  },
  { event: "standards-handed-down", by: housing, command: (story) => ({ type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: DAY }) },
  {
    event: "letter-signed",
    by: investor,
    command: (story) => ({
      type: "sign-letter",
      letterKind: "project-commitment",
      subjectId: commitmentIn(story).id,
      shownDigest: DIGEST,
      digest: DIGEST,
      typedName: investor.name,
      capacity: "legal-representative",
      authorisation: null,
      method: "password",
      address: null,
    }),
  },
  {
    event: "letter-withdrawn",
    by: investor,
    command: (story) => ({ type: "withdraw-letter", letterKind: "project-commitment", subjectId: commitmentIn(story).id, reason: "再想想" }),
  },
  {
    event: "promise-prechecked",
    by: housing,
    command: (story) => ({ type: "precheck-promise", commitmentNo: no(story), outcome: "pass", defects: [], on: DAY }),
  },
  { event: "promise-supplemented", by: agent, command: (story) => ({ type: "supplement-promise", commitmentNo: no(story), note: "已补", on: DAY }) },
  { event: "publicity-opened", by: agent, command: (story) => ({ type: "open-publicity", commitmentNo: no(story), at: "网站", on: DAY }) },
  {
    event: "objection-recorded",
    by: agent,
    command: (story) => ({ type: "record-objection", commitmentNo: no(story), objector: "邻居", text: "噪声", on: commitmentIn(story).publicityTo ?? DAY }),
  },
  {
    event: "objection-ruled",
    by: manager,
    command: (story) => ({
      type: "rule-on-objection",
      commitmentNo: no(story),
      objectionId: objectionsOf(story.case, commitmentIn(story).id)[0]?.id ?? "none",
      ruling: "reject",
      reason: "不属实",
      on: DAY,
    }),
  },
  { event: "commitment-in-force", by: manager, command: (story) => ({ type: "put-in-force", commitmentNo: no(story), checks: [], on: DAY }) },
  {
    event: "works-completed",
    by: agent,
    command: (story) => ({ type: "record-works-completion", commitmentNo: no(story), reference: "报告", verifyBy: null, on: DAY }),
  },
  {
    event: "commitment-breached",
    by: manager,
    command: (story) => ({
      type: "rule-on-breach",
      commitmentNo: no(story),
      ruling: "revoke",
      reason: "未整改",
      rectifyBy: null,
      decisionNo: "撤1号",
      penaltyYuan: null,
      penaltyBasis: null,
      on: DAY,
    }),
  },
  {
    event: "rectification-prolonged",
    by: manager,
    command: (story) => ({
      type: "rule-on-breach",
      commitmentNo: no(story),
      ruling: "more-time",
      reason: "再给",
      rectifyBy: "2027-06-30",
      decisionNo: null,
      penaltyYuan: null,
      penaltyBasis: null,
      on: DAY,
    }),
  },
  { event: "commitment-exited", by: agent, command: (story) => ({ type: "exit-commitment", commitmentNo: no(story), reason: "不办了", on: DAY }) },
  { event: "commitment-rewarded", by: manager, command: (story) => ({ type: "reward-commitment", commitmentNo: no(story), reward: "守信名单", on: DAY }) },
];

/** What else stands in the way of a move the table allows: the tale of that state does not have what the act asks for. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "standard-dropped applicable": "standard-unknown",
  "standards-handed-down applicable": "standards-missing",
  "objection-ruled in-publicity": "objection-unknown",
  "works-completed in-force": "works-could-not-start",
  "commitment-breached rectifying": "rectification-still-running",
  "rectification-prolonged rectifying": "rectification-still-running",
};
/** Where the part an act is about is not there at all, that is said first. */
const UNKNOWN_FIRST: readonly CommitmentMove[] = ["standard-dropped", "objection-ruled"];

describe("the state table of a project commitment (domain.md 5.2)", () => {
  test("R-371 (H44): every state is reached by acts of people, and each has its words", () => {
    for (const status of STATES) {
      expect(commitmentIn(IN_STATE[status]()).status).toBe(status);
      expect(isKey(`commitment.status.${status}`)).toBe(true);
      expect(isKey(`fact.commitmentStatus.${status}`)).toBe(true);
    }
  });

  for (const { event, by, command } of ACTS)
    test(`R-371 (H44): ${event} happens only where the table allows it, and is refused elsewhere with the state it met`, () => {
      expect(isKey(`fact.act.${event}`)).toBe(true);
      for (const status of STATES) {
        const story = IN_STATE[status]();
        const outcome = story.try(by, DAY, command(story));
        const otherwise = OTHERWISE[`${event} ${status}`];
        if (canMoveCommitment(event, status)) {
          if (otherwise) expect(!outcome.ok && outcome.error.code, `${event} in ${status}`).toBe(otherwise);
          else expect(outcome.ok || outcome.error, `${event} in ${status}`).toBe(true);
          continue;
        }
        expect(outcome.ok, `${event} in ${status}`).toBe(false);
        if (outcome.ok) continue;
        const code =
          event === "commitment-exited" && isInEffect({ status })
            ? "commitment-holds"
            : UNKNOWN_FIRST.includes(event) && outcome.error.code !== "commitment-state-forbids"
              ? outcome.error.code.replace(/^(standard|objection)-unknown$/, "unknown")
              : outcome.error.code;
        expect(["commitment-state-forbids", "commitment-holds", "unknown", "letter-unknown", "letter-already-signed"], `${event} in ${status}`).toContain(code);
        if (outcome.error.code === "commitment-state-forbids") expect(outcome.error).toMatchObject({ act: event, commitmentStatus: status });
      }
    });

  test("R-371 (H44): checks are recorded, moved and looked at again only while the promise is in effect", () => {
    const acts: readonly ((story: CaseStory, checkId: string) => CommitmentCommand)[] = [
      (story, checkId) => ({ type: "schedule-check", commitmentNo: no(story), checkId, dueOn: "2027-05-31", reason: "改期", on: DAY }),
      (story, checkId) => ({
        type: "record-check",
        commitmentNo: no(story),
        checkId,
        outcome: "met",
        findings: [],
        evidence: ["照片"],
        rectifyBy: null,
        failedStandardIds: [],
        on: DAY,
      }),
      (story, checkId) => ({ type: "recheck-rectification", commitmentNo: no(story), checkId, outcome: "met", evidence: ["照片"], note: null, on: DAY }),
    ];
    for (const status of STATES)
      for (const act of acts) {
        const story = IN_STATE[status]();
        const known = Object.keys(story.case.supervisionChecks).length > 0;
        const outcome = story.try(housing, DAY, act(story, known ? checkAt(story, "operation").id : "none"));
        if (!known) expect(!outcome.ok && outcome.error.code, status).toBe("check-unknown");
        else if (!isInEffect({ status })) expect(!outcome.ok && outcome.error.code, status).toBe("commitment-state-forbids");
      }
  });

  test("R-371 (H44): nothing leads out of an end, and a project has one live commitment at most", () => {
    for (const status of STATES) {
      const leaves = (Object.keys(COMMITMENT_MOVES) as CommitmentMove[]).filter((event) => COMMITMENT_MOVES[event].from.includes(status));
      const live = isLiveCommitment({ status });
      if (!live)
        expect(
          leaves.every((event) => ["commitment-rewarded", "promised-item-revoked"].includes(event)),
          status,
        ).toBe(true);
      const story = IN_STATE[status]();
      const again = story.try(agent, DAY, { type: "propose-commitment", on: DAY });
      expect(again.ok ? "allowed" : again.error.code, status).toBe(live ? "commitment-already-there" : "allowed");
    }
  });
});
