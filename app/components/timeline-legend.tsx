import type { ReactNode } from "react";
import type { TimelineMark } from "../domain/timeline/day-marks";
import type { TimelineLayout } from "../domain/timeline/layout";
import type { Key } from "../i18n";
import { type LaneEntry, laneLegend, markLegend } from "../i18n/timeline-words";
import { MarkShape } from "./timeline-marks";
import { useWords } from "./words";

const Swatch = ({ children }: { children: ReactNode }) => (
  <svg className="tl__swatch" width="22" height="14" aria-hidden="true">
    {children}
  </svg>
);

/** The marks of everything simulated. */
const LANE: Readonly<Record<LaneEntry, ReactNode>> = {
  simulated: <path className="tl-sim__swatch" d="M1 2h20v10H1zM1 4l8 8M5 2l10 10M11 2l10 10M17 2l4 4" />,
  valid: <rect className="tl-sim__valid" x="1" y="4" width="20" height="6" />,
  trigger: <line className="tl-sim__trigger" x1="11" x2="11" y1="0" y2="14" />,
  convert: <line className="tl-sim__due" x1="11" x2="11" y1="1" y2="13" />,
  "convert-late": <line className="tl-sim__due tl-sim__due--late" x1="11" x2="11" y1="1" y2="13" />,
  converted: <circle className="tl-sim__converted" cx="11" cy="7" r="5" />,
};

interface LegendProps {
  readonly deadline: TimelineLayout["deadline"];
  readonly marks: readonly TimelineMark[];
  readonly lane: TimelineLayout["lane"];
}

/** What the marks of the picture mean; those that a project may have or not are told where it has them. */
export function TimelineLegend({ deadline, marks, lane }: LegendProps) {
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
      {markLegend(marks).map(({ kind, state, key }) => (
        <li key={key}>
          <Swatch>
            <g transform="translate(11 7)">
              <MarkShape kind={kind} state={state} />
            </g>
          </Swatch>
          {t(key)}
        </li>
      ))}
      {lane &&
        laneLegend(lane).map((entry) => (
          <li key={entry}>
            <Swatch>{LANE[entry]}</Swatch>
            {t(`timeline.legend.${entry}`)}
          </li>
        ))}
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
