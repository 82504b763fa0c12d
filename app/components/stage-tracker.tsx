import type { ReactNode } from "react";
import type { CivilDay } from "../domain/calendar/calendar-date";
import type { ItemStatus } from "../domain/case/state";
import type { VainEnding } from "../domain/case/vain-ending";
import type { ClockLight } from "../domain/clock/clock";
import type { Words as Name } from "../domain/pack/pack";
import { Tracker } from "./progress";
import { LightTag, Tag } from "./tag";
import { useWords } from "./words";

/** Who has the next move on an item. */
type Holder =
  | { readonly kind: "prerequisites"; readonly waitsFor: readonly Name[] }
  | { readonly kind: "to-submit" | "to-reach" | "simulation" | "investor" | "window" | "manager" | "issuing" | "courier" | "nobody" }
  /** `returned`: what the level above gave back, since when and why. */
  | {
      readonly kind: "department";
      readonly name: Name;
      readonly returned: { readonly by: string; readonly on: CivilDay; readonly reason: string } | null;
    }
  | { readonly kind: "upper"; readonly name: Name; readonly since: CivilDay; readonly received: boolean }
  | { readonly kind: "procedure"; readonly name: Name; readonly department: Name; readonly since: CivilDay; readonly days: number };

export interface TrackedItem {
  readonly itemNo: string;
  readonly name: Name;
  readonly status: ItemStatus;
  readonly department: Name;
  readonly holder: Holder;
  readonly light: ClockLight;
  readonly dueOn: CivilDay | null;
  readonly provisional: boolean;
  /** Working days to the due day; negative once it has passed. */
  readonly remaining: number | null;
  readonly endedOn: CivilDay | null;
  readonly closed: boolean;
  /** How and why it ended without what it was for; `anew`: it is still wanted. */
  readonly vain:
    | (VainEnding & { readonly remedies: { readonly reconsiderationDays: number; readonly litigationMonths: number } | null; readonly anew: boolean })
    | null;
  /** The right body, where the window directed the applicant to one. */
  readonly signpost: { readonly body: string; readonly place: string } | null;
  readonly overdueReason: string | null;
  readonly deemedFrom: CivilDay | null;
  readonly gap: { readonly supplyBy: CivilDay; readonly missed: boolean; readonly waits: boolean } | null;
}

export interface TrackedStage {
  readonly code: string;
  readonly name: Name;
  readonly state: "done" | "current" | "todo";
  readonly endedOn: CivilDay | null;
  readonly lateCount: number;
  readonly warnCount: number;
  readonly pausedCount: number;
  readonly closedCount: number;
  readonly vainCount: number;
  readonly items: readonly TrackedItem[];
}

interface StageTrackerProps {
  readonly stages: readonly TrackedStage[];
  readonly today: CivilDay;
}

/** The stages of a project as outsiders see them: those under way open, the others one line that unfolds. */
export function StageTracker({ stages, today }: StageTrackerProps) {
  const { t, pick, day } = useWords();
  return (
    <Tracker
      label={t("portal.stages")}
      steps={stages.map((stage) => ({
        key: stage.code,
        name: pick(stage.name),
        state: stage.state,
        note:
          stage.state === "done"
            ? t("portal.stage.done", { day: day(stage.endedOn) })
            : t("portal.stage.count", { closed: stage.closedCount, n: stage.items.length }),
        tag: <StageTag stage={stage} />,
        children: stage.state === "current" ? <OpenStage stage={stage} today={today} /> : <FoldedStage stage={stage} today={today} />,
      }))}
    />
  );
}

function StageTag({ stage: { lateCount, warnCount, pausedCount, vainCount } }: { stage: TrackedStage }) {
  const { t } = useWords();
  if (vainCount > 0) return <Tag tone="late">{t("portal.stage.vain", { n: vainCount })}</Tag>;
  if (lateCount > 0) return <Tag tone="late">{t("portal.stage.late", { n: lateCount })}</Tag>;
  if (warnCount > 0) return <Tag tone="warn">{t("portal.stage.warn", { n: warnCount })}</Tag>;
  return pausedCount > 0 ? <Tag tone="hold">{t("portal.stage.paused", { n: pausedCount })}</Tag> : null;
}

const RANK: Readonly<Record<ClockLight, number>> = { late: 0, warn: 1, ok: 3, paused: 4, none: 5 };
const urgency = (item: TrackedItem) => (item.holder.kind === "investor" ? 2 : RANK[item.light]);

const Vain = ({ stage, today }: { stage: TrackedStage; today: CivilDay }) => {
  const vain = stage.items.filter((item) => item.vain !== null);
  return vain.length === 0 ? null : <ItemLines items={vain} today={today} />;
};

/** Nobody has to unfold a stage to read that something in it failed. */
function FoldedStage({ stage, today }: { stage: TrackedStage; today: CivilDay }) {
  const { t } = useWords();
  const rest = stage.items.filter((item) => item.vain === null);
  return (
    <>
      <Vain stage={stage} today={today} />
      {rest.length > 0 && <Folded label={t("portal.stage.show", { n: rest.length })} items={rest} today={today} />}
    </>
  );
}

