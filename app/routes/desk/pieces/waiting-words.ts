import type { WaitingRow } from "../../../application/queries/waiting-queue";
import type { Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import { isKey } from "../../../i18n";

/** Why a row waits, in one sentence. */
export function waitingReason({ kind, note, amount, due }: Pick<WaitingRow, "kind" | "note" | "amount" | "due">, { t, day }: Words): string {
  const facts = { note: sayNote(kind, note, t), n: amount, day: due === null ? "" : day(due) };
  if (kind === "overdue-reason" && note !== null) return t("queue.why.overdue-reason.given", facts);
  const undated = `queue.why.${kind}.undated`;
  return due === null && isKey(undated) ? t(undated, facts) : t(`queue.why.${kind}`, facts);
}

/** Since which day it waits, and how many working days that is. */
export const waitingSince = ({ since, waitedWorkingDays: n }: Pick<WaitingRow, "since" | "waitedWorkingDays">, today: CivilDay, { t, day }: Words): string =>
  since === today ? t("queue.since.today") : t("queue.since", { day: day(since), n });

/** Codes of steps and supervision points come as data and are said in words; everything else is what people wrote. */
function sayNote(kind: WaitingRow["kind"], note: string | null, t: Words["t"]): string {
  if (note === null) return "";
  const key =
    kind === "commitment-acceptance"
      ? `queue.step.${note}`
      : kind === "commitment-check" || kind === "commitment-check-day" || kind === "commitment-breach"
        ? `queue.point.${note}`
        : "";
  return isKey(key) ? t(key) : note;
}
