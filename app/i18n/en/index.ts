import type { Key } from "../zh-CN";
import { account } from "./account";
import { acts } from "./acts";
import { admin } from "./admin";
import { areas } from "./areas";
import { board } from "./board";
import { commitmentActs } from "./commitment-acts";
import { commitmentHistory } from "./commitment-history";
import { commitmentPapers } from "./commitment-papers";
import { components } from "./components";
import { desk } from "./desk";
import { evidence } from "./evidence";
import { explanations } from "./explanations";
import { findings } from "./findings";
import { forms } from "./forms";
import { gaps } from "./gaps";
import { guides } from "./guides";
import { letters } from "./letters";
import { managerDesk } from "./manager-desk";
import { materials } from "./materials";
import { nextSteps } from "./next-steps";
import { noticeCommitments } from "./notice-commitments";
import { packs } from "./packs";
import { papers } from "./papers";
import { passage } from "./passage";
import { portal } from "./portal";
import { project } from "./project";
import { projectCommitment } from "./project-commitment";
import { publicPages } from "./public";
import { refusals } from "./refusals";
import { report } from "./report";
import { reviews } from "./reviews";
import { samples } from "./samples";
import { shell } from "./shell";
import { signing } from "./signing";
import { simulation } from "./simulation";
import { simulationActs } from "./simulation-acts";
import { simulationPapers } from "./simulation-papers";
import { timeline } from "./timeline";
import { timelineMarks } from "./timeline-marks";
import { underWay } from "./under-way";
import { windows } from "./windows";

export const en: Record<Key, string> = {
  ...account,
  ...acts,
  ...admin,
  ...areas,
  ...board,
  ...commitmentActs,
  ...commitmentHistory,
  ...commitmentPapers,
  ...components,
  ...desk,
  ...evidence,
  ...explanations,
  ...findings,
  ...forms,
  ...gaps,
  ...guides,
  ...letters,
  ...managerDesk,
  ...materials,
  ...nextSteps,
  ...noticeCommitments,
  ...packs,
  ...papers,
  ...passage,
  ...portal,
  ...project,
  ...projectCommitment,
  ...publicPages,
  ...refusals,
  ...report,
  ...reviews,
  ...samples,
  ...shell,
  ...signing,
  ...simulation,
  ...simulationActs,
  ...simulationPapers,
  ...timeline,
  ...timelineMarks,
  ...underWay,
  ...windows,
};
