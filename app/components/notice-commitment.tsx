import type { CivilDay } from "../domain/calendar/calendar-date";
import type { NoticeCommitment, NoticeStatus } from "../domain/case/parts/notice-commitment";
import type { ClockLight } from "../domain/clock/clock";
import { DataTable } from "./table";
import { LightTag, Tag, type Tone } from "./tag";
import { useWords } from "./words";

const TONE: Readonly<Partial<Record<NoticeStatus, Tone>>> = { closed: "ok", rectifying: "warn", failed: "late", revoked: "late" };

export function NoticeStatusTag({ status }: { status: NoticeStatus }) {
  const { t } = useWords();
  return <Tag tone={TONE[status]}>{t(`notice.status.${status}`)}</Tag>;
}

interface NoticeDueProps {
  readonly on: CivilDay;
  readonly light: ClockLight;
  /** Calendar days to `on`; negative once it has passed. */
  readonly daysLeft: number | null;
  readonly provisional?: boolean;
}

/** The day waited for with its light, never the colour alone. */
export function NoticeDue({ on, light, daysLeft, provisional }: NoticeDueProps) {
  const { t, day } = useWords();
  return (
    <>
      {day(on)} <LightTag light={light} remaining={daysLeft} />
      {provisional && <span className="muted"> {t("due.provisional")}</span>}
    </>
  );
}

/** What was told, how it is shown, by when, and how the enterprise says it will meet it. */
export function NoticeStandards({ record }: { record: Pick<NoticeCommitment, "standards" | "manners"> }) {
  const { t, pick, day } = useWords();
  return (
    <DataTable
      caption={t("notice.standards")}
      stacked
      rows={record.standards.map((standard, index) => ({ ...standard, n: index + 1, manner: record.manners[index] ?? null }))}
      rowKey={({ n }) => String(n)}
      columns={[
        {
          key: "standard",
          header: t("notice.standard"),
          rowHeader: true,
          cell: ({ n, textZh, textEn }) => (
            <>
              {n}. {pick({ zh: textZh, en: textEn })}
            </>
          ),
        },
        { key: "shownBy", header: t("notice.shownBy"), cell: ({ shownBy }) => shownBy },
        { key: "metBy", header: t("notice.metBy"), cell: ({ metBy }) => (metBy === null ? t("notice.metBy.at-once") : day(metBy)) },
        { key: "manner", header: t("notice.manner"), cell: ({ manner }) => manner ?? <span className="muted">{t("notice.manner.none")}</span> },
      ]}
    />
  );
}

/** Every check with its evidence. */
export function NoticeChecks({ record }: { record: Pick<NoticeCommitment, "checks"> }) {
  const { t, day } = useWords();
  if (record.checks.length === 0) return <p className="muted">{t("notice.checks.none")}</p>;
  return (
    <DataTable
      caption={t("notice.checks")}
      stacked
      rows={record.checks.map((check, index) => ({ ...check, key: String(index) }))}
      rowKey={({ key }) => key}
      columns={[
        { key: "on", header: t("notice.check.on"), rowHeader: true, cell: ({ on }) => day(on) },
        {
          key: "outcome",
          header: t("notice.check.outcome"),
          cell: ({ outcome, failed }) => (
            <>
              <Tag tone={outcome === "met" ? "ok" : "late"}>{t(`notice.check.${outcome}`)}</Tag>
              {failed.length > 0 && <> {t("notice.check.failed", { n: failed.map(String) })}</>}
            </>
          ),
        },
        { key: "looked", header: t("notice.check.looked"), cell: ({ looked }) => looked },
        { key: "inspectors", header: t("notice.check.inspectors"), cell: ({ inspectors }) => inspectors.join(t("list.comma")) },
        { key: "reference", header: t("notice.check.reference"), cell: ({ reference }) => reference ?? "--" },
      ]}
    />
  );
}
