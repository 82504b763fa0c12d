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
export type ProjectTab =
  | "reviews"
  | "area"
  | "area/end"
  | "materials"
  | "stages"
  | "timeline"
  | "history"
  | "plan"
  | "screening"
  | "agent"
  | "note"
  | "review"
  | "opinion"
  | "papers"
  | "irregularity"
  | "simulation"
  | "commitment"
  | "signing-code"
  | "facts";

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
  | "second-list"
  | "overdue-question"
  | "overdue-reason"
  | "explanation-ruling"
  | "precheck"
  | "papers"
  | "result-return"
  | "parcel-in"
  | "posting"
  | "signature"
  | "signpost"
  | "path"
  | "path-answer"
  | "forwarding"
  | "upper-receipt"
  | "upper-return"
  | "upper-result"
  | "note"
  | "material-waiver"
  | "extra-material"
  | "material-reuse"
  | "gap-acceptance"
  | "gap-supply"
  | "gap-extension"
  | "gap-ruling"
  | "correction-ruling"
  | "irregularity"
  | "material-return"
  | "notice-telling"
  | "notice-recall"
  | "notice-grant"
  | "notice-check-day"
  | "notice-check"
  | "notice-ruling"
  | "simulated-review"
  | "simulated-correction"
  | "simulated-supply"
  | "simulated-opinion"
  | "difference-review"
  | "conversion-supply"
  | "conversion";

/** Acts on a simulated run, nouns as in the address. */
export type RunActNoun = "application" | "answer" | "ruling" | "trigger" | "delay" | "termination";

/** Acts on a project commitment, nouns as in the address. */
export type CommitmentActNoun =
  | "proposal"
  | "appraisal"
  | "standard"
  | "standard-drop"
  | "standards"
  | "precheck"
  | "supplement"
  | "publicity"
  | "objection"
  | "objection-ruling"
  | "force"
  | "check-day"
  | "check"
  | "recheck"
  | "completion"
  | "breach-ruling"
  | "exit"
  | "reward";

/** Changes of a window, nouns as in the address. */
export type WindowActNoun = "details" | "letter" | "revocation" | "seat" | "leave" | "closing";

const e = encodeURIComponent;

