import type { ReactNode } from "react";
import type { Instant } from "../domain/calendar/calendar-date";
import { useWords } from "./words";

export interface TrackerStep {
  readonly key: string;
  readonly name: string;
  readonly state: "done" | "current" | "todo";
  /** 11-12 完成 */
  readonly note?: ReactNode;
  readonly tag?: ReactNode;
  /** Only the current step is open. */
  readonly children?: ReactNode;
}

/** The stages as the investor sees them: a fixed order, one of them open. */
export function Tracker({ label, steps }: { label: string; steps: readonly TrackerStep[] }) {
  const { t } = useWords();
  return (
    <ol className="tracker" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={`step step--${step.state}`} aria-current={step.state === "current" ? "step" : undefined}>
          <span className="step__dot" aria-hidden="true" />
          <div>
            <p className="step__name">
              <b>{step.name}</b> <span className="visually-hidden">{t(`tracker.${step.state}`)}</span> {step.tag}{" "}
              {step.note && <span className="muted">{step.note}</span>}
            </p>
            {step.children && <div className="step__body">{step.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface HistoryEntry {
  readonly key: string;
  readonly title: ReactNode;
  readonly at: Instant;
  readonly by: string;
  readonly tags?: ReactNode;
  readonly children?: ReactNode;
}

/** What happened, newest first: what, when, by whom. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const { dayTime } = useWords();
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.key}>
          <p className="history__title">
            <b>{entry.title}</b> {entry.tags}
          </p>
          <p className="history__meta">
            <time dateTime={entry.at}>{dayTime(entry.at)}</time> · {entry.by}
          </p>
          {entry.children && <div className="history__body">{entry.children}</div>}
        </li>
      ))}
    </ol>
  );
}
