import { and, asc, eq, isNull } from "drizzle-orm";
import { guideOf, type ItemGuide } from "../../domain/pack/guide";
import type { CatalogueItem, Pack, StageCode, Words } from "../../domain/pack/pack";
import { hasNoticeSample } from "../../domain/pack/samples";
import { STAGE_ORDER } from "../../domain/timeline/facts";
import type { Services } from "../services";
import { departmentOf } from "./item-view";

/** A centre as the public sees it. */
export interface PublicCentre {
  readonly id: string;
  readonly code: string;
  readonly name: Words;
  readonly packId: string;
}

/** Every centre of the installation, by code. 1 statement. */
export async function publicCentres({ db }: Services): Promise<readonly PublicCentre[]> {
  const { centre: c } = db.t;
  const rows = await db.q.select({ id: c.id, code: c.code, zh: c.nameZh, en: c.nameEn, packId: c.packId }).from(c).orderBy(asc(c.code));
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en } }));
}

/** The centre asked for by its code, or the only one there is. */
export const chosenCentre = (centres: readonly PublicCentre[], code: string | null): PublicCentre | null =>
  centres.find((centre) => centre.code === code?.toUpperCase()) ?? (centres.length === 1 && !code ? (centres[0] ?? null) : null);

/** A window at which an item is handed in. */
export interface PublicWindow {
  readonly code: string;
  readonly name: Words;
}

/** Which rules a public page is made from. */
export interface RulesInForce {
  readonly id: string;
  readonly name: Words;
  readonly digest: string;
  readonly validFrom: string;
  readonly basis: Pack["basis"];
}

export const rulesOf = ({ id, name, digest, validFrom, basis }: Pack): RulesInForce => ({ id, name, digest, validFrom, basis });

export interface GuideFilter {
  readonly q: string;
  readonly stage: string | null;
  readonly department: string | null;
}

export interface GuideLine {
  readonly code: string;
  readonly name: Words;
  readonly department: Words;
  readonly workingDays: number | null;
  readonly assumed: boolean;
  readonly core: number;
  readonly deferrable: number;
}

export interface GuideList {
  readonly centres: readonly PublicCentre[];
  readonly centre: PublicCentre | null;
  readonly filter: GuideFilter;
  readonly stages: readonly { readonly code: StageCode; readonly name: Words; readonly lines: readonly GuideLine[] }[];
  readonly departments: readonly { readonly code: string; readonly name: Words }[];
  readonly stageNames: readonly { readonly code: StageCode; readonly name: Words }[];
  readonly count: number;
  readonly rules: RulesInForce | null;
}

/** The items of a centre's rules by stage, cut by text, stage and deciding body. Without a centre only the choice of one. 1 statement. */
export async function guideList(services: Services, code: string | null, filter: GuideFilter): Promise<GuideList> {
  const centres = await publicCentres(services);
  const centre = chosenCentre(centres, code);
  if (!centre) return { centres, centre, filter, stages: [], departments: [], stageNames: [], count: 0, rules: null };
  const pack = services.pack(centre.packId);
  const found = pack.items.filter((item) => passes(pack, item, filter));
  const deciding = new Set(pack.items.map((item) => item.decidingDepartment));
  const named = (stage: StageCode): Words => pack.stages.find((one) => one.code === stage)?.name ?? { zh: stage, en: stage };
  return {
    centres,
    centre,
    filter,
    stages: STAGE_ORDER.map((stage) => ({
      code: stage,
      name: named(stage),
      lines: found.filter((item) => item.stage === stage).map((item) => lineOf(pack, item)),
    })).filter(({ lines }) => lines.length > 0),
    departments: pack.departments.filter((department) => deciding.has(department.code)).map(({ code: of, name }) => ({ code: of, name })),
    stageNames: STAGE_ORDER.map((stage) => ({ code: stage, name: named(stage) })),
    count: found.length,
    rules: rulesOf(pack),
  };
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

function passes(pack: Pack, item: CatalogueItem, { q, stage, department }: GuideFilter): boolean {
  if (stage && item.stage !== stage) return false;
  if (department && item.decidingDepartment !== department) return false;
  const asked = plain(q);
  if (asked === "") return true;
  const body = departmentOf(pack, item.decidingDepartment);
  const said = [item.code, item.name.zh, item.name.en, body.zh, body.en, ...item.coreMaterials, ...item.deferrableMaterials];
  return said.some((text) => plain(text).includes(asked));
}

const lineOf = (pack: Pack, item: CatalogueItem): GuideLine => ({
  code: item.code,
  name: item.name,
  department: departmentOf(pack, item.decidingDepartment),
  workingDays: item.committed.value,
  assumed: item.committed.assumed,
  core: item.coreMaterials.length + (item.deferralAllowed ? 0 : item.deferrableMaterials.length),
  deferrable: item.deferralAllowed ? item.deferrableMaterials.length : 0,
});

export interface GuidePage {
  readonly centre: PublicCentre;
  readonly guide: ItemGuide;
  readonly windows: readonly PublicWindow[];
  readonly rules: RulesInForce;
  /** There is a blank notice-commitment letter of it. */
  readonly noticeSample: boolean;
}

/** The guide of one item at one centre; null when there is no such centre or item. 2 statements. */
export async function guidePage(services: Services, itemCode: string, centreCode: string | null): Promise<GuidePage | null> {
  const centre = chosenCentre(await publicCentres(services), centreCode);
  if (!centre) return null;
  const pack = services.pack(centre.packId);
  const guide = guideOf(pack, itemCode);
  if (!guide) return null;
  return { centre, guide, windows: await windowsFor(services, centre, guide), rules: rulesOf(pack), noticeSample: hasNoticeSample(pack, guide.item) };
}

/** Open windows of the centre that accept the item: of a kind that may, and for its department or for all. 1 statement. */
export async function windowsFor({ db }: Services, centre: PublicCentre, { item, windows }: ItemGuide): Promise<readonly PublicWindow[]> {
  const { serviceWindow: w } = db.t;
  const rows = await db.q
    .select({ code: w.code, zh: w.nameZh, en: w.nameEn, kind: w.kindCode, departments: w.departmentCodes })
    .from(w)
    .where(and(eq(w.centreId, centre.id), isNull(w.closedOn)))
    .orderBy(asc(w.code));
  const kinds = new Set(windows.map((kind) => kind.code));
  return rows
    .filter(({ kind, departments }) => (kind === null || kinds.has(kind)) && (departments.length === 0 || departments.includes(item.decidingDepartment)))
    .map(({ code, zh, en }) => ({ code, name: { zh, en } }));
}
