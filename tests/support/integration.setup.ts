import { build, isBuilt } from "../../scripts/build.mjs";

/** The edge is tested as it is built: builds first when a source changed since. */
export default async function setup(): Promise<void> {
  if (!isBuilt()) await build();
}
