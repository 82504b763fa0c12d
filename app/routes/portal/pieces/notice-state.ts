import type { PortalNotice } from "../../../application/queries/portal-notices";
import type { Words } from "../../../components";

/** Where a notice commitment stands, in one sentence to the enterprise. */
export function stateText({ status, outdated, dueOn, light, reason, revocationNo }: PortalNotice, { t, day }: Words): string {
  if (outdated) return t("portal.notice.todo.sign-anew.text");
  if (status === "rectifying" && light === "late") return t("next.notice-over.you");
  if (status === "granted" && dueOn === null) return t("portal.notice.state.granted.unstated");
  return t(`portal.notice.state.${status}`, { day: dueOn && day(dueOn), reason, no: revocationNo });
}
