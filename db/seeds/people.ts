import type { Role } from "../../app/domain/case/context";
import type { CentreKey } from "./story";

/** Sign-in names of demo people start with this; a production start that finds one refuses to serve. */
export const DEMO_PREFIX = "demo-";
/** One simple password for every demo person. */
export const DEMO_PASSWORD = "daiban-demo";

/** A demo person with one role in one centre. */
export interface DemoPerson {
  readonly signInName: string;
  readonly name: string;
  readonly role: Role;
  readonly centre: CentreKey;
  /** Reviewers only. */
  readonly departmentCode: string | null;
  /** Investors only: credit codes of the enterprises they act for. */
  readonly creditCodes: readonly string[];
  /** One of the few sign-ins that are printed at the start of the demo. */
  readonly listed: boolean;
}

/** Departments whose first reviewer is printed: the ones with most to do. A centre that is not named prints its officer only. */
const LISTED_DEPARTMENTS: Readonly<Partial<Record<CentreKey, readonly string[]>>> = { HY: ["zr", "st"], DY: ["spj", "zj"] };
const isListed = (centre: CentreKey, role: Role, suffix: string, departmentCode: string | null): boolean => {
  const departments = LISTED_DEPARTMENTS[centre];
  if (!departments) return role === "agent";
  return departmentCode === null || (suffix === departmentCode && departments.includes(departmentCode));
};

const person = (
  centre: CentreKey,
  role: Role,
  suffix: string,
  name: string,
  departmentCode: string | null = null,
  creditCodes: readonly string[] = [],
): DemoPerson => ({
  signInName: `${DEMO_PREFIX}${centre.toLowerCase()}-${suffix}`,
  name,
  role,
  centre,
  departmentCode,
  creditCodes,
  listed: isListed(centre, role, suffix, departmentCode),
});

const staff = (
  centre: CentreKey,
  names: Readonly<Partial<Record<"agent" | "intake" | "issuing" | "manager" | "supervisor" | "admin", string>>>,
): readonly DemoPerson[] => (Object.entries(names) as [keyof typeof names, string][]).map(([role, name]) => person(centre, role, role, name));

/** Two reviewers for a department where both are named: one examines, the other checks, so that no step follows the same hand. */
const reviewers = (centre: CentreKey, names: Readonly<Record<string, readonly [string, string]>>): readonly DemoPerson[] =>
  Object.entries(names).flatMap(([department, [first, second]]) => [
    person(centre, "reviewer", department, first, department),
    person(centre, "reviewer", `${department}2`, second, department),
  ]);

export const people: readonly DemoPerson[] = [
  ...staff("HY", { agent: "李敏", intake: "周倩", issuing: "罗海燕", manager: "唐建国", supervisor: "贺正平", admin: "谭磊" }),
  person("HY", "agent", "agent2", "王芳"),
  person("HY", "manager", "manager2", "邹敏华"),
  ...reviewers("HY", {
    fg: ["欧阳峰", "易思源"],
    gx: ["雷振宇", "卜一鸣"],
    zr: ["肖文博", "旷晓琳"],
    bdc: ["刘玉梅", "戴志勇"],
    zf: ["廖志强", "屈小平"],
    st: ["蒋雪晴", "尹向东"],
    sl: ["何清泉", "凌波"],
    ga: ["彭卫东", "全胜利"],
    cg: ["龙建华", "资小兵"],
    rf: ["段守平", "阳春晖"],
    zj: ["邓国梁", "谢雨桐"],
    rs: ["匡小红", "祝安康"],
    da: ["颜如玉", "莫存义"],
    qx: ["曹望云", "封小雷"],
    yj: ["阳安民", "成守正"],
    sw: ["申明远", "谷雨晴"],
    ly: ["林茂森", "木青云"],
    cz: ["钱润生", "宁静怡"],
  }),
  person("HY", "investor", "investor", "陈志远", null, ["91430400MA4H20027E", "91430400MA4D71373U", "91430400MA4D727473"]),
  person("HY", "investor", "investor2", "胡宗明", null, ["91430400MA4D7411XG", "12430400MB1D71371A"]),

  ...staff("DY", { agent: "王立新", intake: "李春燕", issuing: "韩雪", manager: "孙志刚", supervisor: "隋明亮", admin: "尚晓东" }),
  ...reviewers("DY", {
    spj: ["张海波", "綦美玲"],
    fg: ["宋振华", "巴文静"],
    gx: ["董新民", "晋小工"],
    zr: ["高明远", "盖晓东"],
    bdc: ["马秀云", "苟立军"],
    zf: ["徐保国", "邢春雷"],
    st: ["郭清雅", "薄海涛"],
    sl: ["田润泽", "聂小河"],
    ga: ["赵永安", "路平"],
    cg: ["毕城", "初晓明"],
    rf: ["石卫国", "岳守义"],
    zj: ["刘建功", "蔺安居"],
    rs: ["吕慧敏", "牟勤"],
    da: ["季存真", "綦文档"],
  }),
  person("DY", "investor", "investor", "燕国栋", null, ["91370502MA3D81131K", "91370502MA3D822650"]),

  ...staff("FX", { agent: "佟立群", intake: "白晓光", issuing: "鞠红", manager: "关振国", admin: "那明" }),
  ...reviewers("FX", { spj: ["赫连成", "佟雅琴"], fg: ["崔广林", "卜玉兰"], gx: ["单志军", "巴特尔"] }),
  person("FX", "investor", "investor", "韩铁军", null, ["91210900MA0Y57207E"]),

  ...staff("KC", { agent: "郑晓芸", intake: "徐丽君", issuing: "吾晨", manager: "毛建新", admin: "祝宇" }),
  ...reviewers("KC", { fg: ["姜永平", "余娟"], zr: ["叶青松", "方洁"], st: ["江碧波", "汪洋"], zj: ["程建安", "蓝筱"], bdc: ["童安", "周衡"] }),
  person("KC", "investor", "investor", "翁国梁", null, ["91330802MA29W3108X"]),

  ...staff("ZB", { agent: "孟祥瑞", intake: "翟云", issuing: "司书敏", manager: "巩建国", admin: "亓伟" }),
  ...reviewers("ZB", {
    fg: ["国庆丰", "边振华"],
    gh: ["伊绘", "车图南"],
    gt: ["田守土", "岳平"],
    ly: ["林成荫", "桑榆"],
    st: ["齐清", "庄静波"],
    sl: ["于淼", "柴河"],
  }),
  person("ZB", "investor", "investor", "焦鹏程", null, ["91370300MA3C81501D"]),
];
