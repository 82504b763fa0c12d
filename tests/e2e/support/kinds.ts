/** What a control takes, which says what is wrong for it. */
export type Kind =
  | { readonly is: "text"; readonly max: number; readonly optional?: true }
  | { readonly is: "lines"; readonly optional?: true }
  | { readonly is: "day"; readonly optional?: true; readonly future?: true; readonly tooEarly?: string }
  | { readonly is: "choice"; readonly optional?: true }
  | { readonly is: "whole"; readonly optional?: true };

export const text = (max: number): Kind => ({ is: "text", max });
export const optionalText = (max: number): Kind => ({ is: "text", max, optional: true });
export const day = (tooEarly?: string): Kind => ({ is: "day", tooEarly });
export const choice: Kind = { is: "choice" };
/** A choice that may be left open. */
export const optionalChoice: Kind = { is: "choice", optional: true };
const REASON = 500;
export const NUMBER = 120;

/** One wrong value, and what the sentence at the field says of it in Chinese. */
interface Wrong {
  readonly what: string;
  readonly value: string;
  readonly says: RegExp;
  readonly status: 400 | 409;
}

export const NUL = String.fromCharCode(0);

export function wrongFor(kind: Kind): readonly Wrong[] {
  const wrong = (what: string, value: string, says: RegExp, status: 400 | 409 = 400): Wrong => ({ what, value, says, status });
  const missing = "optional" in kind && kind.optional ? [] : [wrong("missing", "", /^请(填写|选择)/), wrong("only spaces", "  　 ", /^请(填写|选择)/)];
  switch (kind.is) {
    case "text":
      return [
        ...missing,
        wrong("one character too long", "长".repeat(kind.max + 1), new RegExp(`不能超过 ${kind.max} 个字符`)),
        wrong("NUL", `a${NUL}b`, /无法保存的字符/),
      ];
    case "lines":
      return [
        ...missing,
        wrong("a line too long", `第一条\n${"长".repeat(REASON + 1)}`, /不能超过 500 个字符/),
        wrong("31 lines", Array.from({ length: 31 }, (_, index) => `第${index + 1}条`).join("\n"), /不能超过 30 条/),
      ];
    case "day":
      return [
        ...missing,
        wrong("a day that does not exist", "2026-02-30", /实际存在的日期/),
        wrong("words", "上周五", /实际存在的日期/),
        wrong("another order", "03/02/2026", /实际存在的日期/),
        ...(kind.future ? [] : [wrong("tomorrow", "2026-03-17", /不能晚于今天/)]),
        ...(kind.tooEarly ? [wrong("too early a day", kind.tooEarly, /^(.+：)?日期不能早于/, 409)] : []),
      ];
    case "choice":
      return [...missing.slice(0, 1), wrong("an unknown code", "no-such-code", /^请选择/)];
    case "whole":
      return [
        ...missing,
        wrong("words", "十", /须为整数/),
        wrong("half", "1.5", /须为整数/),
        wrong("negative", "-1", /不能小于/),
        wrong("too many", "99999", /不能大于/),
      ];
  }
}

/** Texts that are right and must come back and be stored as they are. */
export const HOSTILE = `<script>alert(1)</script>'; DROP TABLE project;-- "&amp;</textarea> مرحبا \u202Eabc\u202C 👩🏽‍💼🏗️ 𠮷`;
