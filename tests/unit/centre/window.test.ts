import { expect, test } from "vitest";
import {
  type Authorisation,
  coverageOf,
  decideWindow,
  inForce,
  type ServiceWindow,
  type WindowCommand,
  type WindowSituation,
} from "../../../app/domain/centre/window";
import { packOf } from "../../builders/case-story";

const pack = packOf("dongying-2019");
const WINDOW: ServiceWindow = {
  id: "w1",
  code: "B07",
  nameZh: "B07 综合受理窗口",
  nameEn: "B07 Comprehensive window",
  kindCode: "comprehensive",
  areaCode: "investment",
  departmentCodes: [],
  closedOn: null,
};
const LETTER: Authorisation = {
  id: "a1",
  windowId: "w1",
  departmentCode: "spj",
  itemCodes: null,
  letterNo: "东区审授〔2026〕1号",
  signedBy: "局长",
  validFrom: "2026-01-01",
  validTo: "2026-12-31",
  revokedOn: null,
};
const situation = (says: Partial<WindowSituation> = {}): WindowSituation => ({
  window: WINDOW,
  letters: [LETTER],
  seated: [],
  people: [
    { personId: "p1", role: "intake" },
    { personId: "p2", role: "reviewer" },
  ],
  codeTaken: false,
  departmentCodes: pack.departments.map(({ code }) => code),
  pack,
  today: "2026-03-16",
  ...says,
});
const decide = (command: WindowCommand, says: Partial<WindowSituation> = {}) => decideWindow(situation(says), command, () => "new");
const codeOf = (outcome: ReturnType<typeof decide>) => (outcome.ok ? null : outcome.error.code);
const { id: _, closedOn: __, ...FACTS } = WINDOW;

test("R-226 (F07, D05): a window has a number of its own, a kind and an area of the place, and departments of the centre", () => {
  expect(decide({ type: "open-window", ...FACTS }, { window: null }).ok).toBe(true);
  expect(codeOf(decide({ type: "open-window", ...FACTS }, { window: null, codeTaken: true }))).toBe("window-code-taken");
  expect(codeOf(decide({ type: "change-window", ...FACTS, kindCode: "kiosk" }))).toBe("window-kind-unknown-here");
  expect(codeOf(decide({ type: "change-window", ...FACTS, areaCode: "moon" }))).toBe("window-area-unknown-here");
  expect(codeOf(decide({ type: "change-window", ...FACTS, departmentCodes: ["none"] }))).toBe("window-department-unknown");
  expect(codeOf(decide({ type: "change-window", ...FACTS, nameZh: " " }))).toBe("text-missing");
});

test("R-226: a closed window takes no more letters, people or changes", () => {
  const window = { ...WINDOW, closedOn: "2026-03-01" };
  expect(codeOf(decide({ type: "change-window", ...FACTS }, { window }))).toBe("window-closed");
  expect(codeOf(decide({ type: "close-window", on: "2026-03-17" }))).toBe("day-in-future");
  expect(codeOf(decide({ type: "close-window", on: "2026-03-16" }, { window: null }))).toBe("window-unknown");
});

test("R-493 (H02): a window where people sit is not closed under them", () => {
  const close = { type: "close-window", on: "2026-03-16" } as const;
  const refused = decide(close, { seated: ["王芳", "赵静"] });
  expect(refused.ok ? null : refused.error).toEqual({ code: "window-not-empty", people: ["王芳", "赵静"] });
  expect(decide(close).ok).toBe(true);
});

test("R-497 (Z20): one letter is recorded once at a window, and again only after it was revoked", () => {
  const { id, windowId, revokedOn, ...letter } = LETTER;
  const again = { type: "sign-letter", ...letter, letterNo: ` ${LETTER.letterNo} ` } as const;
  expect(codeOf(decide(again))).toBe("letter-already-recorded");
  expect(decide(again, { letters: [{ ...LETTER, revokedOn: "2026-03-10" }] }).ok).toBe(true);
  expect(decide(again, { letters: [{ ...LETTER, departmentCode: "qx" }] }).ok).toBe(true);
  expect(decide({ ...again, letterNo: "东区审授〔2026〕2号" }).ok).toBe(true);
});

test("R-223 (Z20, H40): a letter is of one department, for its own items or all, with number, signature and days", () => {
  const { id, windowId, revokedOn, ...letter } = LETTER;
  const sign = (says: Partial<typeof letter>) => decide({ type: "sign-letter", ...letter, ...says }, { letters: [] });
  const signed = sign({});
  expect(signed.ok && signed.value.authorisationId).toBe("new");
  const foreign = pack.items.find((item) => item.decidingDepartment !== "spj")?.code ?? "";
  expect(codeOf(sign({ itemCodes: [foreign] }))).toBe("letter-item-of-another");
  expect(codeOf(sign({ itemCodes: [] }))).toBe("items-missing");
  expect(codeOf(sign({ validTo: "2025-12-31" }))).toBe("day-before");
  expect(codeOf(sign({ letterNo: "" }))).toBe("text-missing");
});

test("R-223: a letter is in force through its last day and not on the day it is revoked; it is revoked once", () => {
  expect(["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map((day) => inForce(LETTER, day))).toEqual([false, true, true, false]);
  expect(inForce({ ...LETTER, revokedOn: "2026-03-10" }, "2026-03-10")).toBe(false);
  expect(decide({ type: "revoke-letter", authorisationId: "a1", on: "2026-03-16" }).ok).toBe(true);
  expect(codeOf(decide({ type: "revoke-letter", authorisationId: "zz", on: "2026-03-16" }))).toBe("authorisation-unknown");
  const revoked = { letters: [{ ...LETTER, revokedOn: "2026-03-10" }] };
  expect(codeOf(decide({ type: "revoke-letter", authorisationId: "a1", on: "2026-03-16" }, revoked))).toBe("letter-already-revoked");
});

test("R-224 (H02, K11): only people who receive or hand out sit at a window, with the number and last day of their certificate", () => {
  const seat = { type: "seat-person", personName: "李", certificateNo: "证1", certificateValidTo: "2027-01-01", on: "2026-03-16" } as const;
  expect(decide({ ...seat, personId: "p1" }).ok).toBe(true);
  expect(codeOf(decide({ ...seat, personId: "p2" }))).toBe("person-not-of-windows");
  expect(codeOf(decide({ ...seat, personId: "p1", certificateNo: null }))).toBe("text-missing");
});

test("R-225 (F09, F10): for each department it shows which items no window takes and for which no letter is in force", () => {
  const of = (windows: readonly ServiceWindow[], letters: readonly Authorisation[]) =>
    coverageOf(pack, windows, letters, "2026-03-16").find((one) => one.departmentCode === "spj");
  const all = of([WINDOW], [LETTER]);
  expect(all?.items).toBeGreaterThan(10);
  expect(all).toMatchObject({ outside: [], unauthorised: [] });
  expect(of([{ ...WINDOW, closedOn: "2026-03-01" }], [LETTER])?.outside).toHaveLength(all?.items ?? 0);
  expect(of([{ ...WINDOW, departmentCodes: ["da"] }], [LETTER])?.outside).toHaveLength(all?.items ?? 0);
  expect(of([WINDOW], [{ ...LETTER, validTo: "2026-03-15" }])?.unauthorised).toHaveLength(all?.items ?? 0);
});
