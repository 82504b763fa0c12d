/** The colours of the pages (app/styles) on paper. White ground, one accent; a colour always stands beside a word and a mark. */
export const ink = {
  text: "#16202b",
  soft: "#4a5866",
  faint: "#6b7885",
  line: "#d8dfe7",
  hair: "#eaeef3",
  wash: "#f5f7fa",
  navy: "#10294a",
  accent: "#1a5fb4",
  ended: "#9fb6cf",
  ok: "#0b5132",
  okBar: "#2f9e64",
  warn: "#5c3a00",
  warnBar: "#e0a100",
  late: "#7a0b12",
  lateBar: "#c8242f",
  hold: "#24384f",
  holdBar: "#7b8fa6",
  sim: "#1d4f91",
  simBar: "#5b8fd0",
  simWash: "#e6effa",
} as const;

/** A4 portrait and its margins, in points. */
export const page = { width: 595.28, height: 841.89, left: 45, right: 45, top: 46, bottom: 54 } as const;
