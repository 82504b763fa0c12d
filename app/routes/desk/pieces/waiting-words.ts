import type { WaitingRow } from "../../../application/queries/waiting-queue";
import type { Words } from "../../../components";
import { isKey } from "../../../i18n";

/** Why a row waits, in one sentence. */
export function waitingReason({ kind, note, amount, due }: Pick<WaitingRow, "kind" | "note" | "amount" | "due">, { t, day }: Words): string {
  const facts = { note: sayNote(kind, note, t), n: amount, day: due === null ? "" : day(due) };
  if (kind === "overdue-reason" && note !== null) return t("queue.why.overdue-reason.given", facts);
  const undated = `queue.why.${kind}.undated`;
  return due === null && isKey(undated) ? t(undated, facts) : t(`queue.why.${kind}`, facts);
}

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
