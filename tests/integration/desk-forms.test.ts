import { expect, test } from "vitest";
import type { ItemActPage } from "../../app/application/queries/item-act";
import { permissions } from "../../app/domain/access/permissions";
import type { CommandType } from "../../app/domain/case/commands";
import { COMMITMENT_ACTS } from "../../app/routes/desk/acts/commitment-registry";
import { ITEM_ACTS, itemActByCommand } from "../../app/routes/desk/acts/item-acts";
import { acceptStage, addNote, assignAgent, conveneReview, giveOpinion, leaveArea, placeInArea } from "../../app/routes/desk/acts/project-acts";
import { REVIEW_ACTS } from "../../app/routes/desk/acts/review-acts";
import { SIMULATION_ACTS } from "../../app/routes/desk/acts/simulation-acts";
import { changesOf, nextChanges, PlanForm, writeChange } from "../../app/routes/desk/project-plan/changes";
import { queryOf, readAsked } from "../../app/routes/desk/projects/asked";
import { readPreferences } from "../../app/routes/desk/projects/preferences";
import { paths } from "../../app/web/paths";

const KEY = "0190a000-0000-4000-8000-000000000001";
const typed = (fields: Record<string, unknown>) => PlanForm.parse({ idempotencyKey: KEY, version: "3", ...fields });

test("every act on a case has a page, and every noun leads to one act", () => {
  const ownPages: readonly CommandType[] = [
    "register-project",
    "answer-screening",
    "confirm-plan",
    "accept-bundle",
    "bring-materials",
    "attach-file",
    "attach-evidence",
    "change-facts",
    "sign-letter",
    "withdraw-letter",
    "observe-day",
    "choose-notice-commitment",
    "decline-notice-commitment",
  ];
  const paged = [
    ...ITEM_ACTS,
    acceptStage,
    addNote,
    assignAgent,
    conveneReview,
    giveOpinion,
    placeInArea,
    leaveArea,
    ...REVIEW_ACTS,
    ...SIMULATION_ACTS,
    ...COMMITMENT_ACTS,
  ].map((act) => act.command);
  const commands = Object.keys(permissions).filter((action) => !action.includes(":"));
  expect([...new Set([...paged, ...ownPages])].sort()).toEqual(commands.sort());
  expect(new Set(ITEM_ACTS.map((act) => act.noun)).size).toBe(ITEM_ACTS.length);
});

test("changes tried on a plan travel through the form with their reasons, colons and all", () => {
  const change = [
    writeChange("add", { code: "line-setting", reason: "投资方要求：先验线" }),
    writeChange("drop", { code: "social-risk", reason: "区域评估已覆盖" }),
  ];
  expect(changesOf(typed({ intent: "confirm", change }))).toEqual({
    added: [{ code: "line-setting", reason: "投资方要求：先验线" }],
    dropped: [{ code: "social-risk", reason: "区域评估已覆盖" }],
  });
});

test("adding what was left out takes the omission back, and the other way round", () => {
  const left = typed({ intent: "add", code: "social-risk", change: writeChange("drop", { code: "social-risk", reason: "已做" }) });
  expect(nextChanges(left)).toEqual({ added: [], dropped: [] });
  const added = typed({ intent: "drop", dropCode: "line-setting", change: writeChange("add", { code: "line-setting", reason: "要求" }) });
  expect(nextChanges(added)).toEqual({ added: [], dropped: [] });
  // A legal stop an officer added leaves for a stated reason: the removal takes the place of the addition.
  expect(nextChanges({ ...added, dropReason: "误加" })).toEqual({ added: [], dropped: [{ code: "line-setting", reason: "误加" }] });
});

test("a change that is not one of ours is a stale page, not an error of the server", () => {
  const read = PlanForm.safeParse({ idempotencyKey: KEY, intent: "confirm", change: "drop-everything" });
  expect(read.success).toBe(false);
  expect(read.error?.issues[0]?.message).toBe("form.stale");
});

test.each([
  ["rule-on-explanation", "explanationId"],
  ["rule-on-extension", "extensionId"],
] as const)("%s: what another manager settled meanwhile is read from the form, so that the case refuses it and not the form", (command, name) => {
  const page = { today: "2026-03-16", givenExplanations: [], requestedExtensions: [] } as unknown as ItemActPage;
  const field = itemActByCommand(command)?.fields(page)[name];
  expect(field?.schema.safeParse(KEY)).toMatchObject({ success: true, data: KEY });
  for (const nothing of [undefined, "", "x".repeat(200)]) expect(field?.schema.safeParse(nothing).error?.issues[0]?.message).toBe("form.choose");
});

test("the two answers to an explanation speak of its kind, and of neither once nothing waits", () => {
  const labels = (given: readonly { readonly id: string; readonly kind: "overdue" | "second-list" }[]) => {
    const look = itemActByCommand("rule-on-explanation")?.fields({ today: "2026-03-16", givenExplanations: given } as unknown as ItemActPage).accepted?.look;
    return look?.kind === "choice" ? look.options.map(({ label }) => label) : [];
  };
  const of = (kind: string) => ["accept", "send-back"].map((answer) => `acts.explanation-ruling.${kind}.${answer}`);
  for (const kind of ["overdue", "second-list"] as const) expect(labels([{ id: KEY, kind }])).toEqual(of(kind));
  expect(labels([])).toEqual(of("none"));
});

test("the list of projects leaves out of its address what makes no sense, and keeps what does", () => {
  const asked = readAsked(new URLSearchParams("q=%20污水%20&light=purple&status=running&sort=due&way=sideways&agent=7&category=IND"));
  expect(asked).toMatchObject({ q: "污水", light: null, status: "running", category: "IND", agent: null, sort: "due", way: "up" });
  expect(paths.desk.projects(queryOf(asked))).toBe(`/desk/projects?q=${encodeURIComponent("污水")}&status=running&category=IND&sort=due`);
  expect(paths.desk.projects(queryOf(asked, { sort: "updated", way: "down" }))).not.toContain("sort");
});

test("R-502: a search is cut, never dropped, and the number of an item or one without hyphens finds its project", () => {
  const q = (typed: string) => readAsked(new URLSearchParams({ q: typed })).q;
  expect(q("污".repeat(140))).toBe("污".repeat(100));
  for (const typed of ["HY-2026-0023-11", "HY-2026-0023", "hy20260023", "HY2026002311", " HY-2026-0023-11 "]) expect(q(typed), typed).toBe("HY-2026-0023");
  expect(q("HY-2026-10023-11")).toBe("HY-2026-10023");
  for (const typed of ["2307-430400-04-01-200020", "HY-2026-00", "污水处理厂2026"]) expect(q(typed)).toBe(typed);
});

test("how the list is drawn is remembered by the browser and read again", () => {
  const chosen = readPreferences(new Request("http://daiban.test/desk/projects?density=standard&columns=chosen&column=agent&column=due"));
  expect(chosen.preferences.density).toBe("standard");
  expect(chosen.preferences.hidden).toContain("status");
  expect(chosen.preferences.hidden).not.toContain("agent");
  const cookie = chosen.cookie?.split(";")[0] ?? "";
  const again = readPreferences(new Request("http://daiban.test/desk/projects", { headers: { Cookie: cookie } }));
  expect(again).toEqual({ preferences: chosen.preferences, cookie: null });
});
