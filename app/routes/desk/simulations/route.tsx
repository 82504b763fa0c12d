import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readShow, type SimulationLine, type SimulationShow, simulationList } from "../../../application/queries/simulation-list";
import { Card, DataTable, Empty, PageHead, Pager, Shell, SimTag, useWords } from "../../../components";
import type { Translate } from "../../../i18n";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("board.simulations"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "board:read");
  const asked = new URL(args.request.url).searchParams;
  const after = asked.get("after");
  return { list: await simulationList(args.context.services, actor, readShow(asked.get("by"), asked.get("band")), after), after };
}

function titleOf(t: Translate, show: SimulationShow | null): string {
  switch (show?.by) {
    case "age":
      return `${t("board.ages")}${t("list.colon")}${t(`board.age.${show.band}`)}`;
    case "validity":
      return `${t("board.validity")}${t("list.colon")}${t(`board.validity.${show.band}`)}`;
    case "ready":
      return `${t("board.ready")}${t("list.colon")}${t(`board.ready.${show.band}`)}`;
    case "saved":
      return show.band === "year" ? t("board.saved") : `${t("board.saved")}${t("list.colon")}${show.band}`;
    default:
      return t("board.running");
  }
}

/** The simulations behind one figure of the board. */
export default function SimulationsRoute() {
  const { t, pick, day, number } = useWords();
  const { list, after } = useLoaderData<typeof loader>();
  const { show, lines } = list;
  const title = titleOf(t, show);
  const query = { by: show?.by, band: show?.band };
  const dayHeader = t(`board.on.${show?.by ?? "age"}`);
  return (
    <Shell current="board">
      <PageHead
        title={title}
        over={<a href={paths.desk.board()}>{t("acts.back-to", { name: t("board.title") })}</a>}
        lead={t("board.lines", { n: number(list.total) })}
      />
      <Card title={t("board.simulations")} tone="sim" flush>
        {lines.length === 0 ? (
          <Empty>{t("board.none")}</Empty>
        ) : (
          <DataTable
            caption={t("list.of", { name: t("board.simulations") })}
            stacked
            rows={lines}
            rowKey={(line: SimulationLine) => line.key}
            columns={[
              {
                key: "project",
                header: t("board.project"),
                rowHeader: true,
                cell: (line: SimulationLine) => (
                  <>
                    <a href={paths.desk.projectTab(line.projectNo, "simulation")}>{line.projectName}</a>
                    <small className="cell-note">{line.enterpriseName}</small>
                  </>
                ),
              },
              { key: "run", header: t("simulation.item.run"), cell: (line: SimulationLine) => <span className="mono">{line.runNo}</span> },
              {
                key: "state",
                header: t("simulation.item.state"),
                cell: (line: SimulationLine) => (
                  <>
                    {line.item && (
                      <>
                        <a href={paths.desk.item(line.item.itemNo)}>{pick(line.item.name)}</a>{" "}
                      </>
                    )}
                    <SimTag>{line.status ? t(`simulation.status.${line.status}`) : t(`simulation.run.status.${line.runStatus}`)}</SimTag>
                  </>
                ),
              },
              { key: "on", header: dayHeader, cell: (line: SimulationLine) => day(line.on) },
              ...(show?.by === "saved"
                ? [
                    {
                      key: "saved",
                      header: t("board.saved.days"),
                      align: "end" as const,
                      cell: (line: SimulationLine) => (line.savedWorkingDays === null ? "--" : number(line.savedWorkingDays)),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Card>
      <Pager previous={after ? paths.desk.simulations(query) : null} next={list.next ? paths.desk.simulations({ ...query, after: list.next }) : null} />
    </Shell>
  );
}
