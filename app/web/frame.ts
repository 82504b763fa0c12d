import { type Action, may } from "../domain/access/permissions";
import type { Instant } from "../domain/calendar/calendar-date";
import type { Role } from "../domain/case/context";
import { isKey, type Key, type Locale } from "../i18n";
import { paths } from "./paths";
import type { Signed } from "./signed";

const NAV: readonly { readonly key: string; readonly label: Key; readonly href: string; readonly needs: Action }[] = [
  { key: "today", label: "nav.today", href: paths.desk.today(), needs: "desk:read" },
  { key: "queue", label: "nav.queue", href: paths.desk.queue(), needs: "manager-desk:read" },
  { key: "board", label: "nav.board", href: paths.desk.board(), needs: "board:read" },
  { key: "department", label: "nav.department", href: paths.desk.department(), needs: "department-inbox:read" },
  { key: "window", label: "nav.window", href: paths.desk.window(), needs: "window-desk:read" },
  { key: "projects", label: "nav.projects", href: paths.desk.projects(), needs: "project:read" },
  { key: "windows", label: "nav.windows", href: paths.admin.windows(), needs: "window:change" },
  { key: "findings", label: "nav.findings", href: paths.desk.findings(), needs: "finding:read" },
  { key: "packs", label: "nav.packs", href: paths.admin.packs(), needs: "pack:read" },
  { key: "areas", label: "nav.areas", href: paths.admin.areas(), needs: "area:read" },
  { key: "calendars", label: "nav.calendars", href: paths.admin.calendars(), needs: "calendar:read" },
  { key: "portal", label: "nav.portal", href: paths.portal.home(), needs: "portal:read" },
];

/** Where somebody begins their day. */
export const homeOf = (role: Role): string => (role === "investor" ? paths.portal.home() : role === "reviewer" ? paths.desk.department() : paths.desk.today());

/** What `Shell` draws around a page: the person, the links they may follow, and what was just done. */
export function frameOf(signed: Signed | null, locale: Locale, url: URL, drawnAt: Instant) {
  const links = {
    signIn: paths.signIn(),
    signOut: paths.signOut(),
    language: paths.language(),
    role: paths.signInRole(),
    home: signed ? homeOf(signed.actor.role) : paths.home(),
    search: signed && may(signed.actor, "project:read") ? paths.desk.projects() : null,
  };
  const done = `done.${url.searchParams.get("done") ?? ""}`;
  return {
    person: signed && {
      name: signed.actor.name,
      role: signed.actor.role,
      centreName: locale === "en" ? signed.centre.en || signed.centre.zh : signed.centre.zh,
      canChangeRole: signed.canChangeRole,
    },
    nav: signed ? NAV.filter((link) => may(signed.actor, link.needs)).map(({ key, label, href }) => ({ key, label, href })) : [],
    here: withoutDone(url),
    done: isKey(done) ? done : null,
    searchText: url.pathname === paths.desk.projects() ? (url.searchParams.get("q") ?? "") : "",
    drawnAt,
    links,
  };
}

/** This page's own path, without the note about what was just done: it is said once. */
function withoutDone(url: URL): string {
  const query = new URLSearchParams(url.search);
  query.delete("done");
  const text = query.toString();
  return url.pathname + (text ? `?${text}` : "");
}
