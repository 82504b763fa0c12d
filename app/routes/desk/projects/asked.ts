import { z } from "zod";
import type { CasesAsked } from "../../../application/queries/cases";
import type { Query } from "../../../web/paths";

/** Words and choices of the list as they stand in the address; what makes no sense is left out, never an error. */
const Asked = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !text.includes("\u0000"))
    .catch(""),
  light: z.enum(["late", "warn", "paused", "ok"]).nullable().catch(null),
  status: z.enum(["registered", "planned", "running", "completed"]).nullable().catch(null),
  category: z.enum(["GOV", "SOC", "LANDPLAN", "SMALL", "IND", "TECH"]).nullable().catch(null),
  agent: z
    .union([z.literal("none"), z.uuid()])
    .nullable()
    .catch(null),
  sort: z.enum(["updated", "due", "name", "number"]).catch("updated"),
  way: z.enum(["up", "down"]).nullable().catch(null),
  after: z.string().max(400).nullable().catch(null),
  before: z.string().max(400).nullable().catch(null),
});

/** Newest first for changes and numbers; soonest and alphabetical for the others. */
export const FIRST_WAY = { updated: "down", number: "down", due: "up", name: "up" } as const;

export function readAsked(search: URLSearchParams): CasesAsked {
  const get = (name: string) => search.get(name) || null;
  const asked = Asked.parse({
    q: search.get("q") ?? "",
    light: get("light"),
    status: get("status"),
    category: get("category"),
    agent: get("agent"),
    sort: get("sort"),
    way: get("way"),
    after: get("after"),
    before: get("before"),
  });
  return { ...asked, way: asked.way ?? FIRST_WAY[asked.sort] };
}

/** The address's query for the same list with something changed; a change starts again on the first page. */
export function queryOf(asked: CasesAsked, change: Partial<CasesAsked> = {}): Query {
  const { q, light, status, category, agent, sort, way } = { ...asked, ...change };
  return {
    q,
    light,
    status,
    category,
    agent,
    sort: sort === "updated" ? null : sort,
    way: way === FIRST_WAY[sort] ? null : way,
    after: change.after ?? null,
    before: change.before ?? null,
  };
}
