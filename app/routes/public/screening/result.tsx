import type { PublicScreening, ScreeningLine, ScreeningList } from "../../../application/queries/screening-public";
import { ButtonLink, Card, KeyValues, Meter, Tag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { answersQuery } from "./address";

interface ResultProps {
  readonly page: PublicScreening;
  readonly result: ScreeningList;
}

/** The list: days against the cap, what runs together, then every item by stage with who decides and what to bring. */
export function Result({ page, result }: ResultProps) {
  const { t, pick } = useWords();
  return (
    <>
      <p>
        {page.centre && <b>{pick(page.centre.name)}</b>}{" "}
        {t("screening.public.result.lead", { category: page.category ? pick(page.category.name) : "", n: result.count })}{" "}
        <a className="link" href={paths.screening(answersQuery(page, false))}>
          {t("screening.public.change")}
        </a>
      </p>
      <DaysCard page={page} result={result} />
      {result.stages.map((stage) => (
        <Card key={stage.code} title={t("screening.public.stage", { stage: pick(stage.name), n: stage.lines.length })} flush>
          <ul className="needs" aria-label={t("screening.public.list", { stage: pick(stage.name) })}>
            {stage.lines.map((line) => (
              <Need key={line.code} line={line} centreCode={page.centre?.code ?? ""} />
            ))}
          </ul>
        </Card>
      ))}
      <OpenCard page={page} result={result} />
      <ParallelCard result={result} />
      <AnswersCard page={page} />
      <Card title={t("screening.public.agency")}>
        <p>{t("screening.public.agency.text")}</p>
        <div className="card__foot">
          <ButtonLink href={paths.agency({ centre: page.centre?.code })} second>
            {t("agency.title")}
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}

function DaysCard({ page, result: { feasibility: f, path, stages } }: ResultProps) {
  const { t, pick, number } = useWords();
  const over = f.over ?? 0;
  const assumed = stages.some((stage) => stage.lines.some((line) => line.assumed && line.counted));
  return (
    <Card title={t("screening.public.days")} {...(f.feasible === false ? { tone: "warn" as const } : {})}>
      <p className="big-number">
        <b>{number(f.needed)}</b> <span className="muted">{f.budget === null ? "" : `/ ${number(f.budget)}`}</span>
      </p>
      {f.budget !== null && (
        <Meter
          label={f.feasible ? t("screening.public.fits") : t("screening.public.over", { n: over })}
          max={Math.max(f.budget, f.needed)}
          parts={[
            { key: "needed", label: t("screening.public.days"), value: f.needed - over, tone: over > 0 ? "warn" : "accent" },
            { key: "over", label: t("screening.public.over", { n: over }), value: over, tone: "late" },
          ]}
        />
      )}
      <p>
        {t("screening.public.needed", { n: f.needed })}{" "}
        {f.neededToConstructionPermit !== null &&
          f.neededToConstructionPermit !== f.needed &&
          t("screening.public.to-permit", { n: f.neededToConstructionPermit })}
      </p>
      <p>
        {f.budget === null ? t("screening.public.no-budget") : t("screening.public.budget", { place: page.place ? pick(page.place) : "", n: f.budget })}{" "}
        {f.feasible === true && <Tag tone="ok">{t("screening.public.fits")}</Tag>}
        {f.feasible === false && <Tag tone="late">{t("screening.public.over", { n: over })}</Tag>}
      </p>
      {f.feasible === false && (
        <p>
          {t("screening.public.over.text")}{" "}
          {f.withAvailableRemedies.needed < f.needed && t("screening.public.with-remedies", { n: f.withAvailableRemedies.needed })}
        </p>
      )}
      {path.length > 0 && (
        <>
          <h3>{t("screening.public.path")}</h3>
          <p>{path.map(pick).join(" → ")}</p>
        </>
      )}
      {f.unstated.length > 0 && <p className="muted small">{t("screening.public.unstated", { n: f.unstated.length })}</p>}
      {assumed && <p className="muted small">{t("screening.public.assumed")}</p>}
    </Card>
  );
}

function Need({ line, centreCode }: { line: ScreeningLine; centreCode: string }) {
  const { t, pick } = useWords();
  const from = line.start + 1;
  const to = Math.max(line.finish, from);
  const days = !line.counted
    ? t("screening.public.not-counted")
    : line.workingDays === null
      ? t("unknown")
      : `${t(from === to ? "screening.public.order.same" : "screening.public.order", { from, to })}${line.assumed ? "*" : ""}`;
  const materials = line.core.length + line.later.length;
  return (
    <li className="need">
      <p className="need__name">
        <a className="link" href={paths.guide(line.code, { centre: centreCode })}>
          {pick(line.name)}
        </a>
        {line.critical && <Tag tone="warn">{t("plan.critical")}</Tag>}
      </p>
      <p className="muted">
        {pick(line.department)} · {days} ·{" "}
        {line.after.length === 0 ? t("screening.public.first") : t("screening.public.after", { items: line.after.map(pick) })}
      </p>
      <details className="fold">
        <summary>
          {t("screening.public.bring")}
          {t("list.colon")}
          {materials === 0 ? t("screening.public.bring.none") : t("screening.public.bring.n", { n: materials })}
          <span className="visually-hidden"> {pick(line.name)}</span>
        </summary>
        {line.core.length > 0 && <Bring title={t("screening.public.bring.core")} names={line.core} />}
        {line.later.length > 0 && <Bring title={t("screening.public.bring.later")} names={line.later} />}
      </details>
    </li>
  );
}

const Bring = ({ title, names }: { title: string; names: readonly string[] }) => (
  <>
    <h3>{title}</h3>
    <ul className="ticks">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  </>
);

function OpenCard({ page, result: { undecided } }: ResultProps) {
  const { t, pick } = useWords();
  if (page.open.length === 0) return null;
  return (
    <Card title={t("screening.public.open.questions")} tone="warn">
      <ul className="guide-list">
        {page.open.map((question) => (
          <li key={question.zh}>{pick(question)}</li>
        ))}
      </ul>
      {undecided.length > 0 && (
        <>
          <p>{t("screening.public.open", { n: page.open.length })}</p>
          <ul className="guide-list">
            {undecided.map(({ code, name }) => (
              <li key={code}>
                <a className="link" href={paths.guide(code, { centre: page.centre?.code })}>
                  {pick(name)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function ParallelCard({ result: { waves } }: { result: ScreeningList }) {
  const { t, pick } = useWords();
  if (waves.length === 0) return null;
  return (
    <Card title={t("screening.public.parallel.title")}>
      <p>{t("screening.public.parallel.text")}</p>
      {waves.map((wave, index) => (
        <div key={wave.map(({ zh }) => zh).join()} className="wave">
          <h3>{t("screening.public.parallel.wave", { n: index + 1, count: wave.length })}</h3>
          <p>{wave.map(pick).join(t("list.comma"))}</p>
        </div>
      ))}
    </Card>
  );
}

function AnswersCard({ page }: { page: PublicScreening }) {
  const { t, pick } = useWords();
  const given = page.questions.flatMap((question) => {
    const option = question.options.find(({ code }) => code === page.answers[question.code]);
    return option ? [{ key: question.code, label: pick(question.text), value: pick(option.text) }] : [];
  });
  if (given.length === 0) return null;
  return (
    <Card title={t("screening.public.answers")} more={<a href={paths.screening(answersQuery(page, false))}>{t("screening.public.change")}</a>}>
      <KeyValues rows={given} />
    </Card>
  );
}
