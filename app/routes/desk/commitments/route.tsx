import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CommitmentLine, type CommitmentShow, commitmentList, readCommitmentShow } from "../../../application/queries/commitment-list";
import { Card, DataTable, Empty, PageHead, Pager, Shell, Tag, useWords } from "../../../components";
import type { Translate } from "../../../i18n";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths, type Query } from "../../../web/paths";

export const handle = titled((t) => t("board.commitments"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "board:read");
  const asked = new URL(args.request.url).searchParams;
  const after = asked.get("after");
  return { list: await commitmentList(args.context.services, actor, readCommitmentShow(asked), after), after };
}

function titleOf(t: Translate, show: CommitmentShow | null): string {
  if (show === null) return t("board.commitments");
  if (show.by === "month") return `${t(`board.ended.${show.outcome}`)}${t("list.colon")}${show.month}`;
  return `${show.point === "notice" ? t("board.point.notice") : t(`queue.point.${show.point}`)}${t("list.colon")}${t(`board.check.${show.state}`)}`;
}

const queryOf = (show: CommitmentShow | null): Query => {
  if (show === null) return {};
  const { by: _, ...query } = show;
  return query;
};

/** The commitments behind one figure of the board. */
export default function CommitmentsRoute() {
  const { t, pick, day, number } = useWords();
  const { list, after } = useLoaderData<typeof loader>();
  const { show, lines } = list;
  const query = queryOf(show);
  return (
    <Shell current="board">
      <PageHead
        title={titleOf(t, show)}
        over={<a href={paths.desk.board()}>{t("acts.back-to", { name: t("board.title") })}</a>}
        lead={show && t("board.lines", { n: number(list.total) })}
      />
      <Card title={t("board.commitments")} flush>
        {lines.length === 0 ? (
          <Empty>{t(show === null ? "board.choose" : "board.none")}</Empty>
        ) : (
          <DataTable
            caption={t("list.of", { name: t("board.commitments") })}
            stacked
            rows={lines}
            rowKey={(line: CommitmentLine) => line.key}
            columns={[
              {
                key: "project",
                header: t("board.project"),
                rowHeader: true,
                cell: (line: CommitmentLine) => (
                  <>
                    <a href={paths.desk.project(line.projectNo)}>{line.projectName}</a>
                    <small className="cell-note">{line.enterpriseName}</small>
                  </>
                ),
              },
              { key: "no", header: t("evidence.commitment"), cell: (line: CommitmentLine) => <span className="mono">{line.commitmentNo}</span> },
              {
                key: "kind",
                header: t("board.kind"),
                cell: (line: CommitmentLine) => (
                  <>
                    <Tag>{t(`board.kind.${line.kind}`)}</Tag> {line.item && <a href={paths.desk.item(line.item.itemNo)}>{pick(line.item.name)}</a>}
                  </>
                ),
              },
              {
                key: "on",
                header: t(show?.by === "month" ? "board.on.ended" : "board.on.due"),
                cell: (line: CommitmentLine) => (line.on ? day(line.on) : t("queue.no-day")),
              },
            ]}
          />
        )}
      </Card>
      <Pager previous={after ? paths.desk.commitments(query) : null} next={list.next ? paths.desk.commitments({ ...query, after: list.next }) : null} />
    </Shell>
  );
}
