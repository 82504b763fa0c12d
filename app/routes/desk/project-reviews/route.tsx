import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type ReviewsPage, reviewsPage } from "../../../application/queries/joint-reviews";
import { Card, DataTable, Empty, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ProjectFrame } from "../pieces/project-frame";
import { ReviewStatusTag, StanceTag, useMeeting } from "../pieces/review-words";

export const handle = titled<typeof loader>((t, { head }) => `${t("reviews.title")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "project:read");
  const page = await reviewsPage(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** Every joint review of the project with its day, its answers and its merged opinion. */
export default function ReviewsRoute() {
  const { t, pick, day } = useWords();
  const meeting = useMeeting();
  const { head, reviews }: ReviewsPage = useLoaderData<typeof loader>();
  return (
    <ProjectFrame head={head} tab="reviews">
      <Card
        title={t("reviews.title")}
        flush={reviews.length > 0}
        more={<a href={paths.desk.projectTab(head.projectNo, "stages")}>{t("project.tab.stages")}</a>}
      >
        {reviews.length === 0 ? (
          <Empty>{t("reviews.none")}</Empty>
        ) : (
          <DataTable
            caption={t("list.of", { name: t("reviews.title") })}
            stacked
            rows={reviews}
            rowKey={(review) => review.id}
            columns={[
              {
                key: "mode",
                header: t("acts.field.mode"),
                rowHeader: true,
                cell: (review) => (
                  <a className="cell-name" href={paths.desk.review(head.projectNo, review.id)}>
                    {t(`review.mode.${review.mode}`)}
                  </a>
                ),
              },
              { key: "subject", header: t("reviews.subject"), cell: (review) => pick(review.item?.name ?? review.stage) },
              { key: "meet", header: t("reviews.meet"), cell: (review) => meeting(review) },
              { key: "answered", header: t("review.opinions"), cell: (review) => t("review.answered", { done: review.answered, all: review.bodies.length }) },
              { key: "reply", header: t("review.replyBy"), cell: (review) => day(review.replyBy) },
              { key: "status", header: t("cases.column.status"), cell: (review) => <ReviewStatusTag status={review.status} /> },
              {
                key: "merged",
                header: t("reviews.merged"),
                cell: (review) =>
                  review.merged ? (
                    <>
                      <StanceTag stance={review.merged.stance} /> <span className="mono">{review.merged.no}</span>
                    </>
                  ) : (
                    "--"
                  ),
              },
            ]}
          />
        )}
      </Card>
    </ProjectFrame>
  );
}
