import type { ItemPage } from "../../../application/queries/item";
import { Card, KeyValues, Tag, Tracker, type TrackerStep, useWords, type Words } from "../../../components";
import type { ItemStatus } from "../../../domain/case/state";
import { paths } from "../../../web/paths";
import { HolderText } from "../pieces/holder";
import { ItemLink } from "../pieces/item-link";

/** The ordinary way of an item; ends off this way replace the step they leave from. */
const WAY: readonly ItemStatus[] = ["planned", "received", "accepted", "in-review", "granted", "issued", "delivered"];
const TRACKED_WAY: readonly ItemStatus[] = ["planned", "done"];
/** Where an ending off the ordinary way, or a turn in it, stands on that way. */
const BESIDE: Partial<Record<ItemStatus, ItemStatus>> = { forwarded: "in-review", correcting: "received", "not-accepted": "accepted", refused: "granted" };
const BROKEN_OFF: readonly ItemStatus[] = ["withdrawn", "signposted", "dropped", "revoked", "not-accepted"];

/** The states of the item in order, with their days, and who has it now. */
export function WhereItStands({ page }: { page: ItemPage }) {
  const { t, day } = useWords();
  const { item, record } = page;
  const way = item.tracked ? TRACKED_WAY : WAY;
  const days: Partial<Record<ItemStatus, string | null>> = {
    received: record.receivedOn,
    accepted: record.acceptedOn,
    "in-review": record.reviewStartedOn,
    granted: record.decidedOn,
    issued: record.issuedOn,
    delivered: record.deliveredOn,
    done: record.endedOn,
  };
  const place = way.indexOf(BESIDE[item.status] ?? item.status);
  const reached = place >= 0 ? place : way.reduce((last, status, index) => (days[status] ? index : last), 0);
  const brokenOff = BROKEN_OFF.includes(item.status);
  // A permit granted on a promise ended with its grant; it is revoked on a later day.
  const revokedOn = item.status === "revoked" ? (page.notice?.record.revokedOn ?? null) : null;
  const steps = way.slice(0, brokenOff ? reached + 1 : way.length).map((status, index): TrackerStep => {
    const here = index === reached;
    const shown = here && place >= 0 ? item.status : status === "granted" && item.status === "refused" ? "refused" : status;
    const on = days[status];
    return {
      key: status,
      name: t(`item.status.${shown}`),
      state: index < reached || (here && item.closed) ? "done" : here ? "current" : "todo",
      note: on ? day(on) : undefined,
      tag:
        status === "accepted" && record.deemedAccepted ? (
          <Tag tone="warn">{t("item.deemed")}</Tag>
        ) : status === "accepted" && record.jointAcceptance ? (
          <Tag>{t("item.joint")}</Tag>
        ) : undefined,
      children: here && !item.closed ? <HolderText holder={item.holder} /> : undefined,
    };
  });
  if (brokenOff && place < 0) steps.push({ key: "end", name: t(`item.status.${item.status}`), state: "done", note: day(revokedOn ?? item.endedOn) });
  return (
    <Card title={t("item.standing")}>
      <Tracker label={t("item.standing")} steps={steps} />
    </Card>
  );
}

/** The window that has the item, and whether a letter of its department let it accept. */
function windowOf(record: ItemPage["record"], { t, pick }: Pick<Words, "t" | "pick">): string | null {
  if (record.windowNameZh === null) return null;
  const name = pick({ zh: record.windowNameZh, en: record.windowNameEn ?? record.windowNameZh });
  return record.windowAuthorised === false ? `${name} · ${t("item.window.unauthorised")}` : name;
}

/** When the set was complete: not while a list waits for an answer, and with the gap named while materials are deferred. */
function completeDay({ item, record, deferral }: ItemPage, { t, day }: Pick<Words, "t" | "day">): string | null {
  if (item.status === "correcting" || record.completeOn === null) return null;
  return deferral?.record.status === "open" ? t("item.completeOn.gap", { day: day(record.completeOn) }) : day(record.completeOn);
}

