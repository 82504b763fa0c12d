import type { ProjectHead } from "../../../application/queries/project-head";
import type { UnderWay } from "../../../application/queries/promise-overview";
import { Card, CommitmentTag, NextSteps, NoticeStatusTag, SimTag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { ItemLink } from "../pieces/item-link";
import { blockText } from "../pieces/simulation-words";

interface UnderWayProps {
  readonly underWay: readonly UnderWay[];
  readonly head: ProjectHead;
}

/** Every simulated run, commitment and promise under way: its state, who does what by which day, what conversion still waits for. */
export function UnderWayCard({ underWay, head }: UnderWayProps) {
  const { t } = useWords();
  if (underWay.length === 0) return null;
  return (
    <Card title={t("overview.under-way")} tone={underWay.some(({ steps }) => steps.some(({ light }) => light === "late")) ? "late" : undefined} flush>
      <ul className="under-way">
        {underWay.map((one) => (
          <li key={one.no}>
            <Name one={one} head={head} />
            <NextSteps steps={one.steps} />
            {one.kind === "run" && <Blocks run={one} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Name({ one, head }: { one: UnderWay; head: UnderWayProps["head"] }) {
  const { t, pick } = useWords();
  const { no } = one;
  switch (one.kind) {
    case "run":
      return (
        <p className="under-way__name">
          <a href={paths.desk.projectTab(head.projectNo, "simulation")}>{t("overview.under-way.run", { no })}</a>
          <SimTag>{t(`simulation.run.status.${one.status}`)}</SimTag>
          {one.status === "converting" && <span className="muted">{t("overview.under-way.converted", { converted: one.converted, n: one.items })}</span>}
        </p>
      );
    case "commitment":
      return (
        <p className="under-way__name">
          <a href={paths.desk.projectTab(head.projectNo, "commitment")}>{t("overview.under-way.commitment", { no })}</a>
          <CommitmentTag status={one.status} />
        </p>
      );
    case "notice":
      return (
        <p className="under-way__name">
          <ItemLink head={head} itemNo={one.itemNo}>
            {t("overview.under-way.notice", { item: pick(one.name) })}
          </ItemLink>
          <NoticeStatusTag status={one.status} />
        </p>
      );
  }
}

/** What keeps the items of a run from conversion, each thing once. */
function Blocks({ run }: { run: Extract<UnderWay, { kind: "run" }> }) {
  const words = useWords();
  const { t, pick } = words;
  if (run.blocks.length === 0) return null;
  return (
    <div className="under-way__blocks">
      <p>{t("overview.under-way.blocks")}</p>
      <ul>
        {run.blocks.map(({ block, items }) => {
          const what = blockText(block, words);
          return (
            <li key={what}>
              {what}
              <span className="muted">
                {" · "}
                {items.map(pick).join(t("list.comma"))}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
