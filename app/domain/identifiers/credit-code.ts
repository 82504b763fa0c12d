import { ok, type Result, refuse } from "../result";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * 统一社会信用代码, GB 32100-2015: 18 characters of an alphabet without I O S V Z, the last one a check character, and
 * characters 9 to 17 an organisation code with a check of its own (GB 11714). Spaces and lower case are put right.
 * Refuses `credit-code-format`, `credit-code-check`, `credit-code-organisation-check`.
 */
export function readCreditCode(text: string): Result<string> {
  const code = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  if (code.length !== 18 || ![...code].every((character) => ALPHABET.includes(character)) || !/^\d{6}$/.test(code.slice(2, 8))) {
    return refuse({ code: "credit-code-format", field: "creditCode", length: code.length });
  }
  if (code[17] !== checkCharacter(code)) return refuse({ code: "credit-code-check", field: "creditCode" });
  if (code[16] !== organisationCheck(code.slice(8, 16))) return refuse({ code: "credit-code-organisation-check", field: "creditCode" });
  return ok(code);
}

function checkCharacter(code: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)), 0);
  return ALPHABET[(31 - (sum % 31)) % 31];
}

function organisationCheck(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * ORGANISATION_ALPHABET.indexOf(code.charAt(index)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}