/** What was recorded about the item. */
export function Facts({ page }: { page: ItemPage }) {
  const { t, pick, day } = useWords();
  const { record, item, passage } = page;
  // Entry beside event: what was recorded on a later working day than it happened (H06, Z23).
  const late = page.events.filter((event) => event.backDated).length;
  const by = (on: string | null, name: string | null) => (on === null ? null : name === null ? day(on) : t("item.on-by", { day: day(on), name }));
  const delivered = record.deliveredOn && record.deliveryMethod ? t(`item.delivered.${record.deliveryMethod}`, { day: day(record.deliveredOn) }) : null;
  return (
    <Card title={t("item.facts")}>
      <KeyValues
        wide
        rows={[
          { label: t("item.stage"), value: pick(page.stageName) },
          { label: t("item.type"), value: pick(page.typeName) },
          { label: t("item.level"), value: `${t(`level.${passage.level}`)}${passage.decidedAbove ? ` · ${t("level.above")}` : ""}` },
          { label: t("item.supervisor"), value: passage.supervisor && pick(passage.supervisor) },
          { label: t("item.channel"), value: record.channel && t(`acts.channel.${record.channel}`) },
          { label: t("item.window"), value: windowOf(record, { t, pick }) },
          { label: t("item.receivedOn"), value: by(record.receivedOn, record.receivedByName) },
          { label: t("item.completeOn"), value: completeDay(page, { t, day }) },
          { label: t("item.acceptedOn"), value: by(record.acceptedOn, record.acceptedByName) },
          { label: t("item.acceptanceNo"), value: record.acceptanceNo },
          { label: t("item.decidedOn"), value: by(record.decidedOn, record.decidedByName) },
          { label: t("item.decisionNo"), value: record.decisionNo },
          { label: t("item.decisionReason"), value: record.decisionReason },
          { label: t("item.overdueReason"), value: record.overdueReason },
          { label: t("item.deliveryDueOn"), value: record.decidedOn && (record.deliveryDueOn ? day(record.deliveryDueOn) : t("item.deliveryDueOn.none")) },
          {
            label: t("item.pickupBy"),
            value: record.pickupBy && `${day(record.pickupBy)}${passage.pickupAssumed ? ` · ${t("assumed")}` : ""}`,
          },
          { label: t("item.deliveredOn"), value: delivered },
          { label: t("item.entry"), value: page.events.length === 0 ? null : late === 0 ? t("item.entry.same-day") : t("item.entry.late", { n: late }) },
          { label: t("item.planReason"), value: item.planReason },
        ].filter((row) => row.value !== null)}
      />
    </Card>
  );
}

/** Materials of the item by the rules of the place: what must be there at once, and what may follow. */
export function Materials({ page: { materials, item } }: { page: ItemPage }) {
  const { t } = useWords();
  if (!materials || materials.core.length + materials.deferrable.length === 0) return null;
  return (
    <Card title={t("materials.title")} more={<a href={paths.desk.materials(item.itemNo)}>{t("checklist.open")}</a>}>
      <h3>{t("materials.core")}</h3>
      <ul className="plain-list">
        {materials.core.map((one) => (
          <li key={one} lang="zh-CN">
            {one}
          </li>
        ))}
      </ul>
      {materials.deferrable.length > 0 && (
        <>
          <h3>{t(materials.deferralAllowed ? "materials.deferrable" : "materials.other")}</h3>
          <ul className="plain-list">
            {materials.deferrable.map((one) => (
              <li key={one} lang="zh-CN">
                {one}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

/** What this item waits for and what waits for it. */
export function Neighbours({ page: { head, prerequisites, successors } }: { page: ItemPage }) {
  const { t, pick } = useWords();
  if (prerequisites.length + successors.length === 0) return null;
  return (
    <Card title={t("item.neighbours")}>
      {prerequisites.length > 0 && (
        <>
          <h3>{t("item.prerequisites")}</h3>
          <ul className="plain-list">
            {prerequisites.map((one) => (
              <li key={one.itemNo}>
                <ItemLink head={head} itemNo={one.itemNo}>
                  {pick(one.name)}
                </ItemLink>{" "}
                <Tag tone={one.fulfilled ? "ok" : "plain"}>{t(one.fulfilled ? "item.prerequisite.done" : "item.prerequisite.open")}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
      {successors.length > 0 && (
        <>
          <h3>{t("item.successors")}</h3>
          <ul className="plain-list">
            {successors.map((one) => (
              <li key={one.itemNo}>
                <ItemLink head={head} itemNo={one.itemNo}>
                  {pick(one.name)}
                </ItemLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
