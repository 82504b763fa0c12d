import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "../../../web/actor.server";
import { paperResponse } from "../../../web/paper-response.server";

export const loader = async (args: LoaderFunctionArgs) => paperResponse(args, await requireActor(args, "paper:read"));
