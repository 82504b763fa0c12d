import { isLiveCommitment } from "../../domain/case/commitment/moves";
import { commitmentsOf } from "../../domain/case/commitment/reads";
import { commitmentSteps } from "../../domain/case/next-steps/of-commitment";
import { noticeStep } from "../../domain/case/next-steps/of-notice";
import { runSteps } from "../../domain/case/next-steps/of-run";
import { isLiveNotice } from "../../domain/case/notice-commitment/moves";
import type { NoticeStatus } from "../../domain/case/parts/notice-commitment";
import type { CommitmentStatus } from "../../domain/case/parts/project-commitment";
import type { SimulatedRunStatus } from "../../domain/case/parts/simulation";
import { conversionBlocks } from "../../domain/case/simulation/conversion-blocks";
import { isLiveRun } from "../../domain/case/simulation/moves";
import { runsOf, simulatedOf } from "../../domain/case/simulation/reads";
import type { Words } from "../../domain/pack/pack";
import { outdatedSignatures } from "../letter-digest";
import { nameOf } from "./item-view";
import { type StepView, viewSteps } from "./next-step-view";
import type { CaseInView } from "./project-case";
import { type BlockView, blockView } from "./simulation-view";

/** A run, a commitment or a promise that is under way: its state and what comes next. */
export type UnderWay = { readonly no: string; readonly steps: readonly StepView[] } & (
  | {
      readonly kind: "run";
      readonly status: SimulatedRunStatus;
      /** Items of the run, and those that were converted. */
      readonly items: number;
      readonly converted: number;
      /** What keeps its items from conversion, each kind once, with the items it concerns. */
      readonly blocks: readonly { readonly block: BlockView; readonly items: readonly Words[] }[];
    }
  | { readonly kind: "commitment"; readonly status: CommitmentStatus }
  | { readonly kind: "notice"; readonly status: NoticeStatus; readonly itemNo: string; readonly name: Words }
);

/** Every simulated run, commitment and promise of a case that is under way, and what each waits for as of today. No statement. */
export function underWay(found: CaseInView): readonly UnderWay[] {
  const { state, pack, calendar, today } = found;
  const changed = outdatedSignatures(state, pack);
  const runs = runsOf(state)
    .filter(isLiveRun)
    .map((run): UnderWay => {
      const items = simulatedOf(state, run.id);
      return {
        kind: "run",
        no: run.runNo,
        status: run.status,
        items: items.length,
        converted: items.filter(({ convertedOn }) => convertedOn !== null).length,
        blocks: run.status === "converting" ? blocksOf(found, run.id) : [],
        steps: viewSteps(found, runSteps(state, run, pack, calendar, today, changed)),
      };
    });
  const commitments = commitmentsOf(state)
    .filter(isLiveCommitment)
    .map((one): UnderWay => {
      const steps = viewSteps(found, commitmentSteps(state, one, today, changed));
      return { kind: "commitment", no: one.commitmentNo, status: one.status, steps };
    });
  const notices = Object.values(state.noticeCommitments)
    .filter(isLiveNotice)
    .sort((a, b) => (a.commitmentNo < b.commitmentNo ? -1 : 1))
    .flatMap((notice): readonly UnderWay[] => {
      const item = state.items[notice.itemId];
      const next = noticeStep(notice, today, changed);
      if (!item) return [];
      const { commitmentNo: no, status } = notice;
      return [{ kind: "notice", no, status, itemNo: item.itemNo, name: nameOf(item), steps: viewSteps(found, next ? [next] : []) }];
    });
  return [...runs, ...commitments, ...notices];
}

function blocksOf({ state, pack, today }: CaseInView, runId: string): Extract<UnderWay, { kind: "run" }>["blocks"] {
  const all = new Map<string, { readonly block: BlockView; readonly items: readonly Words[] }>();
  for (const simulated of simulatedOf(state, runId)) {
    const item = state.items[simulated.itemId];
    if (!item) continue;
    for (const block of conversionBlocks(state, simulated, pack, today).map(blockView)) {
      const key = JSON.stringify(block);
      const known = all.get(key);
      all.set(key, { block, items: [...(known?.items ?? []), nameOf(item)] });
    }
  }
  return [...all.values()];
}
