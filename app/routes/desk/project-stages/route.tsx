import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type ReviewView, type StagesPage, type StageView, stagesPage } from "../../../application/queries/project-stages";
import { ButtonLink, Card, DataTable, Empty, KeyValues, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ItemCard } from "../pieces/item-card";
import { ProjectFrame } from "../pieces/project-frame";

export const handle = titled<typeof loader>((t, { head }) => `${t("project.tab.stages")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const page = await stagesPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

export default function StagesRoute() {
  const { t } = useWords();
  const { head, stages } = useLoaderData<typeof loader>();
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

/** A joint review of the stage: who was called, who has answered and how. */
function Review({ review, projectNo }: { review: ReviewView; projectNo: string }) {
  const { t, pick, day } = useWords();
  const answered = review.opinions.filter(({ opinion }) => opinion !== null).length;
  return (
    <section className="review" aria-label={t("review.of", { day: day(review.convenedOn) })}>
      <header className="review__head">
        <h3>{t("review.title")}</h3>
        <Tag tone={review.status === "open" ? "warn" : "ok"}>{t(`review.status.${review.status}`)}</Tag>
        <span className="muted">{t("review.answered", { done: answered, all: review.opinions.length })}</span>
        {review.mine && <ButtonLink href={paths.desk.projectTab(projectNo, "opinion", { review: review.id })}>{t("acts.opinion.button")}</ButtonLink>}
      </header>
      <KeyValues
        rows={[
          { label: t("review.lead"), value: pick(review.lead) },
          { label: t("review.convenedOn"), value: day(review.convenedOn) },
          { label: t("review.replyBy"), value: day(review.replyBy) },
        ]}
      />
      <DataTable
        caption={t("review.opinions")}
        stacked
        rows={review.opinions}
        rowKey={({ department }) => department.zh}
        columns={[
          { key: "department", header: t("item.department"), rowHeader: true, cell: ({ department }) => pick(department) },
          {
            key: "stance",
            header: t("review.stance"),
            cell: ({ opinion }) =>
              opinion ? (
                <Tag tone={opinion.stance === "agree" ? "ok" : opinion.stance === "disagree" ? "late" : "warn"}>{t(`review.stance.${opinion.stance}`)}</Tag>
              ) : (
                <span className="muted">{t("review.waiting")}</span>
              ),
          },
          {
            key: "conditions",
            header: t("review.conditions"),
            cell: ({ opinion }) =>
              opinion && opinion.conditions.length > 0 ? (
                <ul className="plain-list">
                  {opinion.conditions.map((condition) => (
                    <li key={condition}>{condition}</li>
                  ))}
                </ul>
              ) : (
                "--"
              ),
          },
          { key: "by", header: t("review.by"), cell: ({ opinion }) => (opinion ? `${opinion.byName} · ${day(opinion.givenOn)}` : "--") },
        ]}
      />
    </section>
  );
}
