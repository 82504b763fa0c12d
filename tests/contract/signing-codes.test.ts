import { beforeAll, beforeEach, expect, test } from "vitest";
import { letterDigest } from "../../app/application/letter-digest";
import { portalHome } from "../../app/application/queries/portal-home";
import { simulationWork } from "../../app/application/queries/simulation-work";
import { checkSigningCode, issueSigningCode } from "../../app/application/signing-codes";
import type { Actor } from "../../app/domain/case/context";
import { letterOf } from "../../app/domain/case/letter";
import { CODE_TRIES } from "../../app/domain/case/parts/signing-code";
import { standingSignature } from "../../app/domain/case/signature";
import { runsOf } from "../../app/domain/case/simulation/reads";
import { hengyang } from "../builders/case-story";
import { onEachEngine } from "../support/each-engine";
import { numberOf, World } from "../support/world";

onEachEngine("one-time codes for signing", (at) => {
  let world: World;
  let projectNo = "";
  let runId = "";
  let projectId = "";
  let investor: Actor;

  /** A letter that waits for its signature, and a person of the enterprise. */
  beforeAll(async () => {
    world = await World.open(at().db, "HYC");
  });
  beforeEach(async () => {
    world.today = "2026-03-02";
    projectNo = await world.planned();
    const item = Object.values((await world.load(projectNo)).state.items).find(({ code }) => code === "planning-conditions");
    numberOf(
      await world.run(world.agent, projectNo, {
        type: "apply-simulation",
        kind: "whole",
        itemNos: [item?.itemNo ?? ""],
        missing: [{ code: "land-right", expectedOn: "2026-03-09" }],
        on: world.today,
      }),
    );
    const { state } = await world.load(projectNo);
    projectId = state.project.id;
    runId = runsOf(state)[0]?.id ?? "";
    const { enterpriseId } = state.project;
    investor = world.centre.person("陈志明", "investor", { enterpriseIds: [enterpriseId] });
    const { t } = at().db;
    const { personId, name } = investor;
    await at().db.tx(async (q) => {
      await q.insert(t.person).values({ id: personId, signInName: `i-${personId}`, name, passwordHash: "none", locale: "zh-CN", active: true });
      await q.insert(t.enterpriseMember).values({ centreId: world.centre.id, enterpriseId, personId });
    });
  });

  const wanted = (says: object = {}) => ({
    projectNo,
    letterKind: "simulation-risk" as const,
    subjectId: runId,
    personId: investor.personId,
    proof: "resident-id" as const,
    ...says,
  });
  const issue = async (says: object = {}) => {
    const issued = await issueSigningCode(world.services, world.intake, wanted(says));
    if (!issued?.ok) throw new Error(`refused: ${JSON.stringify(issued)}`);
    return issued.value;
  };
  const check = (typed: string, now = world.services.now()) =>
    checkSigningCode(
      { ...world.services, now: () => now },
      { centreId: world.centre.id, projectId, letterKind: "simulation-risk", subjectId: runId, personId: investor.personId },
      typed,
    );
  const digest = async () => {
    const letter = letterOf("simulation-risk", (await world.load(projectNo)).state, runId, hengyang);
    return letter ? letterDigest(letter) : "";
  };
  const sign = async (codeId: string | null, options: object = {}) =>
    world.run(
      investor,
      projectNo,
      {
        type: "sign-letter",
        letterKind: "simulation-risk",
        subjectId: runId,
        shownDigest: await digest(),
        digest: "",
        typedName: investor.name,
        capacity: "legal-representative",
        authorisation: null,
        method: "one-time-code",
        address: null,
        codeId,
      },
      options,
    );
  const codeOf = async (typed: string) => {
    const checked = await check(typed);
    if (!checked.ok) throw new Error(checked.error.code);
    return checked.value;
  };

  test("R-429: a right code signs once, in the name of who checked the identity, and is used up with the signature", async () => {
    const { code, signer } = await issue();
    expect([signer, code.length]).toEqual(["陈志明", 9]);
    const rows = await at().db.q.select().from(at().db.t.signingCode);
    expect(JSON.stringify(rows)).not.toContain(code.replace("-", ""));
    const codeId = await codeOf(code.toLowerCase());
    const key = "0190a000-0000-7000-8000-000000000001";
    numberOf(await sign(codeId, { key }));
    // A double click arrives under the same key and is told the same.
    expect(await sign(await codeOf(code), { key })).toMatchObject({ ok: true, replayed: true });
    expect(standingSignature((await world.load(projectNo)).state, "simulation-risk", runId)).toMatchObject({ method: "one-time-code", checkedByName: "王芳" });
    numberOf(await world.run(investor, projectNo, { type: "withdraw-letter", letterKind: "simulation-risk", subjectId: runId, reason: "日期有误" }));
    expect(await sign(codeId)).toMatchObject({ ok: false, status: 409, error: { code: "signing-code-used" } });
  });

  test("R-429: wrong tries are counted, and the last one ends the code", async () => {
    const { code } = await issue();
    for (let left = CODE_TRIES - 1; left > 0; left--) expect(await check("22222222")).toMatchObject({ ok: false, error: { code: "signing-code-wrong", left } });
    expect(await check("22222222")).toMatchObject({ ok: false, error: { code: "signing-code-exhausted" } });
    expect(await check(code)).toMatchObject({ ok: false, error: { code: "signing-code-exhausted" } });
  });

  test("R-429: many tries at once count as many", async () => {
    await issue();
    const answers = await Promise.all(Array.from({ length: 12 }, () => check("33333333")));
    expect(answers.filter((one) => !one.ok && one.error.code === "signing-code-exhausted").length).toBeGreaterThanOrEqual(12 - CODE_TRIES);
    const [row] = await at()
      .db.q.select({ triesLeft: at().db.t.signingCode.triesLeft })
      .from(at().db.t.signingCode)
      .orderBy(at().db.t.signingCode.triesLeft)
      .limit(1);
    expect(row?.triesLeft).toBe(0);
  });

  test("R-429: a code is good for thirty minutes, and only the latest counts", async () => {
    const first = await issue();
    expect(first.expiresAt).toBe("2026-03-02T02:30:00.000Z");
    expect(await check(first.code, "2026-03-02T02:29:59.000Z")).toMatchObject({ ok: true });
    expect(await check(first.code, "2026-03-02T02:30:00.000Z")).toMatchObject({ ok: false, error: { code: "signing-code-expired" } });
    const second = await issue();
    expect(await check(first.code)).toMatchObject({ ok: false, error: { code: "signing-code-wrong" } });
    numberOf(await sign(await codeOf(second.code)));
  });

  test("R-429: a code is for one person and one letter that waits; nobody else's and no made-up one signs", async () => {
    const { code } = await issue();
    const codeId = await codeOf(code);
    const other = { ...investor, personId: world.centre.person("他人", "investor").personId };
    const asOther = { centreId: world.centre.id, projectId, letterKind: "simulation-risk" as const, subjectId: runId, personId: other.personId };
    expect(await checkSigningCode(world.services, asOther, code)).toMatchObject({ ok: false, error: { code: "signing-code-missing" } });
    expect(await checkSigningCode(world.services, { ...asOther, personId: investor.personId, subjectId: projectId }, code)).toMatchObject({ ok: false });
    expect(await sign(null)).toMatchObject({ ok: false, status: 409, error: { code: "signing-code-missing" } });
    expect(await sign(projectId)).toMatchObject({ ok: false, status: 409, error: { code: "signing-code-missing" } });
    expect(await issueSigningCode(world.services, world.intake, wanted({ personId: other.personId }))).toMatchObject({
      ok: false,
      error: { code: "not-allowed-to-sign" },
    });
    expect(await issueSigningCode(world.services, world.intake, wanted({ subjectId: projectId }))).toMatchObject({
      ok: false,
      error: { code: "letter-unknown" },
    });
    expect(await issueSigningCode(world.services, world.intake, wanted({ projectNo: "HYC-1999-0001" }))).toBeNull();
    numberOf(await sign(codeId));
    expect(await issueSigningCode(world.services, world.intake, wanted())).toMatchObject({ ok: false, error: { code: "letter-already-signed" } });
  });

  test("R-427, R-428: from the letter to the day the land is expected, each is told what waits for them, from stored rows", async () => {
    const mine = { ...world.agent };
    await at().db.tx((q) => q.update(at().db.t.project).set({ agentId: mine.personId }));
    const groups = async (actor: Actor) =>
      (await simulationWork(world.services, actor)).filter((row) => row.projectNo === projectNo).map(({ group, light, inDays }) => [group, light, inDays]);
    const due = async () =>
      (await portalHome(world.services, investor, null)).projects.flatMap((project) => project.simulationDues.map(({ kind, inDays }) => [kind, inDays]));
    expect(await groups(mine)).toEqual([["letter", "none", 0]]);
    expect(await groups(world.manager)).toEqual([]);
    numberOf(await sign(await codeOf((await issue()).code)));
    expect(await groups(mine)).toEqual([]);
    expect(await groups(world.manager)).toEqual([["ruling", "none", 0]]);
    numberOf(
      await world.run(world.manager, projectNo, {
        type: "rule-on-simulation",
        runNo: `${projectNo}-M1`,
        ruling: "accept",
        reason: "前置条件明确",
        on: world.today,
      }),
    );
    const reviewer = world.centre.person("张工", "reviewer", { departmentCode: "zr" });
    expect(await groups(reviewer)).toEqual([["review", "none", 0]]);
    expect(await groups(mine)).toEqual([["trigger", "ok", 7]]);
    expect(await due()).toEqual([["trigger", 7]]);
    world.today = "2026-03-09";
    expect(await groups(mine)).toEqual([["trigger", "warn", 0]]);
    world.today = "2026-03-10";
    expect(await groups(world.manager)).toEqual([["trigger", "late", -1]]);
    expect(await due()).toEqual([["trigger", -1]]);
  });
});
