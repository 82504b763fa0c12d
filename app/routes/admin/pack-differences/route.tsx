import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type PackDifferencesPage, packDifferencesPage } from "../../../application/queries/pack-differences";
import { Alert, Breadcrumbs, Card, Filters, PageHead, Select, Shell, Stack, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { KindCounts } from "../pieces/kinds";
import { DifferenceGroups } from "./groups";

export const handle = titled<typeof loader>((t, { after }) => `${t("pack.differences.title")} ${after.id}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "pack:read");
  const against = new URL(args.request.url).searchParams.get("with");
  const page = await packDifferencesPage(args.context.services, actor, args.params.packId ?? "", against || null);
  if (!page) throw answer.notFound();
  return page;
}

/** What the rules of one place say differently from those of another place, level or version. */
export default function PackDifferencesView() {
  const { t, pick } = useWords();
  const page = useLoaderData<typeof loader>() as unknown as PackDifferencesPage;
  const { before, after, differences } = page;
  const named = ({ name, digest }: (typeof page.inForce)[number]) => t("pack.differences.version", { name: pick(name), digest: digest.slice(0, 12) });
  return (
    <Shell current="packs">
      <Breadcrumbs
        crumbs={[
          { label: t("admin.packs.title"), href: paths.admin.packs() },
          { label: pick(after.name), href: paths.admin.pack(after.id) },
          { label: t("pack.differences.title") },
        ]}
      />
      <PageHead title={t("pack.differences.title")} lead={t("pack.differences.lead", { before: pick(before.name), after: pick(after.name) })} />
      <Filters action={paths.admin.packDifferences(after.id)}>
        <Select
          name="with"
          label={t("pack.differences.with")}
          value={page.asked}
          options={[
            ...page.inForce.map((choice) => ({ value: choice.value, label: pick(choice.name), group: t("pack.differences.loaded") })),
            ...page.former.map((choice) => ({ value: choice.value, label: named(choice), group: t("pack.differences.former") })),
          ]}
        />
      </Filters>
      <Alert tone="info">{t("pack.differences.legend")}</Alert>
      <Stack>
        <Card title={t("pack.differences.count", { n: differences.length })}>
          {differences.length === 0 ? <p className="muted">{t("pack.differences.none")}</p> : <KindCounts counts={page.counts} />}
        </Card>
        <DifferenceGroups page={page} />
      </Stack>
    </Shell>
  );
}
