import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type GuidePage, guidePage } from "../../../application/queries/guides";
import { Breadcrumbs, ButtonLink, Card, KeyValues, PageHead, PublicShell, Stack, Tag, useWords } from "../../../components";
import { hasPromiseSample } from "../../../domain/pack/samples";
import { onlineWords } from "../../../i18n/guide-words";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { BasisCard, ConditionsCard, FlowCard, LimitsCard, MaterialsCard, NeighboursCard, PlacesCard } from "./cards";

export const handle = titled<typeof loader>((t, { guide }) => t("item.page", { no: t("guides.title"), zh: guide.item.name.zh, en: guide.item.name.en }));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await guidePage(context.services, params.code ?? "", new URL(request.url).searchParams.get("centre"));
  if (!page) throw answer.notFound();
  return page;
}

/** Everything about one item at one centre before applying for it. Made from the rules alone: no case, no person. */
export default function GuideRoute() {
  const words = useWords();
  const { t, pick, locale } = words;
  const page = useLoaderData<typeof loader>() as unknown as GuidePage;
  const { centre, guide } = page;
  const { item } = guide;
  const query = { centre: centre.code, lang: locale };
  const sample = hasPromiseSample(item);
  return (
    <PublicShell>
      <Breadcrumbs crumbs={[{ label: t("guides.title"), href: paths.guides({ centre: centre.code }) }, { label: pick(item.name) }]} />
      <PageHead
        title={pick(item.name)}
        over={pick(centre.name)}
        tags={
          <>
            <Tag>{pick(guide.stage)}</Tag>
            <Tag>{pick(guide.type)}</Tag>
          </>
        }
      />
      <Stack>
        <Card title={t("guide.facts")}>
          <KeyValues
            rows={[
              { label: t("guide.decided-by"), value: pick(guide.decidedBy) },
              ...(guide.supervisedBy ? [{ label: t("guide.supervised-by"), value: pick(guide.supervisedBy) }] : []),
              { label: t("guide.level"), value: t(`guide.level.${guide.level}`) },
              { label: t("guide.categories"), value: guide.categories.map(pick).join(t("list.comma")) },
              { label: t("guide.online"), value: onlineWords(words, guide) },
              { label: t("guide.notice"), value: t(`guide.notice.${item.noticeCommitment}`) },
              { label: t("guide.deferral"), value: t(item.deferralAllowed ? "guide.deferral.yes" : "guide.deferral.no") },
              {
                label: t("guide.fee"),
                value: (
                  <>
                    <b>{t("guide.fee.zero")}</b>
                    <p className="muted small">{t("guide.fee.text")}</p>
                  </>
                ),
              },
              { label: t("guide.code"), value: <span className="mono">{item.code}</span> },
            ]}
          />
          <div className="card__foot guide-files">
            <ButtonLink href={paths.guidePdf(item.code, query)}>{t("guide.pdf")}</ButtonLink>
            <ButtonLink href={paths.flowPdf(item.code, query)} second>
              {t("guide.flow-pdf")}
            </ButtonLink>
            {sample && (
              <ButtonLink href={paths.samplePdf(item.code, query)} second>
                {t("guide.promise-pdf")}
              </ButtonLink>
            )}
            {page.noticeSample && (
              <ButtonLink href={paths.noticeSamplePdf(item.code, query)} second>
                {t("guide.notice-pdf")}
              </ButtonLink>
            )}
          </div>
        </Card>
        <ConditionsCard page={page} />
        <MaterialsCard page={page} />
        <FlowCard page={page} />
        <LimitsCard page={page} />
        <PlacesCard page={page} />
        <NeighboursCard page={page} />
        <BasisCard page={page} />
      </Stack>
    </PublicShell>
  );
}
