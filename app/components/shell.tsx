import type { ReactNode } from "react";
import { Alert } from "./alert";
import { classNames } from "./class-names";
import { useFrame } from "./frame";
import { useWords } from "./words";

interface ShellProps {
  /** Key of the navigation link this page belongs to: today, projects, department, packs, calendars. */
  readonly current?: string;
  /** `Identity` of a project or item; it stands full width above the content. */
  readonly identity?: ReactNode;
  /** A form or a text reads better narrow. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** The page of people who work here: bar with navigation, search, language and person. */
export function Shell({ current, identity, narrow, children }: ShellProps) {
  const { t } = useWords();
  const { nav, links, searchText } = useFrame();
  return (
    <Page
      kind="desk"
      identity={identity}
      narrow={narrow}
      bar={
        <>
          <nav className="bar__nav" aria-label={t("shell.nav")}>
            <ul>
              {nav.map((link) => (
                <li key={link.key}>
                  <a href={link.href} aria-current={link.key === current ? "page" : undefined}>
                    {t(link.label)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {links.search && (
            <search className="bar__search">
              <form action={links.search} method="get">
                <input
                  type="search"
                  name="q"
                  defaultValue={searchText}
                  maxLength={100}
                  aria-label={t("shell.search")}
                  placeholder={t("shell.search")}
                  data-search=""
                />
                <button type="submit" className="visually-hidden-until-focus">
                  {t("shell.search.go")}
                </button>
              </form>
            </search>
          )}
        </>
      }
    >
      {children}
    </Page>
  );
}

/** The page of an investor: a phone first, one column, larger text. */
export const PortalShell = ({ identity, children }: Pick<ShellProps, "identity" | "children">) => (
  <Page kind="portal" identity={identity} narrow>
    {children}
  </Page>
);

/** The page of anyone: no navigation, a way to sign in. */
export const PublicShell = ({ children }: Pick<ShellProps, "children">) => (
  <Page kind="public" narrow>
    {children}
  </Page>
);

interface PageProps extends Pick<ShellProps, "identity" | "narrow" | "children"> {
  readonly kind: "desk" | "portal" | "public";
  readonly bar?: ReactNode;
}

function Page({ kind, bar, identity, narrow, children }: PageProps) {
  const { t, dayTime } = useWords();
  const { person, links, done, here, drawnAt } = useFrame();
  return (
    <div className={`page page--${kind}`}>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <header className="bar">
        <a className="bar__brand" href={links.home}>
          <Emblem />
          <span className="bar__name">{t("shell.brand")}</span>
          <small className="bar__place">{person?.centreName ?? t("shell.tagline")}</small>
        </a>
        {bar}
        <div className="bar__end">
          <Language />
          {person ? <Person /> : !here.startsWith(links.signIn) && <a href={links.signIn}>{t("shell.sign-in")}</a>}
        </div>
      </header>
      {person && <p className="print-head">{t("shell.printed", { centre: person.centreName, name: person.name, time: dayTime(drawnAt) })}</p>}
      <main id="main" tabIndex={-1}>
        {identity}
        <div className={classNames("wrap", narrow && "wrap--narrow")}>
          {done && (
            <Alert tone="success" live>
              {t(done)}
            </Alert>
          )}
          {children}
        </div>
      </main>
      <footer className="foot">
        <p>{t("shell.free")}</p>
      </footer>
    </div>
  );
}

/** Our own mark: a case folder with a tick. Decoration, since the name stands beside it. */
const Emblem = () => (
  <svg className="bar__emblem" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
    <path d="M4 8.5A2.5 2.5 0 0 1 6.5 6h6l3 3.5h10A2.5 2.5 0 0 1 28 12v12.5a2.5 2.5 0 0 1-2.5 2.5h-19A2.5 2.5 0 0 1 4 24.5z" fill="#7fb2f0" />
    <path d="m10.5 17.8 4 4 7.5-8" fill="none" stroke="#10294a" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

/** Two buttons, one form: the language not in use can be pressed. Each is written in its own language. */
function Language() {
  const { locale, t } = useWords();
  const { links, here } = useFrame();
  return (
    <form className="bar__language" method="post" action={links.language} aria-label={t("shell.language")}>
      <input type="hidden" name="back" value={here} />
      <button type="submit" name="locale" value={locale === "en" ? "zh-CN" : "en"} lang={locale === "en" ? "zh-CN" : "en"}>
        {t("shell.other-language")}
      </button>
    </form>
  );
}

function Person() {
  const { t } = useWords();
  const { person, links } = useFrame();
  if (!person) return null;
  return (
    <details className="menu">
      <summary>
        <span className="menu__name">{person.name}</span> <span className="menu__role">{t(`role.${person.role}`)}</span>
      </summary>
      <div className="menu__body">
        <p className="menu__who">
          {person.name}
          <br />
          <span className="muted">
            {t(`role.${person.role}`)} · {person.centreName}
          </span>
        </p>
        {person.canChangeRole && <a href={links.role}>{t("shell.change-role")}</a>}
        <form method="post" action={links.signOut}>
          <button type="submit" className="button button--second">
            {t("shell.sign-out")}
          </button>
        </form>
      </div>
    </details>
  );
}
