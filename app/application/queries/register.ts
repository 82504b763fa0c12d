import { eq } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { readCreditCode } from "../../domain/identifiers/credit-code";
import { type ProjectCodeWarning, readProjectCode } from "../../domain/identifiers/project-code";
import type { CategoryCode, Pack, Words } from "../../domain/pack/pack";
import type { Services } from "../services";

export interface RegisterPage {
  readonly today: CivilDay;
  readonly packName: Words;
  readonly categories: readonly { readonly code: CategoryCode; readonly name: Words; readonly budgetWorkingDays: number | null; readonly assumed: boolean }[];
}

/** Categories under which the centre registers projects, by the rules in force there. 1 statement. */
export async function registerPage(services: Services, actor: Actor): Promise<RegisterPage> {
  const pack = await packInForce(services, actor.centreId);
  return {
    today: services.today(),
    packName: pack.name,
    categories: pack.categories.map(({ code, name, budgetWorkingDays }) => ({
      code,
      name,
      budgetWorkingDays: budgetWorkingDays.value,
      assumed: budgetWorkingDays.assumed,
    })),
  };
}

async function packInForce({ db, pack }: Services, centreId: string): Promise<Pack> {
  const [centre] = await db.q.select({ packId: db.t.centre.packId }).from(db.t.centre).where(eq(db.t.centre.id, centreId));
  if (!centre) throw new Error(`no centre ${centreId}`);
  return pack(centre.packId);
}

/** What is wrong or doubtful about the two codes as typed. A wrong credit code stops; a doubtful project code only warns. */
export interface CodesRead {
  readonly creditCode: string | null;
  readonly creditCodeError: string | null;
  readonly projectCode: string | null;
  readonly projectCodeError: string | null;
  readonly warnings: readonly ProjectCodeWarning[];
}

export function readCodes(creditCode: string, projectCode: string | null): CodesRead {
  const credit = readCreditCode(creditCode);
  const project = projectCode === null ? null : readProjectCode(projectCode);
  return {
    creditCode: credit.ok ? credit.value : null,
    creditCodeError: credit.ok ? null : credit.error.code,
    projectCode: project?.ok ? project.value.code : null,
    projectCodeError: project && !project.ok ? project.error.code : null,
    warnings: project?.ok ? project.value.warnings : [],
  };
}
