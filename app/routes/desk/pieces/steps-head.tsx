import type { ReactNode } from "react";
import { PageHead, useWords } from "../../../components";

/** Heading of a step of the registration with its place among the three; going on is a separate button. */
export function StepHead({ step, title, over }: { step: 1 | 2 | 3; title: string; over?: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <PageHead title={title} over={over} lead={t("register.step", { n: step })} />
      <ol className="wizard" aria-label={t("register.steps")}>
        {([1, 2, 3] as const).map((n) => (
          <li key={n} className={n < step ? "wizard__done" : n === step ? "wizard__here" : ""} aria-current={n === step ? "step" : undefined}>
            {t(`register.step.${n}`)}
          </li>
        ))}
      </ol>
    </>
  );
}
