import type { Pack } from "../../pack/pack";
import type { CommandType } from "../commands";
import { canMove } from "../moves";
import type { NoticeCommitment, NoticeCommitmentCommand } from "../parts/notice-commitment";
import { liveSimulated } from "../simulation/reads";
import type { Item, ProjectCase } from "../state";
import { refuseNotice } from "./eligibility";
import { canMoveNotice, type NoticeMovingType } from "./moves";
import { latestNotice } from "./reads";

type When = (notice: NoticeCommitment, item: Item) => boolean;

/** Acts on the commitment of an item, in the order a page offers them. */
const ACTS: readonly { readonly act: NoticeCommitmentCommand["type"]; readonly event: NoticeMovingType; readonly when?: When }[] = [
  { act: "grant-on-notice-commitment", event: "notice-commitment-granted", when: (_, item) => canMove("item-decided", item.status) },
  { act: "set-notice-check-day", event: "notice-check-day-set", when: (notice) => notice.checkWorkingDays === null },
  { act: "record-notice-check", event: "notice-commitment-checked" },
  { act: "rule-on-notice-commitment", event: "notice-more-time-given" },
  { act: "recall-notice-commitment", event: "notice-commitment-recalled" },
];

type Entry = { readonly act: CommandType; readonly event: null; readonly when: (state: ProjectCase, item: Item, pack: Pack) => boolean };

/** The entries of `available.ts` for notice commitment. Whether the enterprise is barred is `decide`'s to say: it knows the credit. */
export const NOTICE_ACTS: readonly Entry[] = [
  {
    act: "tell-notice-commitment",
    event: null,
    when: (state, item, pack) => refuseNotice(state, item, pack, 0) === null && liveSimulated(state, item.id) === null,
  },
  ...ACTS.map(
    ({ act, event, when }): Entry => ({
      act,
      event: null,
      when: (state, item) => {
        const notice = latestNotice(state, item.id);
        return notice !== null && canMoveNotice(event, notice.status) && (when?.(notice, item) ?? true);
      },
    }),
  ),
];
