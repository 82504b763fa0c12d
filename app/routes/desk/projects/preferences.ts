import { FIRST_HIDDEN, HIDEABLE } from "./columns";

/** How somebody likes the list drawn: remembered by their browser, never part of what is asked of the list. */
export interface ListPreferences {
  readonly density: "compact" | "standard";
  readonly hidden: readonly string[];
}

const COOKIE = "list";
const SECONDS = 365 * 24 * 3600;

/** From the address where somebody just chose, else from the cookie. `list=standard.agent.paused` */
export function readPreferences(request: Request): { readonly preferences: ListPreferences; readonly cookie: string | null } {
  const { searchParams } = new URL(request.url);
  const [density, ...hidden] = (
    new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z.]{1,200})`).exec(request.headers.get("Cookie") ?? "")?.[1] ?? ["compact", ...FIRST_HIDDEN].join(".")
  ).split(".");
  const known = { density: density === "standard" ? ("standard" as const) : ("compact" as const), hidden: hideable(hidden) };
  if (!searchParams.has("density") && !searchParams.has("columns")) return { preferences: known, cookie: null };
  const shown = searchParams.getAll("column");
  const preferences: ListPreferences = {
    density: searchParams.has("density") ? (searchParams.get("density") === "standard" ? "standard" : "compact") : known.density,
    hidden: searchParams.has("columns") ? HIDEABLE.map((column) => column.id).filter((id) => !shown.includes(id)) : known.hidden,
  };
  return { preferences, cookie: `${COOKIE}=${[preferences.density, ...preferences.hidden].join(".")}; Path=/desk; Max-Age=${SECONDS}; SameSite=Lax; HttpOnly` };
}

const hideable = (ids: readonly string[]): readonly string[] => ids.filter((id) => HIDEABLE.some((column) => column.id === id));