export const paths = {
  home: () => "/",
  signIn: (next?: string | null) => withQuery("/sign-in", { next }),
  signInRole: (next?: string | null) => withQuery("/sign-in/role", { next }),
  signOut: () => "/sign-out",
  language: () => "/language",
  progress: () => "/progress",
  guides: (query?: Query) => withQuery("/guides", query),
  guide: (code: string, query?: Query) => withQuery(`/guides/${e(code)}`, query),
  guidePdf: (code: string, query?: Query) => withQuery(`/guides/${e(code)}.pdf`, query),
  flowPdf: (code: string, query?: Query) => withQuery(`/guides/${e(code)}/flow.pdf`, query),
  samplePdf: (code: string, query?: Query) => withQuery(`/guides/${e(code)}/promise.pdf`, query),
  noticeSamplePdf: (code: string, query?: Query) => withQuery(`/guides/${e(code)}/notice.pdf`, query),
  placeSamplePdf: (kind: string, query?: Query) => withQuery(`/samples/${e(kind)}.pdf`, query),
  screening: (query?: Query) => withQuery("/screening", query),
  agency: (query?: Query) => withQuery("/agency", query),
  verify: (code?: string) => (code ? `/verify/${e(code)}` : "/verify"),
  desk: {
    today: (query?: Query) => withQuery("/desk", query),
    department: (query?: Query) => withQuery("/desk/department", query),
    window: (query?: Query) => withQuery("/desk/window", query),
    windowProject: (projectNo: string, query?: Query) => withQuery(`/desk/window/${e(projectNo)}`, query),
    projects: (query?: Query) => withQuery("/desk/projects", query),
    newProject: (query?: Query) => withQuery("/desk/projects/new", query),
    project: (projectNo: string) => `/desk/projects/${e(projectNo)}`,
    projectTab: (projectNo: string, tab: ProjectTab, query?: Query) => withQuery(`/desk/projects/${e(projectNo)}/${tab}`, query),
    review: (projectNo: string, reviewId: string) => `/desk/projects/${e(projectNo)}/reviews/${e(reviewId)}`,
    reviewAct: (projectNo: string, reviewId: string, noun: string, query?: Query) =>
      withQuery(`/desk/projects/${e(projectNo)}/reviews/${e(reviewId)}/${e(noun)}`, query),
    simulationAct: (projectNo: string, noun: RunActNoun, runNo?: string | null) =>
      withQuery(`/desk/projects/${e(projectNo)}/simulation/${noun}`, { run: runNo }),
    /** Where a photograph or paper is added to a check. */
    evidence: (projectNo: string, { subjectKind, subjectId, round }: { readonly subjectKind: string; readonly subjectId: string; readonly round: number }) =>
      withQuery(`/desk/projects/${e(projectNo)}/evidence`, { of: subjectKind, check: subjectId, n: round }),
    commitmentAct: (projectNo: string, noun: CommitmentActNoun, query?: Query) => withQuery(`/desk/projects/${e(projectNo)}/commitment/${noun}`, query),
    report: (projectNo: string, lang?: string | null) => withQuery(`/desk/projects/${e(projectNo)}/report.pdf`, { lang }),
    paper: (code: string) => `/desk/papers/${e(code)}.pdf`,
    findings: (query?: Query) => withQuery("/desk/findings", query),
    queue: (query?: Query) => withQuery("/desk/queue", query),
    queueReview: (kind: string, projectNo: string, subjectId: string) => `/desk/queue/${e(kind)}/${e(projectNo)}/${e(subjectId)}`,
    board: () => "/desk/board",
    simulations: (query?: Query) => withQuery("/desk/simulations", query),
    commitments: (query?: Query) => withQuery("/desk/commitments", query),
    cover: () => "/desk/cover",
    newCover: (query?: Query) => withQuery("/desk/cover/new", query),
    endCover: (coverId: string) => `/desk/cover/${e(coverId)}/end`,
    credit: (enterpriseId: string) => `/desk/enterprises/${e(enterpriseId)}/credit`,
    creditAct: (enterpriseId: string, act: "breach" | "repair", query?: Query) => withQuery(`/desk/enterprises/${e(enterpriseId)}/credit/${act}`, query),
    item: (itemNo: string) => `/desk/items/${e(itemNo)}`,
    itemDate: (itemNo: string, query?: Query) => withQuery(`/desk/items/${e(itemNo)}/date`, query),
    act: (itemNo: string, act: ActNoun, query?: Query) => withQuery(`/desk/items/${e(itemNo)}/${act}`, query),
    materials: (itemNo: string) => `/desk/items/${e(itemNo)}/materials`,
    materialFile: (itemNo: string, slot: string) => withQuery(`/desk/items/${e(itemNo)}/materials/file`, { material: slot }),
    stageAcceptance: (projectNo: string, stage: string) => `/desk/stages/${e(projectNo)}/${e(stage)}/acceptance`,
  },
  portal: {
    home: () => "/portal",
    project: (projectNo: string) => `/portal/projects/${e(projectNo)}`,
    paper: (code: string) => `/portal/papers/${e(code)}.pdf`,
    letter: (projectNo: string, kind: string, subjectId: string) => `/portal/projects/${e(projectNo)}/letters/${e(kind)}/${e(subjectId)}`,
    notice: (projectNo: string, itemNo: string) => `/portal/projects/${e(projectNo)}/notices/${e(itemNo)}`,
    materials: (projectNo: string) => `/portal/projects/${e(projectNo)}/materials`,
    materialFile: (projectNo: string, itemNo: string, slot: string) =>
      withQuery(`/portal/projects/${e(projectNo)}/materials/file`, { item: itemNo, material: slot }),
    report: (projectNo: string, lang?: string | null) => withQuery(`/portal/projects/${e(projectNo)}/report.pdf`, { lang }),
  },
  /** A stored version of a material of this item, to be saved. */
  file: (itemNo: string, digest: string) => `/files/${e(itemNo)}/${e(digest)}`,
  /** A photograph or paper of a check, to be saved. */
  evidenceFile: (projectNo: string, id: string) => `/files/evidence/${e(projectNo)}/${e(id)}`,
  admin: {
    packs: () => "/admin/packs",
    pack: (packId: string, query?: Query) => withQuery(`/admin/packs/${e(packId)}`, query),
    packItem: (packId: string, code: string) => `/admin/packs/${e(packId)}/items/${e(code)}`,
    packDifferences: (packId: string, against?: string | null) => withQuery(`/admin/packs/${e(packId)}/differences`, { with: against }),
    packEffect: (packId: string, query?: Query) => withQuery(`/admin/packs/${e(packId)}/effect`, query),
    areas: () => "/admin/areas",
    newArea: () => "/admin/areas/new",
    area: (areaId: string) => `/admin/areas/${e(areaId)}`,
    windows: () => "/admin/windows",
    newWindow: () => "/admin/windows/new",
    window: (code: string) => `/admin/windows/${e(code)}`,
    windowAct: (code: string, act: WindowActNoun, query?: Query) => withQuery(`/admin/windows/${e(code)}/${act}`, query),
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
