import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Board, boardPage } from "../../../application/queries/board";
import { countWaiting } from "../../../application/queries/waiting-queue";
import { Figures, PageHead, Shell, Stack, useWords } from "../../../components";
import { may } from "../../../domain/access/permissions";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { BandCard } from "./band-card";
import { EndedCard, SavedCard } from "./month-cards";
import { PointsCard } from "./points-card";

export const handle = titled((t) => t("board.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "board:read");
  const { services } = args.context;
  const waiting = may(actor, "manager-desk:read") ? await countWaiting(services, actor.centreId) : null;
  return { board: await boardPage(services, actor), waiting: waiting?.reduce((sum, { count }) => sum + count, 0) ?? null };
}

const total = (counts: readonly { readonly n: number }[]): number => counts.reduce((sum, { n }) => sum + n, 0);

/** Simulations, commitments and days saved of the centre: every figure opens exactly the list it counts. */
export default function BoardRoute() {
  const { t, day } = useWords();
  const { board, waiting }: { board: Board; waiting: number | null } = useLoaderData<typeof loader>();
  const saved = board.saved.reduce((sum, one) => sum + one.savedWorkingDays, 0);
  return (
    <Shell current="board">
      <PageHead title={t("board.title")} lead={t("board.lead", { day: day(board.today) })} />
      <Stack>
        <Figures
          label={t("board.figures")}
          figures={[
            ...(waiting === null ? [] : [{ key: "waiting", value: waiting, label: t("queue.title"), href: paths.desk.queue(), tone: "warn" as const }]),
            { key: "running", value: total(board.ages), label: t("board.running"), href: paths.desk.simulations(), tone: "sim" },
            { key: "saved", value: saved, label: t("board.saved.total"), href: paths.desk.simulations({ by: "saved", band: "year" }) },
          ]}
        />
        <div className="dashboard dashboard--three">
          <BandCard
            title={t("board.ages")}
            name={t("board.ages.column")}
            rows={board.ages.map(({ key, n }) => ({
              key,
              n,
              label: t(`board.age.${key}`),
              tone: "sim",
              href: paths.desk.simulations({ by: "age", band: key }),
            }))}
          />
          <BandCard
            title={t("board.validity")}
            name={t("board.validity.column")}
            rows={board.validity.map(({ key, n }) => ({
              key,
              n,
              label: t(`board.validity.${key}`),
              tone: key === "past" ? "late" : key === "ending" ? "warn" : "sim",
              href: paths.desk.simulations({ by: "validity", band: key }),
            }))}
          />
          <BandCard
            title={t("board.ready")}
            name={t("board.ready.column")}
            rows={board.ready.map(({ key, n }) => ({
              key,
              n,
              label: t(`board.ready.${key}`),
              tone: key === "longer" ? "late" : key === "days-10" ? "warn" : "sim",
              href: paths.desk.simulations({ by: "ready", band: key }),
            }))}
          />
        </div>
        <PointsCard points={board.points} />
        <div className="dashboard">
          <EndedCard months={board.ended} />
          <SavedCard months={board.saved} />
        </div>
      </Stack>
    </Shell>
  );
}
