import type { CheckPoint } from "../domain/case/parts/project-commitment";
import type { Translate } from "./index";

/** Facts by which sentences name a supervision point and the check there: the final verification is no check of its name, it is one. */
export const pointWords = (t: Translate, point: CheckPoint | null): { readonly point: string; readonly check: string } =>
  point === null ? { point: "", check: "" } : { point: t(`commitment.point.${point}`), check: t(`commitment.point-check.${point}`) };
