/** Every address of the product. Pages, redirects and papers build addresses here and nowhere else. */

export type Query = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

/** `path` with the query; empty, false and absent values are left out. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === false || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Pages inside one project; the overview has no tab of its own. */
export type ProjectTab = "stages" | "timeline" | "history" | "plan" | "screening" | "agent" | "note" | "review" | "opinion";

/** State-change pages of an item, nouns as in the address. */
export type ActNoun =
  | "receipt"
  | "correction"
  | "supply"
  | "acceptance"
  | "refusal"
  | "review"
  | "step"
  | "procedure"
  | "procedure-end"
  | "extension"
  | "extension-ruling"
  | "decision"
  | "issue"
  | "delivery"
  | "withdrawal"
  | "milestone"
  | "entry-correction"
  | "second-correction"
  | "note";

const e = encodeURIComponent;

export const paths = {
  home: () => "/",
  signIn: (next?: string | null) => withQuery("/sign-in", { next }),
  signInRole: (next?: string | null) => withQuery("/sign-in/role", { next }),
  signOut: () => "/sign-out",
  language: () => "/language",
  progress: () => "/progress",
  verify: (code?: string) => (code ? `/verify/${e(code)}` : "/verify"),
  desk: {
    today: (query?: Query) => withQuery("/desk", query),
    department: (query?: Query) => withQuery("/desk/department", query),
    projects: (query?: Query) => withQuery("/desk/projects", query),
    newProject: (query?: Query) => withQuery("/desk/projects/new", query),
    project: (projectNo: string) => `/desk/projects/${e(projectNo)}`,
    projectTab: (projectNo: string, tab: ProjectTab, query?: Query) => withQuery(`/desk/projects/${e(projectNo)}/${tab}`, query),
    report: (projectNo: string, lang?: string | null) => withQuery(`/desk/projects/${e(projectNo)}/report.pdf`, { lang }),
    item: (itemNo: string) => `/desk/items/${e(itemNo)}`,
    itemDate: (itemNo: string, query?: Query) => withQuery(`/desk/items/${e(itemNo)}/date`, query),
    act: (itemNo: string, act: ActNoun, query?: Query) => withQuery(`/desk/items/${e(itemNo)}/${act}`, query),
    stageAcceptance: (projectNo: string, stage: string) => `/desk/stages/${e(projectNo)}/${e(stage)}/acceptance`,
  },
  portal: {
    home: () => "/portal",
    project: (projectNo: string) => `/portal/projects/${e(projectNo)}`,
    report: (projectNo: string, lang?: string | null) => withQuery(`/portal/projects/${e(projectNo)}/report.pdf`, { lang }),
  },
  admin: {
    packs: () => "/admin/packs",
    pack: (packId: string) => `/admin/packs/${e(packId)}`,
    calendars: () => "/admin/calendars",
    calendar: (year: number) => `/admin/calendars/${year}`,
  },
} as const;

/**
 * A path of this site to return to, or the fallback. Refuses other sites (`//host`, `/\host`, full addresses),
 * so a link that brings somebody to the sign-in page cannot send them elsewhere afterwards.
 */
export function localPath(candidate: unknown, fallback: string): string {
  if (typeof candidate !== "string" || candidate.length > 2000 || !candidate.startsWith("/")) return fallback;
  const url = parseUrl(candidate);
  if (url?.origin !== "http://site.invalid" || /[\\\s\p{Cc}]/u.test(candidate)) return fallback;
  return url.pathname + url.search + url.hash;
}

function parseUrl(candidate: string): URL | null {
  try {
    return new URL(candidate, "http://site.invalid");
  } catch {
    return null;
  }
}
