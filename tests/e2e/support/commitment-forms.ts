import type { Form } from "./forms";
import { choice, day, NUMBER, text } from "./kinds";
import { HENGYANG } from "./people";
import type { As } from "./project";
import { type KeyProject, keyProject } from "./simulated";

const REASON = 500;
const { agent, manager } = HENGYANG;
/** Housing writes and checks the standards of these tests. */
export const HOUSING = "demo-hy-zj";
const ON = "2026-03-02";

/** Projects with a commitment in the states the forms need; made once per worker, changed by nobody. */
export interface Commitments {
  readonly bare: KeyProject;
  readonly proposed: KeyProject;
  readonly applicable: KeyProject;
}

/** Proposes a commitment for the project; the manager finds it applicable a day later where that is wanted. */
async function proposed(as: As, { projectNo }: KeyProject, appraised: boolean) {
  const base = `/desk/projects/${projectNo}/commitment`;
  await (await as(agent)).done(`${base}/proposal`, { on: ON });
  if (!appraised) return;
  await (await as(manager)).done(`${base}/appraisal`, { ruling: "applicable", reason: "工业项目，不在负面清单内", on: "2026-03-03" });
  await (await as(HOUSING)).done(`${base}/standard`, {
    indicator: "绿色建筑等级",
    condition: "按国家标准设计和施工",
    value: "一星",
    departmentCode: "zj",
    itemNo: "none",
    effect: "none",
    on: "2026-03-04",
  });
}

/** `worker` keeps the names apart. */
export async function makeCommitments(as: As, worker: number): Promise<Commitments> {
  const named = (what: string) => keyProject(as, `工业机器人整机${worker}区${what}`);
  const [bare, first, second] = [await named("一期"), await named("二期"), await named("三期")];
  await proposed(as, first, false);
  await proposed(as, second, true);
  return { bare, proposed: first, applicable: second };
}

const of = (which: keyof Commitments, noun: string, who: string, right: Form["right"], fields: Form["fields"]): Form => ({
  who,
  path: ({ commitments }) => `/desk/projects/${commitments[which].projectNo}/commitment/${noun}`,
  right,
  fields,
});

/** The acts on a project commitment that can be tried before it is in force. */
export const COMMITMENT_FORMS: Readonly<Record<string, Form>> = {
  "commitment proposal": of("bare", "proposal", agent, { on: "2026-03-16" }, { on: day("2026-02-01") }),
  "commitment appraisal": of(
    "proposed",
    "appraisal",
    manager,
    { ruling: "not-applicable", reason: "高耗能", on: "2026-03-16" },
    { ruling: choice, reason: text(REASON), on: day("2026-03-01") },
  ),
  "commitment standard": of(
    "applicable",
    "standard",
    HOUSING,
    { indicator: "结构安全", condition: "按强制性标准", value: "合格", departmentCode: "zj", itemNo: "none", effect: "none", on: "2026-03-16" },
    {
      indicator: text(NUMBER),
      condition: text(REASON),
      value: text(NUMBER),
      dueOn: { is: "day", optional: true, future: true, tooEarly: "2026-03-01" },
      departmentCode: choice,
      itemNo: choice,
      effect: choice,
      on: day("2026-03-01"),
    },
  ),
  "commitment standards": of(
    "applicable",
    "standards",
    HOUSING,
    { documentNo: "衡承标961", on: "2026-03-16" },
    { documentNo: text(NUMBER), on: day("2026-03-01") },
  ),
  "commitment exit": of("proposed", "exit", manager, { reason: "改走普通路径", on: "2026-03-16" }, { reason: text(REASON), on: day("2026-03-01") }),
};
