import type { ProjectActPage, StageChoice } from "../../../application/queries/project-act";
import type { ReportedCode } from "../../../domain/case/parts/finding";
import { REVIEW_MODES } from "../../../domain/case/parts/joint-review";
import type { StageCode } from "../../../domain/pack/pack";
import { type ActOn, acting } from "./act-on";
import { choice, happenedOn, LENGTH, line, optionalLine, optionalLines, optionalReason, reason, several, tick, timeOfDay, wantedBy } from "./fields";
import { irregularityFields } from "./gap-acts";

/** What a project-level act is about besides the project. */
export interface ProjectActContext {
  readonly page: ProjectActPage;
  readonly stage: StageChoice | null;
}

/** One act on a whole project or one of its stages. Texts are `acts.<noun>.…` as for items. */
export type ProjectAct = ActOn<ProjectActContext, "agent" | "note" | "convene" | "opinion" | "stage-acceptance" | "place-area" | "leave-area" | "irregularity">;
const act = acting<ProjectAct>();

export const assignAgent = act({
  noun: "agent",
  command: "assign-agent",
  fields: ({ page }) => ({
    agentId: choice(
      { label: "acts.field.agent", hint: "acts.agent.hint" },
      page.agents.map((agent) => ({
        value: agent.id,
        label: { key: "acts.agent.option", facts: { name: agent.name, n: agent.projects } },
        disabled: agent.id === page.agentId,
      })),
    ),
    // A first naming needs no reason; a change does, and the rule says so when it is missing.
    reason: page.agentId === null ? optionalReason({ label: "acts.field.reason" }) : reason({ label: "acts.field.reason", hint: "acts.agent.reason.hint" }),
  }),
  toCommand: ({ page }, { agentId, reason: why }) => ({
    type: "assign-agent",
    agentId,
    agentName: page.agents.find((agent) => agent.id === agentId)?.name ?? "",
    reason: why,
  }),
});

export const addNote = act({
  noun: "note",
  command: "add-note",
  fields: () => ({ text: reason({ label: "acts.field.text" }), shownToInvestor: tick({ label: "acts.field.shownToInvestor", hint: "acts.note.shown.hint" }) }),
  toCommand: (_, values) => ({ type: "add-note", itemNo: null, ...values }),
});

/** Something that happened to the project as a whole outside the system. */
export const reportIrregularity = act({
  noun: "irregularity",
  command: "report-irregularity",
  fields: ({ page }) => irregularityFields(page.today),
  toCommand: (_, { code, ...values }) => ({ type: "report-irregularity", itemNo: null, code: code as ReportedCode, ...values }),
});

export const conveneReview = act({
  noun: "convene",
  command: "convene-review",
  fields: ({ page, stage }) => ({
    mode: choice(
      { label: "acts.field.mode" },
      REVIEW_MODES.filter((mode) => page.item || mode !== "co-handling").map((mode) => ({
        value: mode,
        label: `review.mode.${mode}` as const,
        hint: `review.mode.${mode}.hint` as const,
      })),
      { value: page.item ? "co-handling" : "conference" },
    ),
    departmentCodes: page.item
      ? several(
          { label: "acts.field.departments", hint: "acts.convene.departments.hint" },
          page.bodies.map((body) => ({ value: body.code, label: body.name })),
          [page.item.departmentCode],
        )
      : several(
          { label: "acts.field.departments", hint: "acts.convene.departments.hint" },
          (stage?.departments ?? []).map((department) => ({ value: department.code, label: department.name, hint: department.items })),
          (stage?.departments ?? []).map((department) => department.code),
        ),
    meetOn: wantedBy({ label: "acts.field.meetOn", hint: "acts.convene.meetOn.hint" }, page.today),
    meetTime: timeOfDay({ label: "acts.field.meetTime", hint: "acts.convene.meetTime.hint" }),
    place: optionalLine({ label: "acts.field.place", hint: "acts.convene.place.hint" }),
    link: optionalLine({ label: "acts.field.link", hint: "acts.convene.link.hint" }, { max: LENGTH.reason }),
    materialsWanted: optionalLines({ label: "acts.field.materialsWanted", hint: "acts.convene.materials.hint" }),
    on: happenedOn({ label: "acts.field.convenedOn" }, page.today),
    replyBy: wantedBy({ label: "acts.field.opinionBy", hint: "acts.convene.replyBy.hint" }, page.today),
  }),
  toCommand: ({ page, stage }, { mode, ...values }) => ({
    type: "convene-review",
    stage: page.item?.stage ?? stage?.code ?? "S1",
    itemNo: page.item?.itemNo ?? null,
    mode: REVIEW_MODES.find((one) => one === mode) ?? "conference",
    ...values,
  }),
});

const STANCES = ["agree", "agree-with-conditions", "disagree"] as const;

export const giveOpinion = act({
  noun: "opinion",
  command: "give-opinion",
  fields: ({ page }) => ({
    stance: choice(
      { label: "acts.field.stance" },
      STANCES.map((stance) => ({ value: stance, label: `review.stance.${stance}` as const })),
    ),
    conditions: optionalLines({ label: "acts.field.conditions", hint: "acts.opinion.conditions.hint" }),
    reason: optionalReason({ label: "acts.field.disagreement", hint: "acts.opinion.reason.hint" }),
    on: happenedOn({ label: "acts.field.opinionOn" }, page.today),
  }),
  toCommand: ({ page }, { stance, ...values }) => ({
    type: "give-opinion",
    reviewId: page.review?.id ?? "",
    stance: STANCES.find((one) => one === stance) ?? "disagree",
    ...values,
  }),
});

export const acceptStage = act({
  noun: "stage-acceptance",
  command: "accept-stage",
  fields: ({ page }) => ({
    on: happenedOn({ label: "acts.field.acceptedOn" }, page.today),
    acceptanceNo: line({ label: "acts.field.acceptanceNo", hint: "acts.stage-acceptance.no.hint" }, { mono: true }),
  }),
  toCommand: ({ stage }, values) => ({ type: "accept-stage", stage: (stage?.code ?? "S1") as StageCode, ...values }),
});

export const placeInArea = act({
  noun: "place-area",
  command: "place-in-area",
  fields: ({ page }) => ({
    areaId: choice(
      { label: "acts.field.area" },
      page.areas
        .filter((area) => area.id !== page.placement?.areaId)
        .map((area) => ({ value: area.id, label: { zh: `${area.areaCode} ${area.nameZh}`, en: `${area.areaCode} ${area.nameEn}` } })),
    ),
    on: happenedOn({ label: "acts.field.placedOn" }, page.today),
    reason: optionalReason({ label: "acts.field.reason", hint: "acts.place-area.reason.hint" }),
  }),
  // The facts of the area come from the centre's register, never from the form.
  toCommand: (_, values) => ({ type: "place-in-area", area: null, ...values }),
});

export const leaveArea = act({
  noun: "leave-area",
  command: "leave-area",
  fields: ({ page }) => ({
    on: happenedOn({ label: "acts.field.leftOn" }, page.today),
    reason: reason({ label: "acts.field.reason" }),
  }),
  toCommand: (_, values) => ({ type: "leave-area", ...values }),
});
