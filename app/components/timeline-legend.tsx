import type { ReactNode } from "react";
import type { TimelineMark } from "../domain/timeline/day-marks";
import type { TimelineLayout } from "../domain/timeline/layout";
import type { Key } from "../i18n";
import { MarkShape } from "./timeline-marks";
import { useWords } from "./words";

const Swatch = ({ children }: { children: ReactNode }) => (
  <svg className="tl__swatch" width="22" height="14" aria-hidden="true">
    {children}
  </svg>
);

interface LegendProps {
  readonly deadline: TimelineLayout["deadline"];
  readonly marks: readonly TimelineMark[];
  readonly simulated: boolean;
}

/** What the marks of the picture mean; those that a project may have or not are told where it has them. */
export function TimelineLegend({ deadline, marks, simulated }: LegendProps) {
  const { t } = useWords();
  const entries: readonly (readonly [key: Key, mark: ReactNode])[] = [
    ["timeline.legend.actual", <rect key="mark" className="tl-bar tl-bar--ended" x="1" y="2" width="20" height="10" rx="2" />],
    ["timeline.legend.forecast", <rect key="mark" className="tl-forecast" x="1" y="2.5" width="20" height="9" rx="2" />],
    ["timeline.legend.baseline", <rect key="mark" className="tl-baseline" x="1" y="6" width="20" height="2" />],
    ["timeline.legend.intake", <rect key="mark" className="tl-intake" x="1" y="4.5" width="20" height="5" />],
    ["timeline.legend.paused", <path key="mark" className="tl-hatched" d="M1 2h20v10H1zM3 12 13 2M9 12 19 2M15 12l6-6M1 8l6-6" />],
    ["timeline.legend.correction", <rect key="mark" className="tl-correction" x="1" y="4.5" width="20" height="5" />],
    ["timeline.legend.overdue", <rect key="mark" className="tl-overdue" x="1" y="2" width="20" height="10" rx="2" />],
    ["timeline.legend.due", <line key="mark" className="tl-due" x1="11" x2="11" y1="1" y2="13" />],
  ];
  return (
    <ul className="tl__legend">
      {entries.map(([key, mark]) => (
        <li key={key}>
          <Swatch>{mark}</Swatch>
          {t(key)}
        </li>
      ))}
      {marks.some(({ kind }) => kind === "gap") && (
        <li>
          <Swatch>
            <g transform="translate(11 7)">
              <MarkShape kind="gap" state="open" />
            </g>
          </Swatch>
          {t("timeline.legend.gap")}
        </li>
      )}
      {marks.some(({ kind }) => kind === "review") && (
        <li>
          <Swatch>
            <g transform="translate(6 7)">
              <MarkShape kind="review" state="planned" />
            </g>
            <g transform="translate(17 7)">
              <MarkShape kind="review" state="held" />
            </g>
          </Swatch>
          {t("timeline.legend.review")}
        </li>
      )}
      {marks.some(({ kind }) => kind === "promise") && (
        <li>
          <Swatch>
            <g transform="translate(11 7)">
              <MarkShape kind="promise" state="check-due" />
            </g>
          </Swatch>
          {t("timeline.notice.legend")}
        </li>
      )}
      {marks.some(({ kind }) => kind === "commitment") && (
        <li>
          <Swatch>
            <g transform="translate(11 7)">
              <MarkShape kind="commitment" state="check-due" />
            </g>
          </Swatch>
          {t("commitment.timeline.legend")}
        </li>
      )}
      {simulated && (
        <>
          <li>
            <Swatch>
              <path className="tl-sim__swatch" d="M1 2h20v10H1zM1 4l8 8M5 2l10 10M11 2l10 10M17 2l4 4" />
            </Swatch>
            {t("timeline.legend.simulated")}
          </li>
          <li>
            <Swatch>
              <rect className="tl-sim__valid" x="1" y="4" width="20" height="6" />
            </Swatch>
            {t("timeline.legend.valid")}
          </li>
          <li>
            <Swatch>
              <line className="tl-sim__trigger" x1="11" x2="11" y1="0" y2="14" />
            </Swatch>
            {t("timeline.legend.trigger")}
          </li>
          <li>
            <Swatch>
              <line className="tl-sim__due" x1="11" x2="11" y1="1" y2="13" />
            </Swatch>
            {t("timeline.legend.convert")}
          </li>
        </>
      )}
      {deadline && (
        <li>
          <Swatch>
            <line className={deadline.exceeded ? "tl-deadline tl-deadline--past" : "tl-deadline"} x1="11" x2="11" y1="0" y2="14" />
          </Swatch>
          {t(deadline.exceeded ? "timeline.deadline.exceeded" : "timeline.deadline")}
        </li>
      )}
      <li>
        <span className="tl__critical" aria-hidden="true">
          ◆
        </span>
        {t("timeline.legend.critical")}
      </li>
    </ul>
  );
}
