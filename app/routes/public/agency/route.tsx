import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { type AgencyPage, agencyPage } from "../../../application/queries/agency";
import { Card, Filters, KeyValues, PageHead, PublicShell, Stack, Tag, useWords } from "../../../components";
import type { Sourced } from "../../../domain/pack/pack";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { CentreChoice } from "../pieces/centre-choice";
import { RulesNote } from "../pieces/rules-note";

export const handle = titled((t) => t("agency.title"));

export const loader = ({ request, context }: LoaderFunctionArgs) => agencyPage(context.services, new URL(request.url).searchParams.get("centre"));

const STEPS = ["agency.step.1", "agency.step.2", "agency.step.3", "agency.step.4", "agency.step.5"] as const;
const STANDARDS = ["one-list", "deliver", "complaint", "bad-rating"] as const;

/** The agency of a place: its standard, its scope and how to ask for it, each with where it comes from. */
export default function AgencyRoute() {
  const { t, pick, locale } = useWords();
  const page = useLoaderData<typeof loader>() as AgencyPage;
  const { centre, centres, agency } = page;
  return (
    <PublicShell>
      <PageHead title={t("agency.title")} lead={centre ? pick(centre.name) : t("agency.lead")} />
      <Stack>
        {centres.length > 1 && (
          <Filters action={paths.agency()}>
            <CentreChoice centres={centres} centre={centre} />
          </Filters>
        )}
        {!centre && <p>{t("guides.choose")}</p>}
        {agency && (
          <Card title={t("agency.title")}>
            <KeyValues
              rows={[
                { label: t("agency.fee"), value: <Stated of={agency.free}>{agency.free.value && <b>{t("agency.fee.zero")}</b>}</Stated> },
                { label: t("agency.principles"), value: <Stated of={agency.principles}>{agency.principles.value && pick(agency.principles.value)}</Stated> },
                {
                  label: t("agency.entitled"),
                  value: <Stated of={agency.entitled}>{agency.entitled.value?.map((who) => t(`agency.entitled.${who}`)).join(t("list.comma"))}</Stated>,
                },
                {
                  label: t("agency.scope"),
                  value: <Stated of={agency.scope}>{agency.scope.value?.map((what) => t(`agency.scope.${what}`)).join(t("list.semicolon"))}</Stated>,
                },
                {
                  label: t("agency.officers"),
                  value: <Stated of={agency.officersPerProject}>{t("agency.officers.n", { n: agency.officersPerProject.value })}</Stated>,
                },
              ]}
            />
            <p className="muted small">{t("agency.statutory")}</p>
          </Card>
        )}
        {centre && <StandardCard page={page} />}
        {centre && (
          <Card title={t("agency.steps")}>
            <ol className="guide-list">
              {STEPS.map((step) => (
                <li key={step}>{t(step)}</li>
              ))}
            </ol>
            <p className="card__foot">
              <a className="link" href={paths.screening({ centre: centre.code })}>
                {t("screening.public.title")}
              </a>{" "}
              <a className="link" href={paths.guides({ centre: centre.code })}>
                {t("guides.title")}
              </a>
            </p>
          </Card>
        )}
        {centre && page.samples.length > 0 && (
          <Card title={t("sample.list")} id="samples">
            <p className="muted">{t("sample.list.text")}</p>
            <ul className="guide-list">
              {page.samples.map((kind) => (
                <li key={kind}>
                  <a className="link" href={paths.placeSamplePdf(kind, { centre: centre.code, lang: locale })}>
                    {t(`sample.${kind}.title`)}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {page.windowKinds.length > 0 && (
          <Card title={t("agency.windows")}>
            <ul className="guide-list">
              {page.windowKinds.map((kind) => (
                <li key={kind.code}>{pick(kind.name)}</li>
              ))}
            </ul>
          </Card>
        )}
        {page.targets.length > 0 && (
          <Card title={t("agency.targets")}>
            <ul className="guide-list">
              {page.targets.map((target) => (
                <li key={target.code}>
                  {t(target.percent.value === null ? "agency.target.aim" : "agency.target.percent", {
                    name: pick(target.name),
                    n: target.percent.value,
                    scope: pick(target.scope),
                  })}
                  <p className="muted small">{t("guide.source", { source: target.percent.source })}</p>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <RulesNote rules={page.rules} />
      </Stack>
    </PublicShell>
  );
}

function StandardCard({ page: { standard, windowMayRefuse } }: { page: AgencyPage }) {
  const { t } = useWords();
  return (
    <Card title={t("agency.standard")}>
      <ul className="ticks">
        {STANDARDS.flatMap((key) => {
          const rule = standard[key];
          return rule?.value ? [<Standard key={key} text={t(`agency.standard.${key}`, { n: rule.value })} of={rule} />] : [];
        })}
        {windowMayRefuse === false && <li>{t("agency.standard.no-veto")}</li>}
        <li>{t("agency.standard.progress")}</li>
      </ul>
    </Card>
  );
}

function Standard({ text, of }: { text: string; of: Sourced<number> }) {
  const { t } = useWords();
  return (
    <li>
      {text} {of.assumed && <Tag tone="sim">{t("admin.assumed")}</Tag>}
      <p className="muted small">{t("guide.source", { source: of.source })}</p>
    </li>
  );
}

/** A value of the place, 未规定 where it states none, with its source. */
function Stated<T>({ of, children }: { of: Sourced<T>; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      {of.value === null ? t("unknown") : children} {of.assumed && <Tag tone="sim">{t("admin.assumed")}</Tag>}
      <p className="muted small">{t("guide.source", { source: of.source })}</p>
    </>
  );
}
