import { describe, expect, test } from "vitest";
import { evolve } from "../../../app/domain/case/evolve";
import { letterOf } from "../../../app/domain/case/letter";
import { factsNow } from "../../../app/domain/case/project-facts";
import { standingSignature } from "../../../app/domain/case/signature";
import type { ProjectCase } from "../../../app/domain/case/state";
import { type CaseStory, hengyang, manager } from "../../builders/case-story";
import { AGREED, APPLIED, anApplication, aRunningRun, DIGEST, investor, runOf, sign } from "../../builders/simulation-story";

const signing = (story: CaseStory, says: object = {}) => ({
  type: "sign-letter" as const,
  letterKind: "simulation-risk" as const,
  subjectId: runOf(story).id,
  shownDigest: DIGEST,
  digest: DIGEST,
  typedName: investor.name,
  capacity: "legal-representative" as const,
  authorisation: null,
  method: "password" as const,
  address: "10.0.0.7",
  ...says,
});
const withdrawing = (story: CaseStory) => ({
  type: "withdraw-letter" as const,
  letterKind: "simulation-risk" as const,
  subjectId: runOf(story).id,
  reason: "日期有误",
});

describe("the risk commitment letter", () => {
  test("R-305: it says who promises what for which items, what is missing and until when, as plain facts", () => {
    const story = anApplication();
    expect(letterOf("simulation-risk", story.case, runOf(story).id, hengyang)).toMatchObject({
      kind: "simulation-risk",
      enterpriseName: story.case.project.enterpriseName,
      runNo: "HY-2026-0001-M1",
      missing: [{ code: "land-right", expectedOn: "2026-05-11" }],
      promises: ["truthful", "own-risk", "convert-in-time", "no-start-no-use", "report-changes"],
      conversionWorkingDays: 3,
      validMonths: 12,
    });
    expect(letterOf("simulation-risk", story.case, "another", hengyang)).toBeNull();
    expect(letterOf("project-commitment", story.case, runOf(story).id, hengyang)).toBeNull();
  });

  test("R-305: a person of the enterprise signs with name and proof; digest, time and address are kept", () => {
    const story = sign(anApplication());
    expect(standingSignature(story.case, "simulation-risk", runOf(story).id)).toMatchObject({
      digest: DIGEST,
      typedName: investor.name,
      capacity: "legal-representative",
      authorisation: null,
      method: "password",
      address: "10.0.0.7",
      signedAt: `${APPLIED}T02:00:00.000Z`,
      byId: investor.personId,
    });
    expect(runOf(story).letterSignatureId).not.toBeNull();
  });

  test("R-305: it is signed once, over exactly what was shown, under one's own name, by nobody else", () => {
    const story = anApplication();
    expect(story.refusal(investor, APPLIED, signing(story, { shownDigest: "e".repeat(64) })).code).toBe("letter-changed");
    expect(story.refusal(investor, APPLIED, signing(story, { typedName: "张三" })).code).toBe("typed-name-differs");
    expect(story.refusal(investor, APPLIED, signing(story, { typedName: " " })).code).toBe("text-missing");
    expect(story.refusal({ ...investor, enterpriseIds: ["enterprise-2"] }, APPLIED, signing(story)).code).toBe("not-allowed-to-sign");
    expect(story.refusal(investor, APPLIED, signing(story, { subjectId: "another" })).code).toBe("letter-unknown");
    expect(story.refusal(investor, APPLIED, signing(story, { letterKind: "project-commitment" })).code).toBe("letter-unknown");
    story.do(investor, APPLIED, signing(story, { typedName: ` ${investor.name} ` }));
    expect(story.refusal(investor, APPLIED, signing(story)).code).toBe("letter-already-signed");
  });

  test("R-464: where the case names the legal representative, nobody else signs as such; by authorisation the paper is named and kept", () => {
    const story = anApplication();
    const knownAs = (legalRepresentative: string) =>
      story.do(manager, APPLIED, {
        type: "change-facts",
        facts: { ...factsNow(story.case.project), legalRepresentative },
        reason: "营业执照载明",
        on: APPLIED,
      });
    knownAs("周国平");
    expect(story.refusal(investor, APPLIED, signing(story))).toMatchObject({ code: "signer-not-representative", field: "capacity", name: "周国平" });
    expect(story.refusal(investor, APPLIED, signing(story, { capacity: "authorised", authorisation: " " }))).toMatchObject({
      code: "text-missing",
      field: "authorisation",
    });
    story.do(investor, APPLIED, signing(story, { capacity: "authorised", authorisation: " 授权委托书 2026-03 " }));
    expect(standingSignature(story.case, "simulation-risk", runOf(story).id)).toMatchObject({ capacity: "authorised", authorisation: "授权委托书 2026-03" });
    story.do(investor, APPLIED, withdrawing(story));
    knownAs(` ${investor.name} `);
    story.do(investor, APPLIED, signing(story, { authorisation: "不需要" }));
    expect(standingSignature(story.case, "simulation-risk", runOf(story).id)).toMatchObject({ capacity: "legal-representative", authorisation: null });
  });

  test("R-464: a signature from before the capacity was asked says none", () => {
    const story = sign(anApplication());
    const old = story.events.map((event) => {
      if (event.type !== "letter-signed") return event;
      const { capacity: _, authorisation: __, ...before } = event;
      return before;
    });
    const state = old.reduce<ProjectCase | null>((now, event) => evolve(now, event, "2026-03-02T02:00:00.000Z"), null);
    expect(Object.values(state?.signatures ?? {})).toMatchObject([{ typedName: investor.name, capacity: null, authorisation: null }]);
  });

  test("R-465: the letter names the legal representative once somebody said who that is; before, it says what it always said", () => {
    const story = anApplication();
    const before = letterOf("simulation-risk", story.case, runOf(story).id, hengyang);
    expect(Object.keys(before ?? {})).not.toContain("legalRepresentative");
    const project = { ...story.case.project, legalRepresentative: "周国平" };
    expect(letterOf("simulation-risk", { ...story.case, project }, runOf(story).id, hengyang)).toEqual({ ...before, legalRepresentative: "周国平" });
  });

  test("R-306: the signature can be taken back until the ruling, and given again", () => {
    const story = sign(anApplication());
    expect(story.refusal(investor, APPLIED, { ...withdrawing(story), reason: "" }).code).toBe("text-missing");
    story.do(investor, APPLIED, withdrawing(story));
    expect(runOf(story).letterSignatureId).toBeNull();
    expect(Object.values(story.case.signatures)[0]).toMatchObject({ withdrawnOn: APPLIED, withdrawnReason: "日期有误" });
    expect(story.refusal(investor, APPLIED, withdrawing(story)).code).toBe("letter-not-signed");
    sign(story);
    const agreed = story.do(manager, AGREED, { type: "rule-on-simulation", runNo: runOf(story).runNo, ruling: "accept", reason: "同意", on: AGREED });
    expect(agreed.refusal(investor, AGREED, withdrawing(story))).toMatchObject({ code: "run-state-forbids" });
  });

  test("R-306: after the ruling it is neither signed nor taken back", () => {
    const story = aRunningRun();
    expect(story.refusal(investor, AGREED, signing(story)).code).toBe("letter-already-signed");
    const refused = anApplication();
    refused.do(manager, AGREED, { type: "rule-on-simulation", runNo: runOf(refused).runNo, ruling: "refuse", reason: "不同意", on: AGREED });
    expect(refused.refusal(investor, AGREED, signing(refused)).code).toBe("run-state-forbids");
  });
});

