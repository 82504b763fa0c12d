import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PACK_PARTS, type PackPage, packPage } from "../../../application/queries/pack-page";
import { Alert, Breadcrumbs, ButtonLink, PageHead, Shell, Tabs, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { PackSections } from "./sections";

export const handle = titled<typeof loader>((t, { pack }) => `${t("admin.packs.title")} ${pack.id}`);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "pack:read");
  const query = new URL(args.request.url).searchParams;
  const asked = { part: query.get("part"), category: query.get("category"), stage: query.get("stage") };
  const page = packPage(args.context.services, args.params.packId ?? "", asked);
  if (!page) throw answer.notFound();
  return page;
}

/** What the rules of one place say, a part at a time. */
export default function PackPageView() {
  const { t, pick } = useWords();
  const page = useLoaderData<typeof loader>() as unknown as PackPage;
  const { pack } = page;
  return (
    <Shell current="packs">
      <Breadcrumbs crumbs={[{ label: t("admin.packs.title"), href: paths.admin.packs() }, { label: pick(pack.name) }]} />
      <PageHead
        title={pick(pack.name)}
        lead={pick(pack.place.name)}
        actions={
          <>
            <ButtonLink second href={paths.admin.packDifferences(pack.id, pack.inherits)}>
              {t("pack.page.more.differences")}
            </ButtonLink>
            <ButtonLink second href={paths.admin.packEffect(pack.id)}>
              {t("pack.page.more.effect")}
            </ButtonLink>
          </>
        }
      />
      <Alert tone="info">{t("admin.pack.legend")}</Alert>
      <Tabs
        label={t("pack.page.parts")}
        current={page.part}
        tabs={PACK_PARTS.map((part) => ({ key: part, label: t(`pack.page.contents.${part}`), href: paths.admin.pack(pack.id, { part }) }))}
      />
      <PackSections page={page} />
    </Shell>
  );
}
