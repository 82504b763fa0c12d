import type { Story } from "../story";
import { dongyingEnterprise } from "./dongying-enterprise";
import { dongyingPublic } from "./dongying-public";
import { fuxin } from "./fuxin";
import { hengyangCommitment } from "./hengyang-commitment";
import { hengyangDesk } from "./hengyang-desk";
import { hengyangIndustry } from "./hengyang-industry";
import { hengyangKey } from "./hengyang-key";
import { hengyangNotice } from "./hengyang-notice";
import { hengyangPublic } from "./hengyang-public";
import { hengyangSmall } from "./hengyang-small";
import { kecheng } from "./kecheng";
import { passage } from "./passage";
import { zibo } from "./zibo";

/** Every demo project, in the order of their registration so that numbers rise with time. */
export const stories: readonly Story[] = [
  ...hengyangCommitment,
  ...hengyangDesk,
  ...hengyangIndustry,
  ...hengyangKey,
  ...hengyangNotice,
  ...hengyangPublic,
  ...hengyangSmall,
  ...dongyingEnterprise,
  ...dongyingPublic,
  ...fuxin,
  ...kecheng,
  ...passage,
  ...zibo,
].sort((a, b) => a.registeredAt - b.registeredAt);
