import type { Key } from "../zh-CN";
import { account } from "./account";
import { acts } from "./acts";
import { admin } from "./admin";
import { common } from "./common";
import { desk } from "./desk";
import { portal } from "./portal";
import { project } from "./project";
import { publicPages } from "./public";
import { refusals } from "./refusals";
import { report } from "./report";
import { timeline } from "./timeline";

export const en: Record<Key, string> = {
  ...account,
  ...acts,
  ...admin,
  ...common,
  ...desk,
  ...portal,
  ...project,
  ...publicPages,
  ...refusals,
  ...report,
  ...timeline,
};
