import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { refuseNoticeMove } from "../../domain/case/notice-commitment/moves";
import { noticeByItem } from "../../domain/case/notice-commitment/reads";
import type { NoticeStatus } from "../../domain/case/parts/notice-commitment";
import type { ClockLight } from "../../domain/clock/clock";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type NoticeView, viewNotice } from "./notice-view";
import { ownCase } from "./portal-case";
import type { CaseInView } from "./project-case";

/** A notice commitment as the investor's project page tells it. */
export interface PortalNotice {
  readonly id: string;
  readonly commitmentNo: string;
  readonly itemNo: string;
  readonly name: Words;
  readonly status: NoticeStatus;
  /** The letter says something else since it was signed: nothing is granted on it. */
  readonly outdated: boolean;
  readonly standards: number;
  /** The day to be ready by: of the check or of the rectification. */
  readonly dueOn: CivilDay | null;
  readonly light: ClockLight;
  readonly daysLeft: number | null;
  /** Standards found not met at the latest check. */
  readonly failed: readonly number[];
  readonly reason: string | null;
  readonly revocationNo: string | null;
}

const portalNotice = ({ record, itemNo, name, light, daysLeft, step }: NoticeView): PortalNotice => ({
  id: record.id,
  commitmentNo: record.commitmentNo,
  itemNo,
  name,
  status: record.status,
  outdated: step?.code === "notice-sign-anew",
  standards: record.standards.length,
  dueOn: record.status === "rectifying" ? record.rectifyBy : record.checkDueOn,
  light,
  daysLeft,
  failed: record.checks.at(-1)?.failed ?? [],
  reason: record.reason,
  revocationNo: record.revocationNo,
});

/** The notice commitments of an own case, newest first. */
export const portalNotices = (found: CaseInView): readonly PortalNotice[] =>
  Object.values(found.state.noticeCommitments)
    .sort((a, b) => (a.toldOn === b.toldOn ? (a.id < b.id ? 1 : -1) : a.toldOn < b.toldOn ? 1 : -1))
    .map((notice) => portalNotice(viewNotice(found, notice)));

/** States in which something waits for the enterprise itself. */
export const NOTICE_TODO: readonly NoticeStatus[] = ["told", "chosen", "rectifying"];

/** Something of it waits for the enterprise: to choose, to sign, to put right, or a letter to take back because it changed. */
export const isNoticeTodo = ({ status, outdated }: Pick<PortalNotice, "status" | "outdated">): boolean => outdated || NOTICE_TODO.includes(status);

/** Things the investor can do now for its notice commitments. */
export const noticeTodos = (notices: readonly PortalNotice[]): number => notices.filter(isNoticeTodo).length;

/** One notice commitment as the enterprise reads it and chooses. */
export interface NoticePage {
  readonly projectNo: string;
  readonly projectName: string;
  readonly version: number;
  readonly today: CivilDay;
  readonly notice: NoticeView;
  readonly short: PortalNotice;
  readonly mayChoose: boolean;
}

/** The latest commitment of an item of an own project; null when there is none or it is another's. */
export async function noticePage(services: Services, actor: Actor, projectNo: string, itemNo: string): Promise<NoticePage | null> {
  const found = await ownCase(services, actor, projectNo);
  if (!found) return null;
  const told = noticeByItem(found.state, itemNo);
  if (!told.ok) return null;
  const { project } = found.state;
  const notice = viewNotice(found, told.value.notice);
  return {
    projectNo,
    projectName: project.name,
    version: project.version,
    today: found.today,
    notice,
    short: portalNotice(notice),
    mayChoose: refuseNoticeMove(told.value.notice, "notice-commitment-chosen") === null,
  };
}
