import { Fragment, type ReactNode } from "react";
import type { OwnProject } from "../../../application/queries/portal-home";
import { Card, MeetingLink, SimTag, Tag, useWords, type Words } from "../../../components";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { NoticeStatus } from "../../../domain/case/parts/notice-commitment";
import { pointWords } from "../../../i18n/point-words";
import { paths } from "../../../web/paths";
import { SimulationDueLine } from "../pieces/simulation-due";
import { DeadlineTag, PickupTag, ReplyTag, TodoLine } from "../pieces/todo-lines";

/** One thing that waits for the investor, and the day it can be missed; null where no day is set. */
interface Waiting {
  readonly key: string;
  readonly by: CivilDay | null;
  readonly line: ReactNode;
}

/** What waits for the investor over all projects, what can be missed first first: nothing else on this page comes before it. */
export function TodoCard({ projects, today }: { projects: readonly OwnProject[]; today: CivilDay }) {
  const words = useWords();
  const { t } = words;
  const all = projects
    .flatMap((project) => [...ofPromises(project, today, words), ...ofMeetings(project, today, words), ...ofItems(project, today, words)])
    .sort((a, b) => ((a.by ?? "9999") < (b.by ?? "9999") ? -1 : (a.by ?? "9999") > (b.by ?? "9999") ? 1 : 0));
  if (all.length === 0) {
    const ready = projects.some(({ todo }) => todo.submit.length + todo.arrange.length > 0);
    return (
      <Card title={t("portal.home.todo.none")} tone="ok">
        <p>{t(ready ? "portal.home.todo.none.ready" : "portal.home.todo.none.text")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("portal.home.todo", { n: all.length })} tone={all.some(({ by }) => by !== null && by < today) ? "late" : "warn"} flush>
      <ul className="todos">
        {all.map(({ key, line }) => (
          <Fragment key={key}>{line}</Fragment>
        ))}
      </ul>
    </Card>
  );
}

/** What a notice commitment asks for, by its state; a signed one is told of only where its letter changed. */
const NOTICE_ASKS: Readonly<Partial<Record<NoticeStatus, "choose" | "sign" | "sign-anew">>> = { told: "choose", chosen: "sign", signed: "sign-anew" };

/** Letters to sign, preconditions to bring, choices to make, things to put right. */
function ofPromises({ projectNo, name, letters, simulationDues, notices, commitments }: OwnProject, today: CivilDay, { t, pick }: Words): readonly Waiting[] {
  return [
    ...letters.map(({ id, anew }) => ({
      key: id,
      by: null,
      line: (
        <TodoLine
          title={t(anew ? "portal.simulation.todo.sign-anew" : "portal.simulation.todo.sign")}
          href={paths.portal.letter(projectNo, "simulation-risk", id)}
          tag={<SimTag>{t("simulation.mark")}</SimTag>}
        >
          <p className="muted">{name}</p>
        </TodoLine>
      ),
    })),
    ...simulationDues.map((due) => ({
      key: due.key,
      by: due.on,
      line: <SimulationDueLine due={due} today={today} href={`${paths.portal.project(projectNo)}#todo`} project={name} />,
    })),
    ...notices.map(({ id, itemNo, name: item, status, by }) => ({
      key: id,
      by,
      line: (
        <TodoLine
          title={t(`portal.notice.todo.${NOTICE_ASKS[status] ?? "rectify"}`, { item: pick(item) })}
          href={status === "signed" ? paths.portal.letter(projectNo, "notice-commitment", id) : paths.portal.notice(projectNo, itemNo)}
          tag={by && <RectifyTag by={by} today={today} />}
        >
          <p className="muted">{name}</p>
        </TodoLine>
      ),
    })),
    ...commitments.map((one) => ({
      key: one.id,
      by: one.by,
      line: (
        <TodoLine
          title={t(`commitment.portal.todo.${one.kind}`, pointWords(t, one.point))}
          href={
            one.kind === "sign" || one.kind === "sign-anew"
              ? paths.portal.letter(projectNo, "project-commitment", one.id)
              : `${paths.portal.project(projectNo)}#todo`
          }
          tag={one.by && <RectifyTag by={one.by} today={today} />}
        >
          <p className="muted">{name}</p>
        </TodoLine>
      ),
    })),
  ];
}

/** Where to be: a visit cannot be made up for, so it stands among what can be missed. */
function ofMeetings({ projectNo, name, meetings }: OwnProject, today: CivilDay, { t, pick, shortDay }: Words): readonly Waiting[] {
  return meetings.map(({ id, mode, subject, on, time, place, link }) => ({
    key: id,
    by: on,
    line: (
      <TodoLine
        title={t(time ? "portal.reviews.visit.time" : "portal.reviews.visit", { mode: t(`review.mode.${mode}`), day: shortDay(on, today), time })}
        href={`${paths.portal.project(projectNo)}#reviews`}
      >
        {place && <p>{t("portal.reviews.visit.place", { place })}</p>}
        {link && (
          <p>
            {t("portal.reviews.visit.link")} <MeetingLink link={link} />
          </p>
        )}
        <p className="muted">
          {pick(subject)} · {name}
        </p>
      </TodoLine>
    ),
  }));
}

/** Lists to answer, deferred materials to bring, results to collect, other bodies to go to. */
function ofItems({ projectNo, name, todo }: OwnProject, today: CivilDay, { t, pick, shortDay }: Words): readonly Waiting[] {
  const href = `${paths.portal.project(projectNo)}#todo`;
  return [
    ...todo.supply.map((supply) => ({
      key: `supply ${supply.itemNo}`,
      by: supply.replyBy,
      line: (
        <TodoLine title={t("portal.todo.supply", { item: pick(supply.name) })} href={href} tag={<ReplyTag supply={supply} today={today} />}>
          <ol className="defects">
            {supply.defects.map((defect) => (
              <li key={defect}>{defect}</li>
            ))}
          </ol>
          <p className="muted">{name}</p>
        </TodoLine>
      ),
    })),
    ...todo.complete.map((complete) => ({
      key: `complete ${complete.itemNo}`,
      by: complete.supplyBy,
      line: (
        <TodoLine title={t("portal.todo.gap", { item: pick(complete.name) })} href={href} tag={<DeadlineTag complete={complete} today={today} />}>
          <p className="muted">{name}</p>
        </TodoLine>
      ),
    })),
    ...todo.collect.map((collect) => ({
      key: `collect ${collect.itemNo}`,
      by: collect.pickupBy,
      line: (
        <TodoLine title={t("portal.todo.collect", { item: pick(collect.name) })} href={href} tag={<PickupTag collect={collect} today={today} />}>
          <p className="muted">{name}</p>
        </TodoLine>
      ),
    })),
    ...todo.go.map((go) => ({
      key: `go ${go.itemNo}`,
      by: null,
      line: (
        <TodoLine title={t("portal.todo.go", { body: go.body, item: pick(go.name) })} href={href}>
          <p>{t("portal.todo.go.text", { day: shortDay(go.on, today), place: go.place })}</p>
          <p className="muted">{name}</p>
        </TodoLine>
      ),
    })),
  ];
}

function RectifyTag({ by, today }: { by: CivilDay; today: CivilDay }) {
  const { t, shortDay } = useWords();
  const over = by < today;
  return <Tag tone={over ? "late" : "warn"}>{t(over ? "commitment.portal.todo.over" : "commitment.portal.todo.by", { day: shortDay(by, today) })}</Tag>;
}
