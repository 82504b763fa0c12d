import type { Form } from "./forms";
import { choice, day, NUMBER, optionalText, text } from "./kinds";
import { HENGYANG } from "./people";
import { TODAY } from "./project";
import { type KeyProject, SIGNER, type Simulated, WORKS_PERMIT } from "./simulated";
import { ITEM } from "./world";

const REASON = 500;
const { agent, intake, investor, manager, planning } = HENGYANG;

type Which = { [K in keyof Simulated]: Simulated[K] extends KeyProject ? K : never }[keyof Simulated];

const ofRun = (which: Which, noun: string, who: string, right: Form["right"], fields: Form["fields"]): Form => ({
  who,
  path: ({ simulated }) => `${simulated[which].tab}/${noun}`,
  right,
  fields,
});
const ofSimulated = (which: Which, name: string, noun: string, who: string, right: Form["right"], fields: Form["fields"]): Form => ({
  who,
  path: ({ simulated }) => `/desk/items/${simulated[which].item(name)}/${noun}`,
  right,
  fields,
});

const optionalLines = { is: "lines", optional: true } as const;
const expected = { is: "day", optional: true, future: true } as const;

/** Every act of a simulated run, its letter and the code to sign it with. */
export const SIMULATION_FORMS: Readonly<Record<string, Form>> = {
  "simulation application": ofRun(
    "bare",
    "application",
    agent,
    { kind: "whole", missing: "land-right", "expected-land-right": "2026-04-10", on: TODAY },
    { kind: choice, itemNos: choice, missing: choice, "expected-land-right": { ...expected, tooEarly: "2026-03-15" }, on: day("2026-02-01") },
  ),
  "simulation answer": ofRun("applied", "answer", agent, { answer: "已挂牌", on: TODAY }, { answer: text(REASON), "expected-land-right": expected, on: day() }),
  "simulation ruling": ofRun(
    "applied",
    "ruling",
    manager,
    { ruling: "refuse", reason: "土地无进展", on: TODAY },
    { ruling: choice, reason: text(REASON), on: day("2026-03-01") },
  ),
  "simulation trigger": ofRun(
    "running",
    "trigger",
    agent,
    { obtained: "land-right", name: "土地合同", number: "衡土让962号", documentOn: TODAY, on: TODAY },
    { obtained: choice, name: text(NUMBER), number: text(NUMBER), documentOn: day(), on: day("2026-03-01") },
  ),
  "simulation delay": ofRun(
    "running",
    "delay",
    agent,
    { precondition: "land-right", expectedOn: "2026-05-29", reason: "挂牌延期", on: TODAY },
    { precondition: choice, expectedOn: { is: "day", future: true, tooEarly: "2026-03-13" }, reason: text(REASON), on: day("2026-03-01") },
  ),
  "simulation termination": ofRun(
    "running",
    "termination",
    manager,
    { ground: "land-not-obtained", reason: "流拍", on: TODAY },
    { ground: choice, reason: text(REASON), on: day("2026-03-01") },
  ),
  "change of facts": {
    who: agent,
    path: ({ simulated }) => `/desk/projects/${simulated.running.projectNo}/facts`,
    right: { parcelNo: "衡土挂2026-08号", reason: "出让公告载明", on: TODAY },
    fields: {
      name: text(NUMBER),
      legalRepresentative: optionalText(50),
      site: text(NUMBER),
      parcelNo: optionalText(NUMBER),
      schemeNo: optionalText(NUMBER),
      reason: text(REASON),
      on: day("2026-02-01"),
    },
  },
  "simulated review": ofSimulated("running", ITEM.permit, "simulated-review", planning, { on: TODAY }, { on: day("2026-03-01") }),
  "simulated correction": ofSimulated(
    "running",
    ITEM.scheme,
    "simulated-correction",
    planning,
    { defects: "缺日照分析", on: TODAY },
    { defects: { is: "lines" }, on: day("2026-03-05") },
  ),
  "simulated supply": ofSimulated(
    "running",
    WORKS_PERMIT,
    "simulated-supply",
    agent,
    { note: "已补", on: TODAY },
    { note: optionalText(REASON), on: day("2026-03-06") },
  ),
  "simulated opinion": ofSimulated(
    "running",
    ITEM.scheme,
    "simulated-opinion",
    planning,
    { stance: "disagree", conditions: "退线不足", on: TODAY },
    { stance: choice, conditions: optionalLines, on: day("2026-03-05") },
  ),
  "difference review": ofSimulated(
    "converting",
    ITEM.scheme,
    "difference-review",
    planning,
    { outcome: "confirm", note: "不影响", on: TODAY },
    { outcome: choice, defects: optionalLines, note: optionalText(REASON), on: day("2026-03-01") },
  ),
  "conversion supply": ofSimulated(
    "converting",
    ITEM.conditions,
    "conversion-supply",
    agent,
    { note: "已补", on: TODAY },
    { note: optionalText(REASON), on: day("2026-03-10") },
  ),
  conversion: ofSimulated(
    "ready",
    ITEM.conditions,
    "conversion",
    intake,
    { on: TODAY, acceptanceNo: "衡政务受961" },
    { on: day("2026-03-11"), acceptanceNo: text(NUMBER) },
  ),
  "risk letter": {
    who: investor,
    path: ({ simulated }) => simulated.letter,
    right: { typedName: SIGNER, capacity: "legal-representative", method: "password", confirmed: "yes" },
    fields: { typedName: text(NUMBER), capacity: choice, authorisation: optionalText(NUMBER), method: choice, signingCode: optionalText(40) },
  },
  "one-time code": {
    who: agent,
    path: ({ simulated }) => `/desk/projects/${simulated.applied.projectNo}/signing-code`,
    right: { checked: "yes" },
    fields: { letter: choice, personId: choice, proof: choice },
  },
};
