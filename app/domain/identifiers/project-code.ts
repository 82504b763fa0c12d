import { ok, type Result, refuse } from "../result";

export type ProjectCodeWarning = "project-code-check-digit" | "project-code-type" | "project-code-ambiguous";

export interface ProjectCodeReading {
  /** 24 characters with four hyphens. */
  readonly code: string;
  /** `new` since November 2020: YYMM, region, department, type, random number and check digit. `old`: year, region, industry, kind, serial. */
  readonly format: "new" | "old";
  /** GB/T 2260. */
  readonly regionCode: string;
  /** Doubts a person should look at. They never refuse: the check digit rule was inferred from real codes, not read in GB/T 40058. */
  readonly warnings: readonly ProjectCodeWarning[];
}

const SHAPE = /^(\d{4})-?(\d{6})-?(\d{2})-?(\d{2})-?(\d{6})$/;
/** First month of the new format: November 2020 (发改投资〔2020〕1439号). */
const FIRST_MONTH_OF_NEW = 2011;

/**
 * 投资项目统一代码 in either format; spaces, wide digits, long dashes and missing hyphens are put right.
 * Refuses only `project-code-format`: not 4-6-2-2-6 digits, or beginning with neither a month nor a year.
 */
export function readProjectCode(text: string): Result<ProjectCodeReading> {
  const plain = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[‐-―−]/g, "-");
  const parts = SHAPE.exec(plain);
  if (!parts) return refuse({ code: "project-code-format", field: "projectCode" });
  const [, first = "", region = "", , type = "", last = ""] = parts;
  const code = parts.slice(1).join("-");
  const month = Number(first.slice(2));
  const mayBeNew = month >= 1 && month <= 12 && Number(first) >= FIRST_MONTH_OF_NEW;
  const mayBeOld = /^20[012]\d$/.test(first);
  const checks = last.charAt(5) === checkDigit(parts.slice(1).join("").slice(0, 19));

  if (mayBeNew && (checks || !mayBeOld)) {
    const warnings: ProjectCodeWarning[] = [];
    if (!checks) warnings.push("project-code-check-digit");
    if (Number(type) < 1 || Number(type) > 5) warnings.push("project-code-type");
    return ok({ code, format: "new", regionCode: region, warnings });
  }
  if (mayBeNew) return ok({ code, format: "new", regionCode: region, warnings: ["project-code-ambiguous", "project-code-check-digit"] });
  if (!mayBeOld) return refuse({ code: "project-code-format", field: "projectCode" });
  return ok({ code, format: "old", regionCode: region, warnings: Number(type) < 1 || Number(type) > 3 ? ["project-code-type"] : [] });
}

/** ISO/IEC 7064 MOD 11,10 over the first 19 digits. */
function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
