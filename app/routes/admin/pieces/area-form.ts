import { z } from "zod";
import { type AreaFacts, ASSESSMENT_KINDS, type AssessmentKind } from "../../../domain/case/parts/area-placement";
import { field, hidden } from "../../../web/form";

const isKind = (text: string): text is AssessmentKind => ASSESSMENT_KINDS.some((kind) => kind === text);

/** What the form of an assessed area posts; `codes` are the items of the place that it offers. */
export const areaSchema = (codes: readonly string[]) =>
  z.object({
    areaCode: field.text(40),
    nameZh: field.text(120),
    nameEn: field.optionalText(120),
    assessments: field
      .many()
      .refine((kinds) => kinds.length > 0 && kinds.every(isKind), "form.choose")
      .transform((kinds) => kinds.filter(isKind)),
    spares: field.many().refine((chosen) => chosen.length > 0 && chosen.every((code) => codes.includes(code)), "form.choose"),
    validFrom: field.day(),
    validTo: field.optionalDay(),
    sourceDocument: field.text(300),
    ...hidden,
  });

/** The facts of the area as typed; without an English name the Chinese one stands. */
export function areaTyped({
  areaCode,
  nameZh,
  nameEn,
  assessments,
  spares,
  validFrom,
  validTo,
  sourceDocument,
}: z.output<ReturnType<typeof areaSchema>>): AreaFacts {
  return { areaCode, nameZh, nameEn: nameEn ?? nameZh, assessments, spares, validFrom, validTo, sourceDocument };
}
