// Plays the demo stories into an empty installation: at the first npm start, or by hand with npm run seed
// DATABASE_URL says where, DAIBAN_TODAY around which day (default: today in Beijing). Does nothing when there is data already.
// --sign-ins prints the demo people to sign in with, as JSON, and touches no database.
import { isEmpty, raiseDemoCentres, readCast } from "../app/application/maintenance/demo-cast";
import { playStories } from "../app/application/maintenance/play-stories";
import { openServices } from "../app/application/open-services";
import { hashPassword } from "../app/application/passwords";
import { centres } from "../db/seeds/centres";
import { DEMO_PASSWORD, people } from "../db/seeds/people";
import { stories } from "../db/seeds/stories";
import { progressBar } from "./progress-bar";

function signIns() {
  return people
    .filter((person) => person.listed)
    .map((person) => ({
      centre: centres.find((centre) => centre.code === person.centre)?.nameZh ?? person.centre,
      role: person.departmentCode ? `${person.role} ${person.departmentCode}` : person.role,
      name: person.name,
      signIn: person.signInName,
      password: DEMO_PASSWORD,
    }));
}

async function seed(): Promise<void> {
  const services = await openServices({
    databaseUrl: process.env.DATABASE_URL || "file:data/daiban.sqlite",
    today: process.env.DAIBAN_TODAY || null,
    filesFolder: process.env.FILES_DIR || "data/files",
  });
  try {
    if (!(await isEmpty(services))) {
      console.log("There is data already: no demo stories were played.");
      return;
    }
    const started = Date.now();
    await raiseDemoCentres(services, stories, await hashPassword(DEMO_PASSWORD));
    const shown = progressBar("demo");
    let played = 0;
    await playStories(services, stories, await readCast(services), () => shown(++played, stories.length));
    console.log(`${stories.length} demo projects around ${services.today()} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await services.db.close();
  }
}

if (process.argv.includes("--sign-ins")) console.log(JSON.stringify(signIns()));
else await seed();
