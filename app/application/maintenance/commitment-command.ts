import type { Telling } from "../../../db/seeds/story";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import type { Command } from "../../domain/case/commands";
import { checksOf, commitmentsOf, objectionsOf, standardsOf } from "../../domain/case/commitment/reads";
import type { Actor } from "../../domain/case/context";
import { letterOf } from "../../domain/case/letter";
import type { CheckPoint, Commitment, CommitmentCommand } from "../../domain/case/parts/project-commitment";
import type { Item, ProjectCase } from "../../domain/case/state";
import type { Pack } from "../../domain/pack/pack";
import { letterDigest } from "../letter-digest";
import { signingCapacity } from "./signing-capacity";

type OfCommitment = Extract<Telling, { type: CommitmentCommand["type"] }>;

interface Scene {
  readonly state: ProjectCase;
  readonly day: CivilDay;
  readonly calendar: WorkingCalendar;
  /** The item a story means by its catalogue code. */
  item(code: string): Item;
  /** Number of a paper of the centre about the whole project. */
  paper(ordinal: number): string;
}

/** The commitment a story means: the newest of its project. */
function newest(state: ProjectCase): Commitment {
  const commitment = commitmentsOf(state).at(-1);
  if (!commitment) throw new Error(`${state.project.name} has no commitment`);
  return commitment;
}

function checkId(state: ProjectCase, commitment: Commitment, point: CheckPoint): string {
  const check = checksOf(state, commitment.id).find((one) => one.point === point);
  if (!check) throw new Error(`${commitment.commitmentNo} has no check ${point}`);
  return check.id;
}

/** Fills in what a story leaves open about the commitment of its project: ids, days counted from the act, and the numbers of its papers. */
export function commitmentCommand(telling: OfCommitment, { state, day: on, calendar, item, paper }: Scene): Command {
  if (telling.type === "propose-commitment") return { type: telling.type, on };
  const commitment = newest(state);
  const { commitmentNo } = commitment;
  const after = (days: number | null) => (days === null ? null : calendar.nthWorkingDayAfter(on, days));
  switch (telling.type) {
    case "add-standard": {
      const { item: code, department: departmentCode, dueIn, ...said } = telling;
      return { ...said, commitmentNo, on, itemNo: code === null ? null : item(code).itemNo, departmentCode, dueOn: after(dueIn) };
    }
    case "hand-down-standards":
      return { type: telling.type, commitmentNo, on, documentNo: paper(70) };
    case "rule-on-objection": {
      const open = objectionsOf(state, commitment.id).find(({ status }) => status === "open");
      if (!open) throw new Error(`${commitmentNo} has no open objection`);
      return { ...telling, commitmentNo, on, objectionId: open.id };
    }
    case "put-in-force":
      return {
        type: telling.type,
        commitmentNo,
        on,
        checks: telling.checksIn.map(({ point, days }) => ({ point, dueOn: after(days) })),
      };
    case "schedule-check": {
      const { point, dueIn, ...said } = telling;
      return { ...said, commitmentNo, on, checkId: checkId(state, commitment, point), dueOn: calendar.nthWorkingDayAfter(on, dueIn) };
    }
    case "record-check": {
      const { point, rectifyIn, department: _, failed, ...said } = telling;
      const failedStandardIds = standardsOf(state, commitment.id).flatMap(({ id, indicator }) => (failed.includes(indicator) ? [id] : []));
      return { ...said, commitmentNo, on, checkId: checkId(state, commitment, point), rectifyBy: after(rectifyIn), failedStandardIds };
    }
    case "recheck-rectification": {
      const { point, department: _, ...said } = telling;
      return { ...said, commitmentNo, on, checkId: checkId(state, commitment, point) };
    }
    case "record-works-completion":
      return { type: telling.type, commitmentNo, on, reference: telling.reference, verifyBy: after(telling.verifyIn) };
    case "rule-on-breach": {
      const { rectifyIn, ...said } = telling;
      return { ...said, commitmentNo, on, decisionNo: said.ruling === "revoke" ? paper(75) : null, rectifyBy: after(rectifyIn) };
    }
    case "drop-standard":
      throw new Error("no story takes a standard out");
    case "precheck-promise": {
      const { department: _, ...said } = telling;
      return { ...said, commitmentNo, on };
    }
    default:
      return { ...telling, commitmentNo, on };
  }
}

/** The signature under the letter of the commitment that waits for it. */
export function commitmentSignature(state: ProjectCase, pack: Pack, actor: Actor): Command {
  const { id: subjectId, commitmentNo } = newest(state);
  const letter = letterOf("project-commitment", state, subjectId, pack);
  if (!letter) throw new Error(`${commitmentNo} has no letter to sign`);
  const digest = letterDigest(letter);
  return {
    type: "sign-letter",
    letterKind: "project-commitment",
    subjectId,
    shownDigest: digest,
    digest,
    typedName: actor.name,
    ...signingCapacity(state, actor),
    method: "password",
    address: null,
  };
}
