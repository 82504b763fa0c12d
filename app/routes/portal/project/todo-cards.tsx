import type { PortalProject } from "../../../application/queries/portal-project";
import { Card, useWords } from "../../../components";
import { Materials, ReplyTag, TodoLine } from "../pieces/todo-lines";

/** Lists to answer, results to collect, things to arrange, and a pointer to what can be handed in. */
export function TodoCard({ page: { todo, today } }: { page: PortalProject }) {
  const { t, pick, shortDay } = useWords();
  const count = todo.supply.length + todo.collect.length + todo.arrange.length + Math.min(todo.submit.length, 1);
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
        {todo.supply.map((supply) => (
          <TodoLine key={supply.itemNo} title={t("portal.todo.supply", { item: pick(supply.name) })} tag={<ReplyTag supply={supply} today={today} />}>
            <p className="muted">{t("portal.todo.supply.list", { n: supply.defects.length, noticeNo: supply.noticeNo })}</p>
            <ol className="defects">
              {supply.defects.map((defect) => (
                <li key={defect}>{defect}</li>
              ))}
            </ol>
            <p className="muted">{t("portal.todo.supply.how")}</p>
          </TodoLine>
        ))}
        {todo.collect.map((collect) => (
          <TodoLine key={collect.itemNo} title={t("portal.todo.collect", { item: pick(collect.name) })}>
            <p>{t(collect.granted ? "portal.todo.collect.granted" : "portal.todo.collect.refused", { day: shortDay(collect.issuedOn, today) })}</p>
            {collect.decisionNo && <p className="muted">{t("portal.todo.collect.no", { no: collect.decisionNo })}</p>}
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

/** What to bring for every item that could be handed in today. */
export function ReadyCard({ page: { todo } }: { page: PortalProject }) {
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
