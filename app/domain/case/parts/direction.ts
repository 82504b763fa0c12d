import type { CivilDay } from "../../calendar/calendar-date";

/**
 * What a window without a veto gives instead of a no (D24). signpost: not our item, this is the right body (不设路障设路标);
 * path: the law is unclear, the manager says how to go on (不给否决给路径). The third, the list, is a correction.
 */
export interface Direction {
  readonly id: string;
  readonly itemId: string;
  readonly kind: "signpost" | "path";
  /** Why it is not ours, or the question. */
  readonly text: string;
  /** Right body and where it sits; only for a signpost. */
  readonly body: string | null;
  readonly place: string | null;
  readonly askedOn: CivilDay;
  readonly askedById: string;
  readonly askedByName: string;
  /** The manager's answer; only for a path. */
  readonly answer: string | null;
  readonly answeredOn: CivilDay | null;
  readonly answeredById: string | null;
  readonly answeredByName: string | null;
}

interface OfItem {
  readonly itemNo: string;
  readonly on: CivilDay;
}

export type DirectionCommand =
  | ({ readonly type: "signpost-item"; readonly body: string; readonly place: string; readonly reason: string } & OfItem)
  | ({ readonly type: "seek-path"; readonly question: string } & OfItem)
  | ({ readonly type: "answer-path"; readonly directionId: string; readonly answer: string } & OfItem);

interface Happened {
  readonly itemId: string;
  readonly directionId: string;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

export type DirectionEvent =
  | ({ readonly type: "item-signposted"; readonly body: string; readonly place: string; readonly reason: string } & Happened)
  | ({ readonly type: "path-sought"; readonly question: string } & Happened)
  | ({ readonly type: "path-answered"; readonly answer: string } & Happened);
