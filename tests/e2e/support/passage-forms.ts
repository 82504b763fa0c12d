import type { Form } from "./forms";
import { choice, day, NUMBER, optionalChoice, optionalText, text } from "./kinds";
import { HENGYANG } from "./people";
import { DONGYING, ZIBO } from "./place";
import { TODAY } from "./project";
import type { World } from "./world";

const REASON = 500;
type Where = "unasked" | "asked" | "ready" | "sent";

const ofPassage = (noun: string, where: Where, who: string, right: Form["right"], fields: Form["fields"]): Form => ({
  who,
  path: ({ passage }: World) => `/desk/items/${passage[where]}/${noun}`,
  right,
  fields,
});
const ofWindow = (path: string, right: Form["right"], fields: Form["fields"]): Form => ({
  who: HENGYANG.admin,
  path: () => `/admin/windows/${path}`,
  right,
  fields,
});

/** The ways of a window without a veto, and what goes up and comes back. */
const PASSING: Readonly<Record<string, Form>> = {
  signpost: ofPassage(
    "signpost",
    "unasked",
    DONGYING.intake,
    { body: "市公安局交警支队", place: "市政务服务中心三楼", reason: "达到市级管理标准", on: TODAY },
    { body: text(NUMBER), place: text(NUMBER), reason: text(REASON), on: day("2026-02-24") },
  ),
  path: ofPassage("path", "unasked", DONGYING.intake, { question: "新业态是否按工业项目办理", on: TODAY }, { question: text(REASON), on: day("2026-02-24") }),
  "path answer": ofPassage(
    "path-answer",
    "asked",
    DONGYING.manager,
    { answer: "按工业项目办理，由窗口收件", on: TODAY },
    { directionId: choice, answer: text(REASON), on: day("2026-03-11") },
  ),
  forwarding: ofPassage(
    "forwarding",
    "ready",
    ZIBO.of("ly"),
    { level: "province", upperBody: "山东省林业厅", personInCharge: "孟祥瑞", letterNo: "淄林资转962", fileConfirmed: "yes", on: TODAY },
    { level: choice, upperBody: text(NUMBER), personInCharge: text(NUMBER), letterNo: text(NUMBER), on: day("2026-03-02") },
  ),
  "upper receipt": ofPassage(
    "upper-receipt",
    "sent",
    ZIBO.agent,
    { on: TODAY, upperNo: "鲁林许受961", upperLimitWorkingDays: "20" },
    { on: day("2026-03-05"), upperNo: text(NUMBER), upperLimitWorkingDays: { is: "whole", optional: true } },
  ),
  "upper return": ofPassage("upper-return", "sent", ZIBO.agent, { on: TODAY, reason: "林地现状调查表缺签章" }, { on: day("2026-03-05"), reason: text(REASON) }),
  "upper result": ofPassage(
    "upper-result",
    "sent",
    ZIBO.agent,
    { granted: "yes", on: TODAY, resultNo: "鲁林许准〔2026〕961号" },
    { granted: choice, on: day("2026-03-05"), resultNo: text(NUMBER), reason: optionalText(REASON) },
  ),
};

/** 窗口、授权书、坐席, and the windows' own facts. */
const WINDOWS: Readonly<Record<string, Form>> = {
  "new window": ofWindow(
    "new",
    { code: "T961", nameZh: "试验窗口", nameEn: "Trial window" },
    { code: text(20), nameZh: text(NUMBER), nameEn: text(NUMBER), kindCode: optionalChoice, areaCode: optionalChoice, departmentCodes: optionalChoice },
  ),
  "window facts": ofWindow(
    "A03/details",
    {},
    { code: text(20), nameZh: text(NUMBER), nameEn: text(NUMBER), kindCode: optionalChoice, areaCode: optionalChoice, departmentCodes: optionalChoice },
  ),
  "window letter": ofWindow(
    "A03/letter",
    { departmentCode: "fg", itemCodes: "", letterNo: "衡发改授〔2026〕961号", signedBy: "刘局长", validFrom: TODAY, validTo: "2027-03-15" },
    {
      departmentCode: choice,
      itemCodes: optionalChoice,
      letterNo: text(NUMBER),
      signedBy: text(NUMBER),
      validFrom: { is: "day", future: true },
      validTo: { is: "day", optional: true, future: true, tooEarly: "2026-03-01" },
    },
  ),
  "window letter revoked": ofWindow("A03/revocation", { on: TODAY }, { authorisationId: choice, on: day("2015-01-01") }),
  "window seat": ofWindow(
    "A03/seat",
    { certificateNo: "HY-ZW-0961", certificateValidTo: "2027-12-31", on: TODAY },
    { personId: choice, certificateNo: optionalText(NUMBER), certificateValidTo: { is: "day", optional: true, future: true }, on: day() },
  ),
  "window left": ofWindow("A03/leave", { on: TODAY }, { personId: choice, on: day() }),
  "window closed": ofWindow("A03/closing", { on: TODAY }, { on: day() }),
};

/** What the form of an assessed area asks for. */
export const AREA_FIELDS: Form["fields"] = {
  areaCode: text(40),
  nameZh: text(120),
  assessments: choice,
  spares: choice,
  validFrom: { is: "day", future: true },
  validTo: { is: "day", optional: true, future: true },
  sourceDocument: text(300),
};

/** Irregularities of a project, promises an enterprise broke and repaired, and assessed areas. */
const RECORDS: Readonly<Record<string, Form>> = {
  "irregularity of the project": {
    who: HENGYANG.agent,
    path: ({ projectNo }) => `/desk/projects/${projectNo}/irregularity`,
    right: { code: "off-system", happenedOn: TODAY, evidence: "会议纪要先行同意开工" },
    fields: { code: choice, happenedOn: { is: "day", optional: true }, evidence: text(REASON) },
  },
  "credit breach": {
    who: ZIBO.manager,
    path: ({ passage }) => `/desk/enterprises/${passage.enterpriseId}/credit/breach`,
    right: { kind: "deferral", on: TODAY, reason: "容缺材料逾期未补" },
    fields: { kind: choice, on: day(), reason: text(REASON) },
  },
  "credit repair": {
    who: ZIBO.manager,
    path: ({ passage }) => `/desk/enterprises/${passage.enterpriseId}/credit/repair`,
    right: { on: TODAY, reason: "材料已补齐" },
    fields: { recordId: choice, on: day("2026-03-08"), reason: text(REASON) },
  },
  "area facts": {
    who: HENGYANG.admin,
    path: ({ passage }) => `/admin/areas/${passage.areaId}`,
    right: {},
    fields: AREA_FIELDS,
  },
  "leaving an area": {
    who: HENGYANG.agent,
    path: ({ passage }) => `/desk/projects/${passage.placedNo}/area/end`,
    right: { on: TODAY, reason: "红线调整到园区之外" },
    fields: { on: day("2026-03-01"), reason: text(REASON) },
  },
};

export const PASSAGE_FORMS: Readonly<Record<string, Form>> = { ...PASSING, ...WINDOWS, ...RECORDS };
