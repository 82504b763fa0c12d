import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { FrameProvider, useWords, WordsProvider } from "./components";
import { ErrorPage } from "./components/error-page";
import styles from "./styles/index.css?url";
import { useAnswer } from "./web/answer-context";
import { frameOf } from "./web/frame";
import { titleOf } from "./web/page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { frame: frameOf(await context.signed(), context.locale, new URL(request.url), context.services.now()) };
}

/** Headers of an answer that is an error, such as how long to wait. */
export const headers: HeadersFunction = ({ errorHeaders, parentHeaders }) => errorHeaders ?? parentHeaders;

/** The document around every page and every error page. No framework script: pages are complete as they arrive. */
export function Layout({ children }: { children: ReactNode }) {
  const { locale, nonce, enhance } = useAnswer();
  return (
    <WordsProvider locale={locale}>
      <html lang={locale}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content="#10294a" />
          <meta name="format-detection" content="telephone=no" />
          <Title />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="icon" href="/favicon.ico" sizes="32x32" />
          <link rel="stylesheet" href={styles} />
          <script src={enhance} nonce={nonce} defer />
        </head>
        <Body>{children}</Body>
      </html>
    </WordsProvider>
  );
}

/** Texts the script speaks travel with the page, so that words stay in one place. */
function Body({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <body data-word-copy={t("copy")} data-word-copied={t("copied")}>
      {children}
    </body>
  );
}

function Title() {
  const { status } = useAnswer();
  const error = useRouteError();
  const matches = useMatches();
  const { t } = useWords();
  const page = error ? t(errorTitle(statusOf(error))) : titleOf(matches, t);
  if (!page) return <title>{t("shell.brand")}</title>;
  return <title>{t(!error && status >= 400 ? "shell.title-error" : "shell.title", { page })}</title>;
}

const useFrameData = () => useRouteLoaderData<typeof loader>("root")?.frame ?? null;

export default function App() {
  return (
    <FrameProvider frame={useFrameData()}>
      <Outlet />
    </FrameProvider>
  );
}

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

const TITLES = [400, 403, 404, 409, 413, 429, 500, 503] as const;
const known = (status: number): (typeof TITLES)[number] => TITLES.find((title) => title === status) ?? (status < 500 ? 400 : 500);
const errorTitle = (status: number) => `error.${known(status)}.title` as const;

/** Why there is no page: one page per status, in the reader's language, with a way on. Never the error's own text. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useAnswer();
  const facts = isRouteErrorResponse(error) && typeof error.data === "object" && error.data !== null ? (error.data as { code?: string; minutes?: number }) : {};
  return (
    <FrameProvider frame={useFrameData()}>
      <ErrorPage status={known(statusOf(error))} code={facts.code} minutes={facts.minutes} reference={requestId} />
    </FrameProvider>
  );
}
