import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { ProjectCase } from "../../app/domain/case/state";
import { canonicalJson } from "../../db/canonical";
import { type CaseKey, loadCase, saveCase } from "../../db/repositories/case-rows";
import { uuidv7 } from "../../db/uuid";
import { aCase, anItem, aProject, writeCase } from "../builders/case-rows";
import { aCentre, type TestCentre } from "../builders/centre-rows";
import { aCheckRow, aCommitmentRow, anObjectionRow, aStandardRow } from "../builders/commitment-rows";
import { anEvidenceRow } from "../builders/evidence";
import { aMaterial } from "../builders/material-rows";
import { aNoticeRow } from "../builders/notice-rows";
import { aPassage } from "../builders/passage-rows";
import { aRun, aSignature, aSimulatedItem } from "../builders/simulation-rows";
import { onEachEngine } from "../support/each-engine";

/** A case with at least one row in every collection and every kind of value set. */
function aFullCase(centreId: string, projectNo: string): ProjectCase {
  const item = anItem({
    itemNo: `${projectNo}-01`,
    prerequisites: ["S1-02", "S1-03"],
    receivedOn: "2026-03-02",
    acceptedOn: "2026-03-03",
    running: true,
    dueOn: "2026-03-31",
    lateFrom: "2026-04-01",
  });
  const reviewId = uuidv7();
  const ids = {
    correction: uuidv7(),
    procedure: uuidv7(),
    extension: uuidv7(),
    explanation: uuidv7(),
    step: uuidv7(),
    opinion: uuidv7(),
    silence: uuidv7(),
    notice: uuidv7(),
    settled: uuidv7(),
    placement: uuidv7(),
    note: uuidv7(),
    deferral: uuidv7(),
    finding: uuidv7(),
    material: uuidv7(),
    evidence: uuidv7(),
  };
  const promise = { commitment: uuidv7(), standard: uuidv7(), objection: uuidv7(), check: uuidv7() };
  const simulation = { signature: uuidv7(), run: uuidv7(), item: uuidv7() };
  const by = { byId: "person-1", byName: "张工" };
  const itemId = item.id;
  return {
    ...aCase(aProject(centreId, { projectNo, updatedAt: "2026-03-02T02:03:04.567Z" }), [item, anItem({ itemNo: `${projectNo}-02`, ordinal: 2 })]),
    corrections: {
      [ids.correction]: {
        id: ids.correction,
        itemId,
        ordinal: 1,
        noticeNo: "衡补〔2026〕1号",
        notifiedOn: "2026-03-02",
        defects: ["缺“总平面图”", "line\nbreak"],
        replyBy: null,
        suppliedOn: null,
        supplyNote: null,
        allowedById: null,
        allowedReason: null,
        proposedOn: "2026-03-10",
        outcome: "not-accepted",
        outcomeGround: "not-supplied",
        outcomeReason: "逾期未补正",
        outcomeNo: "衡不受〔2026〕1号",
        outcomeOn: "2026-03-11",
        outcomeById: "person-1",
        outcomeByName: "张工",
      },
    },
    procedures: {
      [ids.procedure]: {
        id: ids.procedure,
        itemId,
        kind: "expert-review",
        stops: "both",
        noticeNo: null,
        toldWorkingDays: 10,
        reason: "专家评审",
        openedOn: "2026-03-04",
        openedById: "person-1",
        closedOn: null,
        outcome: null,
      },
    },
    extensions: {
      [ids.extension]: {
        id: ids.extension,
        itemId,
        workingDays: 5,
        reason: "情况复杂",
        requestedOn: "2026-03-10",
        requestedById: "person-1",
        status: "requested",
        decidedOn: null,
        decidedById: null,
        decisionReason: null,
      },
    },
    explanations: {
      [ids.explanation]: {
        id: ids.explanation,
        itemId,
        kind: "second-list",
        status: "given",
        askedOn: null,
        askedByName: null,
        question: null,
        reason: "补来新图后才看得出",
        defects: ["新图与控规冲突", "缺附件二"],
        givenOn: "2026-03-05",
        givenById: "person-1",
        givenByName: "王芳",
        ruling: null,
        ruledOn: null,
        ruledById: null,
        ruledByName: null,
      },
    },
    steps: { [ids.step]: { id: ids.step, itemId, ordinal: 1, code: "review", doneOn: "2026-03-05", remark: "", ...by } },
    reviews: {
      [reviewId]: {
        id: reviewId,
        stage: "S2",
        leadDepartmentCode: "zr",
        convenedOn: "2026-03-06",
        replyBy: "2026-03-09",
        departmentCodes: ["zr", "zj"],
        status: "held",
        mode: "site-visit",
        itemId,
        meetOn: "2026-03-09",
        meetTime: "09:30",
        place: "项目现场",
        link: null,
        materialsWanted: ["总平面图"],
        movedReason: "现场“暴雨”",
        heldOn: "2026-03-09",
        attendance: [{ departmentCode: "zr", officials: ["肖文博", "旷晓琳"] }],
        minutes: "到场踏勘\n边界一致",
        mergedOn: null,
        mergedNo: null,
        mergedStance: null,
        mergedReason: null,
        mergedById: null,
        mergedByName: null,
        cancelledOn: null,
        cancelledReason: null,
      },
    },
    opinions: {
      [ids.opinion]: {
        id: ids.opinion,
        reviewId,
        departmentCode: "zj",
        stance: "agree-with-conditions",
        conditions: ["消防车道 4 m"],
        reason: null,
        givenOn: "2026-03-07",
        ...by,
      },
    },
    materials: { [ids.material]: aMaterial(ids.material, itemId) },
    ...aPassage(itemId),
    deferrals: {
      [ids.deferral]: {
        id: ids.deferral,
        itemId,
        noticeNo: "衡容〔2026〕1号",
        promiseNo: null,
        promisedBy: null,
        missing: ["资金来源说明", "行业主管部门意见", "节能承诺"],
        supplied: [{ name: "资金来源说明", on: "2026-03-09" }],
        waived: [{ name: "节能承诺", on: "2026-03-10", reason: "本地已取消此材料", byName: "王芳" }],
        grantedOn: "2026-03-03",
        grantedById: "person-1",
        grantedByName: "张工",
        supplyBy: "2026-03-16",
        extendedFrom: "2026-03-10",
        extendedReason: "暴雨停电",
        extendedById: "person-2",
        proposedOn: null,
        status: "open",
        outcome: null,
        outcomeReason: null,
        outcomeNo: null,
        endedOn: null,
        endedById: null,
        endedByName: null,
      },
    },
    findings: {
      [ids.finding]: {
        id: ids.finding,
        itemId,
        code: "overdue",
        subject: null,
        departmentCode: "fg",
        foundOn: "2026-03-20",
        facts: { dueOn: "2026-03-19", on: null, days: 1 },
        byRule: true,
        evidence: null,
        byId: "system",
        byName: "系统",
        eventSeq: null,
        status: "open",
      },
    },
    signatures: { [simulation.signature]: aSignature(simulation.signature, simulation.run) },
    runs: { [simulation.run]: aRun(simulation.run, `${projectNo}-M1`, { letterSignatureId: simulation.signature }) },
    simulatedItems: { [simulation.item]: aSimulatedItem(simulation.item, simulation.run, itemId) },
    noticeCommitments: { [ids.notice]: aNoticeRow(ids.notice, itemId, { commitmentNo: `${projectNo}-01-G1` }) },
    commitments: { [promise.commitment]: aCommitmentRow(promise.commitment, `${projectNo}-C1`, simulation.signature) },
    standards: { [promise.standard]: aStandardRow(promise.standard, promise.commitment, itemId) },
    objections: { [promise.objection]: anObjectionRow(promise.objection, promise.commitment) },
    evidenceFiles: { [ids.evidence]: anEvidenceRow(ids.evidence, promise.check) },
    supervisionChecks: { [promise.check]: aCheckRow(promise.check, promise.commitment) },
    silences: {
      [ids.silence]: {
        id: ids.silence,
        reviewId,
        departmentCode: "zr",
        outcome: "excused",
        basis: "person",
        reason: "事项已撤回",
        recordedOn: "2026-03-10",
        ...by,
      },
    },
    settledConditions: {
      [ids.settled]: {
        id: ids.settled,
        reviewId,
        ordinal: 1,
        text: "消防车道不少于 4 m",
        relation: "single",
        sources: [`${ids.opinion}#1`],
        note: null,
        settledOn: "2026-03-10",
        replacedById: null,
        ...by,
      },
    },
    placements: {
      [ids.placement]: {
        id: ids.placement,
        areaId: uuidv7(),
        areaCode: "HY-BSZ-01",
        nameZh: "白沙洲工业园区",
        nameEn: "Baishazhou Park",
        assessments: ["geo-hazard", "soil-water"],
        spares: ["geo-hazard"],
        validFrom: "2024-06-01",
        validTo: null,
        sourceDocument: "衡白管发〔2024〕11号",
        placedOn: "2026-03-02",
        reason: null,
        endedOn: null,
        endedReason: null,
        ...by,
      },
    },
    notes: { [ids.note]: { id: ids.note, itemId: null, text: "𭬊字也要留住", notedOn: "2026-03-08", shownToInvestor: true, ...by } },
  };
}

