import type { Telling } from "../../../db/seeds/story";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Command } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { letterOf } from "../../domain/case/letter";
import type { SimulatedRun } from "../../domain/case/parts/simulation";
import { factsNow } from "../../domain/case/project-facts";
import { runsOf } from "../../domain/case/simulation/reads";
import type { ProjectCase } from "../../domain/case/state";
import type { Pack } from "../../domain/pack/pack";
import { letterDigest } from "../letter-digest";
import { signingCapacity } from "./signing-capacity";

type OfRun = Extract<Telling, { type: "sign-letter" | "rule-on-simulation" | "record-trigger" | "terminate-simulation" | "change-facts" }>;

interface Scene {
  readonly state: ProjectCase;
  readonly day: CivilDay;
  readonly pack: Pack;
  readonly actor: Actor;
}

/** The run a story means: the newest of its project. */
function newestRun(state: ProjectCase): SimulatedRun {
  const run = runsOf(state).at(-1);
  if (!run) throw new Error(`${state.project.name} has no simulated run`);
  return run;
}

/** Fills in what a story leaves open about a simulated run, its letter, and the facts of the project. */
export function simulationCommand(telling: OfRun, { state, day: on, pack, actor }: Scene): Command {
  if (telling.type === "change-facts") return { type: telling.type, facts: { ...factsNow(state.project), ...telling.changed }, reason: telling.reason, on };
  const { id: subjectId, runNo } = newestRun(state);
  if (telling.type !== "sign-letter") return telling.type === "record-trigger" ? { ...telling, runNo, documentOn: on, on } : { ...telling, runNo, on };
  const letter = letterOf(telling.letterKind, state, subjectId, pack);
  if (!letter) throw new Error(`${runNo} has no letter to sign`);
  const digest = letterDigest(letter);
  return { ...telling, subjectId, shownDigest: digest, digest, typedName: actor.name, ...signingCapacity(state, actor), method: "password", address: null };
}
