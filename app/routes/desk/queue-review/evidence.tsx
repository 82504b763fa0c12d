import type { LetterEvidence, MaterialEvidence, Passed } from "../../../application/queries/waiting-evidence";
import type { WaitingReview } from "../../../application/queries/waiting-review";
import { Card, DataTable, Empty, LetterText, PlainWords, SimTag, Tag, useWords, type Words } from "../../../components";
import { shortDigest } from "../../../i18n/formats";
import { paths } from "../../../web/paths";
import { Differences } from "../pieces/simulation-words";

/** The signed letter: what it says in plain words and in its own, who signed it when, and whether it still says what was signed. */
export function LetterCard({ evidence }: { evidence: LetterEvidence | null }) {
  const { t, dayTime } = useWords();
  if (!evidence) return null;
  const { signature, unchanged, letter, digest } = evidence;
  const { typedName: name, byName: account } = signature;
  return (
    <Card
      title={t("evidence.letter", { letter: t(`letter.kind.${letter.kind}`) })}
      tone={letter.kind === "simulation-risk" ? "sim" : undefined}
      tags={unchanged ? <Tag tone="ok">{t("evidence.letter.unchanged")}</Tag> : <Tag tone="late">{t("evidence.letter.changed")}</Tag>}
      id="letter"
    >
      <p className="muted">{t("evidence.letter.plain")}</p>
      <PlainWords letter={letter} />
      <p>
        {t("evidence.letter.signature", {
          name: name === account ? name : t("evidence.letter.by", { name, account }),
          at: dayTime(signature.signedAt),
          method: t(`evidence.method.${signature.method}`),
        })}{" "}
        {signature.capacity && <span>{t(`letter.capacity.said.${signature.capacity}`, { authorisation: signature.authorisation })} </span>}
        {!unchanged && (
          <>
            {t("evidence.letter.then")} <code title={signature.digest}>{shortDigest(signature.digest)}…</code>
          </>
        )}
      </p>
      <details className="evidence__letter">
        <summary>{t("evidence.letter.text")}</summary>
        <LetterText letter={letter} digest={digest} />
      </details>
    </Card>
  );
}

/** More materials than this fold away, so that on a phone the decision stays near. */
const SHOWN_AT_ONCE = 12;

/** What lies on the table of the items concerned. */
export function MaterialsCard({ materials }: { materials: readonly MaterialEvidence[] }) {
  const { t, pick, day } = useWords();
  const several = new Set(materials.map(({ itemNo }) => itemNo)).size > 1;
  const untold = materials.length > 0 && materials.every((one) => one.untold);
  const brought = materials.filter(({ status }) => status !== "outstanding").length;
  return (
    <Card
      title={t("evidence.materials")}
      flush
      tags={materials.length > 0 && !untold && <Tag>{t("evidence.materials.count", { n: brought, of: materials.length })}</Tag>}
    >
      {materials.length === 0 ? (
        <Empty>{t("evidence.materials.none")}</Empty>
      ) : (
        <details className="evidence__more" open={materials.length <= SHOWN_AT_ONCE && !untold}>
          <summary>{t("evidence.materials.show", { n: materials.length })}</summary>
          {untold && <p className="evidence__note muted">{t("evidence.materials.untold")}</p>}
          <DataTable
            caption={t("list.of", { name: t("evidence.materials") })}
            stacked
            rows={materials}
            rowKey={(one) => one.key}
            columns={[
              { key: "name", header: t("evidence.material"), rowHeader: true, cell: (one) => one.name },
              ...(several
                ? [
                    {
                      key: "item",
                      header: t("evidence.item"),
                      cell: (one: MaterialEvidence) => <a href={paths.desk.materials(one.itemNo)}>{pick(one.item)}</a>,
                    },
                  ]
                : []),
              {
                key: "status",
                header: t("evidence.status"),
                cell: (one) =>
                  one.untold ? (
                    <Tag>{t("evidence.status.untold")}</Tag>
                  ) : (
                    <Tag tone={one.status === "outstanding" ? "warn" : "ok"}>{t(`evidence.status.${one.status}`)}</Tag>
                  ),
              },
              { key: "on", header: t("evidence.on"), cell: (one) => (one.broughtOn ? day(one.broughtOn) : "--") },
              {
                key: "file",
                header: t("evidence.file"),
                cell: (one) =>
                  one.digest ? (
                    <code title={one.digest}>{`${shortDigest(one.digest)} · ${one.versions}`}</code>
                  ) : one.status === "brought" ? (
                    t("evidence.paper")
                  ) : (
                    "--"
                  ),
              },
            ]}
          />
        </details>
      )}
    </Card>
  );
}

