import type { ReactNode } from "react";
import { Alert, PageHead, Shell, useWords } from "../../../components";
import type { Facts, Key } from "../../../i18n";
import { ActErrors, ActForm, Consequences } from "./act-form";
import type { ActState } from "./answer-act";
import { ChangedMeanwhile, orAnyway } from "./changed-meanwhile";
import type { ActFields } from "./fields";

interface ActPageProps {
  readonly titleKey: Key;
  /** Where the page leads back to. */
  readonly back: { readonly href: string; readonly name: string };
  readonly fields: ActFields;
  readonly state: ActState | undefined;
  /** Version of the case the form was drawn from. */
  readonly version: number;
  readonly explainKey: Key;
  /** What the explanation names, such as the days of the place. */
  readonly explainFacts?: Facts;
  readonly grave?: boolean;
  readonly submitKey: Key;
  /** Stands in place of the form where the act cannot be taken now; null where it can. */
  readonly notNow?: ReactNode;
  /** Between what the act brings with it and the form. */
  readonly warning?: ReactNode;
  /** What the act is about, so that nothing is done to the wrong thing. */
  readonly children?: ReactNode;
}

/** The page of one act: what is wrong, what it is about, what it brings with it, its form. */
export function ActPage({ titleKey, back, fields, state, version, explainKey, explainFacts, grave, submitKey, notNow, warning, children }: ActPageProps) {
  const { t } = useWords();
  return (
    <Shell current="projects" narrow>
      <ActErrors state={state} fields={fields} />
      <PageHead title={t(titleKey)} over={<a href={back.href}>{t("acts.back-to", { name: back.name })}</a>} />
      <ChangedMeanwhile state={state} />
      {children}
      {notNow ?? (
        <>
          <Consequences textKey={explainKey} facts={explainFacts} grave={grave} />
          {warning}
          <ActForm fields={fields} state={state} version={version} submit={t(orAnyway(state, submitKey))} cancelHref={back.href} />
        </>
      )}
    </Shell>
  );
}

/** The act cannot be taken in this state: says why, and leads back where there is another place to go. */
export function NotNow({ backHref, children }: { readonly backHref?: string; readonly children: ReactNode }) {
  const { t } = useWords();
  return (
    <Alert tone="warning" title={t("acts.not-now")}>
      {children}
      {backHref && (
        <p>
          <a href={backHref}>{t("acts.back")}</a>
        </p>
      )}
    </Alert>
  );
}
