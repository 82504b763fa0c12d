import type { WaitingKind } from "../../../domain/oversight/parts/waiting";
import { commitmentAcceptance } from "./commitment-acceptance";
import { commitmentBreach } from "./commitment-breach";
import { commitmentCheck } from "./commitment-check";
import { commitmentCheckDay } from "./commitment-check-day";
import { commitmentObjection } from "./commitment-objection";
import { correctionRuling } from "./correction-ruling";
import { extension } from "./extension";
import { gapRuling } from "./gap-ruling";
import { noAgent } from "./no-agent";
import { noticeBreach } from "./notice-breach";
import { noticeCheck } from "./notice-check";
import { noticeCheckDay } from "./notice-check-day";
import { overdueReason } from "./overdue-reason";
import { path } from "./path";
import { secondList } from "./second-list";
import { silence } from "./silence";
import { simulationRuling } from "./simulation-ruling";
import { simulationTrigger } from "./simulation-trigger";
import type { WaitingSource } from "./source";

/** Everything that waits for a manager: one source for each kind, complete by type. */
const SOURCES: { readonly [K in WaitingKind]: WaitingSource & { readonly kind: K } } = {
  "simulation-ruling": simulationRuling,
  "simulation-trigger": simulationTrigger,
  "commitment-acceptance": commitmentAcceptance,
  "commitment-objection": commitmentObjection,
  "commitment-check": commitmentCheck,
  "commitment-check-day": commitmentCheckDay,
  "commitment-breach": commitmentBreach,
  "notice-check": noticeCheck,
  "notice-check-day": noticeCheckDay,
  "notice-breach": noticeBreach,
  extension,
  "second-list": secondList,
  "gap-ruling": gapRuling,
  "correction-ruling": correctionRuling,
  path,
  silence,
  "overdue-reason": overdueReason,
  "no-agent": noAgent,
};

export const WAITING_SOURCES: readonly WaitingSource[] = Object.values(SOURCES);

export const sourcesOf = (kind: WaitingKind | null): readonly WaitingSource[] => (kind === null ? WAITING_SOURCES : [SOURCES[kind]]);
