import type { LoaderFunctionArgs } from "@remix-run/node";
import { guideResponse } from "../../../web/guide-response.server";

export const loader = (args: LoaderFunctionArgs) => guideResponse(args, "notice");
