import type { Key } from "../zh-CN";
import { account } from "./account";
import { acts } from "./acts";
import { admin } from "./admin";
import { areas } from "./areas";
import { components } from "./components";
import { desk } from "./desk";
import { findings } from "./findings";
import { forms } from "./forms";
import { gaps } from "./gaps";
import { guides } from "./guides";
import { letters } from "./letters";
import { materials } from "./materials";
import { packs } from "./packs";
import { papers } from "./papers";
import { passage } from "./passage";
import { portal } from "./portal";
import { project } from "./project";
import { publicPages } from "./public";
import { refusals } from "./refusals";
import { report } from "./report";
import { reviews } from "./reviews";
import { shell } from "./shell";
import { simulation } from "./simulation";
import { simulationActs } from "./simulation-acts";
import { timeline } from "./timeline";
import { windows } from "./windows";

export const en: Record<Key, string> = {
  ...account,
  ...acts,
  ...admin,
  ...areas,
  ...components,
  ...desk,
  ...findings,
  ...forms,
  ...gaps,
  ...guides,
  ...letters,
  ...materials,
  ...packs,
  ...papers,
  ...passage,
  ...portal,
  ...project,
  ...publicPages,
  ...refusals,
  ...report,
  ...reviews,
  ...shell,
  ...simulation,
  ...simulationActs,
  ...timeline,
  ...windows,
};
