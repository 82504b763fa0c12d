import { listAreas } from "../../../db/repositories/areas";
import { areas } from "../../../db/seeds/areas";
import type { CentreKey } from "../../../db/seeds/story";
import { uuidv7 } from "../../../db/uuid";
import { saveArea } from "../assessed-areas";
import type { Services } from "../services";
import type { Cast } from "./demo-cast";

/**
 * Writes the assessed areas of a demo centre that are not there yet, in its administrator's name.
 * @returns the areas of the centre: code → id
 */
export async function raiseDemoAreas(services: Services, centre: CentreKey, cast: Cast): Promise<ReadonlyMap<string, string>> {
  const wanted = areas.filter((area) => area.centre === centre);
  if (wanted.length === 0) return new Map();
  const admin = cast.inRole(centre, "admin");
  const known = () => listAreas(services.db.q, services.db.t, admin.centreId);
  const codes = new Set((await known()).map(({ areaCode }) => areaCode));
  for (const { facts } of wanted) {
    if (codes.has(facts.areaCode)) continue;
    const outcome = await saveArea(services, admin, facts, { areaId: null, idempotencyKey: uuidv7() });
    // Another story of the centre may have written it meanwhile.
    if (!outcome.ok && outcome.error.code !== "area-code-used")
      throw new Error(`the demo area ${facts.areaCode} was refused: ${JSON.stringify(outcome.error)}`);
  }
  return new Map((await known()).map(({ areaCode, id }) => [areaCode, id]));
}
