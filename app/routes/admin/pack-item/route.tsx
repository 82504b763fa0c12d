import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type PackItemPage, packItemPage } from "../../../application/queries/pack-page";
import { Alert, Breadcrumbs, PageHead, Shell, Stack, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ItemCards } from "../pack/items-card";
import { PackProvider } from "../pieces/sourced";

export const handle = titled<typeof loader>((t, { item, pack }) => `${t("admin.pack.items")} ${item.code} - ${pack.id}`);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "pack:read");
  const page = packItemPage(args.context.services, args.params.packId ?? "", args.params.code ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** What the rules of a place say of one item of its catalogue. */
export default function PackItemView() {
  const { t, pick } = useWords();
  const { pack, item } = useLoaderData<typeof loader>() as unknown as PackItemPage;
  return (
    <Shell current="packs">
      <Breadcrumbs
        crumbs={[
          { label: t("admin.packs.title"), href: paths.admin.packs() },
          { label: pick(pack.name), href: paths.admin.pack(pack.id) },
          { label: t("admin.pack.items"), href: paths.admin.pack(pack.id, { part: "items" }) },
          { label: pick(item.name) },
        ]}
      />
      <PageHead title={pick(item.name)} lead={pick(pack.name)} />
      <Alert tone="info">{t("admin.pack.legend")}</Alert>
      <PackProvider pack={pack}>
        <Stack>
          <ItemCards item={item} pack={pack} />
        </Stack>
      </PackProvider>
    </Shell>
  );
}
