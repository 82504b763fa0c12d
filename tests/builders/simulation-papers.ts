import type { SimulatedItem } from "../../app/domain/case/parts/simulation";
import { simulatedOpinionNo } from "../../app/domain/case/simulation/reads";
import type { Item, ProjectCase } from "../../app/domain/case/state";
import { aRun, aSignature, aSimulatedItem } from "./simulation-rows";

const RUN = "HY-2026-0007-M1";

/** What a run takes on its way, from the signed letter to each of its ends: one run that converts, one refused, one ended early. */
export function simulatedParts(state: ProjectCase): Pick<ProjectCase, "runs" | "simulatedItems" | "signatures"> {
  const items = Object.values(state.items);
  const itemOf = (code: string): Item => {
    const item = items.find((one) => one.code === code);
    if (!item) throw new Error(`no ${code}`);
    return item;
  };
  const of = (id: string, runId: string, code: string, n: number, says: Partial<SimulatedItem>): SimulatedItem => {
    const item = itemOf(code);
    const facts = { code, departmentCode: item.departmentCode, opinionNo: simulatedOpinionNo(RUN, n), readyOn: null, differences: [] };
    return aSimulatedItem(id, runId, item.id, { ...facts, differencesConfirmedOn: null, status: "opinion-given", ...says });
  };
  const parts = [
    of("sim-permit", "run", "planning-permit", 1, {
      opinionOn: "2026-08-31",
      validTo: "2027-08-31",
      basis: [
        { code: "planning-conditions", by: "formal", no: "衡规条〔2026〕3号" },
        { code: "land-grant", by: "waived", no: null },
      ],
      conditions: ["建筑后退用地红线不小于 10 米", "补充海绵城市专篇"],
    }),
    of("sim-drawing", "run", "drawing-review", 2, {
      status: "converted",
      convertedOn: "2026-11-20",
      differences: [
        { kind: "fact", name: "parcelNo", before: null, after: "2026-12号" },
        { kind: "material", name: "总平面图", before: "1".repeat(64), after: "2".repeat(64) },
      ],
      differencesConfirmedOn: "2026-11-20",
      conversionCorrectionOn: "2026-11-18",
      conversionDefects: ["总平面图未按宗地图修改"],
      conversionSuppliedOn: "2026-11-19",
      stance: "agree",
      conditions: [],
      basis: [{ code: "planning-permit", by: "simulated", no: simulatedOpinionNo(RUN, 1) }],
    }),
    of("sim-lapsed", "run", "construction-permit", 3, {
      status: "lapsed",
      endedOn: "2026-11-19",
      endCause: "expired",
      basis: [{ code: "planning-permit", by: "simulated", no: simulatedOpinionNo(RUN, 1) }],
    }),
    of("sim-refused", "refused", "planning-permit", 1, { status: "not-accepted", opinionNo: null, opinionOn: null }),
    of("sim-ended", "ended", "drawing-review", 1, {
      status: "terminated",
      opinionNo: null,
      opinionOn: null,
      endedOn: "2026-07-01",
      endCause: "promise-broken",
    }),
  ];
  const ended = { endedOn: "2026-07-01", letterSignatureId: null, triggeredOn: null, triggerDocument: null } as const;
  const runs = [
    aRun("run", RUN, { status: "converting", letterSignatureId: "signature", triggeredOn: "2026-11-16" }),
    aRun("refused", "HY-2026-0007-M2", { ...ended, status: "not-accepted", endCause: "refused", reviewReason: "控规调整尚未评审，前置条件不明确" }),
    aRun("ended", "HY-2026-0007-M3", { ...ended, status: "terminated", endCause: "promise-broken", endReason: "转正前擅自开工，城管部门已责令停工" }),
  ];
  const signature = aSignature("signature", "run", { withdrawnOn: null, withdrawnReason: null, typedName: "陈志明", byName: "陈志明" });
  return {
    runs: Object.fromEntries(runs.map((run) => [run.id, run])),
    simulatedItems: Object.fromEntries(parts.map((part) => [part.id, part])),
    signatures: { signature },
  };
}
