import type { Letter } from "../../../domain/case/letter";
import type { Signature } from "../../../domain/case/parts/signature";
import { standingSignature } from "../../../domain/case/signature";
import { formats } from "../../../i18n/formats";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import type { SignaturePlace } from "../../../pdf/papers/signatures";
import { letterDigest } from "../../letter-digest";
import type { PaperSource } from "./source";

/** The signature that stands under a letter; a letter becomes a paper only once it is signed. */
export function signatureOf({ state, subject }: PaperSource, letter: Letter | null): { readonly letter: Letter; readonly signature: Signature } {
  const signature = letter && standingSignature(state, letter.kind, subject.subjectId);
  if (!letter || !signature) throw new Error(`${subject.kind} is not signed`);
  return { letter, signature };
}

/**
 * Who signed when, from where and over which text. Where the facts of the case have changed since, the words printed are no longer those
 * that were signed: the record says so rather than put a signature under something else.
 */
export function signatureRecord({ t, locale }: PaperSource, letter: Letter, signature: Signature): readonly LetterBlock[] {
  const same = letterDigest(letter) === signature.digest;
  return [
    {
      is: "facts",
      title: t("paper.signature.record"),
      rows: [
        { label: t("paper.signature.name"), value: signature.typedName },
        { label: t("paper.signature.at"), value: formats(locale).dayTime(signature.signedAt) },
        { label: t("paper.signature.method"), value: t(`paper.signature.method.${signature.method}`) },
        { label: t("paper.signature.address"), value: signature.address ?? t("paper.none") },
        ...(signature.capacity === null
          ? []
          : [
              {
                label: t("paper.signature.capacity"),
                value: t(`paper.signature.capacity.${signature.capacity}`, { authorisation: signature.authorisation }),
                wide: true,
              },
            ]),
        { label: t("paper.signature.digest"), value: signature.digest, wide: true },
      ],
    },
    ...(same ? [] : [{ is: "box" as const, title: t("paper.signature.differs"), lines: [t("paper.signature.differs.text")] }]),
  ];
}

/** Places to sign under a letter of the enterprise: the signer's name as typed, and the seal of the enterprise. */
export const letterSignatures = ({ t, state, locale }: PaperSource, { typedName, signedAt }: Signature): readonly SignaturePlace[] => {
  const on = formats(locale).longDay(formats("zh-CN").dayTime(signedAt).slice(0, 10));
  const { enterpriseName } = state.project;
  return [
    { label: t("paper.sign.promiser"), name: typedName, on },
    { label: enterpriseName, name: enterpriseName, on, seal: true },
  ];
};
