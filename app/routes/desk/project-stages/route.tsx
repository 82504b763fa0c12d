import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type StagesPage, type StageView, stagesPage } from "../../../application/queries/project-stages";
import type { ReviewView } from "../../../application/queries/review-view";
import { ButtonLink, Card, Empty, KeyValues, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ItemCard } from "../pieces/item-card";
import { ProjectFrame } from "../pieces/project-frame";
import { Answer, ReviewStatusTag, StanceTag, useMeeting } from "../pieces/review-words";

export const handle = titled<typeof loader>((t, { head }) => `${t("project.tab.stages")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const page = await stagesPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

export default function StagesRoute() {
  const { t } = useWords();
  const { head, stages, mayBundle } = useLoaderData<typeof loader>();
  return (
    <ProjectFrame head={head} tab="stages">
      {stages.length === 0 ? (
        <Card title={t("stages.title")}>
          <Empty action={head.may.plan ? <ButtonLink href={paths.desk.projectTab(head.projectNo, "plan")}>{t("plan.go")}</ButtonLink> : undefined}>
            {t("stages.none")}
          </Empty>
        </Card>
      ) : (
        <Stack>
          {mayBundle && (
            <p>
              <ButtonLink href={paths.desk.windowProject(head.projectNo)} second>
                {t("windowdesk.project.open")}
              </ButtonLink>
            </p>
          )}
          {stages.map((stage) => (
            <Stage key={stage.code} stage={stage} head={head} />
          ))}
        </Stack>
      )}
    </ProjectFrame>
  );
}

/** Columns of the board, by what an item waits for. */
const COLUMNS = ["waiting", "window", "department", "done"] as const;
type BoardColumn = (typeof COLUMNS)[number];

function columnOf({ status, closed }: StageView["items"][number]): BoardColumn {
  if (closed || status === "granted" || status === "refused" || status === "issued") return "done";
  if (status === "received" || status === "correcting") return "window";
  return status === "planned" ? "waiting" : "department";
}

function Stage({ stage, head }: { stage: StageView; head: StagesPage["head"] }) {
  const { projectNo } = head;
  const { t, pick } = useWords();
  const ended = stage.closedCount === stage.items.length;
  const columns = COLUMNS.map((column) => ({ column, items: stage.items.filter((item) => columnOf(item) === column) })).filter(({ items }) => items.length > 0);
  return (
    <Card
      id={stage.code}
      title={pick(stage.name)}
      tags={<Tag tone={ended ? "ok" : "plain"}>{t("stages.progress", { done: stage.closedCount, all: stage.items.length })}</Tag>}
      more={
        <>
          {stage.mayAccept && (
            <ButtonLink href={paths.desk.stageAcceptance(projectNo, stage.code)} second={stage.correcting > 0}>
              {t("stages.accept", { n: stage.received })}
            </ButtonLink>
          )}
          {stage.mayConvene && (
            <ButtonLink href={paths.desk.projectTab(projectNo, "review", { stage: stage.code })} second>
              {t("acts.convene.button")}
            </ButtonLink>
          )}
        </>
      }
    >
      <p className="muted stage-line">
        {t("stages.lead")} {stage.lead ? pick(stage.lead) : t("unknown")}
        {stage.leadAssumed && ` (${t("assumed")})`} · {t("stages.limit")}{" "}
        {stage.limitWorkingDays === null ? t("unknown") : t("item.limit", { n: stage.limitWorkingDays })}
        {stage.limitWorkingDays !== null && stage.limitAssumed && ` (${t("assumed")})`}
      </p>
      <div className={`board board--${columns.length}`}>
        {columns.map(({ column, items }) => (
          <div key={column} className="board__column">
            <h3>
              {t(`stages.column.${column}`)} <span className="muted">{items.length}</span>
            </h3>
            <ul>
              {items.map((item) => (
                <ItemCard key={item.itemNo} item={item} head={head} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {stage.reviews.map((review) => (
        <Review key={review.id} review={review} projectNo={projectNo} />
      ))}
    </Card>
  );
}

/** A joint review of the stage in short: its kind, its day and how far the answers are; everything else on its own page. */
function Review({ review, projectNo }: { review: ReviewView; projectNo: string }) {
  const { t, pick, day } = useWords();
  const meeting = useMeeting();
  return (
    <section className="review" aria-label={t("review.of", { day: day(review.convenedOn) })}>
      <header className="review__head">
        <h3>
          <a href={paths.desk.review(projectNo, review.id)}>
            {review.item ? t("reviews.page", { mode: t(`review.mode.${review.mode}`), subject: pick(review.item.name) }) : t(`review.mode.${review.mode}`)}
          </a>
        </h3>
        <ReviewStatusTag status={review.status} />
        <span className="muted">{t("review.answered", { done: review.answered, all: review.bodies.length })}</span>
        {review.acts.includes("give-opinion") && (
          <ButtonLink href={paths.desk.projectTab(projectNo, "opinion", { review: review.id })}>{t("acts.opinion.button")}</ButtonLink>
        )}
      </header>
      <KeyValues
        rows={[
          { label: t("review.lead"), value: pick(review.lead) },
          { label: t("reviews.meet"), value: meeting(review) },
          { label: t("review.replyBy"), value: day(review.replyBy) },
          ...(review.merged
            ? [
                {
                  label: t("reviews.merged"),
                  value: (
                    <>
                      <StanceTag stance={review.merged.stance} /> <span className="mono">{review.merged.no}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ul className="review__bodies">
        {review.bodies.map((body) => (
          <li key={body.code}>
            {pick(body.name)} <Answer body={body} />
          </li>
        ))}
      </ul>
    </section>
  );
}
