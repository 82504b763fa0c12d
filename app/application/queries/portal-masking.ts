/** 张*明, 李*: the first character, and the last of a longer name. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length < 2) return letters.length === 0 ? "" : "*";
  return letters.length === 2 ? `${letters[0]}*` : `${letters[0]}${"*".repeat(letters.length - 2)}${letters.at(-1)}`;
}

/** 138****1402: the first three and last four digits; all stars when the number is shorter than that. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 8 ? "*".repeat(digits.length) : `${digits.slice(0, 3)}${"*".repeat(digits.length - 7)}${digits.slice(-4)}`;
}
