import type { CentreKey } from "./story";

/** A demo centre: one row of `centre`, with the pack its projects are registered under. */
export interface DemoCentre {
  readonly code: CentreKey;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly regionCode: string;
  readonly level: "city" | "county";
  readonly packId: string;
  /** What stands before 〔year〕 in the paper numbers of the demo, per department; other departments use `papers.centre`. */
  readonly papers: Readonly<Record<string, string>> & { readonly centre: string };
}

export const centres: readonly DemoCentre[] = [
  {
    code: "HY",
    nameZh: "衡阳市项目建设代办中心",
    nameEn: "Hengyang Project Agency Centre",
    regionCode: "430400",
    level: "city",
    packId: "hengyang-2018",
    papers: {
      centre: "衡政务",
      fg: "衡发改审",
      gx: "衡工信备",
      zr: "衡自然资规",
      bdc: "衡不动产",
      st: "衡环审",
      sl: "衡水许",
      zj: "衡住建",
      rf: "衡人防",
      cg: "衡城管许",
      ga: "衡公交审",
      qx: "衡气许",
      da: "衡城档验",
      rs: "衡人社",
    },
  },
  {
    code: "DY",
    nameZh: "东营区政务服务中心投资项目代办处",
    nameEn: "Dongying District Investment Project Agency Office",
    regionCode: "370502",
    level: "county",
    packId: "dongying-2019",
    papers: {
      centre: "东区政务",
      spj: "东区审",
      fg: "东区发改",
      zr: "东区自资",
      bdc: "东区不动产",
      st: "东环东分审",
      zj: "东区建",
      rf: "东区防",
      ga: "东区公交",
    },
  },
  {
    code: "FX",
    nameZh: "阜新市行政服务中心",
    nameEn: "Fuxin Administrative Service Centre",
    regionCode: "210900",
    level: "city",
    packId: "fuxin-2019",
    papers: { centre: "阜行服", spj: "阜营审", fg: "阜发改", gx: "阜工信备" },
  },
  {
    code: "KC",
    nameZh: "柯城区投资项目代办服务中心",
    nameEn: "Kecheng District Investment Agency Centre",
    regionCode: "330802",
    level: "county",
    packId: "kecheng-2023",
    papers: { centre: "柯政务", fg: "柯发改备", zr: "衢资规柯", st: "衢环柯备", bdc: "柯不动产" },
  },
  {
    code: "ZB",
    nameZh: "淄博市政务服务中心投资服务办公室",
    nameEn: "Zibo Investment Service Office",
    regionCode: "370300",
    level: "city",
    packId: "zibo-2017",
    papers: { centre: "淄政务投", fg: "淄发改备", gh: "淄规", gt: "淄国土资", st: "淄环审", sl: "淄水保", ly: "淄林资" },
  },
];

/** What a demo paper is: a decision of a department, an acceptance notice, or one of the window's or department's other notices. */
export type PaperKind = "decision" | "acceptance" | "correction" | "procedure" | "deferral" | "promise" | "letter" | "upper" | "merged";

const PAPER_WORD: Readonly<Record<PaperKind, string>> = {
  decision: "",
  acceptance: "受",
  correction: "告",
  procedure: "特",
  deferral: "容",
  promise: "诺",
  letter: "转",
  upper: "省受",
  merged: "联审",
};

/** Number of a demo paper, e.g. 衡自然资规〔2026〕705号; the window's papers carry the centre's name. */
export function paperNo(centre: DemoCentre, kind: PaperKind, departmentCode: string, year: string, running: number): string {
  const own = kind === "decision" || kind === "procedure" || kind === "letter" ? centre.papers[departmentCode] : undefined;
  return `${own ?? centre.papers.centre}${PAPER_WORD[kind]}〔${year}〕${running}号`;
}
