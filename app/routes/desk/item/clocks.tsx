import type { ClockView, ItemPage } from "../../../application/queries/item";
import { Card, KeyValues, LightTag, Meter, Tag, useRemainingText, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** Both clocks of the item: promised and legal, with what is used and left and where each limit comes from. */
export function Clocks({ page }: { page: ItemPage }) {
  const { t } = useWords();
  const { clocks, item, acceptBy, noticeBy, head } = page;
  return (
    <Card title={t("clock.title")}>
      {acceptBy && (
        <p>
          {t("clock.accept-by", { day: acceptBy })} {acceptBy < head.today && <Tag tone="late">{t("clock.accept-by.over")}</Tag>}
        </p>
      )}
      {noticeBy && (
        <p>
          {t("clock.notice-by", { day: noticeBy })} {noticeBy < head.today && <Tag tone="warn">{t("clock.notice-by.over")}</Tag>}
        </p>
      )}
      {clocks.length === 0 && <p className="muted">{t(item.tracked ? "clock.none.tracked" : "clock.none")}</p>}
      <div className="clocks">
        {clocks.map((clock) => (
          <Clock key={clock.which} clock={clock} itemNo={item.itemNo} />
        ))}
      </div>
    </Card>
  );
}

function Clock({ clock, itemNo }: { clock: ClockView; itemNo: string }) {
  const { t, day, weekday } = useWords();
  const { spec, reading, which, source, assumed } = clock;
  const total = spec.limitDays + spec.extensionDays;
  const unit = t(`clock.unit.${spec.unit}`);
  const ended = spec.endedOn !== null;
  const leftText = useRemainingText()(reading.light, reading.remainingDays, spec.unit);
  return (
    <section className="clock" aria-label={t(`clock.${which}`)}>
      <header className="clock__head">
        <h3>{t(`clock.${which}`)}</h3>
        {ended ? (
          <Tag tone={reading.overdueDays > 0 ? "late" : "plain"}>
            {reading.overdueDays > 0 ? t("clock.ended-late", { n: reading.overdueDays }) : t("clock.ended")}
          </Tag>
        ) : (
          <LightTag light={reading.light} />
        )}
      </header>
      <p className="clock__due">
        {reading.dueOn ? (
          <a href={paths.desk.itemDate(itemNo, { clock: which })}>
            <b>{day(reading.dueOn)}</b> {weekday(reading.dueOn)}
          </a>
        ) : (
          <a href={paths.desk.itemDate(itemNo, { clock: which })}>
            <b>{t("light.paused")}</b>
          </a>
        )}{" "}
        {!ended && reading.dueOn && <span className="muted">{leftText}</span>}
      </p>
      <Meter
        label={t("clock.used-of", { used: reading.usedDays, limit: total, unit })}
        max={Math.max(total, 1)}
        parts={[
          {
            key: "used",
            label: t("clock.used"),
            value: Math.min(reading.usedDays, Math.max(total, reading.usedDays)),
            tone: reading.overdueDays > 0 ? "late" : reading.light === "warn" ? "warn" : reading.paused ? "hold" : "accent",
          },
        ]}
      />
      <KeyValues
        rows={[
          {
            label: t("clock.limit"),
            value:
              spec.extensionDays > 0
                ? t("clock.limit.extended", { n: spec.limitDays, extra: spec.extensionDays, unit })
                : t("clock.days", { n: spec.limitDays, unit }),
          },
          { label: t("clock.startedOn"), value: day(spec.startedOn) },
          { label: t("clock.used"), value: t("clock.days", { n: reading.usedDays, unit }) },
          ...(reading.pausedDays > 0 ? [{ label: t("clock.paused"), value: t("clock.days", { n: reading.pausedDays, unit }) }] : []),
          { label: t("clock.source"), value: assumed ? t("clock.source.assumed", { source: source || t("unknown") }) : source || t("unknown") },
        ]}
      />
      {reading.provisional && <p className="muted">{t("due.provisional")}</p>}
      <p>
        <a href={paths.desk.itemDate(itemNo, { clock: which })}>{t("clock.explain")}</a>
      </p>
    </section>
  );
}
