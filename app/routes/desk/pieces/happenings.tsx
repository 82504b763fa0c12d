import type { EventNames } from "../../../application/queries/event-names";
import { HistoryList, Tag, useWords } from "../../../components";
import type { RecordedEvent } from "../../../domain/case/events";
import type { Words as Name } from "../../../domain/pack/pack";
import type { Translate } from "../../../i18n";
import { eventSentence } from "../../../i18n/event-sentence";
import { shortDigest } from "../../../i18n/formats";

interface HappeningsProps {
  readonly events: readonly RecordedEvent[];
  readonly names: EventNames;
  /** With the position and digest of each event, as on the history page. */
  readonly withChain?: boolean;
}

/** What happened, newest first: the sentence, the day it happened, when and by whom it was entered. */
export function Happenings({ events, names, withChain }: HappeningsProps) {
  const { t, pick, day } = useWords();
  const name = (from: Readonly<Record<string, Name>>, key: string) => {
    const found = from[key];
    return found ? pick(found) : key;
  };
  const words = {
    item: (id: string) => name(names.items, id),
    department: (code: string) => name(names.departments, code),
    procedure: (kind: string) => name(names.procedures, kind),
    stage: (code: string) => name(names.stages, code),
    step: (itemId: string, code: string) => name(names.steps[itemId] ?? {}, code),
    day,
  };
  return (
    <HistoryList
      entries={events.map((event) => ({
        key: String(event.seq),
        title: eventSentence(t, event.event, words),
        at: event.recordedAt,
        by: byWhom(event, t),
        tags: event.backDated ? <Tag tone="warn">{t("history.back-dated")}</Tag> : undefined,
        children: <Meta event={event} withChain={withChain} />,
      }))}
    />
  );
}

/** Who entered it; under a cover both are named. */
function byWhom({ actorRole, actorName: name, onBehalfOf }: RecordedEvent, t: Translate): string {
  if (actorRole === "system") return t("role.system");
  const role = t(`role.${actorRole as "agent"}`);
  return onBehalfOf ? t("history.by-behalf", { name, principal: onBehalfOf.name, role }) : t("history.by", { name, role });
}

/** The day it happened where that is not the day of the entry, and the event's place in the chain where that is asked for. */
function Meta({ event, withChain }: { event: RecordedEvent; withChain?: boolean }) {
  const { t, day, dayTime } = useWords();
  const elsewhen = event.happenedOn !== null && !dayTime(event.recordedAt).startsWith(event.happenedOn);
  if (!elsewhen && !withChain) return null;
  return (
    <p className="history__meta">
      {event.happenedOn && t("history.happened", { day: day(event.happenedOn) })}
      {withChain && (
        <>
          {event.happenedOn && " · "}
          {t("history.seq", { seq: event.seq })} <code title={event.hash}>{shortDigest(event.hash)}</code>
        </>
      )}
    </p>
  );
}
