import type { CentreKey } from "./story";

/** Somebody at a demo window, by the end of the sign-in name, with their certificate. */
export interface DemoSeat {
  readonly person: string;
  readonly certificateNo: string;
  readonly certificateValidTo: string;
}

/** A demo window with its people and the departments whose letters it holds: all that decide something here, but those named. */
export interface DemoWindow {
  readonly centre: CentreKey;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kindCode: string | null;
  readonly areaCode: string | null;
  readonly departmentCodes: readonly string[];
  readonly seats: readonly DemoSeat[];
  /** Null: the window holds no letters. */
  readonly lettersExcept: readonly string[] | null;
  /** A letter that ended, so that what follows can be seen. */
  readonly expired: string | null;
}

const seat = (person: string, certificateNo: string, certificateValidTo: string): DemoSeat => ({ person, certificateNo, certificateValidTo });

const window = (
  centre: CentreKey,
  code: string,
  [nameZh, nameEn]: readonly [string, string],
  kindCode: string | null,
  says: Partial<Pick<DemoWindow, "areaCode" | "departmentCodes" | "seats" | "lettersExcept" | "expired">> = {},
): DemoWindow => ({
  centre,
  code,
  nameZh,
  nameEn,
  kindCode,
  areaCode: null,
  departmentCodes: [],
  seats: [],
  lettersExcept: null,
  expired: null,
  ...says,
});

/** First day of every demo letter, and the last of the one that ended. */
export const LETTERS_FROM = "2024-01-01";
export const LETTER_ENDED = "2025-06-30";

/** Number of the nth demo letter of a window. */
export const letterNo = (windowCode: string, n: number): string => `授〔2024〕${windowCode}-${String(n).padStart(2, "0")}号`;

export const windows: readonly DemoWindow[] = [
  window("HY", "A03", ["建设项目代办一号窗口", "Project agency window 1"], "agency", {
    areaCode: "a",
    seats: [seat("intake", "衡政证第0317号", "2027-12-31"), seat("issuing", "衡政证第0288号", "2025-12-31")],
    lettersExcept: ["qx"],
    expired: "qx",
  }),
  window("HY", "A05", ["建设项目代办二号窗口", "Project agency window 2"], "agency", { areaCode: "a" }),
  window("DY", "B07", ["综合受理七号窗口", "Receiving window 7"], "comprehensive", {
    areaCode: "investment",
    seats: [seat("intake", "东政证第1107号", "2028-06-30")],
    lettersExcept: ["da"],
  }),
  window("DY", "B08", ["综合受理八号窗口", "Receiving window 8"], "comprehensive", { areaCode: "investment", lettersExcept: [] }),
  window("DY", "C01", ["统一出件一号窗口", "Issuing window 1"], "issuing", {
    areaCode: "investment",
    seats: [seat("issuing", "东政证第1121号", "2028-06-30")],
  }),
  window("DY", "F01", ["“找茬”窗口", "Fault-finding window"], "fault-finding"),
  window("FX", "Z01", ["综合窗口", "Comprehensive window"], "comprehensive", {
    seats: [seat("intake", "阜政证第021号", "2027-03-31"), seat("issuing", "阜政证第022号", "2027-03-31")],
    lettersExcept: [],
  }),
  window("FX", "D11", ["公安局独立窗口", "Public security window"], "independent", { departmentCodes: ["ga"], lettersExcept: null }),
  window("KC", "T02", ["投资项目审批综合窗口", "Investment window"], "comprehensive", {
    areaCode: "investment",
    seats: [seat("intake", "柯政证第05号", "2027-09-30"), seat("issuing", "柯政证第06号", "2027-09-30")],
    lettersExcept: [],
  }),
  window("KC", "S01", ["商事登记综合窗口", "Business registration window"], "comprehensive", { areaCode: "business" }),
  window("ZB", "T01", ["投资项目审批受理窗口", "Investment project window"], "investment", {
    seats: [seat("intake", "淄政证第0101号", "2027-05-31"), seat("issuing", "淄政证第0102号", "2027-05-31")],
    lettersExcept: [],
  }),
  window("ZB", "Z05", ["综合受理五号窗口", "Receiving window 5"], "comprehensive"),
];
