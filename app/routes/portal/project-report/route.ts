import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "../../../web/actor.server";
import { reportResponse } from "../../../web/report-response.server";

export const loader = async (args: LoaderFunctionArgs) => reportResponse(args, await requireActor(args, "portal-report:issue"));
