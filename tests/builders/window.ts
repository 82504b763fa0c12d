import type { WindowAtWork } from "../../app/domain/case/parts/window";

/** A window of the agency kind with letters of every department named; say what matters to the test. */
export const aWindow = (says: Partial<WindowAtWork> = {}, ...departments: readonly string[]): WindowAtWork => ({
  id: "window-a03",
  code: "A03",
  nameZh: "A03 建设项目代办窗口",
  nameEn: "A03 Project agency window",
  kindCode: "agency",
  areaCode: null,
  departmentCodes: [],
  letters: departments.map((departmentCode) => ({ departmentCode, itemCodes: null, letterNo: `授〔2026〕${departmentCode}` })),
  certificateValidTo: null,
  ...says,
});
