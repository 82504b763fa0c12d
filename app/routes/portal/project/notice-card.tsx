import { isNoticeTodo, type PortalNotice } from "../../../application/queries/portal-notices";
import { Card, LightTag, NoticeStatusTag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { stateText } from "../pieces/notice-state";
import { TodoLine } from "../pieces/todo-lines";

interface NoticeProps {
  readonly notices: readonly PortalNotice[];
  readonly projectNo: string;
}

/** What the investor must do for notice commitments: choose, sign, put right. Lines of the list of things to do. */
export function NoticeTodos({ notices, projectNo }: NoticeProps) {
  const words = useWords();
  const { t, pick, day } = words;
  return (
    <>
      {notices.filter(isNoticeTodo).map((notice) => {
        const item = pick(notice.name);
        if (notice.status === "rectifying")
          return (
            <TodoLine
              key={notice.id}
              title={t("portal.notice.todo.rectify", { item })}
              href={paths.portal.notice(projectNo, notice.itemNo)}
              tag={<LightTag light={notice.light} remaining={notice.daysLeft} />}
            >
              <p>
                {notice.light === "late"
                  ? stateText(notice, words)
                  : t("portal.notice.todo.rectify.text", { failed: notice.failed.map(String), day: day(notice.dueOn) })}
              </p>
            </TodoLine>
          );
        if (notice.outdated)
          return (
            <TodoLine key={notice.id} title={t("portal.notice.todo.sign-anew", { item })} href={paths.portal.letter(projectNo, "notice-commitment", notice.id)}>
              <p className="muted">{t("portal.notice.todo.sign-anew.text")}</p>
            </TodoLine>
          );
        return notice.status === "chosen" ? (
          <TodoLine key={notice.id} title={t("portal.notice.todo.sign", { item })} href={paths.portal.letter(projectNo, "notice-commitment", notice.id)}>
            <p className="muted">{t("portal.notice.todo.sign.text")}</p>
          </TodoLine>
        ) : (
          <TodoLine key={notice.id} title={t("portal.notice.todo.choose", { item })} href={paths.portal.notice(projectNo, notice.itemNo)}>
            <p className="muted">{t("portal.notice.todo.choose.text", { n: notice.standards })}</p>
          </TodoLine>
        );
      })}
    </>
  );
}

/** Every notice commitment of the project: where it stands, what is due. */
export function NoticeCard({ notices, projectNo }: NoticeProps) {
  const words = useWords();
  const { t, pick } = words;
  if (notices.length === 0) return null;
  return (
    <Card title={t("portal.notice.title")} flush>
      <p className="card__note">{t("portal.notice.lead")}</p>
      <ul className="todos">
        {notices.map((notice) => (
          <TodoLine
            key={notice.id}
            title={pick(notice.name)}
            href={paths.portal.notice(projectNo, notice.itemNo)}
            tag={
              <>
                <NoticeStatusTag status={notice.status} /> <LightTag light={notice.light} remaining={notice.daysLeft} />
              </>
            }
          >
            <p>{stateText(notice, words)}</p>
          </TodoLine>
        ))}
      </ul>
    </Card>
  );
}
