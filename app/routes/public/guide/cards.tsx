import type { GuidePage } from "../../../application/queries/guides";
import { Card, KeyValues, Tag, useWords } from "../../../components";
import { type GuideLink, isFollowed } from "../../../domain/pack/guide";
import { conditionLines, deferralOutcomeWords, flowWords, limitLines, noteText, situationLines } from "../../../i18n/guide-words";
import { paths } from "../../../web/paths";

interface CardProps {
  readonly page: GuidePage;
}

export function ConditionsCard({ page: { guide } }: CardProps) {
  const words = useWords();
  const { t } = words;
  return (
    <Card title={t("guide.conditions")}>
      <h3>{t("guide.situations")}</h3>
      <ul className="guide-list">
        {situationLines(words, guide).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{t("guide.conditions")}</h3>
      <ol className="guide-list">
        {conditionLines(words, guide).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Card>
  );
}

export function MaterialsCard({ page: { guide } }: CardProps) {
  const words = useWords();
  const { t } = words;
  const { coreMaterials, deferrableMaterials, deferralAllowed } = guide.item;
  const outcome = deferralOutcomeWords(words, guide);
  const second = deferralAllowed ? t("guide.material.deferrable") : t("guide.material.other");
  return (
    <Card title={t("guide.materials")}>
      {coreMaterials.length + deferrableMaterials.length === 0 && <p>{t("guide.material.none")}</p>}
      {coreMaterials.length > 0 && <Materials title={t("guide.material.core")} names={coreMaterials} />}
      {deferrableMaterials.length > 0 && <Materials title={second} names={deferrableMaterials} />}
      {outcome !== null && deferrableMaterials.length > 0 && <p className="muted small">{outcome}</p>}
      <p className="muted small">{t("guide.material.once")}</p>
    </Card>
  );
}

const Materials = ({ title, names }: { title: string; names: readonly string[] }) => (
  <>
    <h3>{title}</h3>
    <ol className="guide-list">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ol>
  </>
);

export function FlowCard({ page: { guide } }: CardProps) {
  const words = useWords();
  return (
    <Card title={words.t("guide.flow")}>
      <ol className="flow">
        {guide.flow.map((stage, index) => {
          const { name, who, days } = flowWords(words, guide, stage);
          return (
            <li key={`${index}-${stage.kind}`} className="flow__step">
              <b>{name}</b>
              <span className="muted">{[who, days].filter((part) => part !== "").join(" · ")}</span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

export function LimitsCard({ page: { guide } }: CardProps) {
  const words = useWords();
  const { t } = words;
  return (
    <Card title={t("guide.limits")}>
      <ul className="guide-list">
        {limitLines(words, guide).map(({ text, assumed, source }) => (
          <li key={text}>
            {text} {assumed && <Tag tone="sim">{t("admin.assumed")}</Tag>}
            {source !== "" && <p className="muted small">{t("guide.source", { source })}</p>}
          </li>
        ))}
      </ul>
      {guide.flow.some((stage) => stage.kind === "decide") && <p className="muted small">{t("guide.outside")}</p>}
    </Card>
  );
}

export function PlacesCard({ page: { centre, guide, windows } }: CardProps) {
  const { t, pick } = useWords();
  const kinds = guide.windows.map((kind) => pick(kind.name));
  return (
    <Card title={t("guide.where")}>
      <ul className="guide-list">
        <li>
          <b>{pick(centre.name)}</b>
        </li>
        {!isFollowed(guide.item.type) &&
          windows.map((window) => <li key={window.code}>{t("guide.where.window", { code: window.code, name: pick(window.name) })}</li>)}
        {!isFollowed(guide.item.type) && windows.length === 0 && kinds.length > 0 && <li>{t("guide.where.kinds", { kinds })}</li>}
        {!guide.item.onlineExclusion?.value && <li>{t("guide.where.online")}</li>}
        <li>
          {t("guide.where.agent")}{" "}
          <a className="link" href={paths.agency({ centre: centre.code })}>
            {t("agency.title")}
          </a>
        </li>
      </ul>
    </Card>
  );
}

export function NeighboursCard({ page: { centre, guide } }: CardProps) {
  const { t } = useWords();
  return (
    <Card title={t("guide.before")}>
      {guide.prerequisites.length === 0 ? <p>{t("guide.before.none")}</p> : <Links links={guide.prerequisites} centreCode={centre.code} />}
      <h3>{t("guide.after")}</h3>
      {guide.successors.length === 0 ? <p>{t("guide.after.none")}</p> : <Links links={guide.successors} centreCode={centre.code} />}
    </Card>
  );
}

function Links({ links, centreCode }: { links: readonly GuideLink[]; centreCode: string }) {
  const { t, pick } = useWords();
  return (
    <ul className="guide-list">
      {links.map(({ code, name, alternative }) => (
        <li key={code}>
          <a className="link" href={paths.guide(code, { centre: centreCode })}>
            {pick(name)}
          </a>
          {alternative && t("guide.or", { item: pick(alternative) })}
        </li>
      ))}
    </ul>
  );
}

export function BasisCard({ page: { guide, rules } }: CardProps) {
  const words = useWords();
  const { t, pick } = words;
  return (
    <Card title={t("guide.basis")}>
      <KeyValues
        rows={[
          { label: t("guide.basis.item"), value: <span lang="zh-CN">{guide.item.statutory.source}</span> },
          ...(guide.item.note ? [{ label: t("guide.note"), value: noteText(words, guide.item.note) }] : []),
          {
            label: t("guide.basis.rules"),
            value: t("guide.rules.value", { name: pick(rules.name), id: rules.id, digest: rules.digest.slice(0, 8), from: rules.validFrom }),
          },
        ]}
      />
      <details className="fold">
        <summary>{t("guide.basis.place")}</summary>
        <ul className="guide-list small" lang="zh-CN">
          {rules.basis.map(({ title, number }) => (
            <li key={title}>
              {title} {number && <span className="muted">{number}</span>}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
