import { Card, useWords } from "../../../components";
import type { Key } from "../../../i18n";
import type { FormState } from "../../../i18n/message";
import { Happenings } from "../pieces/happenings";
import type { ActState } from "./answer-act";

/** What others recorded since the form was shown, above a form that came back because of it. */
export function ChangedMeanwhile({ state }: { state: ActState | undefined }) {
  const { t } = useWords();
  if (!state?.changes || state.changes.events.length === 0) return null;
  return (
    <Card title={t("acts.changed")} tone="warn">
      <p>{t("acts.changed.text")}</p>
      <Happenings events={state.changes.events} names={state.changes.names} />
    </Card>
  );
}

/** What the button says: once the changes were shown, that it is done all the same. */
export const orAnyway = (state: FormState | undefined, key: Key): Key => (state?.refusal?.code === "case-changed" ? "acts.submit-anyway" : key);