describe("the one-time code as proof", () => {
  test("R-430: a signature by one-time code names who checked the identity; without a code it is refused", () => {
    const story = anApplication();
    const byCode = (says: object) => signing(story, { method: "one-time-code", ...says });
    expect(story.refusal(investor, APPLIED, byCode({}))).toMatchObject({ code: "signing-code-missing", field: "signingCode" });
    expect(story.refusal(investor, APPLIED, byCode({ codeId: "code-1" })).code).toBe("signing-code-missing");
    story.do(investor, APPLIED, byCode({ codeId: "code-1", checkedByName: "周倩" }));
    const signed = standingSignature(story.case, "simulation-risk", runOf(story).id);
    expect(signed).toMatchObject({ method: "one-time-code", checkedByName: "周倩", byName: investor.name });
    expect(JSON.stringify(story.events)).not.toContain("code-1");
    expect(standingSignature(sign(anApplication()).case, "simulation-risk", runOf(story).id)?.checkedByName ?? null).toBeNull();
  });

  test("R-430: a code does not sign what has changed, nor a letter that is signed", () => {
    const story = anApplication();
    const code = { method: "one-time-code", codeId: "code-1", checkedByName: "周倩" };
    expect(story.refusal(investor, APPLIED, signing(story, { ...code, shownDigest: "e".repeat(64) })).code).toBe("letter-changed");
    sign(story);
    expect(story.refusal(investor, APPLIED, signing(story, code)).code).toBe("letter-already-signed");
  });
});