function passedText(one: Passed, { t, day }: Words): string {
  switch (one.kind) {
    case "list":
      return t(one.suppliedOn ? "evidence.passed.list.supplied" : "evidence.passed.list", {
        no: one.noticeNo,
        defects: one.defects,
        day: one.suppliedOn ? day(one.suppliedOn) : "",
      });
    case "extension":
      return t(`evidence.passed.extension.${one.status}`, { n: one.days, reason: one.reason });
    case "gap":
      return t("evidence.passed.gap", { missing: one.missing, day: day(one.supplyBy) });
    case "question":
      return t("evidence.passed.question", { name: one.by, text: one.text });
  }
}

/** Lists, extensions, gaps and questions of the item so far. */
export function PassedCard({ passed }: { passed: readonly Passed[] }) {
  const words = useWords();
  const { t, day } = words;
  if (passed.length === 0) return null;
  return (
    <Card title={t("evidence.passed")}>
      <ul className="evidence__passed">
        {passed.map((one) => (
          <li key={`${one.kind} ${one.on} ${passedText(one, words)}`}>
            <time dateTime={one.on}>{day(one.on)}</time> {passedText(one, words)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The items of a run as they stand, and what differs from what was examined. */
export function RunEvidence({ source }: Pick<WaitingReview, "source">) {
  const { t, pick } = useWords();
  if (source.via !== "run") return null;
  const { run } = source;
  return (
    <Card title={t("evidence.run.items")} tone="sim" tags={<SimTag>{t(`simulation.run.status.${run.record.status}`)}</SimTag>} flush>
      <DataTable
        caption={t("simulation.items.of", { runNo: run.runNo })}
        stacked
        rows={run.items}
        rowKey={(item) => item.id}
        columns={[
          { key: "item", header: t("simulation.item"), rowHeader: true, cell: (item) => <a href={paths.desk.item(item.itemNo)}>{pick(item.name)}</a> },
          { key: "department", header: t("item.department"), cell: (item) => pick(item.department) },
          { key: "state", header: t("simulation.item.state"), cell: (item) => t(`simulation.status.${item.status}`) },
        ]}
      />
      {run.items
        .filter((item) => item.differences.length > 0)
        .map((item) => (
          <Differences key={item.id} differences={item.differences} of={pick(item.name)} />
        ))}
    </Card>
  );
}

/** What the called bodies of a joint review answered. */
export function OpinionsCard({ source }: Pick<WaitingReview, "source">) {
  const { t, pick, day } = useWords();
  if (source.via !== "joint-review") return null;
  const { review } = source.page;
  return (
    <Card title={t("review.opinions")} flush more={<a href={paths.desk.review(source.page.head.projectNo, review.id)}>{t("evidence.review.link")}</a>}>
      <DataTable
        caption={t("list.of", { name: t("review.opinions") })}
        stacked
        rows={review.bodies}
        rowKey={(body) => body.code}
        columns={[
          { key: "body", header: t("item.department"), rowHeader: true, cell: (body) => pick(body.name) },
          {
            key: "answer",
            header: t("evidence.answer"),
            cell: (body) =>
              body.opinion ? (
                <>
                  {t(`review.stance.${body.opinion.stance}`)} · {day(body.opinion.givenOn)}
                </>
              ) : (
                <Tag tone={body.late ? "late" : "plain"}>{t(body.silence ? "evidence.answer.silence" : "evidence.answer.none")}</Tag>
              ),
          },
        ]}
      />
    </Card>
  );
}
