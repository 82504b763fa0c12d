import type { underWay as zh } from "../zh-CN/under-way";

export const underWay: Record<keyof typeof zh, string> = {
  "acts.simulation-delay.title": "Record a new expected day",
  "acts.simulation-delay.button": "Move expected day",
  "acts.simulation-delay.submit": "Record the new day",
  "acts.simulation-delay.explain":
    "The signed risk letter stays: its day was what was expected then. The new day is recorded beside it; reminders, tasks and the timeline follow it.",
  "done.simulation-delay": "New expected day recorded.",
  "acts.field.delayedPrecondition": "Precondition",
  "acts.field.newExpectedOn": "Now expected on",
  "acts.field.saidOn": "Date you were told",
  "acts.field.pastValidity": "I know that the new day is after the end of a simulated opinion",
  "acts.simulation-delay.reason.hint": "As the enterprise gave it; the enterprise can read it",
  "acts.simulation-delay.past-validity.hint": "That opinion lapses first and its item is examined anew",
  "simulation.run.first-valid-to": "First opinion to run out",
  "simulation.run.moved": "moved from {from} to {to} (recorded {on}, {name}): {reason}",
  "queue.run.otherwise": "Or",
  "fact.act.expected-day-moved": "record of a new expected day",
  "fact.what.today": "today",
  "event.expected-day-moved": "{precondition}: expected day moved from {from} to {to}: {reason}",
  "event.expected-day-moved.past-validity": "{precondition}: expected day moved from {from} to {to}: {reason}. The first opinion runs out before, on {validTo}",
  "refusal.expected-day-unchanged": "That is the day expected already",
  "refusal.expected-day-past-validity":
    "{on} lies after the end of a simulated opinion ({validTo}), which then lapses and is examined anew; tick that this is known if it must be so",

  "portal.simulation.moved": "{precondition}: expected day moved from {from} to {to}: {reason}",
  "portal.simulation.may-leave": "You may leave until the first simulated opinion is given.",
  "letter.since": "Since it was signed",
  "letter.since.text": "These days have moved since; the text of the letter and the signature stay.",
  "letter.outdated": "What the letter says has changed since you signed it. Take the signature back and sign the letter as it is now.",
  "letter.leave.title": "Leave simulated approval",
  "letter.leave.text": "Until the first simulated opinion is given you may leave the whole run. Its items end with it; the ordinary way stays open.",
  "letter.leave": "Leave simulated approval",
  "letter.leave.reason": "Reason",
  "done.simulation-left": "You have left simulated approval.",

  "commitment.outdated":
    "What the letter says has changed since it was signed: the enterprise takes its signature back and signs it as it is now; preliminary check and publicity start again.",
  "commitment.portal.outdated":
    "What the letter says has changed since you signed: take the signature back and sign it as it is now. The publicity then starts again.",
  "commitment.portal.withdraw": "You may take your signature back until the promise is in force; signed anew, preliminary check and publicity start again.",
  "commitment.portal.todo.sign-anew": "Take back and sign again: the project commitment letter",
  "letter.project-commitment.plain.4":
    "You may not operate before verification. You may take the signature back until the promise is in force; signed anew, it is checked and made public again.",
  "letter.project-commitment.lead":
    "Please read the standards first. The authorities then check your promise and make it public; you may take it back until it is in force.",
  "letter.project-commitment.withdraw.until":
    "Possible until the promise is in force; an open objection is ruled on first. Signed anew, it is checked again and the publicity starts again.",

  "plan.drop.standing": "Works may not start without these and the law asks for them first, so they cannot be left out: {items}",
};
