import { may } from "../../access/permissions";
import type { CivilDay } from "../../calendar/calendar-date";
import type { Actor } from "../context";
import type { Commitment, CommitmentCommand } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { refuseOwnCheck, ripeChecks } from "./breach";
import { type CommitmentMove, canMoveCommitment } from "./moves";
import { isCheckable } from "./next";
import { checksOf, isRipe, objectionsOf, standardsOf } from "./reads";
import { refuseForeign, refuseOwn } from "./start";

/** Acts on a commitment that is there; proposing one is an act on the project. */
export type CommitmentAct = Exclude<CommitmentCommand["type"], "propose-commitment">;

interface Asked {
  readonly state: ProjectCase;
  readonly commitment: Commitment;
  readonly actor: Actor;
  readonly today: CivilDay;
}

const open = ({ state, commitment }: Asked): number => objectionsOf(state, commitment.id).filter(({ status }) => status === "open").length;
/** Departments look after the promise they set the standards of. */
const ownsStandard = ({ state, commitment, actor }: Asked): boolean => refuseForeign(state, commitment, { actor }) === null;

const isOthers = ({ commitment, actor }: Asked): boolean => refuseOwn(commitment, { actor }) === null;
const isOver = ({ commitment, today }: Asked): boolean => commitment.publicityTo !== null && commitment.publicityTo < today;

/** Acts in the order a page offers them, with the move each needs and what else must hold. */
const ACTS: readonly { readonly act: CommitmentAct; readonly event: CommitmentMove; readonly when?: (asked: Asked) => boolean }[] = [
  { act: "appraise-commitment", event: "commitment-appraised", when: ({ commitment, actor }) => commitment.proposedById !== actor.personId },
  { act: "add-standard", event: "standard-added" },
  {
    act: "hand-down-standards",
    event: "standards-handed-down",
    when: (asked) => standardsOf(asked.state, asked.commitment.id).length > 0 && ownsStandard(asked),
  },
  {
    act: "drop-standard",
    event: "standard-dropped",
    when: ({ state, commitment, actor }) =>
      standardsOf(state, commitment.id).some((standard) => actor.role !== "reviewer" || standard.departmentCode === actor.departmentCode),
  },
  { act: "precheck-promise", event: "promise-prechecked", when: (asked) => isOthers(asked) && ownsStandard(asked) },
  { act: "supplement-promise", event: "promise-supplemented" },
  { act: "open-publicity", event: "publicity-opened" },
  { act: "rule-on-objection", event: "objection-ruled", when: (asked) => open(asked) > 0 },
  { act: "put-in-force", event: "commitment-in-force", when: (asked) => open(asked) === 0 && isOver(asked) },
  { act: "record-objection", event: "objection-recorded", when: (asked) => asked.actor.role !== "manager" || !isOver(asked) },
  {
    act: "rule-on-breach",
    event: "commitment-breached",
    when: ({ state, commitment, actor, today }) => {
      const ripe = ripeChecks(state, commitment, today);
      return ripe.length > 0 && refuseOwnCheck(state, ripe, { actor }) === null;
    },
  },
  {
    act: "recheck-rectification",
    event: "rectification-checked",
    when: (asked) =>
      isOthers(asked) &&
      ownsStandard(asked) &&
      checksOf(asked.state, asked.commitment.id).some((check) => check.status === "rectifying" && !isRipe(check, asked.today)),
  },
  {
    act: "record-check",
    event: "supervision-check-recorded",
    when: (asked) =>
      isOthers(asked) && ownsStandard(asked) && checksOf(asked.state, asked.commitment.id).some((check) => isCheckable(asked.state, asked.commitment, check)),
  },
  { act: "record-works-completion", event: "works-completed" },
  {
    act: "schedule-check",
    event: "check-scheduled",
    when: ({ state, commitment }) => checksOf(state, commitment.id).some(({ status }) => status === "planned"),
  },
  { act: "reward-commitment", event: "commitment-rewarded", when: ({ commitment }) => commitment.reward === null },
  { act: "exit-commitment", event: "commitment-exited" },
];

/** What this person could do to a commitment on that day, in the order to offer it. `decide` still has the last word. */
export function availableCommitmentActs(state: ProjectCase, commitment: Commitment, actor: Actor, today: CivilDay): readonly CommitmentAct[] {
  const asked = { state, commitment, actor, today };
  return ACTS.filter(({ act, event, when }) => may(actor, act) && canMoveCommitment(event, commitment.status) && (when?.(asked) ?? true)).map(({ act }) => act);
}
