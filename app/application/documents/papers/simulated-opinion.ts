import type { SimulatedItem, SimulatedRun } from "../../../domain/case/parts/simulation";
import { expectedDay } from "../../../domain/case/simulation/expected-day";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import { shortDigest, simulatedFacts, simulatedOfPaper } from "./simulation-source";
import { dayOf, type PaperSource, type SimulatedPaperWriter, simulatedLetter } from "./source";

/**
 * 模拟审批意见: what the department found before the legal precondition is met, until which day it may be exchanged, and on what it was
 * given. It names no formal number, not even where the item has one by now.
 */
export const simulatedOpinion: SimulatedPaperWriter = (source) => {
  const { t, names } = source;
  const { simulated, run } = simulatedOfPaper(source);
  const { opinionNo, opinionOn, conditions } = simulated;
  if (opinionNo === null) throw new Error("no simulated opinion was given");
  const stance = simulated.stance ?? "agree";
  const department = names.department(simulated.departmentCode);
  return simulatedLetter(source, {
    issuer: department,
    reference: opinionNo,
    force: [t("paper.simulated.no-force"), t("paper.simulated.serves")],
    blocks: [
      {
        is: "paragraph",
        text: t("paper.opinion.body", {
          item: names.item(simulated.itemId),
          runNo: run.runNo,
          day: dayOf(source, opinionOn),
          stance: t(`paper.opinion.${stance}`),
        }),
      },
      { is: "facts", rows: [...simulatedFacts(source, simulated, run), ...validityRows(source, simulated)] },
      ...(conditions.length === 0
        ? []
        : [
            { is: "list" as const, title: t(stance === "disagree" ? "paper.reason" : "paper.opinion.conditions", { n: conditions.length }), items: conditions },
          ]),
      ...ended(source, simulated),
      ...missingBlock(source, simulated, run),
      ...basisBlock(source, simulated),
      ...materialsBlock(source, simulated),
      ...(stance === "disagree" ? [] : [conversionBlock(source, simulated)]),
      { is: "note", lines: [t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, opinionOn), seal: true, stamp: t("simulation.mark") },
    ],
  });
};

function validityRows(source: PaperSource, { opinionOn, validTo, validMonths, validityAssumed }: SimulatedItem) {
  const { t } = source;
  if (validTo === null) return [];
  const facts = { day: dayOf(source, validTo), n: validMonths };
  return [
    { label: t("paper.opinion.given"), value: dayOf(source, opinionOn) },
    { label: t("paper.opinion.valid"), value: t(validityAssumed ? "paper.opinion.valid.assumed" : "paper.opinion.valid.to", facts) },
  ];
}

/** What became of it, once it is over: nobody should read an opinion that no longer stands as if it did. */
function ended(source: PaperSource, { status, convertedOn, endedOn, endCause, stance }: SimulatedItem): readonly LetterBlock[] {
  const { t } = source;
  if (convertedOn !== null)
    return [{ is: "box", title: t("paper.opinion.standing"), lines: [t("paper.opinion.converted", { day: dayOf(source, convertedOn) })] }];
  if (endedOn === null || stance === "disagree") return [];
  const cause = endCause === null ? "" : t("paper.opinion.cause", { cause: t(`simulation.cause.${endCause}`) });
  const line = t("paper.opinion.over", { day: dayOf(source, endedOn), status: t(`simulation.status.${status}`), cause });
  return [{ is: "box", title: t("paper.opinion.standing"), lines: [line] }];
}

/** Preconditions that were still missing on the day of the opinion; what came later is told by papers of its own. */
function missingBlock(source: PaperSource, { opinionOn }: SimulatedItem, run: SimulatedRun): readonly LetterBlock[] {
  const { t } = source;
  const missing = run.missing.filter(({ obtainedOn }) => obtainedOn === null || obtainedOn > (opinionOn ?? ""));
  if (missing.length === 0) return [];
  const said = missing.map((one) =>
    t("letter.missing.one", { precondition: t(`simulation.precondition.${one.code}`), day: dayOf(source, expectedDay(one, opinionOn ?? undefined)) }),
  );
  return [{ is: "list", title: t("letter.missing"), items: said }];
}

/** What its prerequisites rested on; of formal grants only that they are there. */
function basisBlock({ t, names, state }: PaperSource, { basis }: SimulatedItem): readonly LetterBlock[] {
  if (basis.length === 0) return [];
  const nameOf = (code: string): string => {
    const item = Object.values(state.items).find((one) => one.code === code);
    return item ? names.item(item.id) : code;
  };
  return [
    {
      is: "table",
      title: t("paper.opinion.basis"),
      columns: [
        { head: t("paper.opinion.basis.item"), share: 48 },
        { head: t("paper.opinion.basis.by"), share: 52 },
      ],
      rows: basis.map(({ code, by, no }) => [nameOf(code), t(`paper.opinion.basis.${by}`, { no: by === "simulated" ? no : "" })]),
    },
  ];
}

/** The materials as they lay on the table, by the beginning of their digests: conversion compares with these. */
function materialsBlock(source: PaperSource, { materials }: SimulatedItem): readonly LetterBlock[] {
  const { t } = source;
  if (materials.length === 0) return [];
  return [
    {
      is: "table",
      title: t("paper.opinion.materials", { n: materials.length }),
      columns: [
        { head: t("paper.column.no"), share: 8 },
        { head: t("paper.receipt.material"), share: 44 },
        { head: t("paper.opinion.brought"), share: 22 },
        { head: t("paper.opinion.digest"), share: 26 },
      ],
      rows: materials.map(({ name, digests, broughtOn }, index) => [
        String(index + 1),
        name,
        dayOf(source, broughtOn),
        digests[0] === undefined ? t("paper.opinion.on-paper") : shortDigest(digests[0]),
      ]),
    },
  ];
}

function conversionBlock({ t, pack }: PaperSource, { validTo }: SimulatedItem): LetterBlock {
  const n = pack.parameters.conversionWorkingDays?.value ?? null;
  return {
    is: "list",
    title: t("paper.opinion.conversion"),
    items: [
      t(n === null ? "paper.opinion.conversion.apply.undated" : "paper.opinion.conversion.apply", { n }),
      t("paper.opinion.conversion.compare"),
      t("paper.opinion.conversion.changes"),
      ...(validTo === null ? [] : [t("paper.opinion.conversion.late")]),
    ],
  };
}