onEachEngine("the rows of a case", (at) => {
  let centre: TestCentre;
  let number = 0;
  let written: ProjectCase;
  let key: CaseKey;
  const head = { seq: 1, hash: "1".repeat(64) };

  beforeAll(async () => {
    centre = await aCentre(at().db, "HY");
  });
  beforeEach(async () => {
    const projectNo = `HY-2026-${String(++number).padStart(4, "0")}`;
    written = aFullCase(centre.id, projectNo);
    written = { ...written, project: { ...written.project, enterpriseId: FIRST_ENTERPRISE } };
    key = { projectNo };
    await writeCase(at().db, written);
  });
  /** One enterprise for all: its credit code is unique in the centre. */
  const FIRST_ENTERPRISE = uuidv7();

  const read = async () => {
    const { db } = at();
    const loaded = await loadCase(db, centre.id, key);
    if (!loaded) throw new Error("the case is gone");
    return loaded;
  };
  const save = (before: ProjectCase, after: ProjectCase) => {
    const { db } = at();
    return db.tx((q) => saveCase(q, db.t, before, after, head));
  };

  test("come back as they were written, every field of every collection", async () => {
    expect(canonicalJson((await read()).state)).toBe(canonicalJson(written));
  });

  test("are found by the case's id as well, and by no other centre", async () => {
    const { db } = at();
    expect((await loadCase(db, centre.id, { projectId: written.project.id }))?.state.project.projectNo).toBe(written.project.projectNo);
    expect(await loadCase(db, uuidv7(), key)).toBeNull();
  });

  test("change where the state changed, take in what is new, and move the end of the chain", async () => {
    const before = (await read()).state;
    const [first] = Object.values(before.items);
    if (!first) throw new Error("no item");
    const added = anItem({ itemNo: `${before.project.projectNo}-03`, ordinal: 3, nameZh: "环境影响评价" });
    const after: ProjectCase = {
      ...before,
      project: { ...before.project, name: "改名后的工程", investmentWan: null, screening: { land: "old" }, version: 2 },
      items: { ...before.items, [first.id]: { ...first, status: "in-review", lateFrom: null, prerequisites: [] }, [added.id]: added },
    };
    expect(await save(before, after)).toBe(true);
    const now = await read();
    expect(canonicalJson(now.state)).toBe(canonicalJson(after));
    expect([now.headSeq, now.headHash]).toEqual([head.seq, head.hash]);
  });

  test("are read as they are at one moment, while they change", async () => {
    const { db } = at();
    const start = (await read()).state;
    const [note] = Object.values(start.notes);
    if (!note) throw new Error("no note");
    const writing = async () => {
      for (let step = 1, before = start; step <= 40; step++) {
        const added = { ...note, id: uuidv7() };
        const after = { ...before, project: { ...before.project, version: before.project.version + 1 }, notes: { ...before.notes, [added.id]: added } };
        await db.tx((q) => saveCase(q, db.t, before, after, head));
        before = after;
      }
    };
    const counted: (readonly [version: number, notes: number])[] = [];
    let written = false;
    const reading = async () => {
      while (!written) {
        const { project, notes } = (await read()).state;
        counted.push([project.version - start.project.version, Object.keys(notes).length - Object.keys(start.notes).length]);
        await new Promise((next) => setImmediate(next));
      }
    };
    await Promise.all([writing().finally(() => (written = true)), reading(), reading()]);
    expect(counted.length).toBeGreaterThan(2);
    for (const [version, notes] of counted) expect(notes).toBe(version);
  });

  test("have nothing under a name that is no id, whatever objects inherit", async () => {
    expect((await read()).state.items.constructor).toBeUndefined();
  });

  test("are left alone when nothing in them changed, even if a list was made anew", async () => {
    const { db } = at();
    const before = (await read()).state;
    const [item] = Object.values(before.items);
    if (!item) throw new Error("no item");
    await db.tx((q) => q.update(db.t.item).set({ nameZh: "changed by another hand" }).where(eq(db.t.item.id, item.id)));
    const same = { ...before, items: { ...before.items, [item.id]: { ...item, prerequisites: [...item.prerequisites] } } };
    expect(await save(before, same)).toBe(true);
    expect((await read()).state.items[item.id]?.nameZh).toBe("changed by another hand");
  });

  test("are not saved over a version that has moved on", async () => {
    const before = (await read()).state;
    const to = (name: string): ProjectCase => ({ ...before, project: { ...before.project, name, version: 2 } });
    expect(await save(before, to("first"))).toBe(true);
    expect(await save(before, to("second"))).toBe(false);
    expect((await read()).state.project.name).toBe("first");
  });

  test("R-125: are never removed", async () => {
    const before = (await read()).state;
    await expect(save(before, { ...before, notes: {} })).rejects.toThrow("never removed");
  });

  test("go in by the hundred in statements the engine can take", async () => {
    const before = (await read()).state;
    const many = Array.from({ length: 1300 }, (_, n) => anItem({ itemNo: `${before.project.projectNo}-m${n}`, ordinal: n + 10 }));
    const after = { ...before, items: { ...before.items, ...Object.fromEntries(many.map((item) => [item.id, item])) } };
    expect(await save(before, after)).toBe(true);
    expect(Object.keys((await read()).state.items)).toHaveLength(1302);
  });

  test("R-124: cannot hang a part on another case's item", async () => {
    const { db } = at();
    const other = aFullCase(centre.id, `HY-2026-9${number}`);
    await writeCase(db, { ...other, project: { ...other.project, enterpriseId: FIRST_ENTERPRISE } });
    const before = (await read()).state;
    const [step] = Object.values(before.steps);
    const [foreign] = Object.keys(other.items);
    if (!step || !foreign) throw new Error("no step");
    const strayed = save(before, { ...before, steps: { ...before.steps, [step.id]: { ...step, itemId: foreign } } });
    expect(await strayed.catch((error) => db.fault(error))).toBe("foreign-key");
  });
});
