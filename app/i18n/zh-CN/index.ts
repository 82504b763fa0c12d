import { account } from "./account";
import { acts } from "./acts";
import { admin } from "./admin";
import { areas } from "./areas";
import { common } from "./common";
import { desk } from "./desk";
import { findings } from "./findings";
import { gaps } from "./gaps";
import { guides } from "./guides";
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
import { simulation } from "./simulation";
import { timeline } from "./timeline";
import { windows } from "./windows";

export const zh = {
  ...account,
  ...acts,
  ...admin,
  ...areas,
  ...common,
  ...desk,
  ...findings,
  ...gaps,
  ...guides,
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
  ...simulation,
  ...timeline,
  ...windows,
} as const;

export type Key = keyof typeof zh;
