import { may } from "../../domain/access/permissions";
import { mayRead } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { ProjectStatus } from "../../domain/case/state";
import type { ClockLight } from "../../domain/clock/clock";
import { lightOf } from "../../domain/clock/light";
import type { CategoryCode, Words } from "../../domain/pack/pack";
import type { PartsInView } from "./project-case";

/** What the identity bar of every page of a project says. */
export interface ProjectHead {
  readonly projectNo: string;
  readonly projectCode: string | null;
  readonly name: string;
  readonly category: { readonly code: CategoryCode; readonly name: Words };
  readonly status: ProjectStatus;
  readonly enterpriseName: string;
  readonly agentName: string | null;
  readonly packId: string;
  readonly packName: Words;
  readonly investmentWan: number | null;
  readonly keyProject: boolean;
  readonly greenChannel: boolean;
  readonly attractedInvestment: boolean;
  readonly registeredOn: CivilDay;
  readonly light: ClockLight;
  readonly lateCount: number;
  readonly warnCount: number;
  readonly pausedCount: number;
  readonly closedCount: number;
  readonly itemCount: number;
  readonly version: number;
  readonly today: CivilDay;
  /** Items whose pages this person may open; null for all of them. */
  readonly opens: readonly string[] | null;
  /** What this person's role may do on the project; each shows or hides its link. */
  readonly may: Readonly<Record<"assign" | "plan" | "note" | "convene" | "report", boolean>>;
}

export function headOf({ state, pack, today, actor }: PartsInView<"items" | "reviews">): ProjectHead {
  const { project } = state;
  const items = Object.values(state.items);
  const lights = items.map((item) => lightOf(item, today));
  const count = (light: ClockLight) => lights.filter((one) => one === light).length;
  const [late, warn, paused] = [count("late"), count("warn"), count("paused")];
  return {
    projectNo: project.projectNo,
    projectCode: project.projectCode,
    name: project.name,
    category: {
      code: project.category,
      name: pack.categories.find((category) => category.code === project.category)?.name ?? { zh: project.category, en: project.category },
    },
    status: project.status,
    enterpriseName: project.enterpriseName,
    agentName: project.agentName,
    packId: pack.id,
    packName: pack.name,
    investmentWan: project.investmentWan,
    keyProject: project.keyProject,
    greenChannel: project.greenChannel,
    attractedInvestment: project.attractedInvestment,
    registeredOn: project.registeredOn,
    light: late > 0 ? "late" : warn > 0 ? "warn" : project.runningCount > 0 ? "ok" : paused > 0 ? "paused" : "none",
    lateCount: late,
    warnCount: warn,
    pausedCount: paused,
    closedCount: project.closedCount,
    itemCount: project.itemCount,
    version: project.version,
    today,
    opens: actor.role === "reviewer" ? items.filter((item) => mayRead(actor, state, item)).map((item) => item.itemNo) : null,
    may: {
      assign: may(actor, "assign-agent"),
      plan: may(actor, "confirm-plan"),
      note: may(actor, "add-note"),
      convene: may(actor, "convene-review"),
      report: may(actor, "report:issue"),
    },
  };
}
