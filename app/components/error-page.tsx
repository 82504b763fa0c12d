import { ButtonLink } from "./form";
import { useFrame } from "./frame";
import { PageHead } from "./page-head";
import { PortalShell, PublicShell, Shell } from "./shell";
import { useWords } from "./words";

interface ErrorPageProps {
  readonly status: 400 | 403 | 404 | 409 | 413 | 429 | 500 | 503;
  readonly code?: string | undefined;
  /** 429: how long to wait. */
  readonly minutes?: number | undefined;
  /** Number under which the error was recorded; shown only where somebody may ask for it. */
  readonly reference: string;
}

/** The page in place of a page: what happened, what to do, a way on. */
export function ErrorPage({ status, code, minutes, reference }: ErrorPageProps) {
  const { t } = useWords();
  const { person, links } = useFrame();
  const Around = !person ? PublicShell : person.role === "investor" ? PortalShell : Shell;
  const text =
    code === "other-origin"
      ? t("error.403-origin.text")
      : code === "paper-drawn-otherwise"
        ? t("papers.drawn-otherwise")
        : status === 429
          ? minutes
            ? t("error.429.text", { minutes })
            : t("error.429.soon")
          : t(`error.${status}.text`);
  return (
    <Around>
      <div className="prose">
        <PageHead title={t(`error.${status}.title`)} />
        <p>{text}</p>
        {status >= 500 && (
          <p className="muted">
            {t("error.reference")} <code className="mono">{reference}</code>
          </p>
        )}
        <p className="buttons">
          <ButtonLink href={links.home}>{t("error.home")}</ButtonLink>
          {status === 403 && person?.canChangeRole && <a href={links.role}>{t("shell.change-role")}</a>}
        </p>
      </div>
    </Around>
  );
}
