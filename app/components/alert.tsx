import type { ReactNode } from "react";
import { useWords } from "./words";

export type AlertTone = "info" | "success" | "warning" | "error";

interface AlertProps {
  readonly tone: AlertTone;
  readonly title?: string;
  /** The result of what was just done: announced to screen readers. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

const MARK: Record<AlertTone, string> = { info: "i", success: "✓", warning: "▲", error: "■" };

/** Result of an act or a service notice. Stays until read; not for errors in a form. */
export function Alert({ tone, title, live, children }: AlertProps) {
  const { t } = useWords();
  return (
    <div className={`alert alert--${tone}`} role={live ? "status" : undefined}>
      <span className="alert__mark" aria-hidden="true">
        {MARK[tone]}
      </span>
      <div className="alert__body">
        <span className="visually-hidden">{t(`alert.${tone}`)}</span>
        {title && <p className="alert__title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
