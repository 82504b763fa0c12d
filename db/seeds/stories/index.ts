import type { Story } from "../story";
import { dongyingEnterprise } from "./dongying-enterprise";
import { dongyingPublic } from "./dongying-public";
import { hengyangIndustry } from "./hengyang-industry";
import { hengyangPublic } from "./hengyang-public";
import { hengyangSmall } from "./hengyang-small";

/** Every demo project, in the order of their registration so that numbers rise with time. */
export const stories: readonly Story[] = [...hengyangIndustry, ...hengyangPublic, ...hengyangSmall, ...dongyingEnterprise, ...dongyingPublic].sort(
  (a, b) => a.registeredAt - b.registeredAt,
);
