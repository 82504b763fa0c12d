import { createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import type { LoadContext, Problem } from "./context";
import { withOnly } from "./few-routes";

/** What a loader throws with `data()`, as the framework hands it on. */
interface Thrown {
  readonly type: "DataWithResponseInit";
  readonly data: Partial<Pick<Problem, "code" | "minutes">> | null;
  readonly init: ResponseInit | null;
}
const isThrown = (error: unknown): error is Thrown => typeof error === "object" && error !== null && "type" in error && error.type === "DataWithResponseInit";

/**
 * The build with files that refuse as pages do. A route without a component is a file; the framework answers what such a route throws with
 * its own JSON, so that whoever follows an old link to a paper reads program text. Here the file's own address is answered with the
 * page that says why, in the reader's language and with the status that was meant. A redirect goes on as it is.
 */
export function withRefusalPages(build: ServerBuild): ServerBuild {
  // Every address is one that does not exist for a build of these alone, which is how the page for it is drawn at the file's address.
  const none = Object.values(build.routes).flatMap((route) => (route && (route.parentId === undefined || route.path === "*") ? [route.id] : []));
  const draw = createRequestHandler(withOnly(build, none), "production");
  const page = async ({ request, context }: LoaderFunctionArgs, problem: Problem): Promise<Response> =>
    draw(new Request(request.url, { headers: request.headers, signal: request.signal }), { ...context, problem });

  const guarded =
    (loader: (args: LoaderFunctionArgs) => unknown) =>
    async (args: LoaderFunctionArgs): Promise<unknown> => {
      try {
        return await loader(args);
      } catch (error) {
        if (error instanceof Response || args.request.signal.aborted) throw error;
        if (isThrown(error)) return page(args, { code: "not-found", ...error.data, status: (error.init?.status ?? 500) as Problem["status"] });
        const { services, requestId } = args.context as unknown as LoadContext;
        services.log.error({ err: error, requestId }, "request failed");
        return page(args, { status: 500, code: "failed" });
      }
    };
  /** A file can only be read. */
  const action = async (args: LoaderFunctionArgs): Promise<Response> => {
    const answer = await page(args, { status: 405, code: "read-only" });
    answer.headers.set("Allow", "GET, HEAD");
    return answer;
  };

  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, ...module } = route?.module ?? {};
    if (!route || !loader || route.module.default || route.module.action) return [id, route];
    return [id, { ...route, module: { ...module, loader: guarded(loader), action } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}
