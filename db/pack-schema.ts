import { z } from "zod";
import { ASSESSMENT_KINDS } from "../app/domain/case/parts/area-placement";
import { practiceFile } from "./pack-practice-schema";
import { category, code, day, days, sourced, words } from "./pack-values";

/** Shape of one folder of `db/packs`: `pack.yaml` and `items.yaml`. What the values mean is checked by the domain. */

const stage = z.enum(["S1", "S2", "S3", "S4", "P"]);
const itemType = z.enum(["INSTANT", "ONE_REVIEW", "COMMIT", "MILESTONE", "SERVICE"]);

const categorySource = z.strictObject({
  name: words.optional(),
  budgetWorkingDays: sourced(days).optional(),
  budgetMode: sourced(z.enum(["union", "stage-sum", "calendar"])).optional(),
});

const stageSource = z.strictObject({ name: words.optional(), leadDepartment: sourced(code).optional(), limitWorkingDays: sourced(days).optional() });

const itemTypeSource = z.strictObject({
  name: words.optional(),
  steps: z.array(z.strictObject({ code, name: words, limitWorkingDays: sourced(days) })).optional(),
  limitWorkingDays: sourced(days).optional(),
  separatePersons: z.boolean().optional(),
  exceptionReductionPercent: sourced(z.int().min(0).max(100)).optional(),
  countsAs: z.strictObject({ type: itemType, source: z.string().min(1) }).optional(),
});

const option = z.strictObject({ text: words, adds: z.array(code), drops: z.array(code) });

export const packFile = z.strictObject({
  id: code,
  place: z.strictObject({ regionCode: z.string().regex(/^\d{6}$/, "six digits of GB/T 2260"), name: words }),
  name: words,
  inherits: code.nullable(),
  validFrom: day,
  validTo: day.nullable(),
  basis: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        number: z.string().min(1).nullable(),
        source: z.string().min(1),
        validFrom: day.nullable().optional(),
        validTo: day.nullable().optional(),
      }),
    )
    .min(1),
  categories: z.partialRecord(category, categorySource),
  stages: z.partialRecord(stage, stageSource),
  itemTypes: z.partialRecord(itemType, itemTypeSource),
  departments: z.record(code, z.strictObject({ name: words, shortName: words, succeededBy: code.optional() })),
  procedures: z.record(code, z.strictObject({ name: words, stops: z.enum(["both", "committed"]), maxWorkingDays: sourced(days), source: z.string().min(1) })),
  parameters: z.strictObject({
    correctionNoticeWorkingDays: sourced(days).optional(),
    startRule: sourced(z.enum(["T+1", "T+0"])).optional(),
    pauseRule: sourced(z.enum(["after", "inclusive"])).optional(),
    warnWorkingDays: sourced(days).optional(),
    deliveryWorkingDays: sourced(days).optional(),
    correctionFailedOutcome: sourced(z.enum(["deemed-withdrawn", "not-accepted", "refused"])).optional(),
    correctionStopsCommittedClock: sourced(z.boolean()).optional(),
    conversionWorkingDays: sourced(days).optional(),
  }),
  switches: z.strictObject({
    simulatedApproval: sourced(z.array(z.string())).optional(),
    commitment: sourced(z.array(z.string())).optional(),
    greenChannel: sourced(z.boolean()).optional(),
    simulationExcludes: sourced(z.array(z.string())).optional(),
  }),
  transfers: z.array(
    z.strictObject({ to: code, kinds: z.array(z.string()).min(1), except: z.array(code), source: z.string().min(1), assumed: z.boolean().optional() }),
  ),
  ...practiceFile,
  questions: z.record(code, z.strictObject({ text: words, help: words.nullable(), categories: z.array(category).min(1), options: z.record(code, option) })),
});

const itemSource = z.strictObject({
  name: words.optional(),
  stage: stage.optional(),
  kind: z.enum(["permit", "filing", "confirm", "tech", "trade", "intermediary", "utility", "other"]).optional(),
  type: itemType.optional(),
  department: code.optional(),
  decidingDepartment: code.optional(),
  statutory: z
    .strictObject({
      days: days.nullable(),
      unit: z.enum(["wd", "cal"]),
      extension: days.nullable(),
      from: z.enum(["receipt", "acceptance"]),
      source: z.string(),
    })
    .optional(),
  committed: sourced(days).optional(),
  committedExtension: sourced(days).optional(),
  prerequisites: z.array(code).optional(),
  alternatives: z.record(code, code).optional(),
  categories: z.array(category).min(1).optional(),
  noticeCommitment: z.enum(["yes", "local", "no"]).optional(),
  noticeDomain: z.enum(["public-safety", "financial-security", "ecology", "life-health-property"]).optional(),
  areaAssessments: z.array(z.enum(ASSESSMENT_KINDS)).min(1).optional(),
  deferral: z.boolean().optional(),
  core: z.array(z.string().min(1)).min(1).optional(),
  deferrable: z.array(z.string().min(1)).optional(),
  forwardedTo: z.enum(["city", "province", "state"]).optional(),
  exceptionBasis: z.string().min(1).optional(),
  onlineExclusion: sourced(z.enum(["law", "secrecy"])).optional(),
  correctionNotice: sourced(days).optional(),
  note: z.string().min(1).optional(),
});

export const itemsFile = z.strictObject({
  /** Source given to assumed limits that name none of their own. */
  assumption: z.string().min(1).optional(),
  defaults: z.strictObject({ committedExtension: sourced(days).optional() }).optional(),
  items: z.record(code, itemSource),
});
