import type { CivilDay } from "../domain/calendar/calendar-date";
import type { NextStep } from "../domain/case/next-steps/step";
import type { ClockLight } from "../domain/clock/clock";
import type { Words as Named } from "../domain/pack/pack";
import { isKey } from "../i18n";
import { pointWords } from "../i18n/point-words";
import { classNames } from "./class-names";
import { LightTag, TONE_OF_LIGHT } from "./tag";
import { useWords, type Words } from "./words";

/** So many departments are named; more are spoken of together. */
const MOST_NAMED = 2;

/** One next thing with names, and how near its day is. */
interface ShownStep extends Pick<NextStep, "code" | "who" | "point" | "precondition"> {
  readonly departments: readonly Named[];
  readonly items: readonly Named[];
  readonly by: CivilDay | null;
  readonly light: ClockLight;
  /** Working days to `by`; negative once it has passed. */
  readonly workingDaysLeft: number | null;
}

interface StepProps {
  readonly steps: readonly ShownStep[];
  /** The enterprise is spoken to, everybody else is spoken about. */
  readonly to?: "enterprise";
}

function whoText({ who, departments }: ShownStep, { t, pick }: Words): string {
  return who === "department" && departments.length > 0 && departments.length <= MOST_NAMED
    ? departments.map(pick).join(t("list.comma"))
    : t(`next.who.${who}`);
}

/** What is done, about what. */
function whatText({ code, point, precondition, items }: ShownStep, { t, pick }: Words): string {
  const facts = {
    items: items.map(pick),
    ...pointWords(t, point),
    precondition: precondition && t(`simulation.precondition.${precondition}`),
  };
  if (code === "commitment-check" && point === "verification") return t("next.commitment-verify");
  return t(`next.${code}`, facts);
}

/** The whole sentence. The enterprise is asked; where others decide about it, it is told so. */
function sentence(step: ShownStep, to: StepProps["to"], words: Words): string {
  const { t } = words;
  const told = `next.${step.code}.you`;
  if (to === "enterprise" && isKey(told)) return t(told);
  const what = whatText(step, words);
  return to === "enterprise" && step.who === "enterprise" ? t("next.line.you", { what }) : t("next.line", { who: whoText(step, words), what });
}

/** The last day, the day that has to pass, or the day expected. */
function ByDay({ step }: { step: ShownStep }) {
  const { t, day } = useWords();
  if (step.by === null) return null;
  const key = step.who === "nobody" ? "next.until" : step.code === "run-bring" ? "next.expected" : "next.by";
  return (
    <span className="next-steps__by">
      <time dateTime={step.by}>{t(key, { day: day(step.by) })}</time> <LightTag light={step.light} remaining={step.workingDaysLeft} />
    </span>
  );
}

/** What comes next: who does what by which day. Said first wherever a run, a commitment or a promise is shown. */
export function NextSteps({ steps, to }: StepProps) {
  const words = useWords();
  if (steps.length === 0) return null;
  return (
    <ul className="next-steps">
      {steps.map((step) => {
        const says = sentence(step, to, words);
        return (
          <li key={`${says} ${step.by}`} className={classNames("next-steps__one", `next-steps__one--${TONE_OF_LIGHT[step.light]}`)}>
            <span>{says}</span>
            <ByDay step={step} />
          </li>
        );
      })}
    </ul>
  );
}
