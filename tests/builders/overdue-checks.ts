import type { ProjectFacts } from "../../app/domain/case/commands";
import { industry } from "../../db/seeds/screening";
import type { Story } from "../../db/seeds/story";
import { onTheSpot, planned, story } from "../../db/seeds/telling";
import { commitmentProposed, foundApplicable, promisedAndPublic, putInForce, standardsHandedDown } from "../../db/seeds/telling-commitment";
import { checkDaySet, grantedOnPromise, promised, told } from "../../db/seeds/telling-notice";

const centre = "HY" as const;
const agent = "demo-hy-agent";

const project = (name: string, projectCode: string): ProjectFacts => ({
  name,
  category: "IND",
  projectCode,
  enterpriseName: "衡阳华拓机械有限公司",
  creditCode: "91430400MA4H20027E",
  legalRepresentative: "陈志远",
  contactName: "陈志远",
  contactPhone: "13800007101",
  site: "衡阳高新区蒸水大道北侧",
  investmentWan: 4300,
  keyProject: false,
  greenChannel: false,
  attractedInvestment: false,
});

/** In force, and nobody set a day for the check that comes next. */
const undated = story(
  { key: "test-commitment-undated", centre, agent, registeredAt: -30, project: project("液压泵体项目", "2601-430400-04-01-710011") },
  planned(-29, industry({ eia: "form" })),
  commitmentProposed(-28),
  foundApplicable(-27, "工业项目，不在负面清单内"),
  standardsHandedDown(-26, [
    {
      department: "zj",
      indicator: "施工许可条件",
      condition: "施工、监理单位已确定，资金、质量安全措施已落实",
      value: "开工前全部到位",
      dueIn: null,
      item: "construction-permit",
      effect: "at-once",
    },
  ]),
  promisedAndPublic(-25, "zj", "高新区政务公开栏"),
  putInForce(-17, [
    { point: "before-start", days: null },
    { point: "construction", days: 90 },
    { point: "completion", days: null },
    { point: "operation", days: null },
  ]),
);

const SAFETY = [{ zh: "施工、监理合同已签订", en: "Builder and supervisor are under contract", shownBy: "合同", manner: "合同已签" }] as const;

/** Granted on a promise whose check should have been made five working days ago. */
const overdue = story(
  { key: "test-notice-overdue", centre, agent, registeredAt: -40, project: project("电机壳体项目", "2601-430400-04-01-710028") },
  planned(-39, industry({ eia: "form" })),
  onTheSpot(-38, "陈志远", "project-code", "ent-filing"),
  told(-30, "quality-safety", SAFETY),
  promised(-29, "quality-safety", SAFETY),
  grantedOnPromise(-28, "quality-safety"),
  checkDaySet(-27, "quality-safety", 22, "开工在即，一个月内核查"),
);

/** What the demo does not tell: checks at a point that comes next without a day, and of a permit after its day. */
export const overdueChecks: readonly Story[] = [undated, overdue];
