import { describe, expect, test } from "vitest";
import type { CaseInView } from "../../../app/application/queries/project-case";
import { subjectOf } from "../../../app/application/queries/waiting-subject";
import { type CaseStory, hengyang, packOf } from "../../builders/case-story";
import { anEnforced, checkAt, commitmentIn } from "../../builders/commitment-story";
import { aGrantedNotice, manager, noticeOf } from "../../builders/notice-story";
import { anApplication, runOf, sign } from "../../builders/simulation-story";

/** The case as a manager opens it on that day. */
const seen = (story: CaseStory, today: string, pack = hengyang) => ({ state: story.case, actor: manager, pack, today }) as unknown as CaseInView;

describe("what a row of the queue asks for", () => {
  test("R-400: an overdue check on a promise leads to the item, and only a missing day is set here", () => {
    const kecheng = packOf("kecheng-2023");
    const dated = aGrantedNotice({ pack: kecheng });
    const { id, itemId } = noticeOf(dated);
    expect(subjectOf(seen(dated, "2026-06-02", kecheng), "notice-check", id)).toMatchObject({
      command: "record-notice-check",
      onItem: false,
      itemId,
      since: "2026-06-01",
      waits: true,
    });
    const undated = aGrantedNotice();
    expect(subjectOf(seen(undated, "2026-06-02"), "notice-check-day", noticeOf(undated).id)).toMatchObject({
      command: "set-notice-check-day",
      onItem: true,
      waits: true,
    });
  });

  test("R-400: an application waits for the manager only once its letter is signed", () => {
    const story = anApplication();
    const waits = () => subjectOf(seen(story, "2026-03-03"), "simulation-ruling", runOf(story).id)?.waits;
    expect(waits()).toBe(false);
    sign(story);
    expect(waits()).toBe(true);
  });

  test("R-348, R-400, R-409: the next check without a day asks for its day; one past its day for the check, while the promise is in effect", () => {
    const story = anEnforced();
    const check = checkAt(story, "before-start");
    const since = commitmentIn(story).inForceOn;
    const under = (facts: object, status = commitmentIn(story).status) => {
      const commitments = { [commitmentIn(story).id]: { ...commitmentIn(story), status } };
      const supervisionChecks = { ...story.case.supervisionChecks, [check.id]: { ...check, ...facts } };
      const found = { ...seen(story, "2027-01-04"), state: { ...story.case, commitments, supervisionChecks } } as CaseInView;
      return { day: subjectOf(found, "commitment-check-day", check.id), overdue: subjectOf(found, "commitment-check", check.id) };
    };
    expect(under({ dueOn: null })).toMatchObject({ day: { command: "schedule-check", since, waits: true }, overdue: { waits: false } });
    expect(under({ dueOn: "2026-05-01" })).toMatchObject({ day: { waits: false }, overdue: { command: "record-check", since: "2026-05-01", waits: true } });
    expect(under({ dueOn: "2026-05-01" }, "breached")).toMatchObject({ day: { waits: false }, overdue: { waits: false } });
    expect(under({ dueOn: null }, "breached")).toMatchObject({ day: { waits: false }, overdue: { waits: false } });
  });
});
