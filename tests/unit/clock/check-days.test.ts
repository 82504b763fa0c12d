import { expect, test } from "vitest";
import { workingCalendar } from "../../../app/domain/calendar/working-calendar";
import { derive } from "../../../app/domain/case/derive";
import { loadCalendars } from "../../../db/load-calendars";
import { packOf } from "../../builders/case-story";
import { aPromised, commitmentIn } from "../../builders/commitment-story";
import { aGrantedNotice, noticeOf } from "../../builders/notice-story";

const published = workingCalendar(loadCalendars());
const closed = workingCalendar(loadCalendars(), [{ day: "2026-03-06", reason: "停电" }]);

test("R-491: the check on a promise and the preliminary check move with the calendar; a day that a manager set stays", () => {
  const granted = aGrantedNotice({ pack: packOf("kecheng-2023") });
  const { checkDueOn, decidedOn } = noticeOf(granted);
  const after = derive(granted.case, granted.pack, closed).noticeCommitments[noticeOf(granted).id];
  expect(checkDueOn).toBe(published.nthWorkingDayAfter(decidedOn ?? "", 60));
  expect(after).toMatchObject({ checkDueOn: published.nthWorkingDayAfter(checkDueOn ?? "", 1), nextDueOn: after?.checkDueOn });

  const set = { ...noticeOf(granted), checkWorkingDays: null, checkDueOn: "2026-05-29", nextDueOn: "2026-05-29" };
  expect(derive({ ...granted.case, noticeCommitments: { [set.id]: set } }, granted.pack, closed).noticeCommitments[set.id]).toEqual(set);

  const promised = aPromised();
  const { id, dueOn } = commitmentIn(promised);
  expect(dueOn).toBe("2026-03-06");
  expect(derive(promised.case, promised.pack, closed).commitments[id]?.dueOn).toBe("2026-03-09");
});
