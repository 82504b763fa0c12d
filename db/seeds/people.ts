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

/** Departments whose first reviewer is printed: the ones with most to do. */
const LISTED_DEPARTMENTS: Readonly<Record<CentreKey, readonly string[]>> = { HY: ["zr", "st"], DY: ["spj", "zj"] };

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
  listed: departmentCode === null || (suffix === departmentCode && LISTED_DEPARTMENTS[centre].includes(departmentCode)),
});

const staff = (
  centre: CentreKey,
  names: Readonly<Record<"agent" | "intake" | "issuing" | "manager" | "supervisor" | "admin", string>>,
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
];