/** What failed, what moves, then what could start, then the rest folded away. */
function OpenStage({ stage, today }: { stage: TrackedStage; today: CivilDay }) {
  const { t } = useWords();
  const moving = stage.items
    .filter((item) => !item.closed && item.vain === null && (item.status !== "planned" || item.holder.kind === "simulation"))
    .sort((a, b) => urgency(a) - urgency(b));
  const ready = stage.items.filter((item) => item.holder.kind === "to-submit" || item.holder.kind === "to-reach");
  const waiting = stage.items.filter((item) => item.holder.kind === "prerequisites");
  const closed = stage.items.filter((item) => item.closed && item.vain === null);
  return (
    <>
      <Vain stage={stage} today={today} />
      <ItemLines items={[...moving, ...ready]} today={today} />
      {waiting.length > 0 && <Folded label={t("portal.stage.waiting", { n: waiting.length })} items={waiting} today={today} />}
      {closed.length > 0 && <Folded label={t("portal.stage.closed", { n: closed.length })} items={closed} today={today} />}
    </>
  );
}

const Folded = ({ label, items, today }: { label: string; items: readonly TrackedItem[]; today: CivilDay }) => (
  <details className="fold">
    <summary>{label}</summary>
    <ItemLines items={items} today={today} />
  </details>
);

const ItemLines = ({ items, today }: { items: readonly TrackedItem[]; today: CivilDay }) => (
  <ul className="lines">
    {items.map((item) => (
      <ItemLine key={item.itemNo} item={item} today={today} />
    ))}
  </ul>
);

function ItemLine({ item, today }: { item: TrackedItem; today: CivilDay }) {
  const { t, pick, day, shortDay } = useWords();
  const situation = useSituation();
  const tag: ReactNode =
    item.vain !== null ? (
      <Tag tone="late">{t("portal.item.vain.tag")}</Tag>
    ) : item.holder.kind === "investor" ? (
      <Tag tone="warn">{t("portal.item.investor.tag")}</Tag>
    ) : item.gap?.waits ? (
      <Tag tone={item.gap.missed ? "late" : "warn"}>{t("portal.item.gap.tag")}</Tag>
    ) : (
      <LightTag light={item.light} remaining={item.remaining} />
    );
  return (
    <li className="line">
      <p className="line__name">
        {pick(item.name)} {tag}
      </p>
      <p className="line__note">
        {situation(item, today)}
        {item.dueOn && ` ${t(item.light === "late" ? "portal.item.overdue" : "portal.item.due", { day: shortDay(item.dueOn, today) })}`}
        {item.dueOn && item.provisional && ` ${t("due.provisional")}`}
        {item.deemedFrom && !item.closed && ` ${t("portal.item.deemed", { day: day(item.deemedFrom) })}`}
        {item.gap && ` ${t(`portal.item.gap.${item.gap.missed ? "missed" : "open"}`, { day: day(item.gap.supplyBy) })}`}
        {item.gap?.waits && ` ${t("portal.item.gap.waits")}`}
        {item.overdueReason && ` ${t("portal.item.overdue-reason", { reason: item.overdueReason })}`}
      </p>
      {item.vain && <VainNote vain={item.vain} />}
    </li>
  );
}

/** Why it failed and what can be done about it. */
function VainNote({ vain: { reason, decisionNo, remedies, anew } }: { vain: NonNullable<TrackedItem["vain"]> }) {
  const { t } = useWords();
  const said = [
    ...(reason ? [t("portal.item.vain.reason", { reason })] : []),
    ...(decisionNo ? [t("portal.item.vain.no", { no: decisionNo })] : []),
    ...(remedies ? [t("portal.item.vain.remedy", { n: remedies.reconsiderationDays, months: remedies.litigationMonths })] : []),
    ...(anew ? [t("portal.item.vain.anew")] : []),
  ];
  return said.length === 0 ? null : <p className="line__note">{said.join(" ")}</p>;
}

/** Where an item is, in one sentence for the investor. */
function useSituation(): (item: TrackedItem, today: CivilDay) => string {
  const { t, pick, day, shortDay } = useWords();
  return ({ holder, status, department, endedOn, vain, signpost }, today) => {
    switch (holder.kind) {
      case "department":
        return holder.returned
          ? t("portal.item.returned", {
              body: holder.returned.by,
              day: shortDay(holder.returned.on, today),
              reason: holder.returned.reason,
              department: pick(holder.name),
            })
          : t("portal.item.department", { department: pick(holder.name) });
      case "procedure":
        return t("portal.item.procedure", {
          department: pick(holder.department),
          procedure: pick(holder.name),
          day: shortDay(holder.since, today),
          n: holder.days,
        });
      case "upper":
        return t(holder.received ? "portal.item.upper.received" : "portal.item.upper", { body: pick(holder.name), day: shortDay(holder.since, today) });
      case "prerequisites":
        return t("portal.item.prerequisites", { items: holder.waitsFor.map(pick) });
      case "issuing":
        return t(status === "granted" ? "portal.item.granted" : status === "issued" ? "portal.item.issued" : "portal.item.refused", {
          department: pick(department),
        });
      case "nobody":
        if (signpost) return t("portal.item.signposted", { ...signpost, day: day(endedOn) });
        return t(`portal.item.ended.${vain?.outcome ?? "done"}`, { day: day(vain ? vain.on : endedOn) });
      default:
        return t(`portal.item.${holder.kind}`, { department: pick(department) });
    }
  };
}
