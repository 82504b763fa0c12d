import { Transform } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext, type HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { AnswerProvider } from "./web/answer-context";
import "./web/context";

/** Longest time one page may take to draw. */
const RENDER_MS = 10_000;

/**
 * Draws the whole page before the first byte is sent: nothing on it waits for a script, so nothing is gained by sending it in parts,
 * and an error while drawing can still become a proper answer.
 */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { locale, nonce, requestId, enhance } = context;
    let answered = errorStatus(remix) ?? status;
    const { pipe, abort } = renderToPipeableStream(
      <AnswerProvider value={{ locale, nonce, requestId, enhance, status: answered }}>
        <RemixServer context={remix} url={request.url} abortDelay={RENDER_MS} />
      </AnswerProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          headers.set("Content-Type", "text/html; charset=utf-8");
          // Pages are personal and change with every act.
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
          headers.append("Vary", "Cookie, Accept-Language");
          const body = withoutPadding();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status: answered, headers }));
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          answered = 500;
          context.services.log.error({ err: error, requestId }, "page could not be drawn");
        },
      },
    );
    const timer = setTimeout(abort, RENDER_MS);
  });
}

/**
 * React 18 writes through a buffer of 2048 bytes; where a Chinese character does not fit into its end, the bytes left over are sent
 * as NUL, which browsers show as U+FFFD inside attributes and drawings. A page holds no NUL of its own: forms refuse them.
 */
const withoutPadding = (): Transform =>
  new Transform({
    transform: (part: Buffer, _encoding, done) => done(null, part.includes(0) ? part.filter((byte) => byte !== 0) : part),
  });

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
