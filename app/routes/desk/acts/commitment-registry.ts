import type { CommandType } from "../../../domain/case/commands";
import type { CommitmentAct } from "./commitment-acts";
import { COMMITMENT_PROMISE_ACTS } from "./commitment-promise-acts";
import { COMMITMENT_SUPERVISION_ACTS } from "./commitment-supervision-acts";

/** Every act on a project commitment. */
export const COMMITMENT_ACTS: readonly CommitmentAct[] = [...COMMITMENT_PROMISE_ACTS, ...COMMITMENT_SUPERVISION_ACTS];

export const commitmentActByNoun = (noun: string | undefined): CommitmentAct | undefined => COMMITMENT_ACTS.find((candidate) => candidate.noun === noun);
export const commitmentActByCommand = (command: CommandType): CommitmentAct | undefined => COMMITMENT_ACTS.find((candidate) => candidate.command === command);
