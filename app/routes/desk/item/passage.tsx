import type { ItemPage } from "../../../application/queries/item";
import { Alert, Card, KeyValues, Tag, useWords } from "../../../components";

/** What the window found before it received the papers. */
export function Prechecks({ page: { passage } }: { page: ItemPage }) {
  const { t, day } = useWords();
  if (passage.prechecks.length === 0) return null;
  return (
    <Card title={t("prechecks.title")}>
      {passage.prechecks.map((precheck) => (
        <div key={precheck.id} className="passage">
          <p className="passage__what">
            <Tag tone={precheck.verdict === "fit" ? "ok" : "warn"}>{t(`prechecks.${precheck.verdict}`)}</Tag>
            <small>{t("prechecks.by", { day: day(precheck.checkedOn), name: precheck.byName })}</small>
          </p>
          {precheck.remarks.length > 0 && (
            <ol className="defects">
              {precheck.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ol>
          )}
        </div>
      ))}
    </Card>
  );
}

/** Papers, results and parcels: who gave what to whom, and who signed for it. */
export function Handovers({ page: { passage } }: { page: ItemPage }) {
  const { t, pick, day } = useWords();
  if (passage.handovers.length === 0) return null;
  return (
    <Card title={t("handovers.title")}>
      {passage.handovers.map((handover) => {
        const parcel = handover.carrier !== null && t("handovers.parcel", { carrier: handover.carrier, trackingNo: handover.trackingNo });
        const said = [
          handover.pieces !== null && t("handovers.pieces", { n: handover.pieces }),
          parcel,
          parcel && t("handovers.paid"),
          handover.contents,
          handover.identityChecked && t("handovers.identity"),
        ].filter(Boolean);
        return (
          <div key={handover.id} className="passage">
            <p className="passage__what">
              <b>{t(`handovers.${handover.kind}`, { department: handover.department && pick(handover.department) })}</b>
              {handover.arrivedOn === null ? (
                <Tag tone="warn">{t("handovers.open")}</Tag>
              ) : (
                <span>{t("handovers.arrived", { day: day(handover.arrivedOn), name: handover.receivedBy })}</span>
              )}
            </p>
            <small>
              {t("handovers.sent", { day: day(handover.sentOn), name: handover.sentByName })}
              {said.length > 0 && ` · ${said.join(" · ")}`}
            </small>
          </div>
        );
      })}
    </Card>
  );
}

/** Signposts given and questions asked where the window has no veto. */
export function Directions({ page: { passage, item } }: { page: ItemPage }) {
  const { t, day } = useWords();
  if (passage.directions.length === 0) return null;
  // A question is of no use any more once the item has moved on.
  const waits = item.status === "planned" || item.status === "received";
  return (
    <Card title={t("directions.title")}>
      {passage.directions.map((direction) => (
        <div key={direction.id} className="passage">
          <p className="passage__what">
            <b>{t(`directions.${direction.kind}`)}</b>
            {direction.kind === "path" && direction.answeredOn === null && (
              <Tag tone={waits ? "warn" : "plain"}>{t(waits ? "directions.open" : "directions.moot")}</Tag>
            )}
            {direction.kind === "signpost" && <span>{t("directions.to", { body: direction.body, place: direction.place })}</span>}
          </p>
          <p>{direction.text}</p>
          {direction.answeredOn && (
            <p>{t("directions.answered", { day: day(direction.answeredOn), name: direction.answeredByName, answer: direction.answer })}</p>
          )}
          <small>{t("handovers.sent", { day: day(direction.askedOn), name: direction.askedByName })}</small>
        </div>
      ))}
    </Card>
  );
}

/** Every sending to the level above: with whom it is, since when, and by when that level told to be done. */
export function Forwardings({ page: { passage, item } }: { page: ItemPage }) {
  const { t, day } = useWords();
  const { forwardings, upper, twoLevels } = passage;
  if (!passage.decidedAbove) return null;
  return (
    <Card title={t("forwardings.title")} tags={<Tag>{t(`level.${passage.level}`)}</Tag>}>
      {twoLevels && (
        <Alert tone="info">
          <p>
            {t("item.two-level.label")}
            {t("list.colon")}
            {t(twoLevels.eitherAccepts ? "item.two-level" : "item.two-level.unknown")}
            {twoLevels.assumed && ` · ${t("assumed")}`}
          </p>
          <p className="muted small">{twoLevels.source}</p>
        </Alert>
      )}
      {forwardings.map((one) => {
        const state = one.returnedOn ? "returned" : one.resultOn ? "decided" : "there";
        return (
          <section key={one.id} className="record" aria-label={t("forwardings.nth", { n: one.ordinal })}>
            <header className="record__head">
              <h3>{t("forwardings.nth", { n: one.ordinal })}</h3>
              <Tag tone={state === "there" && item.status === "forwarded" ? (upper?.late ? "late" : "hold") : "plain"}>{t(`forwardings.${state}`)}</Tag>
            </header>
            <KeyValues
              rows={[
                { label: t("forwardings.to"), value: one.upperBody },
                { label: t("forwardings.level"), value: t(`level.${one.level}`) },
                { label: t("forwardings.person"), value: one.personInCharge },
                { label: t("forwardings.letter"), value: one.letterNo },
                { label: t("forwardings.sentOn"), value: day(one.sentOn) },
                { label: t("forwardings.receiptOn"), value: one.upperReceiptOn && day(one.upperReceiptOn) },
                { label: t("forwardings.upperNo"), value: one.upperNo },
                {
                  label: t("forwardings.limit"),
                  value: one.upperLimitWorkingDays === null ? t("forwardings.limit.none") : t("forwardings.limit.days", { n: one.upperLimitWorkingDays }),
                },
                ...(state === "there" && upper?.dueOn ? [{ label: t("forwardings.due"), value: day(upper.dueOn) }] : []),
                ...(one.returnReason ? [{ label: t("forwardings.return"), value: one.returnReason }] : []),
                ...(one.resultOn
                  ? [
                      {
                        label: t("forwardings.result"),
                        value: t(one.granted ? "forwardings.result.granted" : "forwardings.result.refused", { no: one.resultNo, day: day(one.resultOn) }),
                      },
                    ]
                  : []),
              ]}
            />
          </section>
        );
      })}
    </Card>
  );
}
