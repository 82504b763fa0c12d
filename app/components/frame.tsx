import { createContext, type ReactNode, useContext } from "react";
import type { Instant } from "../domain/calendar/calendar-date";
import type { Role } from "../domain/case/context";
import type { Key } from "../i18n";

export interface NavLink {
  readonly key: string;
  readonly label: Key;
  readonly href: string;
}

/** What surrounds every page and is the same wherever it is drawn: who reads, where they may go, and where the forms of the bar post. */
export interface Frame {
  readonly person: { readonly name: string; readonly role: Role; readonly centreName: string; readonly canChangeRole: boolean } | null;
  readonly nav: readonly NavLink[];
  /** Path and query of this page, for coming back after a change of language. */
  readonly here: string;
  /** Text key of what was just done, said once above the page; null when nothing was. */
  readonly done: Key | null;
  readonly searchText: string;
  /** When this page was drawn; stands on prints. */
  readonly drawnAt: Instant | null;
  readonly links: {
    readonly home: string;
    readonly signIn: string;
    readonly signOut: string;
    readonly language: string;
    readonly role: string;
    readonly search: string | null;
  };
}

const EMPTY: Frame = {
  person: null,
  nav: [],
  here: "/",
  done: null,
  searchText: "",
  drawnAt: null,
  links: { home: "/", signIn: "/sign-in", signOut: "/sign-out", language: "/language", role: "/sign-in/role", search: null },
};

const FrameContext = createContext<Frame>(EMPTY);

export const FrameProvider = ({ frame, children }: { frame: Frame | null; children: ReactNode }) => (
  <FrameContext.Provider value={frame ?? EMPTY}>{children}</FrameContext.Provider>
);

export const useFrame = (): Frame => useContext(FrameContext);
