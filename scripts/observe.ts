// Looks at every case a past day has brought something to, as running servers do every hour: npm run observe
import { pino } from "pino";
import { observeCases } from "../app/application/maintenance/observe";
import { openServices } from "../app/application/open-services";

const services = await openServices({
  databaseUrl: process.env.DATABASE_URL || "file:data/daiban.sqlite",
  today: process.env.DAIBAN_TODAY || null,
  log: pino({ level: "warn" }),
});
const { cases, failed } = await observeCases(services);
console.log(`${services.today()}: something new in ${cases} cases${failed > 0 ? `, ${failed} could not be looked at` : ""}`);
await services.db.close();
if (failed > 0) process.exit(1);
