import { and, count, eq, isNull } from "drizzle-orm";
import { type AreaChange, type AreaRow, areaChanges, listAreas, readArea } from "../../../db/repositories/areas";
import { may } from "../../domain/access/permissions";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { AssessmentKind } from "../../domain/case/parts/area-placement";
import type { Pack, Words } from "../../domain/pack/pack";
import type { Services } from "../services";

/** An area as a list shows it. */
export interface AreaView extends AreaRow {
  readonly state: "valid" | "expired" | "not-yet";
  readonly spareNames: readonly Words[];
  /** Projects that stand in it now. */
  readonly projects: number;
}

export interface AreasPage {
  readonly areas: readonly AreaView[];
  readonly mayWrite: boolean;
}

const stateOn = ({ validFrom, validTo }: AreaRow, today: CivilDay): AreaView["state"] =>
  today < validFrom ? "not-yet" : validTo !== null && today > validTo ? "expired" : "valid";

const itemName = (pack: Pack, code: string): Words => pack.items.find((item) => item.code === code)?.name ?? { zh: code, en: code };

/** The assessed areas of the centre by code, with the projects in them. 3 statements. */
export async function areasPage(services: Services, actor: Actor): Promise<AreasPage> {
  const { q, t } = services.db;
  const pack = await packOf(services, actor.centreId);
  const rows = await listAreas(q, t, actor.centreId);
  const counted = await q
    .select({ areaId: t.areaPlacement.areaId, n: count() })
    .from(t.areaPlacement)
    .where(and(eq(t.areaPlacement.centreId, actor.centreId), isNull(t.areaPlacement.endedOn)))
    .groupBy(t.areaPlacement.areaId);
  const projects = new Map(counted.map((row) => [row.areaId, Number(row.n)]));
  const today = services.today();
  return {
    areas: rows.map((row) => ({
      ...row,
      state: stateOn(row, today),
      spareNames: row.spares.map((code) => itemName(pack, code)),
      projects: projects.get(row.id) ?? 0,
    })),
    mayWrite: may(actor, "area:write"),
  };
}

/** What the form of an area offers: the items of the place that an assessment of an area may spare. */
export interface AreaForm {
  readonly today: CivilDay;
  readonly items: readonly { readonly code: string; readonly name: Words; readonly by: readonly AssessmentKind[] }[];
}

export interface AreaPage extends AreaForm {
  readonly area: AreaRow;
  readonly changes: readonly AreaChange[];
}

/** The form of a new area. 1 statement. */
export async function areaForm(services: Services, actor: Actor): Promise<AreaForm> {
  const pack = await packOf(services, actor.centreId);
  const items = pack.items.flatMap(({ code, name, areaAssessments: by }) => (by && by.length > 0 ? [{ code, name, by }] : []));
  return { today: services.today(), items };
}

/** One area with every state it ever had; null when the centre has none. 3 statements. */
export async function areaPage(services: Services, actor: Actor, areaId: string): Promise<AreaPage | null> {
  const { q, t } = services.db;
  const area = await readArea(q, t, actor.centreId, areaId);
  if (!area) return null;
  return { ...(await areaForm(services, actor)), area, changes: await areaChanges(q, t, actor.centreId, areaId) };
}

async function packOf({ db, pack }: Services, centreId: string): Promise<Pack> {
  const [centre] = await db.q.select({ packId: db.t.centre.packId }).from(db.t.centre).where(eq(db.t.centre.id, centreId));
  if (!centre) throw new Error(`no centre ${centreId}`);
  return pack(centre.packId);
}
