import { loadCase } from "../../../db/repositories/case-rows";
import type { Actor } from "../../domain/case/context";
import type { Services } from "../services";
import type { CaseInView } from "./project-case";

/** The case with this number when it belongs to an enterprise the investor acts for; else null, as if there were none. */
export async function ownCase(services: Services, actor: Actor, projectNo: string): Promise<CaseInView | null> {
  const loaded = await loadCase(services.db, actor.centreId, { projectNo });
  if (!loaded || !actor.enterpriseIds.includes(loaded.state.project.enterpriseId)) return null;
  return {
    state: loaded.state,
    pack: services.pack(loaded.state.project.packDigest),
    calendar: services.calendarOf(actor.centreId),
    today: services.today(),
    actor,
  };
}
