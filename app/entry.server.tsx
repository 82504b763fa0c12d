import { gzipSync } from "node:zlib";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { AnswerProvider } from "./web/answer-context";
import "./web/context";

/** The framework keeps what it would send to its script for this long, in ms; no script asks for it. */
export const streamTimeout = 0;

/**
 * Draws the whole page as one text before the first byte is sent: nothing on it waits for a script, so nothing is gained by sending it
 * in parts (each part costs a turn and is compressed apart: three times the bytes), and an error while drawing can still become a proper
 * answer. Markup without React's own marks, because no React takes the page over in the browser.
 * @throws what a component throws; Remix then draws the page that says so
 */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Response {
  const { locale, nonce, requestId, enhance } = context;
  const answered = errorStatus(remix) ?? status;
  const page = renderToStaticMarkup(
    <AnswerProvider value={{ locale, nonce, requestId, enhance, status: answered }}>
      <RemixServer context={remix} url={request.url} />
    </AnswerProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  // Pages are personal and change with every act.
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  headers.append("Vary", "Cookie, Accept-Language, Accept-Encoding");
  const body = packed(`<!DOCTYPE html>${page}`, request, headers);
  headers.set("Content-Length", String(body.byteLength));
  return new Response(body, { status: answered, headers });
}

/** Compressed here, because the whole page is there: a third of a millisecond at once, where a stream of parts takes several turns. */
function packed(page: string, request: Request, headers: Headers): Buffer<ArrayBuffer> {
  if (request.headers.get("Accept-Encoding") !== "gzip") return Buffer.from(page);
  headers.set("Content-Encoding", "gzip");
  return gzipSync(page);
}

/**
 * Status of the error page that is drawn, if one is. Remix keeps the status of the action, such as 400, even when a loader found
 * afterwards that the page does not exist for this person.
 */
function errorStatus({ staticHandlerContext }: EntryContext): number | null {
  const [error] = Object.values(staticHandlerContext.errors ?? {});
  return isRouteErrorResponse(error) ? error.status : null;
}

/** Errors of loaders and actions: recorded with the number the reader is shown; answers made on purpose are not errors. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  (context as AppLoadContext).services.log.error({ err: error, requestId: (context as AppLoadContext).requestId }, "request failed");
};
