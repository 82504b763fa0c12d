import { commitmentTodos } from "../../../application/queries/portal-commitment";
import { noticeTodos } from "../../../application/queries/portal-notices";
import type { PortalProject } from "../../../application/queries/portal-project";
import { simulationTodos } from "../../../application/queries/portal-simulation";
import { Card, Tag, useWords } from "../../../components";
import type { PaperKind } from "../../../domain/case/parts/paper";
import { DeadlineTag, LastPrecheck, Materials, PickupTag, ReplyTag, TodoLine } from "../pieces/todo-lines";
import { CommitmentTodos } from "./commitment-card";
import { NoticeTodos } from "./notice-card";
import { SimulationTodos } from "./simulation-card";

/** Lists to answer, results to collect, things to arrange, and a pointer to what can be handed in. */
export function TodoCard({ page: { todo, today, simulation, notices, commitments, projectNo, papers } }: { page: PortalProject }) {
  const { t, pick, shortDay } = useWords();
  const count =
    noticeTodos(notices) +
    commitmentTodos(commitments) +
    todo.supply.length +
    todo.complete.length +
    todo.collect.length +
    todo.go.length +
    todo.arrange.length +
    Math.min(todo.submit.length, 1) +
    simulationTodos(simulation);
  if (count === 0) {
    return (
      <Card title={t("portal.home.todo.none")} tone="ok" id="todo">
        <p>{t("portal.home.todo.none.text")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("portal.home.todo", { n: count })} tone="warn" flush id="todo">
      <ul className="todos">
        <SimulationTodos runs={simulation} projectNo={projectNo} today={today} />
        <CommitmentTodos commitments={commitments} projectNo={projectNo} />
        <NoticeTodos notices={notices} projectNo={projectNo} />
        {todo.supply.map((supply) => (
          <TodoLine key={supply.itemNo} title={t("portal.todo.supply", { item: pick(supply.name) })} tag={<ReplyTag supply={supply} today={today} />}>
            <p className="muted">
              {t("portal.todo.supply.list", { n: supply.defects.length, noticeNo: supply.noticeNo })}
              <PaperAwaited papers={papers} kind="correction-notice" subjectId={supply.listId} />
            </p>
            <ol className="defects">
              {supply.defects.map((defect) => (
                <li key={defect}>{defect}</li>
              ))}
            </ol>
            <p className="muted">{t("portal.todo.supply.how")}</p>
            {supply.replyBy !== null && (
              <p>
                {t(`portal.todo.supply.${supply.missed ? "missed" : "if-missed"}${supply.ifMissed === null ? ".open" : ""}`, {
                  outcome: supply.ifMissed && t(`gaps.outcome.${supply.ifMissed}`),
                })}
              </p>
            )}
          </TodoLine>
        ))}
        {todo.complete.map((complete) => (
          <TodoLine key={complete.itemNo} title={t("portal.todo.gap", { item: pick(complete.name) })} tag={<DeadlineTag complete={complete} today={today} />}>
            <p className="muted">
              {t("portal.todo.gap.list", { n: complete.materials.length, noticeNo: complete.noticeNo })}
              <PaperAwaited papers={papers} kind="deferral-notice" subjectId={complete.deferralId} />
            </p>
            <ul className="ticks ticks--later">
              {complete.materials.map((material) => (
                <li key={material} lang="zh-CN">
                  {material}
                </li>
              ))}
            </ul>
            <p>
              {complete.ifMissed === null
                ? t("portal.todo.gap.if-missed.open")
                : t("portal.todo.gap.if-missed", { outcome: t(`gaps.outcome.${complete.ifMissed}`) })}
            </p>
            {complete.waits && <p>{t("portal.todo.gap.waits")}</p>}
            {complete.missed ? <p>{t("portal.todo.gap.missed")}</p> : <p className="muted">{t("portal.todo.gap.how")}</p>}
          </TodoLine>
        ))}
        {todo.collect.map((collect) => (
          <TodoLine key={collect.itemNo} title={t("portal.todo.collect", { item: pick(collect.name) })} tag={<PickupTag collect={collect} today={today} />}>
            <p>
              {t(`portal.todo.collect.${collect.granted ? "granted" : "refused"}${collect.at ? ".at" : ""}` as const, {
                day: shortDay(collect.issuedOn, today),
                window: collect.at && pick(collect.at),
              })}
            </p>
            {collect.decisionNo && <p className="muted">{t("portal.todo.collect.no", { no: collect.decisionNo })}</p>}
            {collect.pickupBy && collect.assumed && <p className="muted">{t("portal.todo.collect.assumed")}</p>}
          </TodoLine>
        ))}
        {todo.go.map((go) => (
          <TodoLine key={go.itemNo} title={t("portal.todo.go", { body: go.body, item: pick(go.name) })}>
            <p>{t("portal.todo.go.text", { day: shortDay(go.on, today), place: go.place })}</p>
            <p className="muted">{t("portal.todo.go.reason", { reason: go.reason })}</p>
          </TodoLine>
        ))}
        {todo.submit.length > 0 && (
          <TodoLine title={t("portal.todo.submit", { n: todo.submit.length })}>
            <p className="muted">{t("portal.todo.submit.in-project", { items: todo.submit.map((item) => pick(item.name)) })}</p>
            <p>
              <a href="#ready">{t("portal.todo.anchor")}</a>
            </p>
          </TodoLine>
        )}
        {todo.arrange.map((item) => (
          <TodoLine key={item.itemNo} title={t("portal.todo.arrange", { item: pick(item.name) })}>
            <p className="muted">{t("portal.todo.arrange.text")}</p>
          </TodoLine>
        ))}
      </ul>
    </Card>
  );
}

/** A number stands in the case as soon as it is given; its paper is there only once somebody has issued it. */
function PaperAwaited({ papers, kind, subjectId }: Pick<PortalProject, "papers"> & { kind: PaperKind; subjectId: string }) {
  const { t } = useWords();
  if (papers.some((paper) => paper.kind === kind && paper.subjectId === subjectId)) return null;
  return <> {t("portal.todo.paper-awaited")}</>;
}

/** Results on their way by courier: nothing to do but wait for them. */
export function ParcelsCard({ page: { todo, today } }: { page: PortalProject }) {
  const { t, pick, shortDay } = useWords();
  if (todo.parcels.length === 0) return null;
  return (
    <Card title={t("portal.todo.parcels")} flush>
      <ul className="todos">
        {todo.parcels.map((parcel) => (
          <TodoLine key={parcel.trackingNo} title={t("portal.todo.parcel", { item: parcel.names.map(pick).join(t("list.comma")) })}>
            <p>{t("portal.todo.parcel.text", { day: shortDay(parcel.sentOn, today), carrier: parcel.carrier, trackingNo: parcel.trackingNo })}</p>
          </TodoLine>
        ))}
      </ul>
    </Card>
  );
}

/** Materials the investor sent in: registered, and whether anybody has signed for them. */
export function SentInCard({ page: { todo, today } }: { page: PortalProject }) {
  const { t, pick, shortDay } = useWords();
  if (todo.sentIn.length === 0) return null;
  return (
    <Card title={t("portal.todo.sent-in")} flush>
      <ul className="todos">
        {todo.sentIn.map(({ id, names, sentOn, carrier, trackingNo, arrivedOn, receivedBy }) => (
          <TodoLine
            key={id}
            title={names.map(pick).join(t("list.comma"))}
            tag={
              <Tag tone={arrivedOn ? "ok" : "plain"}>
                {arrivedOn ? t("portal.todo.sent-in.arrived", { day: shortDay(arrivedOn, today) }) : t("portal.todo.sent-in.open")}
              </Tag>
            }
          >
            <p>{t("portal.todo.sent-in.text", { day: shortDay(sentOn, today), carrier, trackingNo })}</p>
            {receivedBy && <p className="muted">{t("portal.todo.sent-in.by", { name: receivedBy })}</p>}
          </TodoLine>
        ))}
      </ul>
    </Card>
  );
}

/** What to bring for every item that could be handed in today. */
export function ReadyCard({ page: { todo, today } }: { page: PortalProject }) {
  const { t, pick } = useWords();
  if (todo.submit.length === 0) return null;
  return (
    <Card title={t("portal.todo.submit.bring")} flush id="ready">
      <p className="card__note">{t("portal.todo.submit.lead")}</p>
      <ul className="todos">
        {todo.submit.map((item, index) => (
          <li key={item.itemNo} className="todo">
            <details className="fold" open={index === 0}>
              <summary>
                <b>{pick(item.name)}</b>
              </summary>
              <LastPrecheck item={item} today={today} />
              {item.workingDays !== null && (
                <p className="muted">
                  {item.workingDays <= 1 ? t("portal.todo.submit.limit.instant") : t("portal.todo.submit.limit", { n: item.workingDays })}
                </p>
              )}
              <Materials item={item} />
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
