import { z } from "zod";
import type { CasesAsked } from "../../../application/queries/cases";
import type { Query } from "../../../web/paths";

/** A search longer than this is cut: the rest would narrow nothing. */
const MOST_CHARACTERS = 100;

/** The number of a project or of one of its items as it is printed or typed: HY-2026-0023, HY-2026-0023-11, HY20260023. */
const NUMBERS = [/^([a-z]{2,})-(\d{4})-(\d{4,})(?:-\d{2,})?$/i, /^([a-z]{2,})(\d{4})(\d{4})(?:-?\d{2,3})?$/i] as const;

/** The number of the project, where that is what was asked for: the list finds projects, whichever of the two papers was at hand. */
function projectNoIn(text: string): string | null {
  const [, centre, year, ordinal] = NUMBERS.map((shape) => shape.exec(text)).find((found) => found !== null) ?? [];
  return centre === undefined ? null : `${centre.toUpperCase()}-${year}-${ordinal}`;
}

/** Words and choices of the list as they stand in the address; what makes no sense is left out, never an error. */
const Asked = z.object({
  q: z
    .string()
    .trim()
    .refine((text) => !text.includes("\u0000"))
    .transform((text) => projectNoIn(text) ?? text.slice(0, MOST_CHARACTERS))
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
