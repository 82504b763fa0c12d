/**
 * Contents of attachments that no case names: `npm run sweep-files` counts them, `npm run sweep-files -- --remove` removes them. Never run
 * by the server itself: beside a database that was restored or set aside, the contents that only the other one names would be lost.
 */
import { sweepContents } from "../app/application/maintenance/sweep-contents";
import { openServices } from "../app/application/open-services";

const services = await openServices({
  databaseUrl: process.env.DATABASE_URL || "file:data/daiban.sqlite",
  filesFolder: process.env.FILES_DIR || "data/files",
  today: process.env.DAIBAN_TODAY || null,
});
const { unnamed, removed } = await sweepContents(services, process.argv.includes("--remove"));
console.log(removed > 0 ? `${removed} of ${unnamed} unnamed contents removed` : `${unnamed} contents are named by no case`);
await services.db.close();
