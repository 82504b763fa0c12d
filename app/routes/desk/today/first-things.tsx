import type { ReactElement } from "react";
import type { CommitmentWork } from "../../../application/queries/commitment-work";
import type { NoticeWork } from "../../../application/queries/notice-work";
import type { SimulationWork } from "../../../application/queries/simulation-work";
import type { WorkRow } from "../../../application/queries/work-rows";
import { useWords } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { ClockLight } from "../../../domain/clock/clock";
import { CommitmentWorkRow } from "../pieces/commitment-work";
import { NoticeWorkRow } from "../pieces/notice-work";
import { SimulationWorkRow } from "../pieces/simulation-work";
import { ItemWorkRow } from "../pieces/work-list";

/** What the day asks, of every kind. */
export interface DayOfWork {
  readonly rows: readonly WorkRow[];
  readonly simulation: readonly SimulationWork[];
  readonly notices: readonly NoticeWork[];
  readonly commitments: readonly CommitmentWork[];
  /** Whether more items wait than the rows. */
  readonly cut: boolean;
}

export interface Line {
  readonly light: ClockLight;
  readonly rank: number;
  readonly on: CivilDay | null;
  readonly element: ReactElement;
}

/** Lines to begin with; every kind has its whole list behind its figure. */
const MOST = 20;

/** Late first, then what presses, then what asks for an act without a day, then by the day it waits for, then what stands still. */
const RANK: Readonly<Record<ClockLight, number>> = { late: 0, warn: 1, ok: 3, paused: 4, none: 5 };
/** Of simulations and promises only what asks for an act is told: without a day it has waited since its own. */
const pressing = ({ light, on }: Pick<Line, "light" | "on">) => ({ light, on, rank: light === "none" ? 2 : RANK[light] });
const byUrgency = (a: Line, b: Line): number => {
  const [x, y] = [a.on ?? "9999-12-31", b.on ?? "9999-12-31"];
  return a.rank - b.rank || (x < y ? -1 : x > y ? 1 : 0);
};

/** Items, simulations and promises in one list, what presses most first: the lines shown, and whether more waits than they. */
export function firstLines(
  { rows, simulation, notices, commitments, cut }: DayOfWork,
  today: CivilDay,
): { readonly lines: readonly Line[]; readonly cut: boolean } {
  const lines: readonly Line[] = [
    ...rows.map((row) => ({
      light: row.waitsFor.light,
      rank: RANK[row.waitsFor.light],
      on: row.waitsFor.on,
      element: <ItemWorkRow key={`${row.group} ${row.itemNo}`} row={row} today={today} />,
    })),
    ...simulation.map((row) => ({ ...pressing(row), element: <SimulationWorkRow key={`simulation ${row.key}`} row={row} today={today} /> })),
    ...notices.map((row) => ({ ...pressing(row), element: <NoticeWorkRow key={`notice ${row.key}`} row={row} today={today} /> })),
    ...commitments.map((row) => ({ ...pressing(row), element: <CommitmentWorkRow key={`commitment ${row.key}`} row={row} today={today} /> })),
  ];
  return { lines: [...lines].sort(byUrgency).slice(0, MOST), cut: cut || lines.length > MOST };
}

/** The list itself; where it is cut it says so, without a total: an item may stand behind two figures. */
export function FirstThings({ lines, cut, label }: { lines: readonly Line[]; cut: boolean; label: string }) {
  const { t } = useWords();
  return (
    <>
      <ul className="work" aria-label={label}>
        {lines.map(({ element }) => element)}
      </ul>
      {cut && <p className="card__note">{t("desk.today.cut", { shown: lines.length })}</p>}
    </>
  );
}
