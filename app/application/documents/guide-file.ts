import { createHash } from "node:crypto";
import { guideOf } from "../../domain/pack/guide";
import type { Pack } from "../../domain/pack/pack";
import { hasNoticeSample, hasPromiseSample, placeSamples } from "../../domain/pack/samples";
import { LOCALES, type Locale } from "../../i18n";
import { type LetterContent, letterPdf } from "../../pdf/papers/letter";
import { chosenCentre, type GuidePage, type PublicCentre, publicCentres, rulesOf, windowsFor } from "../queries/guides";
import type { Services } from "../services";
import { guideContent } from "./guide-content";
import { type GuideKind, guideNumber, isPlaceSample } from "./guide-number";
import { noticeSample, placeSample } from "./sample-content";

interface Address {
  /** Address at which a number is checked; printed and put into the QR. */
  verifyUrl(number: string): string;
}

export interface GuideOrder extends Address {
  readonly kind: GuideKind;
  /** Null for samples that are about no item. */
  readonly itemCode: string | null;
  readonly centreCode: string | null;
  readonly locale: Locale;
}

/** What something published is made from. */
interface Published {
  readonly kind: GuideKind;
  readonly centre: PublicCentre;
  readonly pack: Pack;
  /** Null for what is about no item. */
  readonly page: GuidePage | null;
}

/**
 * Something published as a file; null when there is no such centre or item, or nothing to sample because the place does not offer it.
 * Same rules and windows, same bytes: it is dated by the day its rules came into force, not by the reader's. 1 to 2 statements.
 */
export async function guideFile(services: Services, order: GuideOrder): Promise<{ readonly pdf: Buffer; readonly number: string } | null> {
  const centre = chosenCentre(await publicCentres(services), order.centreCode);
  const published = centre && (await publishedOf(services, centre, services.pack(centre.packId), order));
  return published ? drawn(published, order.locale, order) : null;
}

/** What of the rules of a centre is published under this kind and item; null where it is not. At most 1 statement. */
export async function publishedOf(
  services: Services,
  centre: PublicCentre,
  pack: Pack,
  { kind, itemCode }: Pick<GuideOrder, "kind" | "itemCode">,
): Promise<Published | null> {
  if (isPlaceSample(kind)) return itemCode === null && placeSamples(pack).includes(kind) ? { kind, centre, pack, page: null } : null;
  const guide = itemCode === null ? null : guideOf(pack, itemCode);
  if (!guide) return null;
  if (kind === "promise" && !hasPromiseSample(guide.item)) return null;
  if (kind === "notice" && !hasNoticeSample(pack, guide.item)) return null;
  return {
    kind,
    centre,
    pack,
    page: { centre, guide, windows: await windowsFor(services, centre, guide), rules: rulesOf(pack), noticeSample: hasNoticeSample(pack, guide.item) },
  };
}

function contentOf({ kind, centre, pack, page }: Published, locale: Locale): LetterContent {
  if (isPlaceSample(kind)) return placeSample(kind, { centre, pack, locale });
  if (!page) throw new Error(`${kind} is about an item`);
  return kind === "notice" ? noticeSample(page.guide, { centre, pack, locale }) : guideContent(kind, page, locale);
}

async function drawn(published: Published, locale: Locale, { verifyUrl }: Address) {
  const { kind, centre, pack, page } = published;
  const number = guideNumber(kind, centre.code, page?.guide.item.code ?? null, pack.digest);
  const content = contentOf(published, locale);
  const paper = { number, code: number, verifyUrl: verifyUrl(number), issuedAt: `${pack.validFrom}T00:00:00.000Z`, centre: content.issuer };
  return { pdf: await letterPdf({ kind: "letter", content, paper }), number };
}

/** SHA-256 of the file in every language, drawn as the rules it names and the windows of today give it. */
export const publishedDigests = (published: Published, address: Address): Promise<readonly string[]> =>
  Promise.all(
    LOCALES.map(async (locale) =>
      createHash("sha256")
        .update((await drawn(published, locale, address)).pdf)
        .digest("hex"),
    ),
  );
