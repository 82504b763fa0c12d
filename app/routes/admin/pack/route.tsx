import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type PackPage, packPage } from "../../../application/queries/pack-page";
import { Alert, Breadcrumbs, Card, KeyValues, PageHead, Shell, Stack, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ItemsCard } from "./items-card";
import { BasisCard, CategoriesCard, DepartmentsCard, ParametersCard, ProceduresCard, StagesCard, SwitchesCard, TypesCard } from "./rules-cards";

export const handle = titled<typeof loader>((t, { pack }) => `${t("admin.packs.title")} ${pack.id}`);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "pack:read");
  const query = new URL(args.request.url).searchParams;
  const page = packPage(args.context.services, args.params.packId ?? "", { category: query.get("category"), stage: query.get("stage") });
  if (!page) throw answer.notFound();
  return page;
}

const SECTIONS = ["basis", "categories", "stages", "types", "parameters", "switches", "procedures", "items", "departments"] as const;

/** All rules of one place on one page, every value with its source. */
export default function PackPageView() {
  const { t, pick } = useWords();
  const page = useLoaderData<typeof loader>() as unknown as PackPage;
  const { pack } = page;
  return (
    <Shell current="packs">
      <Breadcrumbs crumbs={[{ label: t("admin.packs.title"), href: paths.admin.packs() }, { label: pick(pack.name) }]} />
      <PageHead title={pick(pack.name)} lead={pick(pack.place.name)} />
      <Alert tone="info">{t("admin.pack.legend")}</Alert>
      <Stack>
        <About page={page} />
        <BasisCard pack={pack} />
        <CategoriesCard pack={pack} />
        <StagesCard pack={pack} />
        <TypesCard pack={pack} />
        <ParametersCard pack={pack} />
        <SwitchesCard pack={pack} />
        <ProceduresCard pack={pack} />
        <ItemsCard page={page} />
        <DepartmentsCard pack={pack} />
      </Stack>
    </Shell>
  );
}

function About({ page: { pack, parent } }: { page: PackPage }) {
  const { t, pick, range } = useWords();
  return (
    <Card title={t("admin.pack.about")}>
      <KeyValues
        wide
        rows={[
          { label: t("admin.pack.id"), value: <span className="mono">{pack.id}</span> },
          { label: t("admin.pack.place"), value: pick(pack.place.name) },
          { label: t("admin.pack.region"), value: <span className="mono">{pack.place.regionCode}</span> },
          {
            label: t("admin.pack.inherits"),
            value: pack.inherits ? <a href={paths.admin.pack(pack.inherits)}>{parent ? pick(parent) : pack.inherits}</a> : t("admin.pack.inherits.none"),
          },
          {
            label: t("admin.pack.valid"),
            value: pack.validTo === null ? t("admin.packs.valid.open", { from: pack.validFrom }) : range(pack.validFrom, pack.validTo),
          },
          {
            label: t("admin.pack.digest"),
            value: (
              <>
                <span className="mono" data-copy={pack.digest}>
                  {pack.digest.slice(0, 16)}
                </span>
                <p className="muted small">{t("admin.pack.digest.help")}</p>
              </>
            ),
          },
        ]}
      />
      <nav className="jumps" aria-label={t("admin.pack.contents")}>
        <ul>
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`admin.pack.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  );
}
